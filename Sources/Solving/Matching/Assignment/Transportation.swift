/// Transportation: jobs that want agents, agents that take a number of jobs, and what each pair costs.
///
/// This is the match problem with loads that never bind. With x = 1 for an arc that is chosen and w for the
/// units of a job that stay unserved,
///
///     min  Σ cost x + Σ price w
///     (1)  Σ of a job's x + w = demand               u, of any sign
///     (3)  least ≤ Σ of an agent's x ≤ most          v ≥ 0 where full, ≤ 0 where at its least
///
/// a network flow: its linear program has a whole-numbered optimum, and potentials u and v prove it. With
/// `reduced = cost − u + v`, a solution is optimal where no arc with a positive one is chosen and every arc with
/// a negative one is; where units are unserved only if u ≥ price, and served only if u ≤ price.
package struct Transportation: Sendable {
  /// By job: how many agents it wants.
  package var demands: [Int]
  /// By job: what a unit costs that stays unserved; `nil` where none may.
  package var unservedPrices: [Int?]
  /// By agent: the least and the most jobs.
  package var counts: [ClosedRange<Int>]
  /// By job, and one more: where its arcs start.
  package var arcsOfJobStart: [Int]
  /// By arc: the agent. A job has each agent once.
  package var agentOfArc: [Int32]
  /// By arc: what it costs.
  package var costOfArc: [Int]

  /// See the properties.
  package init(
    demands: [Int], unservedPrices: [Int?], counts: [ClosedRange<Int>], arcsOfJobStart: [Int],
    agentOfArc: [Int32], costOfArc: [Int]
  ) {
    precondition(unservedPrices.count == demands.count && arcsOfJobStart.count == demands.count + 1)
    precondition(agentOfArc.count == costOfArc.count && agentOfArc.count == arcsOfJobStart.last)
    self.demands = demands
    self.unservedPrices = unservedPrices
    self.counts = counts
    self.arcsOfJobStart = arcsOfJobStart
    self.agentOfArc = agentOfArc
    self.costOfArc = costOfArc
  }

  /// The positions of all jobs.
  package var jobs: Range<Int> { demands.indices }
  /// The positions of all agents.
  package var agents: Range<Int> { counts.indices }

  /// The positions of a job's arcs. O(1).
  package func arcs(ofJob job: Int) -> Range<Int> { arcsOfJobStart[job]..<arcsOfJobStart[job + 1] }

  /// A solution and the potentials that prove it optimal.
  package struct Plan: Hashable, Sendable {
    /// Positions of the arcs that are chosen, ascending.
    package var arcs: [Int32]
    /// By job: the units that stay unserved.
    package var unserved: [Int]
    /// By job: u.
    package var jobPotentials: [Int]
    /// By agent: v.
    package var agentPotentials: [Int]
    /// What it costs.
    package var cost: Int
  }

  /// Why no solution exists.
  package enum Shortage: Hashable, Sendable {
    /// These jobs have to be served, want more together than these agents, the only ones who could, can take.
    case jobs([Int], agents: [Int])
    /// These agents have to take more jobs together than these jobs, the only ones they could, can give.
    case agents([Int], jobs: [Int])
  }

  /// How a search ended.
  package enum Outcome: Hashable, Sendable {
    case optimal(Plan)
    case infeasible(Shortage)
    /// Stopped before any solution was found.
    case interrupted
  }
}

extension Transportation {
  /// What keeps a plan from being a proven optimum, or `nil`: demands, counts, cost and complementary
  /// slackness in exact arithmetic, written from the definition. O(problem).
  package func flaw(in plan: Plan) -> String? {
    var isChosen = Array(repeating: false, count: agentOfArc.count)
    for arc in plan.arcs { isChosen[Int(arc)] = true }
    var taken = Array(repeating: 0, count: counts.count)
    var cost = 0
    for job in jobs {
      var served = 0
      for arc in arcs(ofJob: job) {
        let agent = Int(agentOfArc[arc])
        let reduced = costOfArc[arc] - plan.jobPotentials[job] + plan.agentPotentials[agent]
        if isChosen[arc] {
          served += 1
          taken[agent] += 1
          cost += costOfArc[arc]
          if reduced > 0 { return "job \(job) has agent \(agent) at the reduced cost \(reduced)" }
        } else if reduced < 0 {
          return "job \(job) has not agent \(agent), whose reduced cost is \(reduced)"
        }
      }
      let unserved = plan.unserved[job]
      guard served + unserved == demands[job], unserved >= 0 else {
        return "job \(job) has \(served) agents and \(unserved) units unserved, and wants \(demands[job])"
      }
      if let price = unservedPrices[job] {
        cost += price * unserved
        if unserved > 0, plan.jobPotentials[job] < price { return "job \(job) is unserved above its potential" }
        if served > 0, plan.jobPotentials[job] > price { return "job \(job) is served above its price" }
      } else if unserved > 0 {
        return "job \(job) has to be served and lacks \(unserved)"
      }
    }
    for (agent, count) in counts.enumerated() {
      guard count.contains(taken[agent]) else { return "agent \(agent) has \(taken[agent]) jobs, not \(count)" }
      if plan.agentPotentials[agent] > 0, taken[agent] < count.upperBound {
        return "agent \(agent) has room and the price \(plan.agentPotentials[agent])"
      }
      if plan.agentPotentials[agent] < 0, taken[agent] > count.lowerBound {
        return "agent \(agent) has more than the least and the price \(plan.agentPotentials[agent])"
      }
    }
    return cost == plan.cost ? nil : "the cost is \(cost), not \(plan.cost)"
  }
}
