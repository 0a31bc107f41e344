extension MatchNode {
  /// Decides each arc whose other choice would lift the bound by more than the slack.
  ///
  /// - Returns: How many decisions that led to; `nil` where they contradict one another.
  mutating func fix(_ numerators: [Int], slack: Int) -> Int? {
    let before = trail.count
    var out: [Int32] = []
    var taken: [Int32] = []
    for agent in problem.agents {
      if !isPlain[agent] {
        riseWithCounts(agent, numerators)
        out += arcsOfAgent[agent].lazy.filter { rise[Int($0)] > slack }
      } else if needsWideValues {
        conditionalBounds(agent, numerators, slack, &out, &taken, in: \.wide)
      } else {
        conditionalBounds(agent, numerators, slack, &out, &taken, in: \.narrow)
      }
    }
    for arc in out where isFree[Int(arc)] {
      guard leaveOut(arc) else { return nil }
    }
    for arc in taken {
      // Left out as a consequence of another decision, although it has to be taken.
      guard isFree[Int(arc)] || isTaken(arc) else { return nil }
      if isFree[Int(arc)] {
        guard take(arc) else { return nil }
      }
    }
    return trail.count - before
  }

  /// By arc: D times what the bound rises by where it is taken, at the root.
  mutating func rises(at numerators: [Int]) -> [Int]? {
    guard evaluate(numerators) != nil else { return nil }
    var out: [Int32] = []
    var taken: [Int32] = []
    for agent in problem.agents {
      if !isPlain[agent] {
        riseWithCounts(agent, numerators)
      } else if needsWideValues {
        conditionalBounds(agent, numerators, .max, &out, &taken, in: \.wide)
      } else {
        conditionalBounds(agent, numerators, .max, &out, &taken, in: \.narrow)
      }
    }
    return rise
  }

  func isTaken(_ arc: Int32) -> Bool { trail.contains { $0.arc == arc && $0.isTaken } }

  mutating func conditionalBounds<Value>(
    _ agent: Int, _ numerators: [Int], _ slack: Int, _ out: inout [Int32], _ taken: inout [Int32],
    in storage: WritableKeyPath<MatchNode, KnapsackTable<Value>>
  ) {
    var table = KnapsackTable<Value>()
    swap(&table, &self[keyPath: storage])
    defer { swap(&table, &self[keyPath: storage]) }
    let best = fill(&table, agent, numerators)
    for position in arcsOfAgent[agent] {
      let arc = problem.arcs[Int(position)]
      let profit = numerators[Int(arc.job)] - denominator * arc.cost
      guard profit <= 0 else { continue }
      let loss = best - profit - Int(table.value(at: capacity[agent] - Int(arc.load)))
      rise[Int(position)] = loss
      if loss > slack { out.append(position) }
    }
    work += 3 * table.profits.count * (capacity[agent] + 1)
    table.conditionalValues { position, with, without in
      rise[Int(position)] = best - Int(with)
      if best - Int(with) > slack { out.append(position) }
      if best - Int(without) > slack { taken.append(position) }
    }
  }

  /// Where counts bind: an arc adds at most its profit to those of the best other ones, as many as are allowed.
  mutating func riseWithCounts(_ agent: Int, _ numerators: [Int]) {
    let kinds = problem.kinds
    guard (0..<kinds).allSatisfy({ least[agent * kinds + $0] <= 0 }) else {
      for position in arcsOfAgent[agent] { rise[Int(position)] = 0 }
      return
    }
    var profits = Array(repeating: [Int](), count: kinds)
    for position in arcsOfAgent[agent] {
      let arc = problem.arcs[Int(position)]
      let profit = numerators[Int(arc.job)] - denominator * arc.cost
      if profit > 0 { profits[problem.jobs[Int(arc.job)].kind].append(profit) }
    }
    var others = Array(repeating: 0, count: kinds)
    var last = Array(repeating: 0, count: kinds)
    for kind in 0..<kinds {
      let allowed = count[agent * kinds + kind]
      let best = profits[kind].sorted(by: >).prefix(allowed)
      others[kind] = best.reduce(0, +)
      last[kind] = best.count == allowed ? best.last ?? 0 : 0
    }
    let all = others.reduce(0, +)
    for position in arcsOfAgent[agent] {
      let arc = problem.arcs[Int(position)]
      let kind = problem.jobs[Int(arc.job)].kind
      rise[Int(position)] = max(
        0, values[agent] - (numerators[Int(arc.job)] - denominator * arc.cost) - (all - last[kind]))
    }
  }

  /// The agents' choices with what is taken, where they are a match.
  func completeMatch(threshold: Int) -> Match? {
    guard excess.allSatisfy({ $0 == 0 }) else { return nil }
    let match = Match(chosen + trail.lazy.filter(\.isTaken).map(\.arc))
    return problem.violations(of: match).isEmpty && problem.cost(of: match) <= threshold ? match : nil
  }

  /// Of a job that choices serve too often or not at all, that has the fewest free arcs and, among those, the greatest
  /// load: the arc whose choice lifts the bound least.
  func branchingArc() -> Int32? {
    var best: (key: BranchingKey, job: Int)?
    for job in excess.indices where freeArcs[job] > 0 {
      let loads = problem.arcs(ofJob: job).lazy.filter { isFree[$0] }.map { problem.arcs[$0].load }
      let key = BranchingKey(isServed: excess[job] == 0, arcs: freeArcs[job], load: loads.max() ?? 0)
      if best.map({ key < $0.key }) ?? true { best = (key, job) }
    }
    guard let job = best?.job else { return nil }
    return problem.arcs(ofJob: job).lazy.filter { isFree[$0] }.min { (rise[$0], $0) < (rise[$1], $1) }.map(
      Int32.init)
  }
}

/// Which job is branched on: the one whose key is least.
private struct BranchingKey: Comparable {
  let isServed: Bool
  let arcs: Int
  let load: Int32

  static func < (left: BranchingKey, right: BranchingKey) -> Bool {
    if left.isServed != right.isServed { return !left.isServed }
    return (left.arcs, right.load) < (right.arcs, left.load)
  }
}
