/// A guarded layer over GLPK: the only code that calls it.
///
/// GLPK ends the process when it meets a bad argument, a failed assertion or its memory limit. Here every
/// call runs inside a guard that turns such an abort into `CADRE_ABORTED` and keeps GLPK's own words for
/// `cadre_message`. The jump out of GLPK begins and ends in this C code and never crosses a frame of another
/// language.
///
/// GLPK's state is per thread. A problem is created, used and deleted on one thread; any other use is
/// refused with `CADRE_WRONG_THREAD`. After an abort the state of that thread is freed, and with it every
/// problem of that thread: their handles answer `CADRE_STALE` from then on. They must still be deleted.
///
/// Rows and columns are counted from 0. Bounds use infinities for "none", in their own direction only.

#ifndef CADRE_CGLPK_H
#define CADRE_CGLPK_H

#include <stdbool.h>
#include <stdint.h>

// MARK: Codes

/// How a call went.
typedef enum cadre_code {
  CADRE_OK = 0,
  /// GLPK aborted; `cadre_message` has its text.
  CADRE_ABORTED,
  /// The problem was lost when GLPK aborted on this thread.
  CADRE_STALE,
  /// The problem belongs to another thread.
  CADRE_WRONG_THREAD,
  /// A call from inside a callback of GLPK.
  CADRE_BUSY,
  /// A number is NaN, or infinite where only a finite one has a meaning.
  CADRE_NOT_FINITE,
  /// A size, count or option that cannot be meant.
  CADRE_BAD_ARGUMENT,
  CADRE_OUT_OF_MEMORY,
} cadre_code;

/// Why a solver stopped.
typedef enum cadre_reason {
  /// The solver ran to its end; the statuses say what it found.
  CADRE_FINISHED = 0,
  CADRE_ITERATION_LIMIT,
  CADRE_NODE_LIMIT,
  CADRE_TIME_LIMIT,
  CADRE_INTERRUPTED,
  /// The relative gap asked for is reached.
  CADRE_GAP_REACHED,
  /// The presolver proved that there is no primal feasible solution.
  CADRE_NO_PRIMAL,
  /// The presolver proved that there is no dual feasible solution.
  CADRE_NO_DUAL,
  /// An integer went out of range inside a network algorithm.
  CADRE_OVERFLOW,
  /// The solver gave up, for numerical reasons.
  CADRE_FAILED,
} cadre_reason;

typedef enum cadre_status {
  CADRE_UNDEFINED = 0,
  CADRE_FEASIBLE,
  /// The current point is infeasible; nothing is proven.
  CADRE_NOT_YET_FEASIBLE,
  /// Proven: no feasible solution.
  CADRE_NONE_EXISTS,
  CADRE_OPTIMAL,
  CADRE_UNBOUNDED,
} cadre_status;

typedef enum cadre_basis {
  CADRE_BASIC = 0,
  CADRE_AT_LOWER,
  CADRE_AT_UPPER,
  CADRE_NONBASIC_FREE,
  CADRE_FIXED,
} cadre_basis;

/// GLPK's text for the last `CADRE_ABORTED` of this thread. Valid until the next call on this thread.
const char *cadre_message(void);

/// GLPK's own version, `5.0`. It cannot abort and may be called from any thread.
const char *cadre_solver_version(void);

// MARK: Problem

typedef struct cadre_problem cadre_problem;

/// A new empty problem of this thread, in `*problem`. Always delete it, whatever happens to it.
cadre_code cadre_problem_create(bool maximise, cadre_problem **problem);

/// Deletes a problem, stale or not. The memory of a problem deleted on a foreign thread is not GLPK's to
/// free there: it is leaked and reported.
cadre_code cadre_problem_delete(cadre_problem *problem);

/// Appends rows with bounds, without coefficients.
cadre_code cadre_add_rows(cadre_problem *problem, int count, const double *lower, const double *upper);

/// Appends columns with bounds, kinds and objective coefficients, without matrix coefficients.
cadre_code cadre_add_columns(
  cadre_problem *problem, int count, const double *lower, const double *upper, const bool *integer,
  const double *objective);

