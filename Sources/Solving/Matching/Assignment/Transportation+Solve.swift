extension Transportation {
  /// More than any two solutions can differ in cost, so that the least counts come first.
  var reward: Int {
    guard counts.contains(where: { $0.lowerBound > 0 }) else { return 0 }
    var total = 1
    for job in jobs {
      let costs = costOfArc[arcs(ofJob: job)]
      let values = [costs.min(), costs.max(), unservedPrices[job]].compactMap { $0 }
      guard let least = values.min(), let most = values.max() else { continue }
      total += demands[job] * (most - least)
    }
    return total
  }

  /// Whether every agent is full in every solution.
  var isBalanced: Bool {
    unservedPrices.allSatisfy { $0 == nil }
      && demands.reduce(0, +) == counts.reduce(0) { $0 + $1.upperBound }
  }

  /// A solution of least cost, with its proof, by successive shortest paths.
  ///
  /// - Parameters:
  ///   - width: How many arcs a job has in the search at first; by default few where every agent is full in every
  ///     solution, for prices then spread jobs over their next best agents, and many otherwise, for where
  ///     places are short whole districts are pushed out, and arcs that join late cost a path each.
  ///   - stop: When to give up.
  /// - Complexity: O(units · arcs in the search · log) at worst; after bidding few units are left.
  package func solved(width: Int? = nil, stop: StopSignal = .never) -> Outcome {
    let width = width ?? (isBalanced ? 16 : 400)
    let core = TransportationCore(self, width: width)
    let isWhole = core.arcs.count == agentOfArc.count
    var flow = TransportationFlow(self, core: core)
    if isBalanced { flow.reduceAgents() }
    for agent in agents {
      flow.agents[agent].potential = flow.sendingCost(flow.agents[agent]) ?? 0
    }
    for job in jobs { flow.jobs[job].potential = flow.leastCost(of: job) }
    if flow.reward == 0 { flow.bid(passes: 4) }
    for job in jobs {
      while flow.jobs[job].waiting > 0 {
        if stop.isRaised { return .interrupted }
        guard flow.augment(from: flow.node(ofJob: job), to: flow.sink) else {
          if !isWhole { return solved(width: width * 8, stop: stop) }
          return .infeasible(
            .jobs(jobs.filter { flow.isReached(job: $0) }, agents: agents.filter { flow.isReached(agent: $0) }))
        }
        flow.jobs[job].waiting -= 1
      }
    }
    if !isWhole {
      while let wider = widened(flow) {
        flow = wider
        for job in jobs {
          if stop.isRaised { return .interrupted }
          flow.activateArcs(of: job)
        }
      }
    }
    if let agent = agents.first(where: { flow.agents[$0].taken < flow.agents[$0].least }) {
      return .infeasible(shortage(ofAgent: agent, flow))
    }
    return .optimal(plan(flow))
  }

  /// The flow with arcs added that its potentials say could improve it; `nil` where there are none.
  private func widened(_ flow: borrowing TransportationFlow) -> TransportationFlow? {
    var lists: [(used: [Int32], added: [Int32])] = []
    lists.reserveCapacity(jobs.count)
    var found = 0
    var isUsed = Set<Int32>()
    for job in jobs {
      let first = Int(flow.start[job])
      let used = (first..<Int(flow.start[job + 1])).map { flow.origin[$0] }
      let potential = flow.jobs[job].potential
      var added: [(reduced: Int, arc: Int32)] = []
      let range = arcs(ofJob: job)
      if used.count < range.count {
        for arc in range {
          let reduced = costOfArc[arc] - potential + flow.agents[Int(agentOfArc[arc])].potential
          if reduced < 0 { added.append((reduced, Int32(arc))) }
        }
        if !added.isEmpty {
          isUsed = Set(used)
          added.removeAll { isUsed.contains($0.arc) }
          added.sort { $0 < $1 }
          if added.count > 8 { added.removeLast(added.count - 8) }
        }
      }
      found += added.count
      lists.append((used, added.map(\.arc)))
    }
    guard found > 0 else { return nil }
    return TransportationFlow(self, core: TransportationCore(arcsByJob: lists), continuing: flow)
  }

  private func plan(_ flow: borrowing TransportationFlow) -> Plan {
    var chosen: [Int32] = []
    var cost = 0
    var unserved: [Int] = []
    for job in jobs {
      let first = Int(flow.start[job])
      for arc in first..<(first + Int(flow.jobs[job].served)) {
        chosen.append(flow.origin[arc])
        cost += flow.cost[arc]
      }
      unserved.append(Int(flow.jobs[job].unserved))
      cost += flow.jobs[job].price * Int(flow.jobs[job].unserved)
    }
    chosen.sort()
    // Where all agents are full, any constant may be added to the prices: none is negative then.
    let shift = isBalanced ? (agents.map { flow.agents[$0].potential }.min() ?? 0) : flow.sinkPotential
    return Plan(
      arcs: chosen, unserved: unserved, jobPotentials: jobs.map { flow.jobs[$0].potential - shift },
      agentPotentials: agents.map { flow.agents[$0].potential - shift }, cost: cost)
  }

  /// What keeps an agent below its least count: the jobs that it could have more of cannot be spared where
  /// they are, and so on.
  private func shortage(ofAgent agent: Int, _ flow: borrowing TransportationFlow) -> Shortage {
    var jobsOfAgent: [[Int]] = Array(repeating: [], count: counts.count)
    for job in jobs { for arc in arcs(ofJob: job) { jobsOfAgent[Int(agentOfArc[arc])].append(job) } }
    var isShort = Array(repeating: false, count: counts.count)
    var isSeen = Array(repeating: false, count: demands.count)
    var open = [agent]
    isShort[agent] = true
    while let agent = open.popLast() {
      for job in jobsOfAgent[agent] where !isSeen[job] {
        let first = Int(flow.start[job])
        let owners = (first..<(first + Int(flow.jobs[job].served))).map { Int(flow.head[$0]) }
        if owners.contains(agent) { continue }
        isSeen[job] = true
        for owner in owners where !isShort[owner] {
          isShort[owner] = true
          open.append(owner)
        }
      }
    }
    let short = agents.filter { isShort[$0] }
    return .agents(short, jobs: Set(short.flatMap { jobsOfAgent[$0] }).sorted())
  }
}

