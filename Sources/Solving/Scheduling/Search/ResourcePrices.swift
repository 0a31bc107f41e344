/// Prices on resources that series share: the multipliers ρ of the bound, and what guides the search.
struct ResourcePrices: Sendable, Equatable {
  /// By leader: of a release half day in the year.
  var yearly: [Int]
  /// By leader and month, row by row: of a release half day in the month, besides ``yearly``.
  var monthly: [Int]
  /// By pool and day, row by row: of a substitute's half day.
  var pool: [Int]
  /// Of cuts on what fills a leader's year, see ``KnapsackCuts``.
  var cuts: [KnapsackCuts.Cut: Int] = [:]
  /// By leader option: of a release half day that this series takes, which follows from ``cuts``; empty for
  /// nothing.
  private(set) var option: [Int] = []
  /// Whether a month of some leader has a price.
  private(set) var hasMonthly = false

  /// Nothing costs anything.
  init(of problem: TimetableProblem) {
    yearly = Array(repeating: 0, count: problem.leaders.count)
    monthly = Array(repeating: 0, count: problem.leaders.count * problem.grid.months)
    pool = Array(repeating: 0, count: problem.poolCapacity.count)
  }

  /// See the properties.
  init(
    yearly: [Int], monthly: [Int], pool: [Int], cuts: [KnapsackCuts.Cut: Int] = [:],
    of knapsacks: KnapsackCuts? = nil,
    options: Int = 0
  ) {
    self.yearly = yearly
    self.monthly = monthly
    self.pool = pool
    hasMonthly = monthly.contains { $0 != 0 }
    self.cuts = cuts.filter { $0.value > 0 }
    guard let knapsacks, !self.cuts.isEmpty else { return }
    option = Array(repeating: 0, count: options)
    for (cut, price) in self.cuts {
      for (position, weight) in knapsacks.weights(of: cut) {
        // Rounded down, so that no option pays more than its weight.
        let (high, low) = price.multipliedFullWidth(by: weight.numerator)
        option[position] += weight.denominator.dividingFullWidth((high, low)).quotient
      }
    }
  }

  /// What a release half day of a leader costs a series, the month's price left out.
  ///
  /// - Parameter position: In ``TimetableProblem/leaderOptions``.
  @inline(__always)
  func release(of leader: Int, option position: Int) -> Int {
    option.isEmpty ? yearly[leader] : yearly[leader] &+ option[position]
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
