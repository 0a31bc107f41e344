/// A flow that serves some of the jobs of a ``Transportation``, and potentials that prove it cheapest for as
/// many units as it carries.
///
/// The network has an arc of capacity 1 from a job to each of its agents, one from each agent to the sink
/// (`most` units; the first `least` earn `reward`, so large that they come first) and, where a job has a price,
/// one from it straight to the sink. With potentials π, the reduced cost of an arc is `cost − π(tail) + π(head)`:
/// it is not negative where the arc can take more, not positive where it carries something.
struct TransportationFlow: ~Copyable {
  struct Job {
    var demand: Int32
    /// Units that have not been sent.
    var waiting: Int32
    /// Units sent straight to the sink: they stay unserved.
    var unserved: Int32 = 0
    /// How many arcs carry a unit: the first of the job's arcs.
    var served: Int32 = 0
    /// Arcs in use by the search: the first of the job's arcs; the others join later.
    var active: Int32
    var hasPrice: Bool
    var price: Int
    var potential = 0
    var distance = 0
    /// The search that reached it last, and the node it came from.
    var search: Int32 = 0
    var parent: Int32 = 0
  }

  struct Agent {
    var least: Int32
    var most: Int32
    /// Jobs that it has; one more than `most` while an augmentation is under way.
    var taken: Int32 = 0
    /// What it has sent to the sink.
    var sent: Int32 = 0
    var potential = 0
    /// What sending a unit to the sink costs, the reward apart.
    var offset = 0
    var distance = 0
    var search: Int32 = 0
    var parent: Int32 = 0
    /// The arc through which a job reached it.
    var parentArc: Int32 = 0
  }

  let jobCount: Int
  let agentCount: Int
  /// By job, and one more: where its arcs start.
  let start: FixedArray<Int32>
  /// By arc: the agent, the cost, and the arc's position in the problem. Arcs move within their job.
  let head: FixedArray<Int32>
  let cost: FixedArray<Int>
  let origin: FixedArray<Int32>
  let jobs: FixedArray<Job>
  let agents: FixedArray<Agent>
  /// The jobs of each agent, from `slotStart`.
  let slotStart: FixedArray<Int32>
  let occupants: FixedArray<Int32>
  /// What the first units of an agent earn.
  let reward: Int

  var sinkPotential = 0
  private var sinkDistance = 0
  private var sinkSearch: Int32 = 0
  private var sinkParent: Int32 = 0
  private var search: Int32 = 0
  private var heap = DistanceHeap()
  private var reached: [Int32] = []

  /// Nobody serves anything yet.
  ///
  /// - Parameters:
  ///   - arcs: By job: positions of the arcs it may use, the first `active` of them from the beginning.
  init(_ problem: Transportation, core: TransportationCore) {
    jobCount = problem.demands.count
    agentCount = problem.counts.count
    start = FixedArray(core.start)
    origin = FixedArray(core.arcs)
    head = FixedArray(core.arcs.map { problem.agentOfArc[Int($0)] })
    cost = FixedArray(core.arcs.map { problem.costOfArc[Int($0)] })
    var degree = Array(repeating: Int32(0), count: problem.counts.count)
    for arc in core.arcs { degree[Int(problem.agentOfArc[Int(arc)])] += 1 }
    jobs = FixedArray(
      problem.jobs.map { job in
        Job(
          demand: Int32(problem.demands[job]), waiting: Int32(problem.demands[job]),
          active: core.active[job], hasPrice: problem.unservedPrices[job] != nil,
          price: problem.unservedPrices[job] ?? 0)
      })
    agents = FixedArray(
      problem.counts.map {
        Agent(least: Int32(clamping: $0.lowerBound), most: Int32(clamping: $0.upperBound))
      })
    var slots: [Int32] = [0]
    slots.reserveCapacity(agentCount + 1)
    for agent in problem.agents {
      slots.append(slots[agent] + min(degree[agent], Int32(clamping: problem.counts[agent].upperBound)) + 1)
    }
    slotStart = FixedArray(slots)
    occupants = FixedArray(repeating: 0, count: Int(slots[agentCount]))
    reward = problem.reward
  }
}

// MARK: - Nodes: agents, then jobs, then the sink

extension TransportationFlow {
  var sink: Int32 { Int32(agentCount + jobCount) }
  func node(ofJob job: Int) -> Int32 { Int32(agentCount + job) }

  /// What the next unit of an agent to the sink costs; `nil` where there is no room.
  @inline(__always)
  func sendingCost(_ agent: borrowing Agent) -> Int? {
    if agent.sent < agent.least { return agent.offset - reward }
    return agent.sent < agent.most ? agent.offset : nil
  }

  /// What the last unit of an agent to the sink cost.
  @inline(__always)
  func sentCost(_ agent: borrowing Agent) -> Int {
    agent.sent <= agent.least ? agent.offset - reward : agent.offset
  }
}

// MARK: - Shortest paths

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

// MARK: - Units on arcs

extension TransportationFlow {
  /// Puts a unit on an arc that carries none. O(1).
  func choose(_ arc: Int, of job: Int) {
    let agent = Int(head[arc])
    swapArcs(arc, Int(start[job] + jobs[job].served))
    jobs[job].served += 1
    occupants[Int(slotStart[agent] + agents[agent].taken)] = Int32(job)
    agents[agent].taken += 1
  }

  /// Takes the unit off an arc. O(jobs of the agent).
  func drop(_ arc: Int, of job: Int) {
    let agent = Int(head[arc])
    jobs[job].served -= 1
    swapArcs(arc, Int(start[job] + jobs[job].served))
    var slot = Int(slotStart[agent])
    while occupants[slot] != job { slot += 1 }
    agents[agent].taken -= 1
    occupants[slot] = occupants[Int(slotStart[agent] + agents[agent].taken)]
  }

  func swapArcs(_ one: Int, _ other: Int) {
    guard one != other else { return }
    (head[one], head[other]) = (head[other], head[one])
    (cost[one], cost[other]) = (cost[other], cost[one])
    (origin[one], origin[other]) = (origin[other], origin[one])
  }
}
