/// A match under search, which may break capacities, counts and mandatory service at a price.
///
/// Each unit of a job's demand is on its own: it has an arc or none. Agents' loads and counts are kept, so that
/// a move is priced in O(1).
struct MatchState {
  /// What is searched; it has no pins.
  let problem: MatchProblem
  /// By unit: its job.
  let jobOfUnit: [Int32]
  /// By job, and one more: its first unit.
  let firstUnit: [Int]
  /// By unit: its arc, or `none`.
  private(set) var arcOfUnit: [Int32]
  /// By agent: the sum of loads.
  private(set) var load: [Int]
  /// By agent and kind: jobs.
  private(set) var count: [Int]
  /// By agent: its units, in no order that matters.
  private(set) var unitsOfAgent: [[Int32]]
  private var placeInAgent: [Int32]
  /// The cost of arcs and of unserved units with a price.
  private(set) var cost: Int
  /// How much capacities are exceeded, counts broken, and units missing that must be served.
  private(set) var overload = 0
  private(set) var miscount = 0
  private(set) var missing = 0

  /// Prices of breaches and changes are in this part of a unit of cost, so that prices can be adapted finely.
  static let resolution = 256

  /// By agent: the price of a unit of load above the capacity.
  var overloadPrice: [Int]
  /// The price of a job too many or too few.
  var countPrice: Int
  /// The price of an unserved unit that must be served.
  var missingPrice: Int

  /// An unserved unit's arc.
  static let none: Int32 = -1

  /// Nothing is served.
  init(_ problem: MatchProblem) {
    self.problem = problem
    var units: [Int32] = []
    var first = [0]
    for (job, properties) in problem.jobs.enumerated() {
      units += repeatElement(Int32(job), count: properties.demand)
      first.append(units.count)
    }
    jobOfUnit = units
    firstUnit = first
    arcOfUnit = Array(repeating: Self.none, count: units.count)
    placeInAgent = Array(repeating: 0, count: units.count)
    load = Array(repeating: 0, count: problem.agentCount)
    count = Array(repeating: 0, count: problem.counts.count)
    unitsOfAgent = Array(repeating: [], count: problem.agentCount)
    cost = problem.constant
    for properties in problem.jobs {
      if let price = properties.unservedPrice {
        cost += price * properties.demand
      } else {
        missing += properties.demand
      }
    }
    miscount = problem.counts.reduce(0) { $0 + $1.lowerBound }
    // Any one breach costs more than the dearest single change of a unit.
    let least = problem.arcs.lazy.map(\.cost).min() ?? 0
    let most = max(
      problem.arcs.lazy.map(\.cost).max() ?? 0, problem.jobs.lazy.compactMap(\.unservedPrice).max() ?? 0)
    let span = max(1, most - min(least, 0))
    missingPrice = 4 * span * Self.resolution
    countPrice = 2 * span * Self.resolution
    overloadPrice = Array(
      repeating: max(Self.resolution / 8, span * Self.resolution / 64), count: problem.agentCount)
  }

  /// Cost and penalties, in parts of a unit of cost.
  var penalizedCost: Int {
    var total = cost * Self.resolution + missing * missingPrice + miscount * countPrice
    for agent in load.indices { total += max(0, load[agent] - problem.capacities[agent]) * overloadPrice[agent] }
    return total
  }

  /// Whether all constraints are kept.
  var isFeasible: Bool { overload == 0 && miscount == 0 && missing == 0 }

  /// The match as it is.
  var match: Match { Match(arcOfUnit.filter { $0 != Self.none }) }

  /// The cost of a unit's arc, or of leaving it unserved.
  func price(_ unit: Int, _ arc: Int32) -> Int {
    if arc != Self.none { return problem.arcs[Int(arc)].cost * Self.resolution }
    return problem.jobs[Int(jobOfUnit[unit])].unservedPrice.map { $0 * Self.resolution } ?? missingPrice
  }

  /// What an agent's breaches cost if its load and its count of a kind were other ones.
  private func penalty(_ agent: Int, load: Int, kind: Int, count: Int) -> Int {
    let over = max(0, load - problem.capacities[agent])
    let range = problem.counts[agent * problem.kinds + kind]
    let off = max(0, count - range.upperBound) + max(0, range.lowerBound - count)
    return over * overloadPrice[agent] + off * countPrice
  }

  /// The change in penalties where an agent gains (`sign` 1) or loses (-1) an arc.
  func change(of arc: Int32, sign: Int) -> Int {
    guard arc != Self.none else { return 0 }
    let arc = problem.arcs[Int(arc)]
    let agent = Int(arc.agent)
    let kind = problem.jobs[Int(arc.job)].kind
    let count = count[agent * problem.kinds + kind]
    return penalty(agent, load: load[agent] + sign * Int(arc.load), kind: kind, count: count + sign)
      - penalty(agent, load: load[agent], kind: kind, count: count)
  }

