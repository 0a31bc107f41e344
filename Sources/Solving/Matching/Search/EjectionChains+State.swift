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
  func occupy(_ position: Int32, sign: Int) {
    let arc = arcs[Int(position)]
    let agent = Int(arc.agent)
    load[agent] += sign * Int(arc.load)
    paid[agent] = penalty(agent, load[agent])
    guard agent != nobody else { return }
    count[agent * kinds + Int(kindOfJob[Int(jobOfArc[Int(position)])])] += sign
  }

  /// What the room that an agent would have is worth, or its overload costs.
  @inline(__always)
  func penalty(_ agent: Int, _ load: Int) -> Int {
    let room = capacity[agent] &- load
    return room >= 0 ? room &* capacityPrice[agent] : (0 &- room) &* overloadPrice[agent]
  }

  /// The change in penalties of counts where an agent gains or loses the job of an arc.
  @inline(__always)
  func countChange(_ position: Int32, _ agent: Int, _ sign: Int) -> Int {
    guard isCounted[agent] else { return 0 }
    let cell = agent * kinds + Int(kindOfJob[Int(jobOfArc[Int(position)])])
    return (breach(cell, count[cell] + sign) - breach(cell, count[cell])) * countPrice
  }

  private func breach(_ cell: Int, _ count: Int) -> Int { max(0, count - most[cell]) + max(0, least[cell] - count) }

  /// Whether a unit of the arc's job has it already. Nobody can have many units of a job.
  @inline(__always)
  func isTaken(_ position: Int32) -> Bool {
    let job = Int(jobOfArc[Int(position)])
    let (first, end) = (Int(firstUnit[job]), Int(firstUnit[job + 1]))
    guard end - first > 1, Int(arcs[Int(position)].agent) != nobody else { return false }
    for unit in first..<end where arcOfUnit[unit] == position && unit != pending { return true }
    return false
  }
}
