/// The guard that every call of GLPK runs in. See CGLPK.h for what it promises.

#ifndef CADRE_GUARD_H
#define CADRE_GUARD_H

#include <glpk.h>
#include <setjmp.h>

#include "CGLPK.h"

struct cadre_problem {
  glp_prob *glpk;
  /// The thread it belongs to, by a number that is never used again.
  uint64_t thread;
  /// The generation of that thread's GLPK state in which it was made.
  uint64_t generation;
};

struct cadre_thread {
  uint64_t number;
  /// Grows with every abort; problems of an earlier generation are gone.
  uint64_t generation;
  /// Problems alive. At none, GLPK's state is freed, so that a thread leaves nothing when it ends.
  int problems;
  bool has_environment;
  /// Inside a guarded block, so that `escape` can be jumped to.
  bool is_guarded;
  jmp_buf escape;
  char message[1024];
};

extern _Thread_local struct cadre_thread cadre_thread;

/// Ready for GLPK? `problem` may be null for calls that need none.
cadre_code cadre_enter(const cadre_problem *problem);

/// Leaves the guarded block.
void cadre_leave(void);

/// Frees what an abort left behind, and answers `CADRE_ABORTED`.
cadre_code cadre_recover(void);

/// Runs statements inside the guard, or returns from the calling function with a code.
///
/// The statements own no memory but GLPK's, which frees it after an abort, and no local that they change is
/// read after one, as C has it for `setjmp`.
#define CADRE_GUARDED(problem, ...)                                            \
  do {                                                                         \
    cadre_code entered = cadre_enter(problem);                                 \
    if (entered != CADRE_OK) return entered;                                   \
    if (setjmp(cadre_thread.escape) != 0) return cadre_recover();              \
    cadre_thread.is_guarded = true;                                            \
    __VA_ARGS__                                                                \
    cadre_leave();                                                             \
  } while (0)

#endif
