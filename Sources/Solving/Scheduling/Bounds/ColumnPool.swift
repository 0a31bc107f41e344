internal import MIP

/// The columns and rows of a ``RestrictedMaster`` and their places in the solver.
struct ColumnPool {
  /// What a row stands for.
  enum Resource: Hashable {
    case capped(Int)
    case cut(Int)
    case subsetRow(Int)
  }

  let problem: TimetableProblem
  private let capacity: [Double?]
  /// Resources that are what ``PoolWeeks`` rounds.
  private let rounded: Range<Int>
  /// Whether these become rows too.
  var countsRounded = false
  private let scale: Double
  /// By series: the variable that leaves it unserved, and the row that chooses it or one column.
  let unserved: [Variable]
  let convexity: [Constraint.Index]
  var columns: [TimetableRelaxation.Column] = []
  var variables: [Variable] = []
  /// What columns have to keep; by column, whether it does.
  private(set) var decisions: TeamDecisions
  var isAllowed: [Bool] = []
  var rows: [Resource: Constraint.Index] = [:]
  var order: [Resource] = []
  private(set) var cuts: [KnapsackCuts.Cut] = []
  var subsetRows: SubsetRows
  /// By inequality in ``subsetRows``: how many times in a row it was not needed when others were looked for.
  var idleRounds: [Int] = []
  private let knapsacks: KnapsackCuts
  private let threads: Int
  /// By leader option: its weights in the cuts that are rows.
  private var weights: [Int: [(cut: Int, weight: Double)]] = [:]
  /// By column: the value in the last solution; of those that came since, nothing.
  var values: [Double] = []
  /// The optimum of the last solve.
  private(set) var optimum = Double.infinity

  static let tolerance = 1e-7

  /// What it costs not to serve a series that must be served, in the solver's unit.
  private static let penalty = 1e5

  /// A pool without columns.
  ///
  /// - Parameters:
  ///   - program: Gets a variable and a row for each series; has nothing else.
  ///   - capacity: By resource: half days; `nil` for no cap.
  ///   - rounded: Resources that become rows only once ``countsRounded`` says so.
  ///   - knapsacks: Where cuts come from.
  init(
    _ problem: TimetableProblem, capacity: [Double?], rounded: Range<Int>, knapsacks: KnapsackCuts, threads: Int,
    in program: inout Program
  ) {
    self.threads = threads
    self.problem = problem
    self.capacity = capacity
    self.rounded = rounded
    self.knapsacks = knapsacks
    subsetRows = SubsetRows(options: problem.leaderOptions.count)
    let scale = Double(max(1, problem.series.compactMap(\.unservedPrice).max() ?? 1)) / 1000
    self.scale = scale
    decisions = TeamDecisions(problem)
    var unserved: [Variable] = []
    for series in problem.series {
      let price = series.unservedPrice.map { Double($0) / scale } ?? Self.penalty
      unserved.append(program.add(.continuous, objective: price))
    }
    self.unserved = unserved
    var convexity: [Constraint.Index] = []
    for left in unserved { convexity.append(program.require(left.expression == 1.0)) }
    self.convexity = convexity
  }

  /// Adds a column.
  mutating func add(_ column: TimetableRelaxation.Column, to live: inout LiveProblem) throws(MIPError) {
    var entries = [(constraint: convexity[column.series], coefficient: 1.0)]
    for (resource, amount) in uses(of: column) {
      if let row = rows[resource] { entries.append((row, amount)) }
    }
    variables.append(try live.add(.continuous, objective: Double(column.cost) / scale, column: entries))
    columns.append(column)
    isAllowed.append(true)
  }

