/// A match problem without the agents' capacities: what is left is transportation, solved to proven optimality.
///
/// Of each agent and kind it keeps as many jobs as the lightest loads allow. So where all loads of an agent are
/// equal nothing is lost, and where the heaviest loads fit together nothing was there to lose. In any case a
/// match that keeps the capacities and is best without them is best; the potentials of the jobs are
/// multipliers for the match's Lagrangian bound, which is then the cost of the match itself.
///
/// An agent of transportation is an agent of the match with one kind of job.
struct TransportationRelaxation {
  /// What it relaxes. It has no pins: ``MatchReduction`` takes them out.
  let problem: MatchProblem
  /// Arcs and jobs have the positions they have in the match problem.
  let transportation: Transportation
  /// How many agents could be overloaded within their counts.
  let looseAgents: Int

  /// - Throws: The agent whose least counts are more than its capacity takes.
  /// - Complexity: O(arcs · log arcs of an agent).
  init(_ problem: MatchProblem) throws(MatchInfeasibility) {
    self.problem = problem
    var counts: [ClosedRange<Int>] = []
    var looseAgents = 0
    for agent in problem.agents {
      var heaviest = 0
      for kind in 0..<problem.kinds {
        let range = problem.counts(ofAgent: agent, kind: kind)
        var loads: [Int] = []
        for position in problem.arcs(ofAgent: agent) {
          let arc = problem.arcs[Int(position)]
          if problem.jobs[Int(arc.job)].kind == kind { loads.append(Int(arc.load)) }
        }
        loads.sort()
        heaviest += loads.suffix(range.upperBound).reduce(0, +)
        var left = problem.capacities[agent]
        let fitting = loads.prefix { load in
          left -= load
          return left >= 0
        }.count
        let most = min(range.upperBound, fitting)
        guard range.lowerBound <= most else { throw .leastCount(agent: agent) }
        counts.append(range.lowerBound...most)
      }
      if heaviest > problem.capacities[agent] { looseAgents += 1 }
    }
    self.looseAgents = looseAgents
    let kinds = problem.kinds
    transportation = Transportation(
      demands: problem.jobs.map(\.demand), unservedPrices: problem.jobs.map(\.unservedPrice), counts: counts,
      arcsOfJobStart: problem.arcsOfJobStart,
      agentOfArc: kinds == 1
        ? problem.arcs.map(\.agent)
        : problem.arcs.map { $0.agent * Int32(kinds) + Int32(problem.jobs[Int($0.job)].kind) },
      costOfArc: problem.arcs.map(\.cost))
  }

  /// Whether solving it is likely to solve the match: few agents can be overloaded.
  var isTight: Bool { looseAgents * 2 <= problem.agentCount }

  /// The best match, where the best without capacities keeps them; `nil` where it does not, or where it was
  /// stopped.
  ///
  /// - Throws: Why there is no match, where there is none even without capacities.
  func solved(stop: StopSignal) throws(MatchInfeasibility) -> MatchResult? {
    switch transportation.solved(stop: stop) {
    case .optimal(let plan):
      let match = Match(plan.arcs)
      guard problem.violations(of: match).isEmpty else { return nil }
      let cost = plan.cost + problem.constant
      return MatchResult(
        match: match, cost: cost, bound: cost, method: "network flow",
        multipliers: Multipliers(numerators: plan.jobPotentials, denominator: 1), provenByMultipliers: cost,
        cutShort: false)
    case .infeasible(.jobs(let jobs, let agents)): throw .competition(jobs: jobs, agents: origins(of: agents))
    case .infeasible(.agents(let agents, let jobs)): throw .idle(agents: origins(of: agents), jobs: jobs)
    case .interrupted: return nil
    }
  }

  private func origins(of agents: [Int]) -> [Int] {
    agents.map { $0 / problem.kinds }.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }
}
