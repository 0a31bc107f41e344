/// Which agents serve each job: the arcs of a ``MatchProblem`` that are chosen.
package struct Match: Hashable, Sendable {
  /// Positions in ``MatchProblem/arcs``, ascending: by job, then agent.
  package private(set) var arcs: [Int32]

  /// - Parameter arcs: Positions in ``MatchProblem/arcs``, in any order, each once.
  package init(_ arcs: some Sequence<Int32>) { self.arcs = arcs.sorted() }

  /// Nobody serves anything.
  package static var empty: Match { Match(EmptyCollection()) }

  /// By job: its agents, ascending. O(jobs + arcs chosen).
  package func agentsByJob(in problem: MatchProblem) -> [[Int]] {
    var agents = Array(repeating: [Int](), count: problem.jobs.count)
    for arc in arcs { agents[Int(problem.arcs[Int(arc)].job)].append(Int(problem.arcs[Int(arc)].agent)) }
    return agents
  }

  /// By job: the units that stay unserved. O(jobs + arcs chosen).
  package func unserved(in problem: MatchProblem) -> [Int] {
    var unserved = problem.jobs.map(\.demand)
    for arc in arcs { unserved[Int(problem.arcs[Int(arc)].job)] -= 1 }
    return unserved
  }
}

extension MatchProblem {
  /// What a match costs: its arcs, what stays unserved at a price, and the constant. O(jobs + arcs chosen).
  package func cost(of match: Match) -> Int {
    let unserved = match.unserved(in: self)
    return match.arcs.reduce(constant) { $0 + arcs[Int($1)].cost }
      + zip(jobs, unserved).reduce(0) { $0 + ($1.0.unservedPrice ?? 0) * $1.1 }
  }

  /// One breach of the problem's constraints.
  package enum Violation: Hashable, Sendable {
    /// A job has more agents than it wants.
    case overserved(job: Int, agents: Int, demand: Int)
    /// A job that has to be served whole is not.
    case underserved(job: Int, agents: Int, demand: Int)
    /// An agent's loads exceed the capacity.
    case overloaded(agent: Int, load: Int, capacity: Int)
    /// An agent has too few or too many jobs of a kind.
    case count(agent: Int, kind: Int, jobs: Int, allowed: ClosedRange<Int>)
    /// A pinned arc is not chosen.
    case pin(agent: Int, job: Int)
  }

  /// Every breach of (1)-(4), written from the definition. O(problem).
  package func violations(of match: Match) -> [Violation] {
    var found: [Violation] = []
    var served = Array(repeating: 0, count: jobs.count)
    var load = Array(repeating: 0, count: agentCount)
    var taken = Array(repeating: 0, count: agentCount * kinds)
    var isChosen = Array(repeating: false, count: arcs.count)
    for position in match.arcs {
      let arc = arcs[Int(position)]
      isChosen[Int(position)] = true
      served[Int(arc.job)] += 1
      load[Int(arc.agent)] += Int(arc.load)
      taken[Int(arc.agent) * kinds + jobs[Int(arc.job)].kind] += 1
    }
    for (job, properties) in jobs.enumerated() {
      if served[job] > properties.demand {
        found.append(.overserved(job: job, agents: served[job], demand: properties.demand))
      }
      if served[job] < properties.demand, properties.unservedPrice == nil {
        found.append(.underserved(job: job, agents: served[job], demand: properties.demand))
      }
    }
    for agent in agents {
      if load[agent] > capacities[agent] {
        found.append(.overloaded(agent: agent, load: load[agent], capacity: capacities[agent]))
      }
      for kind in 0..<kinds where !counts(ofAgent: agent, kind: kind).contains(taken[agent * kinds + kind]) {
        found.append(
          .count(
            agent: agent, kind: kind, jobs: taken[agent * kinds + kind],
            allowed: counts(ofAgent: agent, kind: kind)))
      }
    }
    for (position, arc) in arcs.enumerated() where arc.isPinned && !isChosen[position] {
      found.append(.pin(agent: Int(arc.agent), job: Int(arc.job)))
    }
    return found
  }
}
