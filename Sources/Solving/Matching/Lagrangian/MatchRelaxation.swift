/// The Lagrangian relaxation of a match: the rows that serve jobs are priced, and agents choose alone.
///
/// With multipliers π = q / D of (1),
///
///     D L = D constant + Σ demand min(q, D price) - Σ over agents of max { Σ (q - D cost) x : (2), (3) }
///
/// is D times a lower bound on the cost of every match, computed without rounding (Fisher 1981). A job that
/// has no price pays q whatever its sign. The best L is the Dantzig-Wolfe bound, which is above that of the
/// linear relaxation because each agent's choice is whole.
struct MatchRelaxation {
  /// What is relaxed. It has no pins: ``MatchReduction`` takes them out.
  let problem: MatchProblem

  init(_ problem: MatchProblem) { self.problem = problem }

  /// D L at multipliers; `nil` where an agent cannot have its least counts, so that there is no match.
  ///
  /// - Complexity: O(arcs) and a ``Knapsack`` for each agent.
  func value(at multipliers: Multipliers) -> Int? {
    let (numerators, denominator) = (multipliers.numerators, multipliers.denominator)
    var total = denominator * problem.constant
    for (job, properties) in problem.jobs.enumerated() {
      let price = properties.unservedPrice.map { $0 * denominator }
      total += properties.demand * min(numerators[job], price ?? numerators[job])
    }
    let kinds = problem.kinds
    var knapsack = Knapsack()
    for agent in problem.agents {
      let counts = problem.counts[(agent * kinds)..<((agent + 1) * kinds)]
      knapsack.items = problem.arcs(ofAgent: agent).map { position in
        let arc = problem.arcs[Int(position)]
        return .init(
          id: position, kind: Int32(problem.jobs[Int(arc.job)].kind), load: Int(arc.load),
          profit: numerators[Int(arc.job)] - denominator * arc.cost)
      }
      guard let value = knapsack.solve(capacity: problem.capacities[agent], counts: counts) else { return nil }
      total -= value
    }
    return total
  }
}
