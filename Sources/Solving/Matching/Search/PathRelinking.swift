/// Path relinking among elite matches (Yagiura, Ibaraki and Glover 2006): two of them are drawn, a path of shifts
/// leads from one to the other, the shift that raises the penalised cost least first, and descents start at the
/// best points of the path.
///
/// Elites may break capacities at a price. The prices follow what descents end at: an agent's rises a little where
/// it is overloaded then, and falls less where it is not. So the elites stay near the border of what is allowed,
/// and some of the ends lie inside. Where pairs have brought no new elite for long, other elites are drawn.
///
/// Half of the work goes to neighbourhoods of the best match (``JobNeighbourhoods``), many of which lie where elites
/// differ from it; what they find becomes an elite. A path of d differing units is priced in
/// O(d · ``PathRelinking/sample``); the descents take nearly all of the other half.
struct PathRelinking {
  private let problem: MatchProblem
  private var neighbourhoods: JobNeighbourhoods
  private let core: MatchCore
  private let isCounted: [Bool]
  private let countPrice: Int
  private var random: Randomness
  /// By agent: the price of a unit of overload, in parts of a unit of cost.
  private var overloadPrices: [Double]
  private let largestOverloadPrice: Double
  /// By unit: the arc of the core.
  private var elites: [[Int32]] = []
  /// Pairs drawn since there was a new elite, by the last ``merge``, and those of this run.
  private var pairs = 0
  /// Work of descents that neighbourhoods have not had yet: each has half of all.
  private var debt = 0
  /// Whether this run has met a new elite.
  private var isImproved = false
  /// The best match found that keeps all constraints.
  private(set) var best: Match?
  /// What it costs.
  private(set) var bestCost = 0

  private static let eliteCount = 20
  /// Descents of a path.
  private static let points = 2
  /// Pairs without a new elite before others are drawn.
  private static let patience = 400
  /// Units that are looked at for the next shift of a path.
  private static let sample = 64
  private static let rise = 1.01
  /// Descents of a repair, and what prices rise by before each.
  private static let repairs = 40
  private static let steepRise = 1.3
  private static let fall = 0.997
  /// What a move costs that is priced, in cells of knapsack tables.
  private static let cellsPerMove = 20

  /// - Parameters:
  ///   - problem: Without pins; every job that has to be served has as many arcs as it wants.
  ///   - core: Of the problem.
  ///   - multipliers: Good ones.
  init(_ problem: MatchProblem, core: MatchCore, multipliers: Multipliers) {
    self.problem = problem
    neighbourhoods = JobNeighbourhoods(problem, core: core, multipliers: multipliers)
    self.core = core
    random = Randomness(seed: 0)
    isCounted = problem.agents.map { agent in
      (0..<problem.kinds).contains { problem.counts(ofAgent: agent, kind: $0).lowerBound > 0 }
        || !MatchNode.isPlain(agent, in: problem)
    }
    let dearest = core.arcs.lazy.map(\.reducedCost).max() ?? 0
    countPrice = 2 * (dearest + core.resolution)
    let positive = core.capacityPrices.filter { $0 > 0 }
    let mean = positive.isEmpty ? dearest / 8 + 1 : positive.reduce(0, +) / positive.count
    overloadPrices = core.capacityPrices.map { Double(max($0, mean, 1)) }
    let loads = core.arcs.reduce(1) { $0 + Int($1.load) }
    largestOverloadPrice = max(1, min(Double(countPrice), 0x1p58 / Double(loads)))
  }

  /// Takes over a match that another search has found.
  mutating func adopt(_ match: Match, cost: Int) {
    guard best == nil || cost < bestCost else { return }
    best = match
    bestCost = cost
  }

  /// The same elites and prices after more search: until so much work is done, in cells of knapsack tables.
  ///
  /// - Parameters:
  ///   - random: The task's generator.
  ///   - limit: Cells.
  ///   - floor: No match costs less.
  ///   - stop: Looked at often.
  func searched(_ random: Randomness, work limit: Int, floor: Int, stop: StopSignal) -> PathRelinking {
    var search = self
    search.random = random
    search.isImproved = false
    search.run(work: limit, floor: floor, stop: stop)
    return search
  }

