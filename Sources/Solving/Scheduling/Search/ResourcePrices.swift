/// Prices on release half days: the multipliers ρ of the bound, and what guides the search.
struct ResourcePrices: Sendable, Equatable {
  /// By resource of ``ReleaseResources``: of a half day. Leaders' years come first.
  private(set) var byResource: [Int]
  /// Of the inequalities on what fills a leader's year.
  let cuts: [KnapsackCuts.Cut: Int]
  /// Of the inequalities on columns.
  let subsetRows: SubsetRowPrices
  /// By leader option: of a half day that this series takes, which follows from ``cuts``; empty for nothing.
  private let option: [Int]

  /// Nothing costs anything.
  init(of problem: TimetableProblem) {
    self.init(byResource: Array(repeating: 0, count: problem.leaders.count), cuts: [:], options: 0)
  }

  /// - Parameters:
  ///   - byResource: Those that are left out at the end cost nothing.
  ///   - cuts: Those of nothing are left out.
  ///   - subsetRows: Those of nothing are left out.
  ///   - options: How many leader options the problem has.
  init(
    byResource: [Int], cuts: [KnapsackCuts.Cut: Int], subsetRows: [SubsetRowCut: Int] = [:], options: Int
  ) {
    self.byResource = byResource
    self.subsetRows = SubsetRowPrices(subsetRows, options: options)
    self.cuts = cuts.filter { $0.value > 0 }
    guard !self.cuts.isEmpty else {
      option = []
      return
    }
    var option = Array(repeating: 0, count: options)
    for (cut, price) in self.cuts {
      for entry in cut.weights { option[entry.option] += price * entry.weight }
    }
    self.option = option
  }

  /// What a release half day of a leader costs a series.
  ///
  /// - Parameter position: In ``TimetableProblem/leaderOptions``.
  @inline(__always)
  func release(of leader: Int, option position: Int) -> Int {
    option.isEmpty ? byResource[leader] : byResource[leader] &+ option[position]
  }

  /// The price of a resource.
  @inline(__always)
  subscript(resource: Int) -> Int {
    get { resource < byResource.count ? byResource[resource] : 0 }
    set { byResource[resource] = newValue }
  }

  /// What a placement costs with its release half days at their prices.
  func price(of placement: Placement, for index: Int, in problem: TimetableProblem) -> Int {
    var sum = problem.cost(of: placement, for: index)
    for option in placement.team {
      let leader = Int(problem.leaderOptions[Int(option)].leader)
      let price = release(of: leader, option: Int(option))
      guard price > 0 else { continue }
      for start in placement.starts.map({ problem.starts[Int($0)] }) {
        sum += problem.releasedHalfDays(of: leader, at: start) * price
      }
    }
    return sum
  }

  /// What a column pays for all it takes.
  func total(of column: TimetableRelaxation.Column) -> Int {
    column.uses.reduce(0) { $0 + $1.amount * self[$1.resource] }
      + (option.isEmpty ? 0 : column.release.reduce(0) { $0 + $1.halfDays * option[Int($1.option)] })
      + subsetRows.total(of: column)
  }
}
