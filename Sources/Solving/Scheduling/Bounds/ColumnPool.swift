internal import MIP

/// The columns and rows of a ``RestrictedMaster`` and their places in the solver.
struct ColumnPool {
  /// What a row stands for.
  private enum Resource: Hashable {
    case capped(Int)
    case cut(Int)
  }

  private let problem: TimetableProblem
  private let capacity: [Int?]
  private let scale: Double
  let convexity: [Constraint.Index]
  private(set) var columns: [TimetableRelaxation.Column] = []
  private(set) var variables: [Variable] = []
  private var rows: [Resource: Constraint.Index] = [:]
  private var order: [Resource] = []
  private var cuts: [KnapsackCuts.Cut] = []
  private let knapsacks: KnapsackCuts
  /// By leader option: its weights in the cuts that are rows.
  private var weights: [Int: [(cut: Int, weight: Double)]] = [:]
  private(set) var values: [Double] = []
  /// The optimum of the last solve.
  private(set) var optimum = Double.infinity

  private static let tolerance = 1e-7

  /// - Parameters:
  ///   - capacity: By resource: half days; `nil` for no cap.
  ///   - scale: Costs are divided by it.
  ///   - convexity: By series: the row that chooses one column or none.
  ///   - knapsacks: Where cuts come from.
  init(
    problem: TimetableProblem, capacity: [Int?], scale: Double, convexity: [Constraint.Index],
    knapsacks: KnapsackCuts
  ) {
    self.problem = problem
    self.capacity = capacity
    self.scale = scale
    self.convexity = convexity
    self.knapsacks = knapsacks
  }

  /// Adds a column.
  mutating func add(_ column: TimetableRelaxation.Column, to live: inout LiveProblem) throws(MIPError) {
    var entries = [(constraint: convexity[column.series], coefficient: 1.0)]
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
      var reduced = Double(column.cost) / scale - duals[convexity[column.series].index]
      for (resource, amount) in uses(of: column) {
        if let row = rows[resource] { reduced -= amount * duals[row.index] }
      }
      guard reduced < -Self.tolerance else { continue }
      try add(column, to: &live)
      isNew = true
    }
    return isNew
  }

  /// Solves the master, adding rows for resources that are overdrawn.
  ///
  /// - Returns: Its duals; `nil` where the limit was reached first.
  mutating func solve(
    _ live: inout LiveProblem, iterations: Int, rowRounds: Int
  ) throws(MIPError) -> [Double]? {
    var simplex = Tactics.Simplex.primal
    for round in 0...rowRounds {
      let outcome = try live.solveRelaxation(Limits(iterations: iterations), simplex: simplex)
      guard outcome.termination == .optimal, let solution = outcome.solution else { return nil }
      optimum = solution.objective * scale
      values = variables.map { solution.value(of: $0) }
      let overdrawn = overdrawn
      if overdrawn.isEmpty || round == rowRounds { break }
      try require(overdrawn, in: &live)
      simplex = .dual
    }
    return try live.duals()
  }

  /// Adds the inequalities that the last solution breaks.
  ///
  /// - Returns: Whether there were any.
  mutating func cut(_ live: inout LiveProblem) throws(MIPError) -> Bool {
    var halfDays: [Int: Double] = [:]
    for (column, value) in zip(columns, values) where value > Self.tolerance {
      for entry in column.release { halfDays[Int(entry.option), default: 0] += value * Double(entry.halfDays) }
    }
    let found = try knapsacks.violated(by: halfDays)
    for cut in found {
      for entry in cut.weights {
        weights[entry.option, default: []].append((cuts.count, Double(entry.weight) / Double(cut.level)))
      }
      cuts.append(cut)
    }
    try require((cuts.count - found.count..<cuts.count).map { .cut($0) }, in: &live)
    return !found.isEmpty
  }

  /// Prices on resources: what the duals of their rows are worth, rounded.
  func prices(_ duals: [Double]) -> ResourcePrices {
    var byResource = Array(repeating: 0, count: capacity.count)
    var priced: [KnapsackCuts.Cut: Int] = [:]
    for resource in order {
      let price = max(0, -duals[rows[resource]!.index]) * scale
      switch resource {
      case .capped(let resource): byResource[resource] = Int(price.rounded())
      case .cut(let cut): priced[cuts[cut]] = Int((price / Double(cuts[cut].level)).rounded())
      }
    }
    return ResourcePrices(byResource: byResource, cuts: priced, options: problem.leaderOptions.count)
  }

  private var overdrawn: [Resource] {
    var used = Array(repeating: 0.0, count: capacity.count)
    for (column, value) in zip(columns, values) where value > Self.tolerance {
      for use in column.uses { used[use.resource] += value * Double(use.halfDays) }
    }
    return used.indices.filter { resource in
      used[resource] > 0 && capacity[resource].map { used[resource] > Double($0) + 1e-6 } ?? false
    }.map { .capped($0) }.filter { rows[$0] == nil }
  }

  private mutating func require(_ resources: [Resource], in live: inout LiveProblem) throws(MIPError) {
    let wanted = Set(resources)
    var terms: [Resource: [Term]] = [:]
    for (column, variable) in zip(columns, variables) {
      for (resource, amount) in uses(of: column) where wanted.contains(resource) {
        terms[resource, default: []].append(Term(amount, variable))
      }
    }
    for resource in resources {
      let most: Double
      switch resource {
      case .capped(let resource): most = Double(capacity[resource] ?? 0)
      case .cut: most = 1
      }
      rows[resource] = try live.require(Constraint(Expression(terms[resource] ?? []), in: .atMost(most)))
      order.append(resource)
    }
  }

  private func uses(of column: TimetableRelaxation.Column) -> [(Resource, Double)] {
    column.uses.map { (.capped($0.resource), Double($0.halfDays)) }
      + column.release.flatMap { entry in
        (weights[Int(entry.option)] ?? []).map { (.cut($0.cut), $0.weight * Double(entry.halfDays)) }
      }
  }
}
