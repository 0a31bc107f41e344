/// What a leader's release days cannot be filled with.
///
/// A leader with b half days serves whole series: one that takes y half days of the leader takes none or all of
/// them. For every m ≥ 1 the function
///
///     f_m(y) = ⌈(m + 1) y / b⌉ - 1      (f_m(0) = 0)
///
/// has Σ f_m(y_s) ≤ m wherever Σ y_s ≤ b, since ⌈z⌉ - 1 < z: it is dual feasible (Clautiaux, Alves and Valério de
/// Carvalho 2010). So with three series of four half days in fourteen the fourth is cut off, which a linear
/// program would serve by halves. A series that may take any number of half days between `least` and `most`
/// counts f_m(y) / y of each at the y where that is least. Visits take their least off b.
struct KnapsackCuts: Sendable {
  /// One inequality: a leader, and m.
  struct Cut: Hashable, Comparable, Sendable {
    let leader: Int
    let level: Int

    static func < (left: Cut, right: Cut) -> Bool { (left.leader, left.level) < (right.leader, right.level) }
  }

  /// A weight f_m(y) / y of each half day.
  struct Weight: Sendable {
    let numerator: Int
    let denominator: Int

    /// As a coefficient.
    var value: Double { Double(numerator) / Double(denominator) }
  }

  /// Half days that a series takes of a leader if it takes any.
  private struct Item: Sendable {
    let option: Int
    let least: Int
    let most: Int
  }

  /// By leader; `nil` where the release is not capped.
  private let capacity: [Int?]
  private let items: [[Item]]

  /// - Parameters:
  ///   - problem: Compiled without visits.
  ///   - visits: By leader: half days that visits take at least.
  /// - Complexity: O(series x release groups x sessions x starts).
  init(_ problem: TimetableProblem, spaces: PlacementSpaces, visits: [Int]) {
    capacity = zip(problem.leaders, visits).map { leader, taken in
      leader.yearlyRelease.map { max(0, $0 - taken) }
    }
    let groups = ReleaseGroups(problem)
    var items: [[Item]] = Array(repeating: [], count: problem.leaders.count)
    var chain = SessionChain()
    for index in 0..<spaces.count {
      let space = spaces[index]
      let series = problem.series[index]
      guard space.canBePlaced else { continue }
      let most = space.sessions * space.span
      var known: [Int: Int] = [:]
      for option in series.leaders {
        let leader = Int(problem.leaderOptions[option].leader)
        let group = groups.group(of: leader)
        let least: Int
        if let seen = known[group] {
          least = seen
        } else {
          least = Self.leastRelease(of: leader, in: space, problem: problem, chain: &chain)
          known[group] = least
        }
        items[leader].append(Item(option: option, least: max(1, least), most: most))
      }
    }
    self.items = items
  }

  /// The least number of half days that the sessions of a series can release a leader for.
  private static func leastRelease(
    of leader: Int, in space: PlacementSpace, problem: TimetableProblem, chain: inout SessionChain
  ) -> Int {
    let series = problem.series[space.series]
    guard series.sessionRules.isEmpty else { return 0 }
    let released = series.starts.map { position in
      problem.span(of: problem.starts[position]).count {
        problem.leaderIsReleased[leader, Int(problem.spans[$0])]
      }
    }
    if released.allSatisfy({ $0 == space.span }) { return space.span * space.sessions }
    return chain.cheapest(in: space, costs: released, contact: .uncoupled(space))?.cost ?? 0
  }

  /// f_m(y).
  private func function(_ level: Int, _ halfDays: Int, _ capacity: Int) -> Int {
    halfDays == 0 ? 0 : ((level + 1) * halfDays + capacity - 1) / capacity - 1
  }

  /// What each half day of a leader option weighs in a cut; options that weigh nothing are left out.
  func weights(of cut: Cut) -> [(option: Int, weight: Weight)] {
    guard let capacity = capacity[cut.leader], capacity > 0 else { return [] }
    return items[cut.leader].compactMap { item in
      // What is too large for the capacity can never be served.
      let best = (item.least...max(item.least, item.most)).map {
        Weight(numerator: function(cut.level, $0, capacity), denominator: $0)
      }.min { $0.numerator * $1.denominator < $1.numerator * $0.denominator }!
      return best.numerator > 0 ? (item.option, best) : nil
    }
  }

  /// The cuts that are broken most, two a leader at most.
  ///
  /// - Parameter use: By leader option: half days taken.
  func violated(by use: [Int: Double]) -> [Cut] {
    items.indices.flatMap { leader -> [Cut] in
      guard let capacity = capacity[leader], capacity > 0,
        items[leader].contains(where: { use[$0.option] ?? 0 > 0 })
      else { return [] }
      var broken: [(excess: Double, cut: Cut)] = []
      for level in 1..<max(2, capacity) {
        let cut = Cut(leader: leader, level: level)
        let left = weights(of: cut).reduce(0) { $0 + (use[$1.option] ?? 0) * $1.weight.value }
        let excess = (left - Double(level)) / Double(level)
        if excess > 0.005 { broken.append((excess, cut)) }
      }
      return broken.sorted { ($1.excess, $0.cut) < ($0.excess, $1.cut) }.prefix(2).map(\.cut)
    }
  }
}
