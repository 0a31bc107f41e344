internal import MIP

/// What a leader's release days cannot be filled with.
///
/// A leader with b half days serves whole series: one that takes y half days of the leader takes none or all of
/// them. With fourteen half days and series of eight and six, a linear program fills the year with any of them,
/// but there are few sets that fit: the *packings*. For whole numbers a_s ≥ 0 let
///
///     β(a) = max { Σ a_s y_s : Σ y_s ≤ b, y_s = 0 or what some profile of s takes of the leader }
///
/// by dynamic programming. Then Σ a_s y_s ≤ β(a) holds in every timetable, and all such inequalities together
/// describe the convex hull of the packings. The one that a fractional solution y* breaks most is found by a
/// linear program, whose rows are packings that are themselves found by the dynamic program (Boyd 1994; Vasilyev,
/// Boccia and Hanafi 2016):
///
///     max  Σ α_s y*_s          Σ_(s in P) α_s y_s ≤ 1 for every packing P,   α ≥ 0
///
/// α is then rounded to whole numbers, and β computed for those, so that the inequality is exact.
struct KnapsackCuts: Sendable {
  /// One inequality: weights on the half days that series take of one leader, and the most they come to.
  struct Cut: Hashable, Sendable {
    /// A weight of each half day that a leader option takes; options that weigh nothing are left out.
    struct Entry: Hashable, Sendable {
      let option: Int
      let weight: Int
    }

    let leader: Int
    /// In ascending order.
    let weights: [Entry]
    let level: Int

    /// - Parameter weights: In any order.
    init(leader: Int, weights: [Entry], level: Int) {
      self.leader = leader
      self.weights = weights.sorted { $0.option < $1.option }
      self.level = level
    }

    /// An order of all inequalities that depends on nothing else.
    func precedes(_ other: Cut) -> Bool { key.lexicographicallyPrecedes(other.key) }

    private var key: [Int] { [leader, level] + weights.flatMap { [$0.option, $0.weight] } }
  }

  /// Half days that a series takes of a leader if it takes any: one of these.
  struct Item: Sendable {
    let option: Int
    let halfDays: [Int]
  }

  /// By leader: half days; `nil` for no cap.
  let capacity: [Int?]
  /// By leader: what fits into the year.
  let items: [[Item]]

  /// Divisible by all small numbers, so that weights like 1/3 are exact.
  private static let scale = 5040.0
  /// What a solver may miss a whole number by.
  private static let rounding = 1e-4
  private static let rounds = 60
  /// An inequality is worth a row that is broken by more than this share.
  static let leastExcess = 0.002

  /// - Complexity: O(leader options x profiles).
  init(_ problem: TimetableProblem, spaces: PlacementSpaces, relaxation: TimetableRelaxation) {
    capacity = Array(relaxation.resources.capacity.prefix(problem.leaders.count))
    var items: [[Item]] = Array(repeating: [], count: problem.leaders.count)
    for (index, profiles) in relaxation.profiles.enumerated() where spaces[index].canBePlaced {
      let series = problem.series[index]
      for option in series.leaders {
        let leader = Int(problem.leaderOptions[option].leader)
        guard let capacity = capacity[leader] else { continue }
        let group = Int(profiles.groups[option - series.leaders.lowerBound])
        let halfDays = Set(profiles.profiles.map { Int($0.halfDays[group]) }).filter { 0 < $0 && $0 <= capacity }
        if !halfDays.isEmpty { items[leader].append(Item(option: option, halfDays: halfDays.sorted())) }
      }
    }
    self.items = items
  }

  /// The inequality that is broken most, for each leader.
  ///
  /// - Parameters:
  ///   - use: By leader option: half days taken.
  ///   - excess: By what share an inequality is broken at least; below zero for those that are just met.
  /// - Throws: A broken solver.
  func violated(by use: [Int: Double], excess: Double = leastExcess) throws(MIPError) -> [Cut] {
    var found: [Cut] = []
    for leader in items.indices {
      guard let capacity = capacity[leader], capacity > 0 else { continue }
      let taken = items[leader].filter { use[$0.option] ?? 0 > 1e-6 }
      // Where not much is taken, or all of it by few, there is nothing to cut.
      guard taken.count > 1, taken.reduce(0, { $0 + (use[$1.option] ?? 0) }) > 0.5 * Double(capacity) else {
        continue
      }
      let cut = try violated(by: use, leader: leader, taken: taken, capacity: capacity, excess: excess)
      if let cut { found.append(cut) }
    }
    return found
  }