  private mutating func run(work limit: Int, floor: Int, stop: StopSignal) {
    var chains = EjectionChains(core, of: problem, countPrice: countPrice, isCounted: isCounted)
    guard chains.unitCount > 0 else { return }
    var starts: [[Int32]] = []
    var others = 0
    // In cells of knapsack tables.
    var (spent, enumerated) = (0, 0)
    while spent + enumerated < limit, best == nil || bestCost > floor, !stop.isRaised {
      if starts.isEmpty {
        if best != nil, !elites.isEmpty, debt >= 0 {
          let before = enumerated
          enumerate(&chains, &enumerated, stop: stop)
          debt -= enumerated - before
          continue
        }
        if elites.count < Self.eliteCount {
          starts = [drawnAssignment()]
        } else {
          starts = relink(&chains, &others)
        }
      }
      guard let start = starts.popLast() else { continue }
      chains.setOverloadPrices(overloadPrices.map { Int($0) })
      chains.take(start)
      chains.enqueueAll()
      chains.descend(stop: stop)
      settle(&chains, stop: stop)
      others += (elites.count + 1) * (chains.unitCount + problem.agentCount)
      debt += (chains.work + others) * Self.cellsPerMove - spent
      spent = (chains.work + others) * Self.cellsPerMove
    }
  }

  /// Decides jobs of the best match anew; a better one takes the place of the worst elite.
  private mutating func enumerate(_ chains: inout EjectionChains, _ work: inout Int, stop: StopSignal) {
    guard let best,
      let match = neighbourhoods.improvement(
        of: best, elites: elites, random: &random, work: &work, stop: stop)
    else { return }
    adopt(match, cost: problem.cost(of: match))
    guard let assignment = core.assignment(of: match, in: problem), !elites.contains(assignment) else { return }
    let costs = elites.map { chains.penalizedCost(taking: $0) }
    elites[costs.indices.max { (costs[$0], $0) < (costs[$1], $1) } ?? 0] = assignment
    isImproved = true
  }

  /// Each unit at one of its best arcs.
  private mutating func drawnAssignment() -> [Int32] {
    var assignment: [Int32] = []
    for (job, properties) in problem.jobs.enumerated() {
      let first = core.arcsOfJobStart[job]
      let count = Int(core.arcsOfJobStart[job + 1] - first)
      var taken: [Int32] = []
      for _ in 0..<properties.demand {
        var place = random.below(min(count, properties.demand + 2))
        while taken.contains(first + Int32(place)), core.origins[Int(first) + place] != MatchCore.nobody {
          place = place + 1 < count ? place + 1 : 0
        }
        taken.append(first + Int32(place))
      }
      assignment += taken.sorted()
    }
    return assignment
  }

  /// Notes what a descent has come to, and adapts prices.
  private mutating func settle(_ chains: inout EjectionChains, stop: StopSignal) {
    for agent in overloadPrices.indices {
      let factor = chains.isOverloaded(agent) ? Self.rise : Self.fall
      overloadPrices[agent] = min(max(overloadPrices[agent] * factor, 1), largestOverloadPrice)
    }
    noteMatch(chains)
    var reached = chains.assignment
    sortUnits(&reached)
    guard !elites.contains(reached) else { return }
    guard elites.count == Self.eliteCount else {
      elites.append(reached)
      isImproved = true
      if best == nil { repair(reached, &chains, stop: stop) }
      return
    }
    chains.setOverloadPrices(overloadPrices.map { Int($0) })
    let cost = chains.penalizedCost
    let isFeasible = chains.isFeasible
    let costs = elites.map { chains.penalizedCost(taking: $0) }
    let worst = costs.indices.max { (costs[$0], $0) < (costs[$1], $1) } ?? 0
    guard cost < costs[worst] else { return }
    elites[worst] = reached
    isImproved = true
    if !isFeasible, costs.allSatisfy({ cost < $0 }) { repair(reached, &chains, stop: stop) }
  }

  private mutating func noteMatch(_ chains: borrowing EjectionChains) {
    guard chains.isFeasible else { return }
    let match = Match(chains.assignment.map { core.origins[Int($0)] }.filter { $0 != MatchCore.nobody })
    adopt(match, cost: problem.cost(of: match))
  }

