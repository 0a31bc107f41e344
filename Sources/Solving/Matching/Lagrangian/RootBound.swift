internal import MIP

/// The Lagrangian bound of a whole problem: multipliers from rough to good.
struct RootBound {
  /// The best multipliers.
  private(set) var multipliers: Multipliers
  /// D times the bound at them.
  private(set) var value: Int
  /// No match costs more.
  let dearest: Int
  /// Cells of knapsack tables filled.
  private(set) var work: Int

  /// Evaluations that took.
  var steps: Int { node.evaluations }

  private var node: MatchNode

  /// The bound: no match costs less.
  var bound: Int { value.dividedRoundingUp(by: multipliers.denominator) }

  /// Whether the bound is above what any match costs, so that there is none.
  var provesInfeasible: Bool { bound > dearest }

  /// Climbs until rounds of steps gain little.
  ///
  /// - Parameters:
  ///   - problem: Without pins.
  ///   - denominator: Of the multipliers.
  ///   - incumbent: The cost of a match, where one is known: how far there is to climb.
  ///   - known: Multipliers of a problem that differed little, from which a short climb is enough.
  ///   - work: Cells of tables after which no further round begins.
  /// - Returns: `nil` where an agent cannot have its least counts: there is no match.
  init?(
    _ problem: MatchProblem, denominator: Int, incumbent: Int?, known: Multipliers? = nil, work limit: Int,
    stop: StopSignal
  ) {
    dearest = Self.dearest(problem)
    node = MatchNode(problem, denominator: denominator)
    var numerators =
      known.map { known in
        known.numerators.map { Int((Double($0) * Double(denominator) / Double(known.denominator)).rounded()) }
      }
      ?? Self.start(of: problem).map { $0 * denominator }
    let goal = (incumbent ?? dearest) * denominator
    guard let first = node.climb(&numerators, goal: goal, known == nil ? .root : .node, stop: stop) else {
      return nil
    }
    multipliers = Multipliers(numerators: numerators, denominator: denominator)
    value = first
    work = node.work
    guard known == nil else { return }
    for _ in 0..<Self.rounds where work < limit && !stop.isRaised && !provesInfeasible {
      guard let gained = improve(stop: stop), gained > denominator / 8 else { break }
    }
  }

  /// Another round, to a goal that is a little above the bound.
  ///
  /// - Returns: D times what was gained; `nil` where it turned out that there is no match.
  mutating func improve(stop: StopSignal) -> Int? {
    var numerators = multipliers.numerators
    let goal = value + max(multipliers.denominator, abs(value) / 500)
    guard let reached = node.climb(&numerators, goal: goal, .polish, stop: stop) else { return nil }
    work = node.work
    defer { value = max(value, reached) }
    if reached > value { multipliers.numerators = numerators }
    return max(0, reached - value)
  }

  /// Raises the bound to the limit of the decomposition, as far as the work allows: steps of subgradients end short of
  /// it where costs are large numbers.
  ///
  /// - Parameters:
  ///   - match: A match to start from.
  ///   - work: Cells of tables, or as much work of the simplex method.
  /// - Throws: A broken solver.
  mutating func generateColumns(from match: Match?, work: Int, stop: StopSignal) throws(MIPError) {
    let problem = node.problem
    let size = problem.arcs.count + problem.jobs.count + problem.agentCount
    var columns = ColumnGeneration(problem, from: multipliers, value: value)
    (multipliers, value) = try columns.run(
      from: match, iterations: work / (Self.cellsPerEntry * max(1, size)), stop: stop)
  }

  /// By arc: D times what the bound rises by where it is taken.
  mutating func rises() -> [Int] {
    defer { work = node.work }
    return node.rises(at: multipliers.numerators) ?? []
  }

  private static let rounds = 12
  /// What an iteration of the simplex method takes for each arc, job and agent, in cells of tables.
  private static let cellsPerEntry = 50

  /// The second cheapest arc of each job, or its price where that is less or there is one arc only.
  private static func start(of problem: MatchProblem) -> [Int] {
    problem.jobs.indices.map { job in
      let costs = problem.arcs[problem.arcs(ofJob: job)].map(\.cost).sorted()
      let wanted = problem.jobs[job].demand
      let price = problem.jobs[job].unservedPrice
      if costs.count > wanted { return price.map { min($0, costs[wanted]) } ?? costs[wanted] }
      return price ?? costs.last ?? 0
    }
  }

  /// The sum of each job's dearest choices.
  static func dearest(_ problem: MatchProblem) -> Int {
    problem.jobs.indices.reduce(problem.constant) { sum, job in
      let most = problem.arcs[problem.arcs(ofJob: job)].lazy.map(\.cost).max() ?? 0
      return sum + problem.jobs[job].demand * max(most, problem.jobs[job].unservedPrice ?? most)
    }
  }
}

extension Int {
  /// The least integer that is not below the quotient.
  ///
  /// - Precondition: The divisor is positive.
  func dividedRoundingUp(by divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder > 0 ? quotient + 1 : quotient
  }
}
