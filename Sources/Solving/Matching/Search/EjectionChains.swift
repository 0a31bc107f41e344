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
  private let arcs: FixedArray<MatchCore.Arc>
  private let jobOfArc: FixedArray<Int32>
  private let arcsOfJobStart: FixedArray<Int32>
  /// By agent, in an agent by rising reduced cost.
  private let entries: FixedArray<Entry>
  private let arcsOfAgentStart: FixedArray<Int32>
  private let jobOfUnit: FixedArray<Int32>
  private let firstUnit: FixedArray<Int32>
  private let kindOfJob: FixedArray<Int32>
  private let capacity: FixedArray<Int>
  private let capacityPrice: FixedArray<Int>
  private let overloadPrice: FixedArray<Int>
  /// By agent: whether counts can bind.
  private let isCounted: FixedArray<Bool>
  private let least: FixedArray<Int>
  private let most: FixedArray<Int>
  private let countPrice: Int
  private let kinds: Int
  private let nobody: Int

  private let load: FixedArray<Int>
  /// By agent: what its room is worth, or its overload costs.
  private let paid: FixedArray<Int>
  private let count: FixedArray<Int>
  private let arcOfUnit: FixedArray<Int32>
  /// By unit: the agent and the reduced cost of its arc.
  private let places: FixedArray<Place>
  /// No unit's reduced cost and no agent's payment was greater when the descent began or after a chain.
  private var greatestCost = 0
  private var greatestPaid = 0

  private let queue: FixedArray<Int32>
  private let isQueued: FixedArray<Bool>
  private var queueStart = 0
  private var queueCount = 0

  private let isMoved: FixedArray<Bool>
  /// The unit that a chain has taken out, which has no agent for the time being.
  private var pending: Int?
  private let candidates: FixedArray<Step>
  private let path: FixedArray<Step>
  private let bestPath: FixedArray<Step>
  private var bestLength = 0
  private var bestGain = 0

  /// Moves priced so far.
  private(set) var work = 0

  /// An arc as its agent's holes are filled from it.
  private struct Entry: BitwiseCopyable {
    let reducedCost: Int
    let load: Int32
    let arc: Int32
    let job: Int32
  }

  private struct Place: BitwiseCopyable {
    var reducedCost: Int
    var agent: Int32
  }

  private struct Step: BitwiseCopyable {
    var gain: Int
    var unit: Int32
    var arc: Int32
  }

  /// By depth: how many chains are followed.
  private let breadths = FixedArray([16, 6, 4, 2, 1, 1])
  private static let widest = 16

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

// MARK: The match as it is

extension EjectionChains {
  /// How many units there are.
  var unitCount: Int { arcOfUnit.count }

  /// By unit: its arc of the core.
  var assignment: [Int32] { arcOfUnit.array }

  /// By unit: its arc of the core.
  func arc(of unit: Int) -> Int32 { arcOfUnit[unit] }

  /// Takes an assignment over: by unit, its arc of the core. O(units + agents).
  mutating func take(_ assignment: [Int32]) {
    for agent in 0..<load.count {
      load[agent] = 0
      paid[agent] = penalty(agent, 0)
    }
    for cell in 0..<count.count { count[cell] = 0 }
    for unit in 0..<arcOfUnit.count {
      place(unit, assignment[unit])
      occupy(assignment[unit], sign: 1)
    }
  }

  /// The prices of a unit of load above the agents' capacities, in parts of a unit of cost.
  func setOverloadPrices(_ prices: [Int]) {
    for agent in prices.indices {
      overloadPrice[agent] = prices[agent]
      paid[agent] = penalty(agent, load[agent])
    }
  }

  /// Whether an agent has more than it can carry.
  func isOverloaded(_ agent: Int) -> Bool { load[agent] > capacity[agent] }

  /// Whether capacities and counts are kept.
  var isFeasible: Bool {
    for agent in 0..<nobody where isOverloaded(agent) { return false }
    for cell in 0..<count.count where count[cell] < least[cell] || count[cell] > most[cell] { return false }
    return true
  }

  /// Reduced costs and penalties of an assignment, in parts of a unit of cost; it takes the place of the one that
  /// was. O(units + agents).
  mutating func penalizedCost(taking assignment: [Int32]) -> Int {
    take(assignment)
    return penalizedCost
  }

  /// Reduced costs and penalties, in parts of a unit of cost. O(units + agents).
  var penalizedCost: Int {
    var total = 0
    for unit in 0..<places.count { total += places[unit].reducedCost }
    for agent in 0..<nobody { total += paid[agent] }
    for cell in 0..<count.count {
      total += (max(0, count[cell] - most[cell]) + max(0, least[cell] - count[cell])) * countPrice
    }
    return total
  }

