// Flows of least cost on a network.

#include <stddef.h>

#include "guard.h"

struct node {
  double supply;
  double potential;
};

struct arc {
  double lower;
  double capacity;
  double cost;
  double flow;
  int index;
};

static bool is_within(int64_t value, int64_t least) {
  return least <= value && value <= CADRE_NETWORK_LIMIT;
}

/// GLPK computes in `int`: the limit leaves room for the sums that it forms.
static bool is_valid(const cadre_network *network) {
  for (int i = 0; i < network->nodes; i++) {
    if (!is_within(network->supply[i], -CADRE_NETWORK_LIMIT)) return false;
  }
  for (int a = 0; a < network->arcs; a++) {
    if (network->tail[a] == network->head[a]) return false;
    if (!is_within(network->lower[a], 0)) return false;
    if (!is_within(network->capacity[a], network->lower[a])) return false;
    if (!is_within(network->cost[a], -CADRE_NETWORK_LIMIT)) return false;
  }
  return network->nodes > 0 && network->arcs >= 0;
}

static glp_graph *make_graph(const cadre_network *network) {
  glp_graph *graph = glp_create_graph(sizeof(struct node), sizeof(struct arc));
  glp_add_vertices(graph, network->nodes);
  for (int i = 0; i < network->nodes; i++) {
    ((struct node *)graph->v[i + 1]->data)->supply = (double)network->supply[i];
  }
  for (int a = 0; a < network->arcs; a++) {
    struct arc *arc = glp_add_arc(graph, network->tail[a] + 1, network->head[a] + 1)->data;
    arc->lower = (double)network->lower[a];
    arc->capacity = (double)network->capacity[a];
    arc->cost = (double)network->cost[a];
    arc->index = a;
  }
  return graph;
}

static cadre_reason reason_of(int code) {
  switch (code) {
    case 0: return CADRE_FINISHED;
    case GLP_ENOPFS: return CADRE_NO_PRIMAL;
    case GLP_ERANGE: return CADRE_OVERFLOW;
    // The data was checked: what is left of "invalid data" is a total supply beyond `int`.
    case GLP_EDATA: return CADRE_OVERFLOW;
    default: return CADRE_FAILED;
  }
}

static cadre_reason by_out_of_kilter(glp_graph *graph) {
  return reason_of(glp_mincost_okalg(
    graph, offsetof(struct node, supply), offsetof(struct arc, lower), offsetof(struct arc, capacity),
    offsetof(struct arc, cost), NULL, offsetof(struct arc, flow), offsetof(struct node, potential)));
}

static cadre_reason by_simplex(glp_graph *graph) {
  glp_prob *glpk = glp_create_prob();
  glp_mincost_lp(
    glpk, graph, GLP_OFF, offsetof(struct node, supply), offsetof(struct arc, lower),
    offsetof(struct arc, capacity), offsetof(struct arc, cost));
  glp_adv_basis(glpk, 0);
  glp_smcp options;
  glp_init_smcp(&options);
  options.msg_lev = GLP_MSG_OFF;
  // GLPK's tolerances grow with the numbers, which are large here, and the answer has to be exact.
  options.tol_bnd = options.tol_dj = 1e-9;
  int code = glp_simplex(glpk, &options);
  int status = glp_get_status(glpk);
  if (code == 0 && status == GLP_OPT) {
    int column = 0;  // GLPK's order: by node, then by its list of outgoing arcs
    for (int i = 1; i <= graph->nv; i++) {
      ((struct node *)graph->v[i]->data)->potential = glp_get_row_dual(glpk, i);
      for (glp_arc *a = graph->v[i]->out; a != NULL; a = a->t_next) {
        ((struct arc *)a->data)->flow = glp_get_col_prim(glpk, ++column);
      }
    }
  }
  glp_delete_prob(glpk);
  if (code != 0) return CADRE_FAILED;
  if (status == GLP_OPT) return CADRE_FINISHED;
  return status == GLP_NOFEAS ? CADRE_NO_PRIMAL : CADRE_FAILED;
}

static void read(glp_graph *graph, double *flow, double *potential) {
  for (int i = 1; i <= graph->nv; i++) {
    potential[i - 1] = ((struct node *)graph->v[i]->data)->potential;
    for (glp_arc *a = graph->v[i]->out; a != NULL; a = a->t_next) {
      struct arc *arc = a->data;
      flow[arc->index] = arc->flow;
    }
  }
}

cadre_code cadre_minimum_cost_flow(
  const cadre_network *network, bool simplex, cadre_reason *reason, double *flow, double *potential) {
  if (!is_valid(network)) return CADRE_BAD_ARGUMENT;
  CADRE_GUARDED(NULL, {
    glp_graph *graph = make_graph(network);
    *reason = simplex ? by_simplex(graph) : by_out_of_kilter(graph);
    if (*reason == CADRE_FINISHED) read(graph, flow, potential);
    glp_delete_graph(graph);
  });
  return CADRE_OK;
}
