// Making and changing a problem.

#include <limits.h>
#include <math.h>
#include <stdlib.h>

#include "guard.h"

cadre_code cadre_problem_create(bool maximise, cadre_problem **problem) {
  *problem = NULL;
  cadre_problem *made = malloc(sizeof *made);
  if (made == NULL) return CADRE_OUT_OF_MEMORY;
  // Stale until it is whole: an abort below leaves a handle that can be used and deleted like any other.
  made->glpk = NULL;
  made->thread = 0;
  made->generation = 0;
  *problem = made;
  CADRE_GUARDED(NULL, {
    made->glpk = glp_create_prob();
    glp_set_obj_dir(made->glpk, maximise ? GLP_MAX : GLP_MIN);
    made->thread = cadre_thread.number;
    made->generation = cadre_thread.generation;
    cadre_thread.problems++;
  });
  return CADRE_OK;
}

static cadre_code delete_from_glpk(cadre_problem *problem) {
  CADRE_GUARDED(problem, {
    glp_delete_prob(problem->glpk);
    cadre_thread.problems--;
  });
  return CADRE_OK;
}

cadre_code cadre_problem_delete(cadre_problem *problem) {
  cadre_code code = problem->glpk == NULL ? CADRE_OK : delete_from_glpk(problem);
  free(problem);
  // A stale problem has nothing left to delete, which is what was asked for.
  return code == CADRE_STALE ? CADRE_OK : code;
}

// MARK: Numbers

static bool all_finite(int64_t count, const double *values) {
  for (int64_t k = 0; k < count; k++) {
    if (!isfinite(values[k])) return false;
  }
  return true;
}

static bool are_bounds(double lower, double upper) {
  return lower < INFINITY && upper > -INFINITY;  // false for NaN too
}

static bool all_are_bounds(int count, const double *lower, const double *upper) {
  for (int k = 0; k < count; k++) {
    if (!are_bounds(lower[k], upper[k])) return false;
  }
  return true;
}

static int bounds_type(double lower, double upper) {
  if (lower == -INFINITY) return upper == INFINITY ? GLP_FR : GLP_UP;
  if (upper == INFINITY) return GLP_LO;
  return lower == upper ? GLP_FX : GLP_DB;
}

// MARK: Growing

cadre_code cadre_add_rows(cadre_problem *problem, int count, const double *lower, const double *upper) {
  if (count < 0) return CADRE_BAD_ARGUMENT;
  if (!all_are_bounds(count, lower, upper)) return CADRE_NOT_FINITE;
  if (count == 0) return CADRE_OK;
  CADRE_GUARDED(problem, {
    int first = glp_add_rows(problem->glpk, count);
    for (int k = 0; k < count; k++) {
      glp_set_row_bnds(problem->glpk, first + k, bounds_type(lower[k], upper[k]), lower[k], upper[k]);
    }
  });
  return CADRE_OK;
}

cadre_code cadre_add_columns(
  cadre_problem *problem, int count, const double *lower, const double *upper, const bool *integer,
  const double *objective) {
  if (count < 0) return CADRE_BAD_ARGUMENT;
  if (!all_are_bounds(count, lower, upper) || !all_finite(count, objective)) return CADRE_NOT_FINITE;
  if (count == 0) return CADRE_OK;
  CADRE_GUARDED(problem, {
    int first = glp_add_cols(problem->glpk, count);
    for (int k = 0; k < count; k++) {
      glp_set_col_kind(problem->glpk, first + k, integer[k] ? GLP_IV : GLP_CV);
      glp_set_col_bnds(problem->glpk, first + k, bounds_type(lower[k], upper[k]), lower[k], upper[k]);
      glp_set_obj_coef(problem->glpk, first + k, objective[k]);
    }
  });
  return CADRE_OK;
}

// GLPK counts from 1 and leaves element 0 of every array alone: it gets copies. They are made and freed
// outside the guarded blocks, where an abort cannot lose them.

static int *one_based(int64_t count, const int *indices) {
  int *copy = malloc(sizeof(int) * (size_t)(count + 1));
  if (copy == NULL) return NULL;
  copy[0] = 0;
  for (int64_t k = 0; k < count; k++) copy[k + 1] = indices[k] + 1;
  return copy;
}

static double *from_one(int64_t count, const double *values) {
  double *copy = malloc(sizeof(double) * (size_t)(count + 1));
  if (copy == NULL) return NULL;
  copy[0] = 0;
  for (int64_t k = 0; k < count; k++) copy[k + 1] = values[k];
  return copy;
}

static cadre_code load(cadre_problem *problem, int count, int *rows, int *columns, double *values) {
  CADRE_GUARDED(problem, { glp_load_matrix(problem->glpk, count, rows, columns, values); });
  return CADRE_OK;
}

