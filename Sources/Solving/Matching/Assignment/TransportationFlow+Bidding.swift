extension TransportationFlow {
  /// Places most units cheaply before the shortest paths: jobs that want one agent bid for it.
  ///
  /// A job bids for the agent that is cheapest at present prices, as much more as makes its second choice
  /// equally good; a full agent drops its lowest bidder, and its price is the lowest bid that it keeps
  /// (Bertsekas and Castañón, The auction algorithm for the transportation problem, 1989, with ε = 0; for
  /// agents of one job it is the augmenting row reduction of Jonker and Volgenant, 1987). What is
  /// placed is optimal for the prices; without an ε, ties and price wars could go on, so a job waits after a
  /// tie and the number of bids is limited.
  ///
  /// - Parameter passes: How often the jobs that wait may try again.
  mutating func bid(passes: Int) {
    let bids = FixedArray(repeating: 0, count: occupants.count)
    var queue = (0..<jobCount).filter { jobs[$0].demand == 1 && jobs[$0].active > 0 }
    for _ in 0..<passes where !queue.isEmpty {
      var next: [Int] = []
      var allowance = 4 * queue.count
      for first in queue {
        var job = first
        while true {
          allowance -= 1
          switch place(job, bids) {
          case .placed: break
          case .dropped(let other) where allowance > 0:
            job = other
            continue
          case .dropped(let other), .tied(let other): next.append(other)
          case .waits: next.append(job)
          }
          break
        }
      }
      queue = next
    }
    for job in 0..<jobCount where jobs[job].demand == 1 && jobs[job].served == 1 {
      let arc = Int(start[job])
      jobs[job].potential = cost[arc] + agents[Int(head[arc])].potential
    }
    for job in 0..<jobCount where jobs[job].waiting > 0 { jobs[job].potential = leastCost(of: job) }
  }

  /// Starts the price of each agent at minus the cost of its cheapest arc, the column reduction of Jonker and
  /// Volgenant. Allowed where every agent is full in every solution, so that an offset changes nothing.
  mutating func reduceAgents() {
    let least = FixedArray(repeating: Int.max, count: agentCount)
    for arc in 0..<head.count { least[Int(head[arc])] = min(least[Int(head[arc])], cost[arc]) }
    for agent in 0..<agentCount where least[agent] < .max { agents[agent].offset = -least[agent] }
  }

  /// What the cheapest way to place a unit of a job costs at present prices. O(arcs of the job).
  func leastCost(of job: Int) -> Int {
    var least = jobs[job].hasPrice ? jobs[job].price + sinkPotential : Int.max
    let first = Int(start[job])
    for arc in first..<(first + Int(jobs[job].active)) {
      least = min(least, cost[arc] + agents[Int(head[arc])].potential)
    }
    return least == .max ? 0 : least
  }

  private enum Bid {
    case placed
    case dropped(Int)
    case tied(Int)
    case waits
  }

  private func place(_ job: Int, _ bids: borrowing FixedArray<Int>) -> Bid {
    let alternative = jobs[job].hasPrice ? jobs[job].price + sinkPotential : Int.max
    var (best, second) = (Int.max, alternative)
    var choice = -1
    let first = Int(start[job])
    for arc in first..<(first + Int(jobs[job].active)) {
      let value = cost[arc] + agents[Int(head[arc])].potential
      if value < best {
        second = min(second, best)
        best = value
        choice = arc
      } else if value < second {
        second = value
        if value == best, !hasRoom(Int(head[choice])), hasRoom(Int(head[arc])) { choice = arc }
      }
    }
    guard choice >= 0, best <= alternative else {
      jobs[job].unserved = 1
      jobs[job].waiting = 0
      jobs[job].potential = alternative
      return .placed
    }
    let agent = Int(head[choice])
    let rise = second < .max ? second - best : 0
    let bid = agents[agent].potential + rise
    if hasRoom(agent) {
      jobs[job].waiting = 0
      choose(choice, of: job)
      agents[agent].sent += 1
      bids[Int(slotStart[agent] + agents[agent].taken) - 1] = bid
      if !hasRoom(agent) {
        for slot in (0..<Int(agents[agent].taken / 2)).reversed() { siftDown(slot, of: agent, bids) }
        agents[agent].potential = bids[Int(slotStart[agent])]
      }
      return .placed
    }
    guard agents[agent].most > 0 else { return .waits }
    let root = Int(slotStart[agent])
    let other = Int(occupants[root])
    jobs[other].served = 0
    jobs[other].waiting = 1
    jobs[job].waiting = 0
    let place = Int(start[job])
    swapArcs(choice, place)
    jobs[job].served = 1
    occupants[root] = Int32(job)
    bids[root] = bid
    siftDown(0, of: agent, bids)
    agents[agent].potential = bids[root]
    return rise > 0 ? .dropped(other) : .tied(other)
  }

  @inline(__always)
  private func hasRoom(_ agent: Int) -> Bool { agents[agent].sent < agents[agent].most }

  /// Restores the order of an agent's slots, a heap with the lowest bid first. O(log jobs of the agent).
  private func siftDown(_ slot: Int, of agent: Int, _ bids: borrowing FixedArray<Int>) {
    let (first, count) = (Int(slotStart[agent]), Int(agents[agent].taken))
    var hole = slot
    while true {
      var child = 2 * hole + 1
      guard child < count else { return }
      if child + 1 < count, bids[first + child + 1] < bids[first + child] { child += 1 }
      guard bids[first + child] < bids[first + hole] else { return }
      (bids[first + child], bids[first + hole]) = (bids[first + hole], bids[first + child])
      (occupants[first + child], occupants[first + hole]) = (occupants[first + hole], occupants[first + child])
      hole = child
    }
  }
}
