/// A few agents of a match whose jobs are decided anew: the neighbourhoods of a large neighbourhood search (Shaw
/// 1998), each a small problem for a ``MatchTree``.
struct MatchNeighbourhood {
  /// What the agents could have among them, with what the rest of the match leaves.
  let problem: MatchProblem
  /// By job of the problem: its multiplier.
  let numerators: [Int]
  /// What the agents' jobs cost now.
  let cost: Int
  /// By arc of the problem: its position in the whole.
  private let origins: [Int32]
  /// Arcs that are chosen now and would be decided anew.
  private let replaced: Set<Int32>

  /// Frees agents until about so many jobs are free: one job's agent first, then, job by job, agents who could take
  /// one of those with little rise of the bound.
  ///
  /// - Parameters:
  ///   - jobs: How many to free, about.
  ///   - match: A match that keeps all constraints.
  ///   - whole: What it is a match of.
  ///   - multipliers: Good ones for the whole.
  ///   - rises: By arc: D times what the bound rises by where it is taken.
  ///   - slack: Arcs that rise by more are left out: no better match has them.
  init(
    jobs target: Int, around match: Match, of whole: MatchProblem, multipliers: Multipliers,
    rises: [Int], slack: Int, random: inout Randomness
  ) {
    var chosenOfAgent = Array(repeating: [Int32](), count: whole.agentCount)
    for arc in match.arcs { chosenOfAgent[Int(whole.arcs[Int(arc)].agent)].append(arc) }
    var isFree = Array(repeating: false, count: whole.agentCount)
    var agents: [Int] = []
    var freed: [Int] = []
    func free(_ agent: Int) {
      isFree[agent] = true
      agents.append(agent)
      freed += chosenOfAgent[agent].map { Int(whole.arcs[Int($0)].job) }
    }
    var attempts = 0
    while freed.count < target, agents.count < whole.agentCount, attempts < 4 * target {
      attempts += 1
      let job =
        freed.isEmpty || attempts.isMultiple(of: 16)
        ? random.below(whole.jobs.count) : freed[random.below(freed.count)]
      // One of the three best agents who are not free yet.
      var best: [(rise: Int, agent: Int)] = []
      for position in whole.arcs(ofJob: job) where !isFree[Int(whole.arcs[position].agent)] {
        let entry = (rise: rises[position], agent: Int(whole.arcs[position].agent))
        if best.count == 3, entry >= best[2] { continue }
        best.append(entry)
        best.sort { $0 < $1 }
        if best.count > 3 { best.removeLast() }
      }
      guard !best.isEmpty else { continue }
      free(best[random.below(best.count)].agent)
    }
    agents.sort()

    var newAgent = Array(repeating: -1, count: whole.agentCount)
    for (index, agent) in agents.enumerated() { newAgent[agent] = index }
    replaced = Set(agents.lazy.flatMap { chosenOfAgent[$0] })
    var left = match.unserved(in: whole)
    for arc in replaced.sorted() { left[Int(whole.arcs[Int(arc)].job)] += 1 }

    var jobs: [MatchProblem.Job] = []
    var arcs: [MatchProblem.Arc] = []
    var origins: [Int32] = []
    var numerators: [Int] = []
    var seen = Array(repeating: -1, count: whole.jobs.count)
    let touched = Set(agents.lazy.flatMap { whole.arcs(ofAgent: $0).lazy.map { Int(whole.arcs[Int($0)].job) } })
    for job in touched.sorted() where left[job] > 0 {
      seen[job] = jobs.count
      var properties = whole.jobs[job]
      properties.demand = left[job]
      for position in whole.arcs(ofJob: job)
      where newAgent[Int(whole.arcs[position].agent)] >= 0 && rises[position] <= slack {
        var arc = whole.arcs[position]
        arc.job = Int32(jobs.count)
        arc.agent = Int32(newAgent[Int(arc.agent)])
        arcs.append(arc)
        origins.append(Int32(position))
      }
      jobs.append(properties)
      numerators.append(multipliers.numerators[job])
    }
    problem = MatchProblem(
      kinds: whole.kinds,
      agents: agents.map { agent in
        .init(
          capacity: whole.capacities[agent],
          counts: (0..<whole.kinds).map { whole.counts(ofAgent: agent, kind: $0) })
      }, jobs: jobs, arcs: arcs)
    self.origins = origins
    self.numerators = numerators
    var unserved = jobs.map(\.demand)
    var cost = 0
    for arc in replaced.sorted() {
      cost += whole.arcs[Int(arc)].cost
      unserved[seen[Int(whole.arcs[Int(arc)].job)]] -= 1
    }
    for (job, units) in unserved.enumerated() { cost += units * (jobs[job].unservedPrice ?? 0) }
    self.cost = cost
  }

  /// The whole match with this one in the place of what the agents had.
  func replacing(with own: Match, in match: Match) -> Match {
    Match(match.arcs.filter { !replaced.contains($0) } + own.arcs.map { origins[Int($0)] })
  }
}
