/// Descents on a match by ejection chains of variable depth, in the way of Lin and Kernighan (1973), on the
/// penalised problem of Yagiura, Ibaraki and Glover (2004): capacities and counts may be broken at a price.
///
/// A chain takes a unit out of its agent, which leaves a hole there. Then, again and again, a unit of another agent
/// moves into the hole and leaves one where it was. It can end at any time: the unit that was taken out goes to
/// the last hole or to any other agent. Shifts are the chains of no move between, swaps those of one that end at
/// the hole, ejections those of one that end elsewhere.
///
/// What an open hole will cost is not counted before it is filled. So the sum of gains along a chain that can still
/// improve the match is positive, and greater than the best gain found: other chains are given up. On the costs of
/// a ``MatchCore``, which are near 0, few survive. Of those the greatest gains are followed, fewer at each depth.
///
/// A move is priced in O(1); a descent step of one unit prices about 100 to 10,000 of them.
struct EjectionChains: ~Copyable {
  let arcs: FixedArray<MatchCore.Arc>
  let jobOfArc: FixedArray<Int32>
  let arcsOfJobStart: FixedArray<Int32>
  /// By agent, in an agent by rising reduced cost.
  let entries: FixedArray<Entry>
  let arcsOfAgentStart: FixedArray<Int32>
  let jobOfUnit: FixedArray<Int32>
  let firstUnit: FixedArray<Int32>
  let kindOfJob: FixedArray<Int32>
  let capacity: FixedArray<Int>
  let capacityPrice: FixedArray<Int>
  let overloadPrice: FixedArray<Int>
  /// By agent: whether counts can bind.
  let isCounted: FixedArray<Bool>
  let least: FixedArray<Int>
  let most: FixedArray<Int>
  let countPrice: Int
  let kinds: Int
  let nobody: Int

  let load: FixedArray<Int>
  /// By agent: what its room is worth, or its overload costs.
  let paid: FixedArray<Int>
  let count: FixedArray<Int>
  let arcOfUnit: FixedArray<Int32>
  /// By unit: the agent and the reduced cost of its arc.
  let places: FixedArray<Place>
  /// No unit's reduced cost and no agent's payment was greater when the descent began or after a chain.
  var greatestCost = 0
  var greatestPaid = 0

  let queue: FixedArray<Int32>
  let isQueued: FixedArray<Bool>
  var queueStart = 0
  var queueCount = 0

  let isMoved: FixedArray<Bool>
  /// The unit that a chain has taken out, which has no agent for the time being.
  var pending: Int?
  let candidates: FixedArray<Step>
  let path: FixedArray<Step>
  let bestPath: FixedArray<Step>
  var bestLength = 0
  var bestGain = 0

  /// Moves priced so far.
  var work = 0

  /// An arc as its agent's holes are filled from it.
  struct Entry: BitwiseCopyable {
    let reducedCost: Int
    let load: Int32
    let arc: Int32
    let job: Int32
  }

  struct Place: BitwiseCopyable {
    var reducedCost: Int
    var agent: Int32
  }

  struct Step: BitwiseCopyable {
    var gain: Int
    var unit: Int32
    var arc: Int32
  }

  /// By depth: how many chains are followed.
  let breadths = FixedArray([16, 6, 4, 2, 1, 1])
  static let widest = 16

  /// - Parameters:
  ///   - core: Of the problem.
  ///   - countPrice: The price of a job too many or too few, in parts of a unit of cost.
  ///   - isCounted: By agent: whether counts can bind.
  init(_ core: MatchCore, of problem: MatchProblem, countPrice: Int, isCounted: [Bool]) {
    arcs = FixedArray(core.arcs)
    jobOfArc = FixedArray(core.jobs)
    arcsOfJobStart = FixedArray(core.arcsOfJobStart)
    entries = FixedArray(
      core.arcsByAgent.map { position in
        let arc = core.arcs[Int(position)]
        return Entry(reducedCost: arc.reducedCost, load: arc.load, arc: position, job: core.jobs[Int(position)])
      })
    arcsOfAgentStart = FixedArray(core.arcsOfAgentStart)
    var units: [Int32] = []
    var first: [Int32] = [0]
    for (job, properties) in problem.jobs.enumerated() {
      units += repeatElement(Int32(job), count: properties.demand)
      first.append(Int32(units.count))
    }
    jobOfUnit = FixedArray(units)
    firstUnit = FixedArray(first)
    kindOfJob = FixedArray(problem.jobs.map { Int32($0.kind) })
    // Nobody has room for all.
    capacity = FixedArray(problem.capacities + [Int.max / 2])
    capacityPrice = FixedArray(core.capacityPrices + [0])
    overloadPrice = FixedArray(repeating: 0, count: problem.agentCount + 1)
    self.isCounted = FixedArray(isCounted + [false])
    least = FixedArray(problem.counts.map(\.lowerBound))
    most = FixedArray(problem.counts.map(\.upperBound))
    self.countPrice = countPrice
    kinds = problem.kinds
    nobody = problem.agentCount
    load = FixedArray(repeating: 0, count: problem.agentCount + 1)
    count = FixedArray(repeating: 0, count: problem.counts.count)
    paid = FixedArray(repeating: 0, count: problem.agentCount + 1)
    arcOfUnit = FixedArray(repeating: 0, count: units.count)
    places = FixedArray(repeating: Place(reducedCost: 0, agent: 0), count: units.count)
    queue = FixedArray(repeating: 0, count: units.count)
    isQueued = FixedArray(repeating: false, count: units.count)
    isMoved = FixedArray(repeating: false, count: units.count)
    let step = Step(gain: 0, unit: 0, arc: 0)
    candidates = FixedArray(repeating: step, count: breadths.count * Self.widest)
    path = FixedArray(repeating: step, count: breadths.count + 1)
    bestPath = FixedArray(repeating: step, count: breadths.count + 1)
  }
}
