extension TransportationFlow {
  /// Sends one unit along a shortest path, by Dijkstra's algorithm on reduced costs, and changes the
  /// potentials so that they prove the new flow.
  ///
  /// - Returns: Whether there was a path; if not, ``isReached(job:)`` and ``isReached(agent:)`` say where it ended.
  mutating func augment(from source: Int32, to target: Int32) -> Bool {
    guard findPath(from: source, to: target) else { return false }
    let length = distance(target)
    for node in reached {
      let own = distance(node)
      guard own < length else { continue }
      if node < agentCount {
        agents[Int(node)].potential += length - own
      } else if node < sink {
        jobs[Int(node) - agentCount].potential += length - own
      } else {
        sinkPotential += length - own
      }
    }
    push(from: source, to: target)
    return true
  }

  /// Whether the last search came to a job.
  func isReached(job: Int) -> Bool { jobs[job].search == search }
  /// Whether the last search came to an agent.
  func isReached(agent: Int) -> Bool { agents[agent].search == search }

  @inline(__always)
  private func distance(_ node: Int32) -> Int {
    if node < agentCount { return agents[Int(node)].distance }
    return node < sink ? jobs[Int(node) - agentCount].distance : sinkDistance
  }

  private mutating func findPath(from source: Int32, to target: Int32) -> Bool {
    search += 1
    heap.removeAll()
    reached.removeAll(keepingCapacity: true)
    // No label beyond that of the target matters.
    var limit = Int.max
    reach(source, from: source, at: 0, target: target, limit: &limit)
    while let (node, key) = heap.removeFirst() {
      if key >= limit { return true }
      if node < agentCount {
        guard agents[Int(node)].distance == key else { continue }
        leaveAgent(node, at: key, target: target, limit: &limit)
      } else if node < sink {
        guard jobs[Int(node) - agentCount].distance == key else { continue }
        leaveJob(node, at: key, target: target, limit: &limit)
      } else {
        guard sinkDistance == key else { continue }
        leaveSink(at: key, target: target, limit: &limit)
      }
    }
    return limit < .max
  }

  @inline(__always)
  private mutating func reach(
    _ node: Int32, from parent: Int32, at distance: Int, target: Int32, limit: inout Int
  ) {
    if node < agentCount {
      if agents[Int(node)].search == search {
        guard distance < agents[Int(node)].distance else { return }
      } else {
        agents[Int(node)].search = search
        reached.append(node)
      }
      agents[Int(node)].distance = distance
      agents[Int(node)].parent = parent
    } else if node < sink {
      let job = Int(node) - agentCount
      if jobs[job].search == search {
        guard distance < jobs[job].distance else { return }
      } else {
        jobs[job].search = search
        reached.append(node)
      }
      jobs[job].distance = distance
      jobs[job].parent = parent
    } else {
      if sinkSearch == search {
        guard distance < sinkDistance else { return }
      } else {
        sinkSearch = search
        reached.append(node)
      }
      sinkDistance = distance
      sinkParent = parent
    }
    if node == target { limit = distance } else { heap.insert(node, at: distance) }
  }

  private mutating func leaveJob(_ node: Int32, at distance: Int, target: Int32, limit: inout Int) {
    let job = Int(node) - agentCount
    let base = distance - jobs[job].potential
    let first = Int(start[job])
    for arc in (first + Int(jobs[job].served))..<(first + Int(jobs[job].active)) {
      let agent = Int(head[arc])
      let label = base + cost[arc] + agents[agent].potential
      guard label < limit else { continue }
      if agents[agent].search == search, label >= agents[agent].distance { continue }
      agents[agent].parentArc = Int32(arc)
      reach(Int32(agent), from: node, at: label, target: target, limit: &limit)
    }
    if jobs[job].hasPrice {
      let label = base + jobs[job].price + sinkPotential
      if label < limit { reach(sink, from: node, at: label, target: target, limit: &limit) }
    }
  }

  private mutating func leaveAgent(_ node: Int32, at distance: Int, target: Int32, limit: inout Int) {
    let agent = Int(node)
    if let sending = sendingCost(agents[agent]) {
      let label = distance + sending - agents[agent].potential + sinkPotential
      if label < limit { reach(sink, from: node, at: label, target: target, limit: &limit) }
    }
    let first = Int(slotStart[agent])
    for slot in first..<(first + Int(agents[agent].taken)) {
      let job = Int(occupants[slot])
      if jobs[job].search == search, jobs[job].distance <= distance { continue }
      let label = distance - cost[arc(of: job, to: agent)] + jobs[job].potential - agents[agent].potential
      if label < limit { reach(self.node(ofJob: job), from: node, at: label, target: target, limit: &limit) }
    }
  }

  /// Takes units back that went to the sink. Needed only where the sink is not the target.
  private mutating func leaveSink(at distance: Int, target: Int32, limit: inout Int) {
    for agent in 0..<agentCount where agents[agent].sent > 0 {
      let label = distance - sentCost(agents[agent]) + agents[agent].potential - sinkPotential
      if label < limit { reach(Int32(agent), from: sink, at: label, target: target, limit: &limit) }
    }
    for job in 0..<jobCount where jobs[job].unserved > 0 {
      let label = distance - jobs[job].price + jobs[job].potential - sinkPotential
      if label < limit { reach(node(ofJob: job), from: sink, at: label, target: target, limit: &limit) }
    }
  }

  /// The arc by which a job has an agent.
  @inline(__always)
  private func arc(of job: Int, to agent: Int) -> Int {
    var arc = Int(start[job])
    while head[arc] != agent { arc += 1 }
    return arc
  }

  private func push(from source: Int32, to target: Int32) {
    var node = target
    while node != source {
      if node == sink {
        node = sinkParent
        if node < agentCount { agents[Int(node)].sent += 1 } else { jobs[Int(node) - agentCount].unserved += 1 }
      } else if node < agentCount {
        let (agent, parent) = (Int(node), agents[Int(node)].parent)
        if parent == sink {
          agents[agent].sent -= 1
        } else {
          choose(Int(agents[agent].parentArc), of: Int(parent) - agentCount)
        }
        node = parent
      } else {
        let (job, parent) = (Int(node) - agentCount, jobs[Int(node) - agentCount].parent)
        if parent == sink {
          jobs[job].unserved -= 1
        } else {
          drop(arc(of: job, to: Int(parent)), of: job)
        }
        node = parent
      }
    }
  }
}
