internal import MIP

/// Dantzig-Wolfe decomposition of a match, to raise the bound to its limit: a column P is what one agent carries, and
/// a linear program over the columns found so far gives the multipliers at which agents choose new ones (Savelsbergh
/// 1997; Lübbecke and Desrosiers 2005).
///
///     min  Σ cost of P λ_P + Σ price u
///          Σ over P with the job λ_P + u = demand     every job; its dual is the multiplier
///          Σ of an agent's λ_P ≤ 1                    every agent
///          λ ≥ 0, 0 ≤ u ≤ demand
///
/// Multipliers are smoothed towards those of the best bound (Wentges 1997): duals of a young master jump. The program
/// in floating point only proposes them; the bound is the Lagrangian value at them, in integers.
struct ColumnGeneration {
  private let problem: MatchProblem
  private let denominator: Int
  /// What the solver's unit of cost is.
  private let scale: Double
  private var node: MatchNode
  private var best: Multipliers
  private var value: Int
  private var jobRows: [Constraint.Index] = []
  private var agentRows: [Constraint.Index] = []
  private var known: Set<[Int32]> = []

  /// Rounds of columns at most.
  private static let rounds = 200
  /// The part of the way from the best multipliers to the master's that is gone first, and then all of it.
  private static let steps = [0.3, 1.0]
  /// The dearest cost, in the solver's unit, and what it costs there not to serve a unit that must be served.
  private static let dearest = 1e3
  private static let missing = 1e4
  private static let tolerance = 1e-7

  /// - Parameters:
  ///   - problem: Without pins.
  ///   - multipliers: Where to start.
  ///   - value: D times the bound at them.
  init(_ problem: MatchProblem, from multipliers: Multipliers, value: Int) {
    self.problem = problem
    denominator = multipliers.denominator
    best = multipliers
    self.value = value
    node = MatchNode(problem, denominator: denominator)
    let cost = problem.arcs.lazy.map { abs($0.cost) }.max() ?? 0
    let price = problem.jobs.lazy.compactMap { $0.unservedPrice.map(abs) }.max() ?? 0
    scale = Double(max(cost, price, 1)) / Self.dearest
  }

  /// Generates columns until none improves the master, or iterations are used up.
  ///
  /// - Parameters:
  ///   - match: Its columns are the first ones.
  ///   - iterations: Of the simplex method.
  /// - Returns: The best multipliers, and D times the bound at them: not less than where it started.
  /// - Throws: A broken solver.
  mutating func run(
    from match: Match?, iterations: Int, stop: StopSignal
  ) throws(MIPError) -> (multipliers: Multipliers, value: Int) {
    var program = Program(.minimize)
    for job in problem.jobs {
      let left = program.add(
        .continuous, in: .between(0, Double(job.demand)),
        objective: job.unservedPrice.map { Double($0) / scale } ?? Self.missing)
      jobRows.append(program.require(left.expression == job.demand))
    }
    for _ in problem.agents { agentRows.append(program.require(Constraint(Expression(), in: .atMost(1)))) }
    var search = self
    try program.withLiveProblem { (live) throws(MIPError) in
      try search.generate(&live, from: match, iterations: iterations, stop: stop)
    }
    self = search
    return (best, value)
  }

  private mutating func generate(
    _ live: inout LiveProblem, from match: Match?, iterations limit: Int, stop: StopSignal
  ) throws(MIPError) {
    for arcs in columns(of: match?.arcs ?? []) { try add(arcs, to: &live) }
    guard node.evaluate(best.numerators) != nil else { return }
    for arcs in columns(of: node.chosen) { try add(arcs, to: &live) }
    var left = limit
    for _ in 0..<Self.rounds where left > 0 && !stop.isRaised {
      let outcome = try live.solveRelaxation(Limits(iterations: left, interrupt: { stop.isRaised }))
      left -= outcome.iterations
      guard outcome.termination == .optimal, let master = outcome.solution, let duals = try live.duals() else {
        return
      }
      let optimum = master.objective * scale + Double(problem.constant)
      guard optimum - Double(value) / Double(denominator) > Self.tolerance * max(1, abs(optimum)) else { return }
      let center = best.numerators
      let own = numerators(of: duals)
      var isNew = false
      for step in Self.steps {
        let tried = zip(center, own).map { $0 + Int((step * Double($1 - $0)).rounded()) }
        guard let reached = node.evaluate(tried) else { return }
        if reached > value {
          value = reached
          best.numerators = tried
        }
        for arcs in columns(of: node.chosen) where reducedCost(of: arcs, at: duals) < -Self.tolerance {
          if try add(arcs, to: &live) { isNew = true }
        }
      }
      guard isNew else { return }
    }
  }

  /// The master's duals as multipliers; a job that may stay unserved is worth its price at most.
  private func numerators(of duals: [Double]) -> [Int] {
    let largest = Double(node.largest)
    return zip(problem.jobs, jobRows).map { job, row in
      let exact = (duals[row.index] * scale * Double(denominator)).rounded()
      let numerator = Int(min(max(exact, -largest), largest))
      return job.unservedPrice.map { min(numerator, $0 * denominator) } ?? numerator
    }
  }

  /// By agent that has any: its arcs among these.
  private func columns(of arcs: [Int32]) -> [[Int32]] {
    var byAgent = Array(repeating: [Int32](), count: problem.agentCount)
    for arc in arcs.sorted() { byAgent[Int(problem.arcs[Int(arc)].agent)].append(arc) }
    return byAgent.filter { !$0.isEmpty }
  }

  private func cost(of column: [Int32]) -> Double {
    Double(column.reduce(0) { $0 + problem.arcs[Int($1)].cost }) / scale
  }

  /// By constraint of the column, which has one of each.
  private func rows(of column: [Int32]) -> [Constraint.Index] {
    column.map { jobRows[Int(problem.arcs[Int($0)].job)] } + [agentRows[Int(problem.arcs[Int(column[0])].agent)]]
  }

  private func reducedCost(of column: [Int32], at duals: [Double]) -> Double {
    rows(of: column).reduce(cost(of: column)) { $0 - duals[$1.index] }
  }

  /// - Returns: Whether it is new.
  @discardableResult
  private mutating func add(_ column: [Int32], to live: inout LiveProblem) throws(MIPError) -> Bool {
    guard known.insert(column).inserted else { return false }
    _ = try live.add(.continuous, objective: cost(of: column), column: rows(of: column).map { ($0, 1) })
    return true
  }
}