  /// Descends from an elite at prices that rise where it is overloaded, until it keeps all constraints.
  private mutating func repair(_ elite: [Int32], _ chains: inout EjectionChains, stop: StopSignal) {
    var prices = overloadPrices
    chains.take(elite)
    for _ in 0..<Self.repairs where !chains.isFeasible && !stop.isRaised {
      for agent in prices.indices where chains.isOverloaded(agent) {
        prices[agent] = min(prices[agent] * Self.steepRise, largestOverloadPrice)
      }
      chains.setOverloadPrices(prices.map { Int($0) })
      chains.enqueueAll()
      chains.descend(stop: stop)
    }
    noteMatch(chains)
  }

  /// Takes over what searches came to that began as this one and drew from generators of their own: the elites that
  /// cost least, and the mean of the prices. Where none of them has met a new elite for long, the elites are
  /// repaired and given up.
  mutating func merge(_ others: [PathRelinking], stop: StopSignal) {
    for other in others { if let match = other.best { adopt(match, cost: other.bestCost) } }
    neighbourhoods.merge(others.map(\.neighbourhoods))
    debt = others.reduce(0) { $0 + $1.debt } / others.count
    for agent in overloadPrices.indices {
      overloadPrices[agent] = others.reduce(0) { $0 + $1.overloadPrices[agent] } / Double(others.count)
    }
    var chains = EjectionChains(core, of: problem, countPrice: countPrice, isCounted: isCounted)
    chains.setOverloadPrices(overloadPrices.map { Int($0) })
    pairs = others.contains { $0.isImproved } ? 0 : pairs + others.reduce(0) { $0 + $1.pairs - pairs }
    guard pairs <= Self.patience else {
      for elite in elites { repair(elite, &chains, stop: stop) }
      elites = []
      pairs = 0
      return
    }
    var all: [[Int32]] = []
    for other in others {
      for elite in other.elites where !all.contains(elite) { all.append(elite) }
    }
    let costs = all.map { chains.penalizedCost(taking: $0) }
    elites = all.indices.sorted { (costs[$0], $0) < (costs[$1], $1) }.prefix(Self.eliteCount).map { all[$0] }
  }

  /// Units of a job are alike: the same match is the same assignment.
  private func sortUnits(_ assignment: inout [Int32]) {
    var unit = 0
    for properties in problem.jobs {
      if properties.demand > 1 { assignment[unit..<(unit + properties.demand)].sort() }
      unit += properties.demand
    }
  }

  /// Draws two elites: the best points of a path between them.
  private mutating func relink(_ chains: inout EjectionChains, _ priced: inout Int) -> [[Int32]] {
    pairs += 1
    let from = random.below(elites.count)
    let other = random.below(elites.count - 1)
    let target = elites[other < from ? other : other + 1]
    chains.setOverloadPrices(overloadPrices.map { Int($0) })
    chains.take(elites[from])
    var left = target.indices.filter { target[$0] != elites[from][$0] }
    priced += 2 * target.count
    var cost = 0
    var shifts: [(unit: Int, cost: Int)] = []
    while left.count > 1 {
      var best: (delta: Int, place: Int)?
      for place in 0..<min(left.count, Self.sample) {
        if left.count > Self.sample { left.swapAt(place, place + random.below(left.count - place)) }
        priced += 1
        guard let delta = chains.deltaOfShift(left[place], to: target[left[place]]) else { continue }
        if best.map({ delta < $0.delta }) ?? true { best = (delta, place) }
      }
      guard let best else { break }
      let unit = left[best.place]
      left.swapAt(best.place, left.count - 1)
      left.removeLast()
      chains.shift(unit, to: target[unit])
      cost += best.delta
      shifts.append((unit, cost))
    }
    var chosen: [Int] = []
    for step in shifts.indices.dropFirst().sorted(by: { (shifts[$0].cost, $0) < (shifts[$1].cost, $1) })
    where chosen.count < Self.points && chosen.allSatisfy({ abs($0 - step) > 2 }) {
      chosen.append(step)
    }
    return chosen.map { last in
      var point = elites[from]
      for shift in shifts[...last] { point[shift.unit] = target[shift.unit] }
      return point
    }
  }
}