  /// The change of the penalised cost where a unit goes to another arc; `nil` where another unit of its job has that
  /// one. O(demand of the job).
  func deltaOfShift(_ unit: Int, to target: Int32) -> Int? {
    guard !isTaken(target) else { return nil }
    let (from, to) = (arcs[Int(arcOfUnit[unit])], arcs[Int(target)])
    let (leaving, entering) = (Int(from.agent), Int(to.agent))
    return to.reducedCost - from.reducedCost
      + penalty(leaving, load[leaving] - Int(from.load)) - paid[leaving]
      + penalty(entering, load[entering] + Int(to.load)) - paid[entering]
      + countChange(arcOfUnit[unit], leaving, -1) + countChange(target, entering, 1)
  }

  /// Moves a unit. O(1).
  mutating func shift(_ unit: Int, to target: Int32) {
    occupy(arcOfUnit[unit], sign: -1)
    place(unit, target)
    occupy(target, sign: 1)
  }

  @inline(__always)
  private func place(_ unit: Int, _ position: Int32) {
    arcOfUnit[unit] = position
    places[unit] = Place(reducedCost: arcs[Int(position)].reducedCost, agent: arcs[Int(position)].agent)
  }

  @inline(__always)
  private func occupy(_ position: Int32, sign: Int) {
    let arc = arcs[Int(position)]
    let agent = Int(arc.agent)
    load[agent] += sign * Int(arc.load)
    paid[agent] = penalty(agent, load[agent])
    guard agent != nobody else { return }
    count[agent * kinds + Int(kindOfJob[Int(jobOfArc[Int(position)])])] += sign
  }

  /// What the room that an agent would have is worth, or its overload costs.
  @inline(__always)
  private func penalty(_ agent: Int, _ load: Int) -> Int {
    let room = capacity[agent] &- load
    return room >= 0 ? room &* capacityPrice[agent] : (0 &- room) &* overloadPrice[agent]
  }

  /// The change in penalties of counts where an agent gains or loses the job of an arc.
  @inline(__always)
  private func countChange(_ position: Int32, _ agent: Int, _ sign: Int) -> Int {
    guard isCounted[agent] else { return 0 }
    let cell = agent * kinds + Int(kindOfJob[Int(jobOfArc[Int(position)])])
    return (breach(cell, count[cell] + sign) - breach(cell, count[cell])) * countPrice
  }

  private func breach(_ cell: Int, _ count: Int) -> Int { max(0, count - most[cell]) + max(0, least[cell] - count) }

  /// Whether a unit of the arc's job has it already. Nobody can have many units of a job.
  @inline(__always)
  private func isTaken(_ position: Int32) -> Bool {
    let job = Int(jobOfArc[Int(position)])
    let (first, end) = (Int(firstUnit[job]), Int(firstUnit[job + 1]))
    guard end - first > 1, Int(arcs[Int(position)].agent) != nobody else { return false }
    for unit in first..<end where arcOfUnit[unit] == position && unit != pending { return true }
    return false
  }
}

// MARK: Descents

extension EjectionChains {
  /// Looks at all units in the next descent.
  mutating func enqueueAll() {
    for unit in 0..<arcOfUnit.count { enqueue(unit) }
  }

  private mutating func enqueue(_ unit: Int) {
    guard !isQueued[unit] else { return }
    isQueued[unit] = true
    let end = queueStart + queueCount
    queue[end < queue.count ? end : end - queue.count] = Int32(unit)
    queueCount += 1
  }

  private mutating func enqueueUnits(of agent: Int) {
    guard agent != nobody else { return }
    for index in Int(arcsOfAgentStart[agent])..<Int(arcsOfAgentStart[agent + 1]) {
      let (position, job) = (entries[index].arc, Int(entries[index].job))
      for unit in Int(firstUnit[job])..<Int(firstUnit[job + 1]) where arcOfUnit[unit] == position { enqueue(unit) }
    }
  }

  /// Applies the best chain of each unit that is looked at, and looks again at the units of agents that changed,
  /// until no chain improves the match.
  mutating func descend(stop: StopSignal) {
    var looked = 0
    var isStopped = false
    greatestCost = 0
    greatestPaid = 0
    for unit in 0..<places.count { greatestCost = max(greatestCost, places[unit].reducedCost) }
    for agent in 0..<nobody { greatestPaid = max(greatestPaid, paid[agent]) }
    while queueCount > 0 {
      let unit = Int(queue[queueStart])
      queueStart = queueStart + 1 < queue.count ? queueStart + 1 : 0
      queueCount -= 1
      isQueued[unit] = false
      looked += 1
      // The queue is emptied all the same, so that the next descent starts with an empty one.
      if !isStopped, looked.isMultiple(of: 64) { isStopped = stop.isRaised }
      if !isStopped { improve(unit) }
    }
  }