cadre_code cadre_load_matrix(
  cadre_problem *problem, int64_t count, const int *rows, const int *columns, const double *values) {
  if (count < 0 || count > INT_MAX - 1) return CADRE_BAD_ARGUMENT;
  if (!all_finite(count, values)) return CADRE_NOT_FINITE;
  int *glpk_rows = one_based(count, rows);
  int *glpk_columns = one_based(count, columns);
  double *glpk_values = from_one(count, values);
  cadre_code code = CADRE_OUT_OF_MEMORY;
  if (glpk_rows != NULL && glpk_columns != NULL && glpk_values != NULL) {
    code = load(problem, (int)count, glpk_rows, glpk_columns, glpk_values);
  }
  free(glpk_rows);
  free(glpk_columns);
  free(glpk_values);
  return code;
}

static cadre_code set_row(cadre_problem *problem, int row, int count, int *columns, double *values) {
  CADRE_GUARDED(problem, { glp_set_mat_row(problem->glpk, row + 1, count, columns, values); });
  return CADRE_OK;
}

static cadre_code set_column(cadre_problem *problem, int column, int count, int *rows, double *values) {
  CADRE_GUARDED(problem, { glp_set_mat_col(problem->glpk, column + 1, count, rows, values); });
  return CADRE_OK;
}

typedef cadre_code (*set_line)(cadre_problem *, int, int, int *, double *);

static cadre_code set(
  set_line line, cadre_problem *problem, int index, int count, const int *others, const double *values) {
  if (count < 0) return CADRE_BAD_ARGUMENT;
  if (!all_finite(count, values)) return CADRE_NOT_FINITE;
  int *glpk_others = one_based(count, others);
  double *glpk_values = from_one(count, values);
  cadre_code code = CADRE_OUT_OF_MEMORY;
  if (glpk_others != NULL && glpk_values != NULL) code = line(problem, index, count, glpk_others, glpk_values);
  free(glpk_others);
  free(glpk_values);
  return code;
}

cadre_code cadre_set_row(
  cadre_problem *problem, int row, int count, const int *columns, const double *values) {
  return set(set_row, problem, row, count, columns, values);
}

cadre_code cadre_set_column(
  cadre_problem *problem, int column, int count, const int *rows, const double *values) {
  return set(set_column, problem, column, count, rows, values);
}

// MARK: Changing

cadre_code cadre_set_row_bounds(cadre_problem *problem, int row, double lower, double upper) {
  if (!are_bounds(lower, upper)) return CADRE_NOT_FINITE;
  CADRE_GUARDED(problem, {
    glp_set_row_bnds(problem->glpk, row + 1, bounds_type(lower, upper), lower, upper);
  });
  return CADRE_OK;
}

cadre_code cadre_set_column_bounds(cadre_problem *problem, int column, double lower, double upper) {
  if (!are_bounds(lower, upper)) return CADRE_NOT_FINITE;
  CADRE_GUARDED(problem, {
    glp_set_col_bnds(problem->glpk, column + 1, bounds_type(lower, upper), lower, upper);
  });
  return CADRE_OK;
}

cadre_code cadre_set_objective(cadre_problem *problem, int column, double coefficient) {
  if (!isfinite(coefficient)) return CADRE_NOT_FINITE;
  CADRE_GUARDED(problem, { glp_set_obj_coef(problem->glpk, column + 1, coefficient); });
  return CADRE_OK;
}

static cadre_code delete_rows(cadre_problem *problem, int count, const int *rows) {
  CADRE_GUARDED(problem, { glp_del_rows(problem->glpk, count, rows); });
  return CADRE_OK;
}

static cadre_code delete_columns(cadre_problem *problem, int count, const int *columns) {
  CADRE_GUARDED(problem, { glp_del_cols(problem->glpk, count, columns); });
  return CADRE_OK;
}

typedef cadre_code (*delete_lines)(cadre_problem *, int, const int *);

static cadre_code delete(delete_lines lines, cadre_problem *problem, int count, const int *indices) {
  if (count < 0) return CADRE_BAD_ARGUMENT;
  if (count == 0) return CADRE_OK;
  int *glpk_indices = one_based(count, indices);
  if (glpk_indices == NULL) return CADRE_OUT_OF_MEMORY;
  cadre_code code = lines(problem, count, glpk_indices);
  free(glpk_indices);
  return code;
}

cadre_code cadre_delete_rows(cadre_problem *problem, int count, const int *rows) {
  return delete(delete_rows, problem, count, rows);
}

cadre_code cadre_delete_columns(cadre_problem *problem, int count, const int *columns) {
  return delete(delete_columns, problem, count, columns);
}

cadre_code cadre_scale(cadre_problem *problem) {
  CADRE_GUARDED(problem, { glp_scale_prob(problem->glpk, GLP_SF_AUTO); });
  return CADRE_OK;
}
