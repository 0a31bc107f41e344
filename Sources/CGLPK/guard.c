#include "guard.h"

#include <stdatomic.h>
#include <string.h>

_Thread_local struct cadre_thread cadre_thread;

/// The address of a thread's state is used again after the thread ends; a number is not.
static _Atomic uint64_t threads_so_far;

/// Collects what GLPK says while it aborts: terminal output is off until then.
static int collect(void *unused, const char *text) {
  (void)unused;
  size_t used = strlen(cadre_thread.message);
  strncat(cadre_thread.message, text, sizeof cadre_thread.message - used - 1);
  return 1;
}

static void escape(void *unused) {
  (void)unused;
  if (cadre_thread.is_guarded) longjmp(cadre_thread.escape, 1);
}

cadre_code cadre_enter(const cadre_problem *problem) {
  if (cadre_thread.is_guarded) return CADRE_BUSY;
  if (cadre_thread.number == 0) cadre_thread.number = atomic_fetch_add(&threads_so_far, 1) + 1;
  if (problem != NULL) {
    if (problem->thread != cadre_thread.number) return CADRE_WRONG_THREAD;
    if (problem->generation != cadre_thread.generation) return CADRE_STALE;
  }
  if (!cadre_thread.has_environment) {
    cadre_thread.has_environment = true;
    glp_term_out(GLP_OFF);
    glp_term_hook(collect, NULL);
    glp_error_hook(escape, NULL);
  }
  cadre_thread.message[0] = '\0';
  return CADRE_OK;
}

void cadre_leave(void) {
  cadre_thread.is_guarded = false;
  if (cadre_thread.problems == 0) {
    glp_free_env();
    cadre_thread.has_environment = false;
  }
}

cadre_code cadre_recover(void) {
  cadre_thread.is_guarded = false;
  cadre_thread.generation++;
  cadre_thread.problems = 0;
  glp_free_env();
  cadre_thread.has_environment = false;
  return CADRE_ABORTED;
}

const char *cadre_message(void) { return cadre_thread.message; }

const char *cadre_solver_version(void) { return glp_version(); }
