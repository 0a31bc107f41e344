/// Who serves whom: the integer-indexed problem that all matching engines solve.
///
/// **Decisions.** A set of arcs, each an agent that serves a job (a coach who takes a request). With x = 1
/// for an arc that is chosen and u for the units of a job that stay unserved,
///
///     min  Σ cost x + Σ price u + constant
///     (1)  Σ of a job's x + u = demand                   every job; u = 0 where it has no price
///     (2)  Σ load x ≤ capacity                           every agent
///     (3)  least ≤ number of jobs of a kind ≤ most       every agent and kind
///     (4)  x = 1                                         every pinned arc
///
/// Generalised assignment is the case of one kind, demands of 1 and no prices; transportation that of loads
/// that never bind; linear assignment that of `most` = 1 besides.
///
/// **Invariants.** Arcs are sorted by job, then agent, and no two join the same pair, so that a position in
/// ``arcs`` says both. Loads and demands are not negative. What is forbidden has no arc. The sum of
/// all |cost| and price x demand is below 2^60, so that no cost of a match overflows.
package struct MatchProblem: Sendable {
  /// Somebody who can serve jobs.
  package struct Agent: Hashable, Sendable {
    /// What the loads of the agent's jobs add up to at most.
    package var capacity: Int
    /// By kind of job: the least and the most jobs.
    package var counts: [ClosedRange<Int>]

    /// - Parameters:
    ///   - capacity: What the loads of the agent's jobs add up to at most.
    ///   - counts: By kind of job.
    package init(capacity: Int, counts: [ClosedRange<Int>]) {
      self.capacity = capacity
      self.counts = counts
    }
  }

  /// Something that wants agents.
  package struct Job: Hashable, Sendable {
    /// How many agents it wants.
    package var demand: Int
    /// What each unit costs that stays unserved; `nil` where none may.
    package var unservedPrice: Int?
    /// Which of the agents' counts it belongs to.
    package var kind: Int

    /// See the properties.
    package init(demand: Int = 1, unservedPrice: Int? = nil, kind: Int = 0) {
      self.demand = demand
      self.unservedPrice = unservedPrice
      self.kind = kind
    }
  }

  /// An agent that may serve a job.
  package struct Arc: Hashable, Sendable {
    /// The agent.
    package var agent: Int32
    /// The job.
    package var job: Int32
    /// What it takes of the agent's capacity.
    package var load: Int32
    /// Whether it has to be chosen.
    package var isPinned: Bool
    /// What it costs; may be negative.
    package var cost: Int

    /// See the properties.
    package init(agent: Int, job: Int, load: Int, cost: Int, isPinned: Bool = false) {
      self.agent = Int32(agent)
      self.job = Int32(job)
      self.load = Int32(load)
      self.cost = cost
      self.isPinned = isPinned
    }
  }

  /// How both sides of an arc like one another: 0 for the first choice; equal ranks are ties.
  package struct Ranks: Hashable, Sendable {
    /// The place of the job among the agent's choices.
    package var byAgent: Int32
    /// The place of the agent among the job's choices.
    package var byJob: Int32

    /// See the properties.
    package init(byAgent: Int, byJob: Int) {
      self.byAgent = Int32(byAgent)
      self.byJob = Int32(byJob)
    }
  }

  /// How many kinds of jobs there are.
  package let kinds: Int
  /// By agent: the capacity.
  package private(set) var capacities: [Int]
  /// By agent and kind, row by row: the least and the most jobs.
  package private(set) var counts: [ClosedRange<Int>]
  /// The jobs.
  package private(set) var jobs: [Job]
  /// By job, then agent.
  package private(set) var arcs: [Arc]
  /// By arc; `nil` where nobody has preferences.
  package let ranks: [Ranks]?
  /// What is paid whatever is decided.
  package let constant: Int
  /// By job, and one more: where its arcs start.
  package let arcsOfJobStart: [Int]
  /// By agent, and one more: where its arcs start in ``arcsByAgent``.
  package let arcsOfAgentStart: [Int]
  /// Positions of arcs, sorted by agent, then job.
  package let arcsByAgent: [Int32]

  /// Sorts the arcs and indexes them. O(arcs · log arcs).
  ///
  /// - Parameters:
  ///   - kinds: How many kinds of jobs there are.
  ///   - agents: Each with a range of counts for each kind.
  ///   - jobs: The jobs.
  ///   - arcs: In any order, no pair twice.
  ///   - ranks: In the order of `arcs`.
  ///   - constant: What is paid whatever is decided.
  /// - Precondition: The invariants of the type.
  package init(
    kinds: Int = 1, agents: [Agent], jobs: [Job], arcs: [Arc], ranks: [Ranks]? = nil, constant: Int = 0
  ) {
    precondition(agents.allSatisfy { $0.counts.count == kinds }, "a range of counts for each kind")
    precondition(jobs.allSatisfy { $0.demand >= 0 && (0..<kinds).contains($0.kind) }, "demand and kind")
    precondition(ranks.map { $0.count == arcs.count } ?? true, "ranks for each arc, or none")
    self.kinds = kinds
    capacities = agents.map(\.capacity)
    counts = agents.flatMap(\.counts)
    self.jobs = jobs
    self.constant = constant
    if Self.isSorted(arcs) {
      self.arcs = arcs
      self.ranks = ranks
    } else {
      let order = arcs.indices.sorted { (arcs[$0].job, arcs[$0].agent) < (arcs[$1].job, arcs[$1].agent) }
      self.arcs = order.map { arcs[$0] }
      self.ranks = ranks.map { given in order.map { given[$0] } }
    }
    precondition(Self.isSorted(self.arcs), "no pair of agent and job twice")

    var jobStart = Array(repeating: 0, count: jobs.count + 1)
    var agentStart = Array(repeating: 0, count: agents.count + 1)
    for arc in self.arcs {
      precondition(arc.load >= 0, "loads are not negative")
      jobStart[Int(arc.job) + 1] += 1
      agentStart[Int(arc.agent) + 1] += 1
    }
    for job in jobs.indices { jobStart[job + 1] += jobStart[job] }
    for agent in agents.indices { agentStart[agent + 1] += agentStart[agent] }
    var next = agentStart
    var byAgent = Array(repeating: Int32(0), count: self.arcs.count)
    for (position, arc) in self.arcs.enumerated() {
      byAgent[next[Int(arc.agent)]] = Int32(position)
      next[Int(arc.agent)] += 1
    }
    arcsOfJobStart = jobStart
    arcsOfAgentStart = agentStart
    arcsByAgent = byAgent
  }

  private static func isSorted(_ arcs: [Arc]) -> Bool {
    zip(arcs, arcs.dropFirst()).allSatisfy { ($0.job, $0.agent) < ($1.job, $1.agent) }
  }
}