  /// Leaves out the columns that break some decisions and takes in those that keep them.
  ///
  /// - Complexity: O(columns).
  mutating func keep(_ new: TeamDecisions, in live: inout LiveProblem) throws(MIPError) {
    for (series, variable) in unserved.enumerated() where new.service[series] != decisions.service[series] {
      guard let price = problem.series[series].unservedPrice else { continue }
      try live.setObjective(new.service[series] == .served ? Self.penalty : Double(price) / scale, of: variable)
    }
    for (number, column) in columns.enumerated() {
      let allows = new.allow(column)
      guard allows != isAllowed[number] else { continue }
      try live.setBounds(allows ? .nonnegative : .fixed(0), of: variables[number])
      isAllowed[number] = allows
    }
    decisions = new
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
  /// - Returns: Its duals; `nil` where the limit was reached first, or the stop signal was raised.
  mutating func solve(
    _ live: inout LiveProblem, iterations: Int, rowRounds: Int, stop: StopSignal
  ) throws(MIPError) -> [Double]? {
    let limits = Limits(iterations: iterations, interrupt: { stop.isRaised })
    var simplex = Tactics.Simplex.primal
    for round in 0...rowRounds {
      let outcome = try live.solveRelaxation(limits, simplex: simplex)
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

  /// The columns that the last solution takes a part of, and those that came since.
  var inUse: [TimetableRelaxation.Column] {
    columns.indices.filter { $0 >= values.count || values[$0] > Self.tolerance }.map { columns[$0] }
  }

  /// The columns that the last solution takes whole.
  var whole: [TimetableRelaxation.Column] {
    zip(columns, values).filter { $0.1 > 1 - Self.leastFraction }.map(\.0)
  }

  /// Of each series that the last solution serves by half at least, the column that it takes most of; by series.
  var likeliest: [TimetableRelaxation.Column] {
    var served = Array(repeating: 0.0, count: problem.series.count)
    var most = Array(repeating: (column: -1, value: 0.0), count: problem.series.count)
    for (number, value) in values.enumerated() {
      let series = columns[number].series
      served[series] += value
      if value > most[series].value { most[series] = (number, value) }
    }
    return problem.series.indices.filter { served[$0] >= 0.5 }.map { columns[most[$0].column] }
  }

  /// Adds the inequalities that the last solution breaks.
  ///
  /// - Parameter withSums: Whether sums of inequalities are looked for too.
  /// - Returns: Whether there were any.
  mutating func cut(_ live: inout LiveProblem, withSums: Bool = false) throws(MIPError) -> Bool {
    var halfDays: [Int: Double] = [:]
    for (column, value) in zip(columns, values) where value > Self.tolerance {
      for entry in column.release { halfDays[Int(entry.option), default: 0] += value * Double(entry.halfDays) }
    }
    if withSums {
      try removeIdleRows(in: &live)
      try removeIdleColumns(in: &live)
    }
    let found = try knapsacks.violated(by: halfDays)
    try add(found, to: &live)
    guard withSums else { return !found.isEmpty }
    // Those that are just met are of use in sums.
    let tight = try knapsacks.violated(by: halfDays, excess: -KnapsackCuts.leastExcess)
    let support = values.indices.filter { values[$0] > Self.tolerance }
    let separation = SubsetRowSeparation(
      knapsacks, columns: support.map { columns[$0] }, values: support.map { values[$0] }, packings: cuts + tight,
      series: convexity.count, threads: threads)
    let sums = separation.violated()
    try add(sums, to: &live)
    return !found.isEmpty || !sums.isEmpty
  }

  /// Adds inequalities on columns.
  mutating func add(_ new: [SubsetRowCut], to live: inout LiveProblem) throws(MIPError) {
    let first = subsetRows.cuts.count
    for cut in new { subsetRows.append(cut) }
    idleRounds += new.map { _ in 0 }
    try require((first..<subsetRows.cuts.count).map { .subsetRow($0) }, in: &live)
  }

  /// Adds inequalities.
  mutating func add(_ new: [KnapsackCuts.Cut], to live: inout LiveProblem) throws(MIPError) {
    for cut in new {
      for entry in cut.weights {
        weights[entry.option, default: []].append((cuts.count, Double(entry.weight) / Double(cut.level)))
      }
      cuts.append(cut)
    }
    try require((cuts.count - new.count..<cuts.count).map { .cut($0) }, in: &live)
  }

  /// What the last solution leaves open: by question, the share of *yes*; services before members.
  ///
  /// - Parameter decisions: Questions that are answered are left out.
  func fractions(_ decisions: TeamDecisions) -> [(question: TeamDecisions.Question, share: Double)] {
    var served = Array(repeating: 0.0, count: problem.series.count)
    var members: [Int: Double] = [:]
    for (column, value) in zip(columns, values) where value > Self.tolerance {
      served[column.series] += value
      for option in column.team { members[Int(option), default: 0] += value }
    }
    var result: [(question: TeamDecisions.Question, share: Double)] = []
    for (series, share) in served.enumerated() where decisions.service[series] == .open {
      result.append((.service(series: series), share))
    }
    for (series, entry) in problem.series.enumerated() {
      for option in entry.leaders where decisions.isOpen(option) {
        if let share = members[option] { result.append((.member(series: series, option: option), share)) }
      }
    }
    return result.filter { Self.leastFraction < $0.share && $0.share < 1 - Self.leastFraction }
  }

  private static let leastFraction = 1e-4

  /// Prices on resources: what the duals of their rows are worth, rounded.
  func prices(_ duals: [Double]) -> ResourcePrices {
    var byResource = Array(repeating: 0, count: capacity.count)
    var priced: [KnapsackCuts.Cut: Int] = [:]
    var sums: [SubsetRowCut: Int] = [:]
    for resource in order {
      let price = max(0, -duals[rows[resource]!.index]) * scale
      switch resource {
      case .capped(let resource): byResource[resource] = Int(price.rounded())
      case .cut(let cut): priced[cuts[cut]] = Int((price / Double(cuts[cut].level)).rounded())
      case .subsetRow(let cut):
        sums[subsetRows.cuts[cut]] = Int((price / Double(subsetRows.cuts[cut].level)).rounded())
      }
    }
    return ResourcePrices(
      byResource: byResource, cuts: priced, subsetRows: sums, options: problem.leaderOptions.count)
  }

  private var overdrawn: [Resource] {
    var used = Array(repeating: 0.0, count: capacity.count)
    for (column, value) in zip(columns, values) where value > Self.tolerance {
      for use in column.uses { used[use.resource] += value * Double(use.amount) }
    }
    return used.indices.filter { resource in
      used[resource] > 0 && (countsRounded || !rounded.contains(resource))
        && capacity[resource].map { used[resource] > $0 + 1e-6 } ?? false
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
      case .capped(let resource): most = capacity[resource] ?? 0
      case .cut, .subsetRow: most = 1
      }
      rows[resource] = try live.require(Constraint(Expression(terms[resource] ?? []), in: .atMost(most)))
      order.append(resource)
    }
  }

  private func uses(of column: TimetableRelaxation.Column) -> [(Resource, Double)] {
    column.uses.map { (.capped($0.resource), Double($0.amount)) }
      + column.release.flatMap { entry in
        (weights[Int(entry.option)] ?? []).map { (.cut($0.cut), $0.weight * Double(entry.halfDays)) }
      }
      + subsetRows.weights(of: column.release, series: column.series).map {
        (.subsetRow($0.cut), Double($0.weight) / Double(subsetRows.cuts[$0.cut].level))
      }
  }
}
