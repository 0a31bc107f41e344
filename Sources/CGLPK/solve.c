// The simplex method and branch and bound, with limits and interruption.

#include <float.h>
#include <limits.h>
#include <math.h>
#include <string.h>
#include <time.h>

#include "guard.h"

/// GLPK cannot be interrupted inside the simplex method, so it runs in pieces of this many iterations. The
/// pieces are the same with and without an interrupt: polling must not change the answer.
enum { ITERATIONS_BETWEEN_POLLS = 5000 };

static int64_t milliseconds_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/// What is left of a time limit, as GLPK's `int`; `INT_MAX` is GLPK's "no limit".
static int time_left(cadre_limits limits, int64_t start) {
  if (limits.milliseconds < 0) return INT_MAX;
  int64_t left = limits.milliseconds - (milliseconds_now() - start);
  if (left <= 0) return 0;
  return left < INT_MAX ? (int)left : INT_MAX;
}

static bool is_interrupted(cadre_limits limits) {
  return limits.interrupt != NULL && limits.interrupt(limits.context);
}

static cadre_reason reason_of(int code) {
  switch (code) {
    case 0: return CADRE_FINISHED;
    case GLP_EITLIM: return CADRE_ITERATION_LIMIT;
    case GLP_ETMLIM: return CADRE_TIME_LIMIT;
    case GLP_ESTOP: return CADRE_INTERRUPTED;
    case GLP_EMIPGAP: return CADRE_GAP_REACHED;
    case GLP_ENOPFS: return CADRE_NO_PRIMAL;
    case GLP_ENODFS: return CADRE_NO_DUAL;
    default: return CADRE_FAILED;
  }
}

static cadre_status status_of(int status) {
  switch (status) {
    case GLP_FEAS: return CADRE_FEASIBLE;
    case GLP_INFEAS: return CADRE_NOT_YET_FEASIBLE;
    case GLP_NOFEAS: return CADRE_NONE_EXISTS;
    case GLP_OPT: return CADRE_OPTIMAL;
    case GLP_UNBND: return CADRE_UNBOUNDED;
    default: return CADRE_UNDEFINED;
  }
}

// MARK: Simplex

/// From the current basis; from the standard one where rows or columns were taken out of the current one.
static int simplex_from_basis(glp_prob *glpk, const glp_smcp *options) {
  int code = glp_simplex(glpk, options);
  if (code != GLP_EBADB && code != GLP_ESING && code != GLP_ECOND) return code;
  glp_std_basis(glpk);
  return glp_simplex(glpk, options);
}

static cadre_reason run_simplex(glp_prob *glpk, glp_smcp *options, cadre_limits limits) {
  int64_t start = milliseconds_now();
  for (;;) {
    if (is_interrupted(limits)) return CADRE_INTERRUPTED;
    int64_t piece = options->presolve == GLP_ON ? INT_MAX : ITERATIONS_BETWEEN_POLLS;
    int64_t done = glp_get_it_cnt(glpk);
    bool is_last = limits.iterations >= 0 && limits.iterations - done <= piece;
    options->it_lim = (int)(is_last ? limits.iterations - done : piece);
    options->tm_lim = time_left(limits, start);
    int code = simplex_from_basis(glpk, options);
    if (code != GLP_EITLIM || is_last) return reason_of(code);
  }
}

cadre_code cadre_simplex(
  cadre_problem *problem, bool dual, bool presolve, cadre_limits limits, cadre_outcome *outcome) {
  memset(outcome, 0, sizeof *outcome);
  CADRE_GUARDED(problem, {
    glp_prob *glpk = problem->glpk;
    glp_smcp options;
    glp_init_smcp(&options);
    options.msg_lev = GLP_MSG_OFF;
    options.meth = dual ? GLP_DUALP : GLP_PRIMAL;
    options.presolve = presolve ? GLP_ON : GLP_OFF;
    glp_set_it_cnt(glpk, 0);
    outcome->reason = run_simplex(glpk, &options, limits);
    outcome->status = status_of(glp_get_status(glpk));
    outcome->dual_feasible = glp_get_dual_stat(glpk) == GLP_FEAS;
    outcome->objective = glp_get_obj_val(glpk);
    outcome->iterations = glp_get_it_cnt(glpk);
  });
  return CADRE_OK;
}

// MARK: Branch and bound

struct search {
  cadre_limits limits;
  cadre_reason stopped;
  int64_t nodes;
  bool has_bound;
  double bound;
};

/// The worst open node bounds what any solution can reach. With no open node left the incumbent does.
static void note_bound(struct search *search, glp_tree *tree) {
  int best = glp_ios_best_node(tree);
  if (best == 0) return;
  double bound = glp_ios_node_bound(tree, best);
  if (fabs(bound) == DBL_MAX) return;
  search->has_bound = true;
  search->bound = bound;
}

static void stop(struct search *search, glp_tree *tree, cadre_reason reason) {
  search->stopped = reason;
  glp_ios_terminate(tree);
}

static void watch(glp_tree *tree, void *context) {
  struct search *search = context;
  note_bound(search, tree);
  // Asked once for each node, before its relaxation is solved.
  if (glp_ios_reason(tree) == GLP_IPREPRO) {
    if (search->limits.nodes >= 0 && search->nodes >= search->limits.nodes) {
      stop(search, tree, CADRE_NODE_LIMIT);
      return;
    }
    search->nodes++;
  }
  cadre_limits limits = search->limits;
  if (limits.iterations >= 0 && glp_get_it_cnt(glp_ios_get_prob(tree)) >= limits.iterations) {
    stop(search, tree, CADRE_ITERATION_LIMIT);
  } else if (is_interrupted(limits)) {
    stop(search, tree, CADRE_INTERRUPTED);
  }
}

cadre_code cadre_branch_and_bound(
  cadre_problem *problem, bool presolve, bool cuts, cadre_limits limits, cadre_outcome *outcome) {
  memset(outcome, 0, sizeof *outcome);
  if (!(isfinite(limits.gap) && limits.gap >= 0)) return CADRE_NOT_FINITE;
  struct search search = {.limits = limits, .stopped = CADRE_FINISHED};
  CADRE_GUARDED(problem, {
    glp_prob *glpk = problem->glpk;
    glp_iocp options;
    glp_init_iocp(&options);
    options.msg_lev = GLP_MSG_OFF;
    options.presolve = presolve ? GLP_ON : GLP_OFF;
    // Not Gomory's cuts: they are the ones that lose digits. And no cover cuts with the presolver: GLPK 5.0
    // aborts in their generator when the presolver fixes every column but keeps a row.
    options.mir_cuts = options.clq_cuts = cuts ? GLP_ON : GLP_OFF;
    options.cov_cuts = cuts && !presolve && glp_get_num_cols(glpk) > 0 ? GLP_ON : GLP_OFF;
    options.tm_lim = time_left(limits, milliseconds_now());
    options.mip_gap = limits.gap;
    options.cb_func = watch;
    options.cb_info = &search;
    glp_set_it_cnt(glpk, 0);
    int code = glp_intopt(glpk, &options);
    outcome->reason = code == GLP_ESTOP ? search.stopped : reason_of(code);
    outcome->status = status_of(glp_mip_status(glpk));
    outcome->objective = glp_mip_obj_val(glpk);
    outcome->iterations = glp_get_it_cnt(glpk);
    outcome->nodes = search.nodes;
    outcome->has_bound = search.has_bound;
    outcome->bound = search.bound;
  });
  return CADRE_OK;
}