  private func violated(
    by use: [Int: Double], leader: Int, taken: [Item], capacity: Int, excess: Double
  ) throws(MIPError) -> Cut? {
    var program = Program(.maximize)
    let weights = taken.map { item in
      // By itself an item that fits is a packing.
      program.add(
        .continuous, in: .between(0, 1 / Double(item.halfDays[item.halfDays.count - 1])),
        objective: use[item.option] ?? 0)
    }
    let limit = 1 + excess
    let found = try program.withLiveProblem { (live) throws(MIPError) -> [Double]? in
      for _ in 0..<Self.rounds {
        let outcome = try live.solveRelaxation(Limits(), simplex: .dual)
        guard let solution = outcome.solution, solution.objective > limit else { return nil }
        let values = weights.map { solution.value(of: $0) }
        let packing = Self.heaviest(taken, values: values, capacity: capacity)
        guard packing.weight > 1 + 1e-6 else { return values }
        let terms = zip(weights, packing.halfDays).filter { $1 > 0 }.map { Term(Double($1), $0) }
        _ = try live.require(Constraint(Expression(terms), in: .atMost(1)))
      }
      return nil
    }
    guard let found else { return nil }
    return lifted(leader, taken, values: found, capacity: capacity, use: use, excess: excess)
  }

  /// The inequality in whole numbers, with weights for all series of the leader.
  private func lifted(
    _ leader: Int, _ taken: [Item], values: [Double], capacity: Int, use: [Int: Double], excess: Double
  ) -> Cut? {
    var weights = zip(taken, values).map {
      (item: $0, weight: Int(($1 * Self.scale + Self.rounding).rounded(.down)))
    }
    .filter { $0.weight > 0 }
    let level = Self.heaviest(weights.map(\.item), values: weights.map(\.weight), capacity: capacity).weight
    guard level > 0 else { return nil }
    let weight = weights.reduce(0) { $0 + Double($1.weight) * (use[$1.item.option] ?? 0) } / Double(level)
    guard weight > 1 + excess else { return nil }
    // Sequential lifting: an item weighs what it leaves to the others.
    let known = Set(taken.map(\.option))
    for item in items[leader] where !known.contains(item.option) {
      let table = Self.table(weights.map(\.item), values: weights.map(\.weight), capacity: capacity)
      let weight = item.halfDays.map { (level - table[capacity - $0]) / $0 }.min() ?? 0
      if weight > 0 { weights.append((item, weight)) }
    }
    return Cut(
      leader: leader, weights: weights.map { .init(option: $0.item.option, weight: $0.weight) }, level: level)
  }

  /// By half days: the heaviest packing that takes no more.
  private static func table(_ items: [Item], values: [Int], capacity: Int) -> [Int] {
    var table = Array(repeating: 0, count: capacity + 1)
    for (item, value) in zip(items, values) {
      for left in stride(from: capacity, through: 0, by: -1) {
        for halfDays in item.halfDays where halfDays <= left {
          table[left] = max(table[left], table[left - halfDays] + value * halfDays)
        }
      }
    }
    return table
  }

  /// The heaviest packing, a weight for each half day; with its half days by item.
  static func heaviest<Weight: Comparable & Numeric>(
    _ items: [Item], values: [Weight], capacity: Int
  ) -> (weight: Weight, halfDays: [Int]) where Weight: Sendable {
    var table: [Weight] = Array(repeating: 0, count: capacity + 1)
    var choice: [[UInt8]] = []
    for (item, value) in zip(items, values) {
      var own = Array(repeating: UInt8(0), count: capacity + 1)
      for left in stride(from: capacity, through: 0, by: -1) {
        for halfDays in item.halfDays where halfDays <= left && value > 0 {
          let weight = table[left - halfDays] + value * Weight(exactly: halfDays)!
          if weight > table[left] {
            table[left] = weight
            own[left] = UInt8(halfDays)
          }
        }
      }
      choice.append(own)
    }
    var left = capacity
    var halfDays = Array(repeating: 0, count: items.count)
    for item in items.indices.reversed() {
      halfDays[item] = Int(choice[item][left])
      left -= halfDays[item]
    }
    return (table[capacity], halfDays)
  }
}
