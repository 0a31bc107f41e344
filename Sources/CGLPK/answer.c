// Reading what a solver left in a problem.

#include "guard.h"

static cadre_basis basis_of(int status) {
  switch (status) {
    case GLP_BS: return CADRE_BASIC;
    case GLP_NL: return CADRE_AT_LOWER;
    case GLP_NU: return CADRE_AT_UPPER;
    case GLP_NF: return CADRE_NONBASIC_FREE;
    default: return CADRE_FIXED;
  }
}

cadre_code cadre_read_rows(cadre_problem *problem, double *activity, double *duals, cadre_basis *basis) {
  CADRE_GUARDED(problem, {
    int rows = glp_get_num_rows(problem->glpk);
    for (int i = 0; i < rows; i++) {
      if (activity != NULL) activity[i] = glp_get_row_prim(problem->glpk, i + 1);
      if (duals != NULL) duals[i] = glp_get_row_dual(problem->glpk, i + 1);
      if (basis != NULL) basis[i] = basis_of(glp_get_row_stat(problem->glpk, i + 1));
    }
  });
  return CADRE_OK;
}

cadre_code cadre_read_columns(cadre_problem *problem, double *values, double *reduced, cadre_basis *basis) {
  CADRE_GUARDED(problem, {
    int columns = glp_get_num_cols(problem->glpk);
    for (int j = 0; j < columns; j++) {
      if (values != NULL) values[j] = glp_get_col_prim(problem->glpk, j + 1);
      if (reduced != NULL) reduced[j] = glp_get_col_dual(problem->glpk, j + 1);
      if (basis != NULL) basis[j] = basis_of(glp_get_col_stat(problem->glpk, j + 1));
    }
  });
  return CADRE_OK;
}

cadre_code cadre_read_integer_columns(cadre_problem *problem, double *values) {
  CADRE_GUARDED(problem, {
    int columns = glp_get_num_cols(problem->glpk);
    for (int j = 0; j < columns; j++) values[j] = glp_mip_col_val(problem->glpk, j + 1);
  });
  return CADRE_OK;
}

cadre_code cadre_read_column(cadre_problem *problem, int column, double *value) {
  CADRE_GUARDED(problem, { *value = glp_get_col_prim(problem->glpk, column + 1); });
  return CADRE_OK;
}