  private mutating func improve(_ unit: Int) {
    let own = arcOfUnit[unit]
    let arc = arcs[Int(own)]
    let agent = Int(arc.agent)
    bestGain = 0
    bestLength = 0
    let gain = arc.reducedCost + paid[agent] - countChange(own, agent, -1)
    occupy(own, sign: -1)
    isMoved[unit] = true
    pending = unit
    extend(depth: 0, unit, hole: agent, gain: gain)
    pending = nil
    isMoved[unit] = false
    occupy(own, sign: 1)
    for index in 0..<bestLength {
      let step = bestPath[index]
      let left = Int(arcs[Int(arcOfUnit[Int(step.unit)])].agent)
      shift(Int(step.unit), to: step.arc)
      greatestCost = max(greatestCost, places[Int(step.unit)].reducedCost)
      greatestPaid = max(greatestPaid, paid[left], paid[Int(arcs[Int(step.arc)].agent)])
      // The hole that is left last is that of the next step, or stays.
      enqueueUnits(of: left)
    }
    if bestLength > 0 { enqueueUnits(of: Int(arcs[Int(bestPath[bestLength - 1].arc)].agent)) }
  }

  /// Ends a chain in the best way, and follows it further.
  ///
  /// - Parameters:
  ///   - depth: How many units have moved into holes.
  ///   - pending: The unit that was taken out.
  ///   - hole: The agent whose room is not paid for yet.
  ///   - gain: What is saved so far.
  private mutating func extend(depth: Int, _ pending: Int, hole: Int, gain: Int) {
    close(depth: depth, pending, hole: hole, gain: gain)
    guard depth < breadths.count, hole != nobody else { return }
    let first = depth * Self.widest
    let found = collect(into: first, limit: breadths[depth], hole: hole, gain: gain)
    for index in first..<(first + found) {
      let step = candidates[index]
      guard step.gain > bestGain else { break }
      let unit = Int(step.unit)
      let own = arcOfUnit[unit]
      shift(unit, to: step.arc)
      isMoved[unit] = true
      path[depth] = step
      extend(depth: depth + 1, pending, hole: Int(arcs[Int(own)].agent), gain: step.gain)
      isMoved[unit] = false
      shift(unit, to: own)
    }
  }

  @inline(__always)
  private mutating func close(depth: Int, _ pending: Int, hole: Int, gain: Int) {
    let job = Int(jobOfUnit[pending])
    let open = gain - paid[hole]
    let own = arcOfUnit[pending]
    for index in Int(arcsOfJobStart[job])..<Int(arcsOfJobStart[job + 1]) {
      let position = Int32(index)
      if depth == 0, position == own { continue }
      let arc = arcs[index]
      let agent = Int(arc.agent)
      work &+= 1
      var reached = agent == hole ? gain : open &+ paid[agent]
      reached = reached &- arc.reducedCost &- penalty(agent, load[agent] &+ Int(arc.load))
      reached = reached &- countChange(position, agent, 1)
      guard reached > bestGain, !isTaken(position) else { continue }
      bestGain = reached
      bestLength = depth + 1
      for index in 0..<depth { bestPath[index] = path[index] }
      bestPath[depth] = Step(gain: reached, unit: Int32(pending), arc: position)
    }
  }

  /// The units that fill a hole with the greatest gains.
  @inline(__always)
  private mutating func collect(into first: Int, limit: Int, hole: Int, gain: Int) -> Int {
    var found = 0
    // Where counts can bind, more may be saved.
    let isBound = isCounted[hole]
    let saved = isBound ? Int.max / 4 : greatestCost + greatestPaid
    for index in Int(arcsOfAgentStart[hole])..<Int(arcsOfAgentStart[hole + 1]) {
      let entry = entries[index]
      guard gain &- entry.reducedCost &+ saved > bestGain else { break }
      let base = gain &- entry.reducedCost &- penalty(hole, load[hole] &+ Int(entry.load))
      let position = entry.arc
      work &+= 1
      guard base &+ saved > bestGain else { continue }
      for unit in Int(firstUnit[Int(entry.job)])..<Int(firstUnit[Int(entry.job) + 1]) where !isMoved[unit] {
        let place = places[unit]
        let agent = Int(place.agent)
        guard agent != hole else { continue }
        var reached = base &+ place.reducedCost &+ paid[agent]
        if isBound || isCounted[agent] {
          reached -= countChange(position, hole, 1) + countChange(arcOfUnit[unit], agent, -1)
        }
        guard reached > bestGain, found < limit || reached > candidates[first + found - 1].gain,
          !isTaken(position)
        else { continue }
        var slot = found < limit ? found : limit - 1
        if found < limit { found += 1 }
        while slot > 0, candidates[first + slot - 1].gain < reached {
          candidates[first + slot] = candidates[first + slot - 1]
          slot -= 1
        }
        candidates[first + slot] = Step(gain: reached, unit: Int32(unit), arc: position)
      }
    }
    return found
  }
}
