extension MatchNode {
  /// How multipliers climb.
  struct Climb {
    /// Steps at most.
    var steps: Int
    /// Steps without a rise before the next ones are halved.
    var patience: Int
    /// How much of the last direction is kept.
    var inertia: Double
    /// What it begins with: the part of the way to the goal that a step takes, were the function linear.
    var scale = 1.0
    /// The scale at which it ends.
    var leastScale = 0.002

    /// At a node: the multipliers of the node above are good.
    static let node = Climb(steps: 24, patience: 6, inertia: 0.4)
    /// From rough multipliers.
    static let root = Climb(steps: 600, patience: 14, inertia: 0.5, scale: 1.6)
    /// From good ones.
    static let polish = Climb(steps: 150, patience: 10, inertia: 0.5)
  }

  /// Raises the bound by subgradients until a goal is passed: where too few agents choose a job its multiplier
  /// rises, where too many it falls. Steps are Polyak's (1969) with scales that are halved (Held, Wolfe and
  /// Crowder 1974), directions keep part of the last one (Crowder 1976), and multipliers are whole.
  ///
  /// - Parameters:
  ///   - numerators: Where to start; where the best value is reached, afterwards.
  ///   - goal: D times what the bound shall pass.
  ///   - rule: How.
  ///   - stop: Looked at each step.
  /// - Returns: The best value, D times a bound; `nil` where an agent cannot have its least counts.
  mutating func climb(
    _ numerators: inout [Int], goal: Int, _ rule: Climb, stop: StopSignal = .never
  ) -> Int? {
    guard var best = evaluate(numerators) else { return nil }
    var bestNumerators = numerators
    var value = best
    var scale = rule.scale
    var sinceBest = 0
    var direction = Array(repeating: 0.0, count: excess.count)
    var step = 0
    while value <= goal, step < rule.steps, scale >= rule.leastScale, !stop.isRaised {
      step += 1
      var norm = 0.0
      for job in excess.indices {
        direction[job] = rule.inertia * direction[job] - Double(excess[job])
        norm += direction[job] * direction[job]
      }
      guard norm > 1e-9 else { break }
      // A little beyond the goal: to pass it is what is wanted.
      let length = scale * (Double(goal - value) + 0.5 * Double(denominator)) / norm
      for job in excess.indices where direction[job] != 0 {
        let moved = Double(numerators[job]) + (length * direction[job]).rounded()
        numerators[job] = Int(min(max(moved, Double(-largest)), Double(largest)))
        if let price = problem.jobs[job].unservedPrice {
          numerators[job] = min(numerators[job], price * denominator)
        }
      }
      guard let next = evaluate(numerators) else { return nil }
      value = next
      if value > best {
        best = value
        bestNumerators = numerators
        sinceBest = 0
        continue
      }
      sinceBest += 1
      if sinceBest >= rule.patience {
        scale /= 2
        sinceBest = 0
        numerators = bestNumerators
        for job in excess.indices { direction[job] = 0 }
        guard let again = evaluate(numerators) else { return nil }
        value = again
      }
    }
    numerators = bestNumerators
    return best
  }

  /// D times the bound at multipliers; leaves the agents' choices in `chosen` and `excess`. `nil` where an agent
  /// cannot have its least counts.
  mutating func evaluate(_ numerators: [Int]) -> Int? {
    evaluations += 1
    var total = denominator * base
    for job in excess.indices {
      excess[job] = -demand[job]
      let price = problem.jobs[job].unservedPrice.map { $0 * denominator }
      total += demand[job] * min(numerators[job], price ?? numerators[job])
    }
    chosen.removeAll(keepingCapacity: true)
    for agent in problem.agents {
      guard let value = choose(agent, numerators) else { return nil }
      values[agent] = value
      total -= value
    }
    for position in chosen { excess[Int(problem.arcs[Int(position)].job)] += 1 }
    // At its price, a job is as well unserved.
    for job in excess.indices where excess[job] < 0 {
      if let price = problem.jobs[job].unservedPrice, numerators[job] >= price * denominator { excess[job] = 0 }
    }
    return total
  }

  mutating func choose(_ agent: Int, _ numerators: [Int]) -> Int? {
    guard isPlain[agent] else { return chooseWithCounts(agent, numerators) }
    if needsWideValues { return choose(agent, numerators, in: \.wide) }
    return choose(agent, numerators, in: \.narrow)
  }

  mutating func choose<Value>(
    _ agent: Int, _ numerators: [Int], in storage: WritableKeyPath<MatchNode, KnapsackTable<Value>>
  ) -> Int {
    var table = KnapsackTable<Value>()
    swap(&table, &self[keyPath: storage])
    defer { swap(&table, &self[keyPath: storage]) }
    let value = fill(&table, agent, numerators)
    table.forEachChosen { chosen.append($0) }
    return value
  }

  /// Fills a table with the profitable free arcs of an agent.
  @inline(__always)
  mutating func fill<Value>(_ table: inout KnapsackTable<Value>, _ agent: Int, _ numerators: [Int]) -> Int {
    table.removeAll()
    let capacity = capacity[agent]
    for position in arcsOfAgent[agent] {
      let arc = problem.arcs[Int(position)]
      let profit = numerators[Int(arc.job)] - denominator * arc.cost
      if profit > 0, Int(arc.load) <= capacity {
        table.append(id: position, load: arc.load, profit: Value(truncatingIfNeeded: profit))
      }
    }
    work += (table.profits.count + 1) * (capacity + 1)
    return Int(table.fill(capacity: capacity))
  }

  mutating func chooseWithCounts(_ agent: Int, _ numerators: [Int]) -> Int? {
    let cells = (agent * problem.kinds)..<((agent + 1) * problem.kinds)
    for cell in cells where least[cell] > count[cell] { return nil }
    let takesAll = cells.contains { least[$0] > 0 }
    general.items.removeAll(keepingCapacity: true)
    for position in arcsOfAgent[agent] {
      let arc = problem.arcs[Int(position)]
      let profit = numerators[Int(arc.job)] - denominator * arc.cost
      guard profit > 0 || takesAll else { continue }
      general.items.append(
        .init(id: position, kind: Int32(problem.jobs[Int(arc.job)].kind), load: Int(arc.load), profit: profit))
    }
    let counts = cells.map { max(0, least[$0])...count[$0] }
    let value = general.solve(capacity: capacity[agent], counts: counts[...])
    work += general.takeWork()
    chosen += general.chosen
    return value
  }
}