/// Replaces the whole matrix by `count` triplets without duplicates.
cadre_code cadre_load_matrix(
  cadre_problem *problem, int64_t count, const int *rows, const int *columns, const double *values);

/// Replaces the coefficients of one row, `count` of them without duplicates.
cadre_code cadre_set_row(
  cadre_problem *problem, int row, int count, const int *columns, const double *values);

/// Replaces the coefficients of one column, `count` of them without duplicates.
cadre_code cadre_set_column(
  cadre_problem *problem, int column, int count, const int *rows, const double *values);

cadre_code cadre_set_row_bounds(cadre_problem *problem, int row, double lower, double upper);
cadre_code cadre_set_column_bounds(cadre_problem *problem, int column, double lower, double upper);

/// Sets the objective coefficient of a column, or the constant term for column -1.
cadre_code cadre_set_objective(cadre_problem *problem, int column, double coefficient);

/// Deletes rows or columns; those behind move up. A basis that loses its shape is rebuilt at the next solve.
cadre_code cadre_delete_rows(cadre_problem *problem, int count, const int *rows);
cadre_code cadre_delete_columns(cadre_problem *problem, int count, const int *columns);

/// Scales the matrix where that helps; answers are in the original units.
cadre_code cadre_scale(cadre_problem *problem);

// MARK: Solving

/// Polled between pieces of work; `true` stops the solver at a consistent state.
typedef bool (*cadre_interrupt)(void *context);

typedef struct cadre_limits {
  /// Simplex iterations, nodes, milliseconds. Negative: no limit.
  int64_t iterations;
  int64_t nodes;
  int64_t milliseconds;
  /// The relative gap at which branch and bound may stop; 0 for a full proof.
  double gap;
  /// May be null.
  cadre_interrupt interrupt;
  void *context;
} cadre_limits;

typedef struct cadre_outcome {
  cadre_reason reason;
  cadre_status status;
  /// Is the basic solution dual feasible, so that its objective is a bound? For the simplex method only.
  bool dual_feasible;
  double objective;
  /// For branch and bound: the best proven bound, where `has_bound`.
  bool has_bound;
  double bound;
  int64_t iterations;
  int64_t nodes;
} cadre_outcome;

/// The simplex method from the current basis, which it leaves behind for the next solve. With `presolve` it
/// starts from nothing instead, and a limit leaves nothing behind.
cadre_code cadre_simplex(
  cadre_problem *problem, bool dual, bool presolve, cadre_limits limits, cadre_outcome *outcome);

/// Branch and bound. Needs an optimal basis of the relaxation, as `cadre_simplex` leaves it.
cadre_code cadre_branch_and_bound(
  cadre_problem *problem, bool presolve, bool cuts, cadre_limits limits, cadre_outcome *outcome);

// MARK: Answers

/// Arrays as long as there are rows or columns; any of them may be null.
cadre_code cadre_read_rows(cadre_problem *problem, double *activity, double *duals, cadre_basis *basis);
cadre_code cadre_read_columns(cadre_problem *problem, double *values, double *reduced, cadre_basis *basis);
cadre_code cadre_read_integer_columns(cadre_problem *problem, double *values);

/// The value of one column of the basic solution. The index goes to GLPK unchecked: a bad one is an abort.
cadre_code cadre_read_column(cadre_problem *problem, int column, double *value);

// MARK: Network flow

typedef struct cadre_network {
  int nodes;
  int arcs;
  /// By node: what it supplies, or demands where negative.
  const int64_t *supply;
  /// By arc. Tail and head differ; `0 <= lower <= capacity`.
  const int *tail;
  const int *head;
  const int64_t *lower;
  const int64_t *capacity;
  const int64_t *cost;
} cadre_network;

/// The largest number, in absolute value, that a network may hold.
enum { CADRE_NETWORK_LIMIT = 1 << 29 };

/// A flow of least cost by the out-of-kilter algorithm or, with `simplex`, by the simplex method on the
/// network's linear program. `flow` is by arc; `potential`, by node, has the multipliers of the balances.
cadre_code cadre_minimum_cost_flow(
  const cadre_network *network, bool simplex, cadre_reason *reason, double *flow, double *potential);

#endif