extension TransportationFlow {
  /// The same flow with more arcs, which are not in use yet.
  init(_ problem: Transportation, core: TransportationCore, continuing flow: borrowing TransportationFlow) {
    self.init(problem, core: core)
    sinkPotential = flow.sinkPotential
    for agent in 0..<agentCount {
      agents[agent].sent = flow.agents[agent].sent
      agents[agent].potential = flow.agents[agent].potential
      agents[agent].offset = flow.agents[agent].offset
    }
    for job in 0..<jobCount {
      jobs[job].waiting = flow.jobs[job].waiting
      jobs[job].unserved = flow.jobs[job].unserved
      jobs[job].potential = flow.jobs[job].potential
      for arc in Int(start[job])..<Int(start[job] + flow.jobs[job].served) { choose(arc, of: job) }
    }
  }

  /// Brings the arcs of a job into use, one after the other; each that could improve the flow takes a unit,
  /// and the shortest way back from its agent to the job makes the flow optimal again.
  mutating func activateArcs(of job: Int) {
    while Int(start[job] + jobs[job].active) < Int(start[job + 1]) {
      let arc = Int(start[job] + jobs[job].active)
      jobs[job].active += 1
      let agent = Int(head[arc])
      guard cost[arc] - jobs[job].potential + agents[agent].potential < 0 else { continue }
      choose(arc, of: job)
      let found = augment(from: Int32(agent), to: node(ofJob: job))
      precondition(found, "the unit can always go back by the arc it came")
    }
  }
}