  /// Whether another unit of the same job has an agent already.
  func isTaken(_ arc: Int32, by unit: Int) -> Bool {
    let job = Int(jobOfUnit[unit])
    guard firstUnit[job + 1] - firstUnit[job] > 1, arc != Self.none else { return false }
    return (firstUnit[job]..<firstUnit[job + 1]).contains { $0 != unit && arcOfUnit[$0] == arc }
  }

  /// The change in cost and penalties if a unit moves to another arc or to none. O(1).
  func deltaOfShift(_ unit: Int, to arc: Int32) -> Int {
    price(unit, arc) - price(unit, arcOfUnit[unit]) + change(of: arcOfUnit[unit], sign: -1)
      + change(of: arc, sign: 1)
  }

  /// The change if two units, each with an arc, exchange agents. O(1).
  ///
  /// - Parameters:
  ///   - arc: The first unit's arc to the second one's agent.
  ///   - otherArc: The second unit's arc to the first one's agent.
  func deltaOfSwap(_ unit: Int, to arc: Int32, _ other: Int, to otherArc: Int32) -> Int {
    let from = problem.arcs[Int(arcOfUnit[unit])]
    let to = problem.arcs[Int(arc)]
    let otherFrom = problem.arcs[Int(arcOfUnit[other])]
    let otherTo = problem.arcs[Int(otherArc)]
    var delta = (to.cost - from.cost + otherTo.cost - otherFrom.cost) * Self.resolution
    delta += changeOfExchange(Int(from.agent), loses: from, gains: otherTo)
    delta += changeOfExchange(Int(to.agent), loses: otherFrom, gains: to)
    return delta
  }

  /// The change in an agent's penalties where one arc takes another one's place.
  func changeOfExchange(at agent: Int, loses: Int32, gains: Int32) -> Int {
    changeOfExchange(agent, loses: problem.arcs[Int(loses)], gains: problem.arcs[Int(gains)])
  }

  private func changeOfExchange(_ agent: Int, loses: MatchProblem.Arc, gains: MatchProblem.Arc) -> Int {
    let capacity = problem.capacities[agent]
    let before = max(0, load[agent] - capacity)
    let after = max(0, load[agent] - Int(loses.load) + Int(gains.load) - capacity)
    var change = (after - before) * overloadPrice[agent]
    let kinds = (problem.jobs[Int(loses.job)].kind, problem.jobs[Int(gains.job)].kind)
    guard kinds.0 != kinds.1 else { return change }
    for (kind, sign) in [(kinds.0, -1), (kinds.1, 1)] {
      let cell = agent * problem.kinds + kind
      change += (breach(cell, count[cell] + sign) - breach(cell, count[cell])) * countPrice
    }
    return change
  }

  private func breach(_ cell: Int, _ count: Int) -> Int {
    max(0, count - problem.counts[cell].upperBound) + max(0, problem.counts[cell].lowerBound - count)
  }

  /// Moves a unit. O(1).
  mutating func shift(_ unit: Int, to arc: Int32) {
    remove(unit)
    insert(unit, arc)
  }

  private mutating func remove(_ unit: Int) {
    let position = arcOfUnit[unit]
    guard position != Self.none else {
      if let price = problem.jobs[Int(jobOfUnit[unit])].unservedPrice { cost -= price } else { missing -= 1 }
      return
    }
    let arc = problem.arcs[Int(position)]
    let agent = Int(arc.agent)
    update(agent, by: arc, sign: -1)
    cost -= arc.cost
    let place = Int(placeInAgent[unit])
    let last = unitsOfAgent[agent].removeLast()
    if Int(last) != unit {
      unitsOfAgent[agent][place] = last
      placeInAgent[Int(last)] = Int32(place)
    }
    arcOfUnit[unit] = Self.none
  }

  private mutating func insert(_ unit: Int, _ position: Int32) {
    arcOfUnit[unit] = position
    guard position != Self.none else {
      if let price = problem.jobs[Int(jobOfUnit[unit])].unservedPrice { cost += price } else { missing += 1 }
      return
    }
    let arc = problem.arcs[Int(position)]
    let agent = Int(arc.agent)
    update(agent, by: arc, sign: 1)
    cost += arc.cost
    placeInAgent[unit] = Int32(unitsOfAgent[agent].count)
    unitsOfAgent[agent].append(Int32(unit))
  }

  private mutating func update(_ agent: Int, by arc: MatchProblem.Arc, sign: Int) {
    let capacity = problem.capacities[agent]
    overload -= max(0, load[agent] - capacity)
    load[agent] += sign * Int(arc.load)
    overload += max(0, load[agent] - capacity)
    let cell = agent * problem.kinds + problem.jobs[Int(arc.job)].kind
    miscount -= breach(cell, count[cell])
    count[cell] += sign
    miscount += breach(cell, count[cell])
  }

  /// Takes a match over. O(units + its arcs).
  mutating func take(_ match: Match) {
    for unit in arcOfUnit.indices { shift(unit, to: Self.none) }
    var next = firstUnit
    for arc in match.arcs {
      let job = Int(problem.arcs[Int(arc)].job)
      guard next[job] < firstUnit[job + 1] else { continue }
      shift(next[job], to: arc)
      next[job] += 1
    }
  }
}
