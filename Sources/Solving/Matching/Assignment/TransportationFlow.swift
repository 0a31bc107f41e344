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

  // What the last search left: see `augment`. Nodes are agents, then jobs, then the sink.
  var sinkDistance = 0
  var sinkSearch: Int32 = 0
  var sinkParent: Int32 = 0
  var search: Int32 = 0
  var heap = DistanceHeap()
  var reached: [Int32] = []

  /// Nobody serves anything yet.
  ///
  /// - Parameters:
  ///   - problem: What is to be carried.
  ///   - core: The arcs that it may use.
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
