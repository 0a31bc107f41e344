/// The substitutes that pools have on the days of a week that are days off for some leader, and what whole sessions
/// can make of them.
///
/// All half days of a week together are a first row. But a session takes all its substitutes on one day: with sixty
/// a day and sessions of twenty-six, two of them fit and eight substitutes serve nobody. If no day has more than c half
/// days, then for each whole k ≥ 2, over the sessions on the week's days off with h half days each,
///
///     Σ ⌊k h / (c + 1)⌋  ≤  (k - 1) x days
///
/// because on one day Σ k h / (c + 1) ≤ k c / (c + 1) < k, and what is rounded down is whole (Chvátal 1973; functions like
/// these bound bin packing: Fekete and Schepers 2001).
struct PoolWeeks: Sendable {
  /// What is counted of a pool in a week.
  struct Row: Sendable {
    let pool: Int
    let week: Int
    /// `nil` where half days are counted as they are.
    let multiplier: Int?
    /// How much there is.
    var capacity: Int
  }

  /// What a session takes of a row.
  struct Use: Sendable {
    let row: Int
    let amount: Int
  }

  /// First the half days of all pools and weeks, then what is rounded.
  private(set) var rows: [Row]
  /// Those that are rounded.
  var rounded: Range<Int> { largest.count..<rows.count }
  private let weeks: Int
  private let days: Int
  /// By pool and day: whether it is a day off.
  private var isOff: [Bool]
  /// By pool and week: the most half days of a day off.
  private var largest: [Int]
  /// By pool and week: the row of the least multiplier; `nil` where there is nothing to take.
  private var rowOfLeast: [Int?]

  /// Larger ones add little.
  static let multipliers = 2...8

  /// - Parameters:
  ///   - starts: Those on days off.
  ///   - weeks: How many weeks the grid has.
  /// - Complexity: O(pools x days).
  init(_ problem: TimetableProblem, starts: [TimetableProblem.Start], weeks: Int) {
    self.weeks = weeks
    days = problem.grid.days
    isOff = Array(repeating: false, count: problem.poolCapacity.count)
    for start in starts {
      for use in problem.poolUses[problem.poolUses(of: start)] { isOff[Int(use.cell)] = true }
    }
    let empty = Array(repeating: 0, count: problem.pools * weeks)
    rows = empty.indices.map { Row(pool: $0 / weeks, week: $0 % weeks, multiplier: nil, capacity: 0) }
    (largest, rowOfLeast) = (empty, empty.map { _ in nil })
    var open = empty
    for cell in isOff.indices where isOff[cell] && problem.poolCapacity[cell] > 0 {
      let place = place(of: cell)
      rows[place].capacity += problem.poolCapacity[cell]
      largest[place] = max(largest[place], problem.poolCapacity[cell])
      open[place] += 1
    }
    for place in open.indices where open[place] > 0 {
      rowOfLeast[place] = rows.count
      rows += Self.multipliers.map {
        Row(pool: place / weeks, week: place % weeks, multiplier: $0, capacity: ($0 - 1) * open[place])
      }
    }
  }

  /// The row of a pool, a week and a multiplier; `nil` where there is none.
  func row(ofPool pool: Int, week: Int, multiplier: Int? = nil) -> Int? {
    let place = pool * weeks + week
    guard let multiplier else { return place }
    guard Self.multipliers.contains(multiplier) else { return nil }
    return rowOfLeast[place].map { $0 + multiplier - Self.multipliers.lowerBound }
  }

  /// What a session takes that has some half days of a pool in a week.
  func uses(ofPool pool: Int, week: Int, halfDays: Int) -> [Use] {
    let place = pool * weeks + week
    var uses = [Use(row: place, amount: halfDays)]
    guard let least = rowOfLeast[place] else { return uses }
    for (offset, multiplier) in Self.multipliers.enumerated() {
      let amount = multiplier * halfDays / (largest[place] + 1)
      if amount > 0 { uses.append(Use(row: least + offset, amount: amount)) }
    }
    return uses
  }

  /// What a session takes; nothing where the day is no day off.
  func uses(of use: TimetableProblem.PoolUse) -> [Use] {
    let cell = Int(use.cell)
    guard isOff[cell] else { return [] }
    return uses(ofPool: cell / days, week: place(of: cell) % weeks, halfDays: Int(use.halfDays))
  }

  /// The pool and week of a position in ``TimetableProblem/poolCapacity``.
  private func place(of cell: Int) -> Int { cell / days * weeks + ReleaseProfiles.week(of: cell % days) }
}