extension MatchProblem {
  /// The number of agents.
  package var agentCount: Int { capacities.count }
  /// The positions of all agents.
  package var agents: Range<Int> { capacities.indices }

  /// An agent, as it was given. O(kinds).
  package func agent(_ index: Int) -> Agent {
    Agent(capacity: capacities[index], counts: Array(counts[(index * kinds)..<((index + 1) * kinds)]))
  }

  /// The positions of a job's arcs, by agent. O(1).
  package func arcs(ofJob job: Int) -> Range<Int> { arcsOfJobStart[job]..<arcsOfJobStart[job + 1] }

  /// The positions of an agent's arcs, by job. O(1).
  package func arcs(ofAgent agent: Int) -> ArraySlice<Int32> {
    arcsByAgent[arcsOfAgentStart[agent]..<arcsOfAgentStart[agent + 1]]
  }

  /// The arc that joins an agent and a job, if any. O(log arcs of the job).
  package func arc(from agent: Int, to job: Int) -> Int? {
    var range = arcs(ofJob: job)
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if arcs[middle].agent == agent { return middle }
      range = arcs[middle].agent < agent ? (middle + 1)..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }

  /// The least and the most jobs of a kind that an agent may have. O(1).
  package func counts(ofAgent agent: Int, kind: Int) -> ClosedRange<Int> { counts[agent * kinds + kind] }
}
