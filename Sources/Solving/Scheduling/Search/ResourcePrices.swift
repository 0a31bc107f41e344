/// Prices on resources that series share: the multipliers ρ of the bound, and what guides the search.
struct ResourcePrices: Sendable, Equatable {
  /// By leader: of a release half day in the year.
  var yearly: [Int]
  /// By leader and month, row by row: of a release half day in the month, besides ``yearly``.
  var monthly: [Int]
  /// By pool and day, row by row: of a substitute's half day.
  var pool: [Int]
  /// Whether a month of some leader has a price.
  private(set) var hasMonthly = false

  /// Nothing costs anything.
  init(of problem: TimetableProblem) {
    yearly = Array(repeating: 0, count: problem.leaders.count)
    monthly = Array(repeating: 0, count: problem.leaders.count * problem.grid.months)
    pool = Array(repeating: 0, count: problem.poolCapacity.count)
  }

  /// See the properties.
  init(yearly: [Int], monthly: [Int], pool: [Int]) {
    self.yearly = yearly
    self.monthly = monthly
    self.pool = pool
    hasMonthly = monthly.contains { $0 != 0 }
  }
}

/// What leaders have left: slots, and release half days in the year and in each month.
struct LeaderSupply: Sendable {
  /// By leader and slot.
  var isFree: BitMatrix
  /// By leader; `nil` for no cap.
  var yearly: [Int?]
  /// By leader and month, row by row; `nil` for no cap.
  var monthly: [Int?]

  /// All that a problem gives.
  init(of problem: TimetableProblem) {
    isFree = problem.leaderIsFree
    yearly = problem.leaders.map(\.yearlyRelease)
    monthly = problem.monthlyRelease
  }
}
