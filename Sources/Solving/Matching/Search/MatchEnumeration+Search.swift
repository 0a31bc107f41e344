extension MatchEnumeration {
  /// Whether the last run came to its end, so that what it found is the cheapest.
  var isFinished: Bool { work < end }

  /// Subgradient steps before the search.
  private static let steps = 30
  /// Steps without a better bound before they are shortened.
  private static let patience = 4
  private static let shortening = 0.6
  private static let workPerOption = 20

  /// Looks for the cheapest match.
  ///
  /// - Parameters:
  ///   - threshold: What it may cost.
  ///   - limit: Work at most, from which on the best so far counts.
  ///   - stop: Looked at before the search starts.
  /// - Returns: ``MatchTree/Ending/found(_:)`` also where the work did not suffice to know that it is the cheapest.
  mutating func run(threshold: Int, work limit: Int, stop: StopSignal) -> MatchTree.Ending {
    goal = (threshold - constant) * denominator
    end = work + limit
    best = nil
    guard let bound = climb(), bound <= goal else { return .refuted }
    guard work < end, !stop.isRaised else { return .unfinished }
    for agent in width.indices {
      row[agent] = tableStart[agent]
      room[agent] = width[agent] - 1
      state[agent] = room[agent]
      for cell in agent * kinds..<(agent + 1) * kinds { left[cell] = most[cell] }
    }
    descend(0, bound: bound)
    if let best { return .found(Match(best.filter { $0 != Self.unserved })) }
    return work < end ? .refuted : .unfinished
  }

  /// Fits the multipliers to the problem and fills the tables with the best ones.
  ///
  /// - Returns: The bound; `nil` where there is no match.
  private mutating func climb() -> Int? {
    for unit in multipliers.indices { multipliers[unit] = min(multipliers[unit], unservedPrice[unit]) }
    var (best, bestBound) = (multipliers, Int.min)
    var length = 1.0
    var failures = 0
    for step in 0..<Self.steps {
      guard let bound = fill() else { return nil }
      if bound > bestBound {
        (best, bestBound) = (multipliers, bound)
        failures = 0
      } else {
        failures += 1
        if failures == Self.patience {
          length *= Self.shortening
          failures = 0
        }
      }
      guard bestBound <= goal, step + 1 < Self.steps, work < end else { break }
      let slopes = slopes()
      let norm = slopes.reduce(0) { $0 + $1 * $1 }
      guard norm > 0 else { break }
      let scale = length * Double(goal + denominator - bound) / Double(norm)
      for unit in multipliers.indices {
        let change = Int((scale * Double(slopes[unit])).rounded())
        multipliers[unit] = min(max(multipliers[unit] + change, -largest), largest, unservedPrice[unit])
      }
    }
    multipliers = best
    return fill()
  }

  /// Fills the tables from the last item to the first.
  ///
  /// - Returns: The bound; `nil` where an agent's least counts cannot be had.
  private mutating func fill() -> Int? {
    var bound = multipliers.reduce(0, +)
    for agent in width.indices {
      let (first, length, span) = (tableStart[agent], rowLength[agent], width[agent])
      let count = itemsStart[agent + 1] - itemsStart[agent]
      work += (count + 1) * length
      var after = first + count * length
      for block in 0..<blocks[agent] {
        let value = isAllowed(block, agent) ? 0 : Self.impossible
        for cell in after + block * span..<after + (block + 1) * span { table[cell] = value }
      }
      for index in stride(from: itemsStart[agent + 1] - 1, through: itemsStart[agent], by: -1) {
        let item = items[index]
        let (load, gain) = (Int(item.load), item.cost - multipliers[Int(item.unit)])
        let cell = agent * kinds + Int(item.kind)
        let before = after - length
        for block in 0..<blocks[agent] {
          let (from, to) = (after + block * span, before + block * span)
          let isFull = strides[cell] > 0 && block / strides[cell] % (most[cell] + 1) == most[cell]
          let fitting = isFull || load >= span ? span : load
          for at in 0..<fitting { table[to &+ at] = table[from &+ at] }
          let other = from + strides[cell] * span - load
          for at in fitting..<span { table[to &+ at] = min(table[from &+ at], table[other &+ at] &+ gain) }
        }
        after = before
      }
      let value = table[first + span - 1]
      guard value < Self.impossible / 2 else { return nil }
      bound += value
    }
    return bound
  }

  /// Whether an agent may end with these counts.
  private func isAllowed(_ block: Int, _ agent: Int) -> Bool {
    (agent * kinds..<(agent + 1) * kinds).allSatisfy { cell in
      strides[cell] == 0 || block / strides[cell] % (most[cell] + 1) >= least[cell]
    }
  }

  /// By unit: 1 less the agents that choose it in the relaxation, 0 where it would as well stay unserved.
  private func slopes() -> [Int] {
    var slopes = Array(repeating: 1, count: multipliers.count)
    for agent in width.indices {
      var at = width[agent] - 1
      var row = tableStart[agent]
      for index in itemsStart[agent]..<itemsStart[agent + 1] {
        let below = row + rowLength[agent]
        if table[row + at] != table[below + at] {
          let item = items[index]
          slopes[Int(item.unit)] -= 1
          at += strides[agent * kinds + Int(item.kind)] * width[agent] - Int(item.load)
        }
        row = below
      }
    }
    for unit in slopes.indices where slopes[unit] == 1 && multipliers[unit] == unservedPrice[unit] {
      slopes[unit] = 0
    }
    return slopes
  }

  /// Decides the units from one on, the child of the least bound first.
  private mutating func descend(_ unit: Int, bound: Int) {
    guard unit < jobOfUnit.count else {
      best = chosen.array
      // Costs are whole: the next one is cheaper by one at least.
      goal = bound - denominator
      return
    }
    let (first, last) = (Int(optionsStart[unit]), Int(optionsStart[unit + 1]))
    work &+= Self.workPerOption &* (last &- first)
    guard work < end else { return }
    // What the agents lose when the unit goes to none of them.
    var passed = bound - multipliers[unit]
    for index in first..<last where options[index].agent != Self.unserved {
      let agent = Int(options[index].agent)
      let cell = row[agent] &+ state[agent]
      passed = passed &+ table[cell &+ rowLength[agent]] &- table[cell]
      // Two agents whose counts need the unit: it cannot go to both.
      guard passed < Self.impossible / 2 * 3 else { return }
    }
    // Units of one job are alike.
    let isSecond = unit > 0 && jobOfUnit[unit - 1] == jobOfUnit[unit]
    let previous = isSecond ? chosen[unit - 1] : Self.unserved
    var found = 0
    for index in first..<last {
      let option = options[index]
      var child = passed + option.cost
      if option.agent != Self.unserved {
        let agent = Int(option.agent)
        guard !isSecond || previous != Self.unserved && option.arc > previous else { continue }
        guard room[agent] >= Int(option.load), left[agent * kinds + Int(kindOfUnit[unit])] > 0 else { continue }
        let below = row[agent] &+ rowLength[agent] &+ state[agent]
        child = child &+ table[below &+ Int(option.countStride) &- Int(option.load)] &- table[below]
      }
      guard child <= goal else { continue }
      var slot = found
      while slot > 0, children[first + slot - 1].bound > child {
        children[first + slot] = children[first + slot - 1]
        slot -= 1
      }
      children[first + slot] = Child(bound: child, option: Int32(index))
      found += 1
    }
    guard found > 0 else { return }
    for index in first..<last where options[index].agent != Self.unserved {
      row[Int(options[index].agent)] += rowLength[Int(options[index].agent)]
    }
    for place in first..<(first + found) {
      let child = children[place]
      guard child.bound <= goal, work < end else { break }
      let option = options[Int(child.option)]
      chosen[unit] = option.arc
      apply(option, unit, sign: 1)
      descend(unit + 1, bound: child.bound)
      apply(option, unit, sign: -1)
    }
    for index in first..<last where options[index].agent != Self.unserved {
      row[Int(options[index].agent)] -= rowLength[Int(options[index].agent)]
    }
  }

  @inline(__always)
  private func apply(_ option: Option, _ unit: Int, sign: Int) {
    guard option.agent != Self.unserved else { return }
    let agent = Int(option.agent)
    room[agent] -= sign * Int(option.load)
    state[agent] += sign * (Int(option.countStride) - Int(option.load))
    left[agent * kinds + Int(kindOfUnit[unit])] -= sign
  }
}
