internal import MIP

/// The columns and rows of a ``RestrictedMaster`` and their places in the solver.
struct ColumnPool {
  /// What a row stands for.
  private enum Resource: Hashable, Comparable {
    case year(leader: Int)
    case month(cell: Int)
    case pool(cell: Int)
    case cut(KnapsackCuts.Cut)
  }

  private let problem: TimetableProblem
  private let scale: Double
  private let convexity: [Constraint.Index]
  private var columns: [TimetableRelaxation.Column] = []
  private var variables: [Variable] = []
  private var rows: [Resource: Constraint.Index] = [:]
  private var order: [Resource] = []
  private let knapsacks: KnapsackCuts
  /// By leader option: its weights in the cuts that are rows.
  private var weights: [Int: [(cut: KnapsackCuts.Cut, weight: Double)]] = [:]

  private static let tolerance = 1e-7

  /// - Parameters:
  ///   - scale: Costs are divided by it.
  ///   - convexity: By item: the row that chooses one column or none.
  ///   - knapsacks: Where cuts come from.
  init(problem: TimetableProblem, scale: Double, convexity: [Constraint.Index], knapsacks: KnapsackCuts) {
    self.problem = problem
    self.knapsacks = knapsacks
    self.scale = scale
    self.convexity = convexity
  }

  /// Adds a column.
  mutating func add(_ column: TimetableRelaxation.Column, to live: inout LiveProblem) throws(MIPError) {
    var entries = [(constraint: convexity[column.item], coefficient: 1.0)]
    for (resource, amount) in uses(of: column) {
      if let row = rows[resource] { entries.append((row, amount)) }
    }
    variables.append(try live.add(.continuous, objective: Double(column.cost) / scale, column: entries))
    columns.append(column)
  }

  /// Adds the columns that would improve the master at its duals.
  ///
  /// - Returns: Whether there were any.
  mutating func addImproving(
    _ candidates: [TimetableRelaxation.Column], duals: [Double], to live: inout LiveProblem
  ) throws(MIPError) -> Bool {
    var isNew = false
    for column in candidates {
      var reduced = Double(column.cost) / scale - duals[convexity[column.item].index]
      for (resource, amount) in uses(of: column) {
        if let row = rows[resource] { reduced -= amount * duals[row.index] }
      }
      guard reduced < -Self.tolerance else { continue }
      try add(column, to: &live)
      isNew = true
    }
    return isNew
  }

  /// Solves the master, adding rows for what is overdrawn.
  ///
  /// - Returns: Its duals and whether rows were added; `nil` where the limit was reached first.
  mutating func solve(
    _ live: inout LiveProblem, iterations: Int, rowRounds: Int
  ) throws(MIPError) -> (duals: [Double], isCut: Bool)? {
    var isCut = false
    var simplex = Tactics.Simplex.primal
    for round in 0...rowRounds {
      let outcome = try live.solveRelaxation(Limits(iterations: iterations), simplex: simplex)
      guard outcome.termination == .optimal, let solution = outcome.solution else { return nil }
      let overdrawn = overdrawn(by: solution)
      if overdrawn.isEmpty || round == rowRounds { break }
      try require(overdrawn, in: &live)
      isCut = true
      simplex = .dual
    }
    return try live.duals().map { ($0, isCut) }
  }

  /// Prices on resources: what the duals of their rows are worth, rounded.
  func prices(_ duals: [Double]) -> ResourcePrices {
    var yearly = Array(repeating: 0, count: problem.leaders.count)
    var monthly = Array(repeating: 0, count: problem.monthlyRelease.count)
    var pool = Array(repeating: 0, count: problem.poolCapacity.count)
    var cuts: [KnapsackCuts.Cut: Int] = [:]
    for resource in order {
      let price = Int((max(0, -duals[rows[resource]!.index]) * scale).rounded())
      switch resource {
      case .year(let leader): yearly[leader] = price
      case .month(let cell): monthly[cell] = price
      case .pool(let cell): pool[cell] = price
      case .cut(let cut): cuts[cut] = price
      }
    }
    return ResourcePrices(
      yearly: yearly, monthly: monthly, pool: pool, cuts: cuts, of: knapsacks, options: problem.leaderOptions.count)
  }

  private func overdrawn(by solution: Solution) -> [Resource] {
    var use: [Resource: Double] = [:]
    var halfDays: [Int: Double] = [:]
    for (column, variable) in zip(columns, variables) {
      let value = solution.value(of: variable)
      guard value > Self.tolerance else { continue }
      for (resource, amount) in uses(of: column) where rows[resource] == nil {
        use[resource, default: 0] += value * amount
      }
      for entry in column.leaders {
        if let option = entry.option { halfDays[option, default: 0] += value * Double(entry.halfDays) }
      }
    }
    let simple = use.filter { resource, amount in
      capacity(of: resource).map { amount > Double($0) + 1e-6 } ?? false
    }.keys.sorted()
    if !simple.isEmpty { return simple }
    // Cuts only once what is simple holds.
    return knapsacks.violated(by: halfDays).map(Resource.cut).filter { rows[$0] == nil }
  }

  private mutating func require(_ resources: [Resource], in live: inout LiveProblem) throws(MIPError) {
    let wanted = Set(resources)
    for case .cut(let cut) in resources {
      for (option, weight) in knapsacks.weights(of: cut) {
        weights[option, default: []].append((cut, weight.value))
      }
    }
    var terms: [Resource: [Term]] = [:]
    for (column, variable) in zip(columns, variables) {
      for (resource, amount) in uses(of: column) where wanted.contains(resource) {
        terms[resource, default: []].append(Term(amount, variable))
      }
    }
    for resource in resources {
      rows[resource] = try live.require(
        Constraint(Expression(terms[resource] ?? []), in: .atMost(Double(capacity(of: resource) ?? 0))))
      order.append(resource)
    }
  }

  private func uses(of column: TimetableRelaxation.Column) -> [(Resource, Double)] {
    column.leaders.flatMap { entry in
      [
        (Resource.year(leader: entry.leader), Double(entry.halfDays)),
        (Resource.month(cell: entry.leader * problem.grid.months + entry.month), Double(entry.halfDays)),
      ]
        + (entry.option.flatMap { weights[$0] } ?? []).map {
          (Resource.cut($0.cut), $0.weight * Double(entry.halfDays))
        }
    } + column.pools.map { (Resource.pool(cell: $0.cell), Double($0.halfDays)) }
  }

  private func capacity(of resource: Resource) -> Int? {
    switch resource {
    case .year(let leader): problem.leaders[leader].yearlyRelease.map { max(0, $0) }
    case .month(let cell): problem.monthlyRelease[cell].map { max(0, $0) }
    case .pool(let cell): max(0, problem.poolCapacity[cell])
    case .cut(let cut): cut.level
    }
  }
}
