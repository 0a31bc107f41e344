/// An agent and a job that are not matched, and would both rather have one another than (one of) what they
/// have.
package struct BlockingArc: Hashable, Sendable {
  /// The position of the arc that joins them.
  package var arc: Int32
  /// The arc that the job would give up, its least liked; `nil` where it has a unit unserved.
  package var jobLeaves: Int32?
  /// The arcs that the agent would give up, least liked first; none where there is room.
  package var agentLeaves: [Int32]
}

extension MatchProblem {
  /// How the agent of an arc likes the job: 0 is the first choice, and 0 where nobody has preferences.
  func rankByAgent(_ arc: Int32) -> Int32 { ranks?[Int(arc)].byAgent ?? 0 }
  /// How the job of an arc likes the agent: 0 is the first choice, and 0 where nobody has preferences.
  func rankByJob(_ arc: Int32) -> Int32 { ranks?[Int(arc)].byJob ?? 0 }

  /// Every pair that blocks a match, by arc.
  ///
  /// A job prefers an agent that it ranks strictly before its least liked one, and any agent to a unit
  /// unserved. An agent prefers a job where capacity and counts allow it once jobs that the agent ranks
  /// strictly behind it are given up. Ties do not block (weak stability: Irving 1994), and nobody gives up what
  /// is pinned. With capacities and loads it is the definition of residents of different sizes (McDermid and
  /// Manlove 2010).
  ///
  /// - Complexity: O(arcs + arcs that a job prefers · jobs of the agent).
  package func blockingPairs(of match: Match) -> [BlockingArc] {
    var isChosen = Array(repeating: false, count: arcs.count)
    var chosenByAgent = Array(repeating: [Int32](), count: agentCount)
    var worst = Array(repeating: Int32?.none, count: jobs.count)
    for position in match.arcs {
      let arc = arcs[Int(position)]
      isChosen[Int(position)] = true
      chosenByAgent[Int(arc.agent)].append(position)
      if !arc.isPinned, worst[Int(arc.job)].map({ rankByJob(position) > rankByJob($0) }) ?? true {
        worst[Int(arc.job)] = position
      }
    }
    for agent in agents {
      chosenByAgent[agent].sort { (rankByAgent($0), $0) > (rankByAgent($1), $1) }
    }
    let unserved = match.unserved(in: self)
    var found: [BlockingArc] = []
    for job in jobs.indices {
      let leaves = unserved[job] > 0 ? nil : worst[job]
      guard unserved[job] > 0 || leaves != nil else { continue }
      for position in arcs(ofJob: job) where !isChosen[position] {
        let arc = Int32(position)
        if let leaves, rankByJob(arc) >= rankByJob(leaves) { continue }
        if let gives = sacrifice(for: arc, of: chosenByAgent[Int(arcs[position].agent)]) {
          found.append(BlockingArc(arc: arc, jobLeaves: leaves, agentLeaves: gives))
        }
      }
    }
    return found
  }

  /// What the agent of an arc would give up to have it, least liked first; `nil` where all that it likes less
  /// would not be enough.
  private func sacrifice(for position: Int32, of chosen: [Int32]) -> [Int32]? {
    let arc = arcs[Int(position)]
    let (agent, kind) = (Int(arc.agent), jobs[Int(arc.job)].kind)
    var load = chosen.reduce(Int(arc.load)) { $0 + Int(arcs[Int($1)].load) }
    var count = chosen.count { jobs[Int(arcs[Int($0)].job)].kind == kind } + 1
    let most = counts(ofAgent: agent, kind: kind).upperBound
    var given: [Int32] = []
    for other in chosen where rankByAgent(other) > rankByAgent(position) && !arcs[Int(other)].isPinned {
      if load <= capacities[agent], count <= most { break }
      let isOfKind = jobs[Int(arcs[Int(other)].job)].kind == kind
      // Another kind takes minutes and no place.
      if load <= capacities[agent], !isOfKind { continue }
      given.append(other)
      load -= Int(arcs[Int(other)].load)
      if isOfKind { count -= 1 }
    }
    return load <= capacities[agent] && count <= most ? given : nil
  }
}
