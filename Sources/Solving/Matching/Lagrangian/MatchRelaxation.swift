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
  /// By job: how many agents chose it, less what it wants beyond what it would rather leave unserved.
  private(set) var excess: [Int]
  /// By agent: the arcs it chose.
  private(set) var chosen: [[Int32]]
  private var knapsack = Knapsack()

  init(_ problem: MatchProblem) {
    self.problem = problem
    excess = Array(repeating: 0, count: problem.jobs.count)
    chosen = Array(repeating: [], count: problem.agentCount)
  }

  /// D L at multipliers; `nil` where an agent cannot have its least counts, so that there is no match.
  ///
  /// - Complexity: O(arcs) and a ``Knapsack`` for each agent.
  mutating func value(at multipliers: Multipliers) -> Int? {
    let (numerators, denominator) = (multipliers.numerators, multipliers.denominator)
    var total = denominator * problem.constant
    for (job, properties) in problem.jobs.enumerated() {
      let numerator = numerators[job]
      if let price = properties.unservedPrice, denominator * price < numerator {
        total += properties.demand * denominator * price
        excess[job] = 0
      } else {
        total += properties.demand * numerator
        excess[job] = -properties.demand
      }
    }
    let kinds = problem.kinds
    for agent in problem.agents {
      knapsack.items.removeAll(keepingCapacity: true)
      let counts = problem.counts[(agent * kinds)..<((agent + 1) * kinds)]
      let takesAll = counts.contains { $0.lowerBound > 0 }
      for position in problem.arcs(ofAgent: agent) {
        let arc = problem.arcs[Int(position)]
        let profit = numerators[Int(arc.job)] - denominator * arc.cost
        guard profit > 0 || takesAll else { continue }
        knapsack.items.append(
          .init(
            id: position, kind: Int32(problem.jobs[Int(arc.job)].kind), load: Int(arc.load), profit: profit))
      }
      guard let value = knapsack.solve(capacity: problem.capacities[agent], counts: counts) else { return nil }
      total -= value
      chosen[agent] = knapsack.chosen
      for position in knapsack.chosen { excess[Int(problem.arcs[Int(position)].job)] += 1 }
    }
    return total
  }
}
