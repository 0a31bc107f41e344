/// Deferred acceptance for jobs that want agents with capacities (Gale and Shapley, College admissions and the
/// stability of marriage, 1962; Roth 1984 for hospitals and residents).
///
/// One side proposes, best choice first; the other keeps the best proposals it has room for. Equal ranks are
/// decided by cost, then by position, so that the outcome is stable for the ranks as given. With loads
/// that never bind it is the stable match best for the side that proposes. With loads, an agent that is
/// overloaded lets its least liked go until the rest fits, and what comes out may be blocked.
struct DeferredAcceptance {
  /// Who proposes.
  enum Side: CaseIterable {
    case agents
    case jobs
  }

  private let problem: MatchProblem
  /// By arc: its place in the order of its agent, and of its job; less is better.
  private let placeByAgent: [Int32]
  private let placeByJob: [Int32]
  private var load: [Int]
  /// By agent and kind.
  private var taken: [Int]
  /// By agent, best first.
  private var heldByAgent: [[Int32]]
  /// By job, best first.
  private var heldByJob: [[Int32]]

  /// Without pins: ``MatchReduction`` takes them out. O(arcs · log arcs).
  init(_ problem: MatchProblem) {
    self.problem = problem
    var (byAgent, byJob) = (Array(repeating: Int32(0), count: problem.arcs.count), [Int32]())
    byJob = byAgent
    for agent in problem.agents {
      let order = problem.arcs(ofAgent: agent).sorted {
        (problem.rankByAgent($0), problem.arcs[Int($0)].cost, $0)
          < (problem.rankByAgent($1), problem.arcs[Int($1)].cost, $1)
      }
      for (place, arc) in order.enumerated() { byAgent[Int(arc)] = Int32(place) }
    }
    for job in problem.jobs.indices {
      let order = problem.arcs(ofJob: job).map(Int32.init).sorted {
        (problem.rankByJob($0), problem.arcs[Int($0)].cost, $0)
          < (problem.rankByJob($1), problem.arcs[Int($1)].cost, $1)
      }
      for (place, arc) in order.enumerated() { byJob[Int(arc)] = Int32(place) }
    }
    placeByAgent = byAgent
    placeByJob = byJob
    load = Array(repeating: 0, count: problem.agentCount)
    taken = Array(repeating: 0, count: problem.agentCount * problem.kinds)
    heldByAgent = Array(repeating: [], count: problem.agentCount)
    heldByJob = Array(repeating: [], count: problem.jobs.count)
  }

  /// The match; jobs may be unserved and counts below their least whatever the problem says. O(arcs · largest
  /// number held).
  mutating func run(proposing side: Side) -> Match {
    switch side {
    case .jobs: letJobsPropose()
    case .agents: letAgentsPropose()
    }
    return Match(heldByJob.flatMap { $0 })
  }

  private mutating func letJobsPropose() {
    let choices = problem.jobs.indices.map { job in
      problem.arcs(ofJob: job).map(Int32.init).sorted { placeByJob[Int($0)] < placeByJob[Int($1)] }
    }
    var next = Array(repeating: 0, count: choices.count)
    var open = Array(problem.jobs.indices.reversed())
    while let job = open.popLast() {
      while heldByJob[job].count < problem.jobs[job].demand, next[job] < choices[job].count {
        let arc = choices[job][next[job]]
        next[job] += 1
        hold(arc)
        let agent = Int(problem.arcs[Int(arc)].agent)
        while let refused = leastLiked(ofOverfull: agent) {
          release(refused)
          let loser = Int(problem.arcs[Int(refused)].job)
          if loser != job { open.append(loser) }
        }
      }
    }
  }

  private mutating func letAgentsPropose() {
    let choices = problem.agents.map { agent in
      problem.arcs(ofAgent: agent).sorted { placeByAgent[Int($0)] < placeByAgent[Int($1)] }
    }
    var next = Array(repeating: 0, count: choices.count)
    var open = Array(problem.agents.reversed())
    // What an agent lacked room for, it may propose again once a job has refused it.
    while let agent = open.popLast() {
      var skipped: Int?
      var position = next[agent]
      while position < choices[agent].count {
        let arc = choices[agent][position]
        position += 1
        guard hasRoom(for: arc) else {
          if skipped == nil { skipped = position - 1 }
          continue
        }
        let job = Int(problem.arcs[Int(arc)].job)
        guard problem.jobs[job].demand > 0, !heldByJob[job].contains(arc) else { continue }
        if heldByJob[job].count == problem.jobs[job].demand {
          let least = heldByJob[job][heldByJob[job].count - 1]
          guard placeByJob[Int(arc)] < placeByJob[Int(least)] else { continue }
          release(least)
          open.append(Int(problem.arcs[Int(least)].agent))
        }
        hold(arc)
      }
      next[agent] = skipped ?? position
    }
  }

  private func hasRoom(for position: Int32) -> Bool {
    let arc = problem.arcs[Int(position)]
    let (agent, kind) = (Int(arc.agent), problem.jobs[Int(arc.job)].kind)
    return load[agent] + Int(arc.load) <= problem.capacities[agent]
      && taken[agent * problem.kinds + kind] < problem.counts(ofAgent: agent, kind: kind).upperBound
  }

  /// What an agent with too much lets go: the least liked, of a kind of which it has too many or, where only
  /// the loads are too much, of any.
  private func leastLiked(ofOverfull agent: Int) -> Int32? {
    for kind in 0..<problem.kinds
    where taken[agent * problem.kinds + kind] > problem.counts(ofAgent: agent, kind: kind).upperBound {
      return heldByAgent[agent].last { problem.jobs[Int(problem.arcs[Int($0)].job)].kind == kind }
    }
    return load[agent] > problem.capacities[agent] ? heldByAgent[agent].last : nil
  }

  private mutating func hold(_ position: Int32) {
    let arc = problem.arcs[Int(position)]
    let (agent, job) = (Int(arc.agent), Int(arc.job))
    load[agent] += Int(arc.load)
    taken[agent * problem.kinds + problem.jobs[job].kind] += 1
    insert(position, into: &heldByAgent[agent], by: placeByAgent)
    insert(position, into: &heldByJob[job], by: placeByJob)
  }

  private mutating func release(_ position: Int32) {
    let arc = problem.arcs[Int(position)]
    let (agent, job) = (Int(arc.agent), Int(arc.job))
    load[agent] -= Int(arc.load)
    taken[agent * problem.kinds + problem.jobs[job].kind] -= 1
    heldByAgent[agent].removeAll { $0 == position }
    heldByJob[job].removeAll { $0 == position }
  }

  private func insert(_ position: Int32, into held: inout [Int32], by place: [Int32]) {
    let index = held.firstIndex { place[Int($0)] > place[Int(position)] } ?? held.count
    held.insert(position, at: index)
  }
}
