/// A problem without what is decided already: pins are taken, and arcs that no match can have are left out.
struct MatchReduction {
  /// What is left to decide.
  let problem: MatchProblem
  /// By arc of what is left: its position in the problem that was given.
  let arcs: [Int32]
  /// The pinned arcs, positions in the problem that was given.
  let pinned: [Int32]

  /// Takes pins out of demands, capacities and counts. O(arcs).
  ///
  /// - Returns: `nil`, with a reason, where pins exceed a demand, a capacity or a count.
  static func make(_ given: MatchProblem) -> Result<MatchReduction, MatchInfeasibility> {
    var jobs = given.jobs
    var capacities = given.capacities
    var taken = Array(repeating: 0, count: given.counts.count)
    var constant = given.constant
    var pinned: [Int32] = []
    for (position, arc) in given.arcs.enumerated() where arc.isPinned {
      pinned.append(Int32(position))
      jobs[Int(arc.job)].demand -= 1
      capacities[Int(arc.agent)] -= Int(arc.load)
      taken[Int(arc.agent) * given.kinds + jobs[Int(arc.job)].kind] += 1
      constant += arc.cost
    }
    if let job = jobs.firstIndex(where: { $0.demand < 0 }) { return .failure(.pinsExceedDemand(job: job)) }
    if let agent = capacities.firstIndex(where: { $0 < 0 }), !pinned.isEmpty || given.capacities[agent] < 0 {
      return .failure(.pinsExceedCapacity(agent: agent))
    }
    var counts: [ClosedRange<Int>] = []
    for (cell, range) in given.counts.enumerated() {
      guard taken[cell] <= range.upperBound else {
        return .failure(.pinsExceedCount(agent: cell / given.kinds, kind: cell % given.kinds))
      }
      counts.append(max(0, range.lowerBound - taken[cell])...(range.upperBound - taken[cell]))
    }
    var arcs: [MatchProblem.Arc] = []
    var origins: [Int32] = []
    for (position, arc) in given.arcs.enumerated()
    where !arc.isPinned && jobs[Int(arc.job)].demand > 0 && Int(arc.load) <= capacities[Int(arc.agent)]
      && counts[Int(arc.agent) * given.kinds + jobs[Int(arc.job)].kind].upperBound > 0
    {
      arcs.append(arc)
      origins.append(Int32(position))
    }
    let agents = given.agents.map { agent in
      MatchProblem.Agent(
        capacity: capacities[agent], counts: Array(counts[(agent * given.kinds)..<((agent + 1) * given.kinds)]))
    }
    return .success(
      MatchReduction(
        problem: MatchProblem(
          kinds: given.kinds, agents: agents, jobs: jobs, arcs: arcs,
          ranks: given.ranks.map { ranks in origins.map { ranks[Int($0)] } }, constant: constant),
        arcs: origins, pinned: pinned))
  }

  /// A match of what is left as one of the problem that was given.
  func expand(_ match: Match) -> Match { Match(pinned + match.arcs.map { arcs[Int($0)] }) }

  /// What is left of a match of the problem that was given, arcs that no match can have left out.
  func contract(_ match: Match, of given: MatchProblem) -> Match {
    Match(
      match.arcs.compactMap { position in
        let arc = given.arcs[Int(position)]
        return arc.isPinned ? nil : problem.arc(from: Int(arc.agent), to: Int(arc.job)).map(Int32.init)
      })
  }
}

/// Why no match keeps all constraints.
package enum MatchInfeasibility: Error, Hashable, Sendable {
  /// More agents are pinned to a job than it wants.
  case pinsExceedDemand(job: Int)
  /// The pinned jobs of an agent are too much for the capacity.
  case pinsExceedCapacity(agent: Int)
  /// An agent has too many pinned jobs of a kind.
  case pinsExceedCount(agent: Int, kind: Int)
  /// A job that has to be served has fewer agents who can than it wants.
  case tooFewAgents(job: Int, agents: Int, demand: Int)
  /// An agent cannot have its least counts.
  case leastCount(agent: Int)
  /// Jobs that have to be served, and these agents, who are the only ones, cannot take them all.
  case competition(jobs: [Int], agents: [Int])
  /// Agents with least counts, and these jobs, the only ones they could have, are too few.
  case idle(agents: [Int], jobs: [Int])
  /// Each job can be served, and not all together: the bound has passed every cost.
  case together
}

extension MatchInfeasibility: CustomStringConvertible {
  /// The reason, agents and jobs counted from 0.
  package var description: String {
    switch self {
    case .pinsExceedDemand(let job): "more agents are pinned to job \(job) than it wants"
    case .pinsExceedCapacity(let agent): "the jobs pinned to agent \(agent) exceed its capacity"
    case .pinsExceedCount(let agent, let kind): "agent \(agent) has too many pinned jobs of kind \(kind)"
    case .tooFewAgents(let job, let agents, let demand):
      "job \(job) wants \(demand) and \(agents) agents can serve it"
    case .leastCount(let agent): "agent \(agent) cannot have its least number of jobs"
    case .competition(let jobs, let agents):
      "\(jobs.count) jobs may only have \(agents.count) agents, who can take fewer"
    case .idle(let agents, let jobs):
      "\(agents.count) agents may only have \(jobs.count) jobs, fewer than their least numbers"
    case .together: "the jobs can be served one by one, and not all together"
    }
  }
}
