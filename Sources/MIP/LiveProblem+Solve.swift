internal import CGLPK

extension Program {
  /// Solves the program from nothing.
  ///
  /// A linear program by the simplex method; one with integer variables by branch and bound with cuts on its
  /// relaxation (Land and Doig 1960).
  /// - Throws: What is wrong with the program or the limits, or a broken engine.
  public func solve(
    _ limits: Limits = Limits(), tactics: Tactics = Tactics()
  ) throws(MIPError) -> Outcome {
    var live = try LiveProblem(self)
    return try live.solve(limits, tactics: tactics)
  }
}

extension LiveProblem {
  /// Solves the problem: the relaxation from the last basis and, where there are integer variables, branch
  /// and bound from there.
  /// - Throws: What is wrong with the limits, or a broken engine.
  public mutating func solve(
    _ limits: Limits = Limits(), tactics: Tactics = Tactics()
  ) throws(MIPError) -> Outcome {
    let start = ContinuousClock.now
    let relaxed = try solveRelaxation(limits, simplex: tactics.simplex)
    guard columns.contains(where: \.isInteger) else { return relaxed }
    guard relaxed.termination == .optimal else { return relaxed.asOutcomeOfIntegerProgram }

    var left = limits
    left.iterations = limits.iterations.map { max(0, $0 - relaxed.iterations) }
    left.seconds = limits.seconds.map { max(0, $0 - (ContinuousClock.now - start) / .seconds(1)) }
    let raw = try engine.branchAndBound(tactics, left)
    let found = raw.status == CADRE_OPTIMAL || raw.status == CADRE_FEASIBLE
    let solution =
      found
      ? Solution(values: try engine.readIntegerColumns(columns.count), objective: raw.objective) : nil
    let termination = Termination(ofInteger: raw, found: found)
    return Outcome(
      termination: termination, solution: solution,
      bound: bound(raw, relaxation: relaxed.bound, termination: termination, solution: solution),
      iterations: relaxed.iterations + Int(raw.iterations), nodes: Int(raw.nodes),
      message: raw.text(of: "branch and bound"))
  }

  /// Solves the problem without its integrality, by the simplex method from the last basis.
  /// - Throws: What is wrong with the limits, or a broken engine.
  public mutating func solveRelaxation(
    _ limits: Limits = Limits(), simplex: Tactics.Simplex = .primal
  ) throws(MIPError) -> Outcome {
    try limits.validate()
    isDualFeasible = false
    let raw = try engine.simplex(simplex, limits)
    let termination = Termination(ofLinear: raw)
    isDualFeasible = raw.dual_feasible
    let isFeasible = raw.status == CADRE_OPTIMAL || raw.status == CADRE_FEASIBLE
    let solution =
      isFeasible
      ? Solution(values: try engine.readColumns(columns.count).values, objective: raw.objective) : nil
    return Outcome(
      termination: termination, solution: solution,
      bound: raw.dual_feasible && termination != .infeasible ? raw.objective : nil,
      iterations: Int(raw.iterations), nodes: 0, message: raw.text(of: "simplex"))
  }

  /// The bound of the tree; before it has one, that of the relaxation. Never better than the incumbent,
  /// which bounds the subtrees that it cut off.
  private func bound(
    _ raw: cadre_outcome, relaxation: Double?, termination: Termination, solution: Solution?
  ) -> Double? {
    if termination == .infeasible { return nil }
    if termination == .optimal { return solution?.objective }
    let proven = raw.has_bound ? raw.bound : relaxation
    guard let proven, let solution else { return proven }
    return sense == .minimize ? min(proven, solution.objective) : max(proven, solution.objective)
  }
}

extension Outcome {
  /// A relaxation that did not reach its optimum says less about the integer program.
  fileprivate var asOutcomeOfIntegerProgram: Outcome {
    var outcome = self
    outcome.solution = nil
    if termination == .unbounded { outcome.termination = .infeasibleOrUnbounded }
    return outcome
  }
}

extension Termination {
  fileprivate init(ofLinear raw: cadre_outcome) {
    self = Self(limit: raw.reason) ?? Self(status: raw.status)
  }

  fileprivate init(ofInteger raw: cadre_outcome, found: Bool) {
    if let limit = Self(limit: raw.reason) {
      self = limit
    } else {
      self = Self(status: raw.status)
    }
  }

  /// `nil` where the solver ran to its end.
  private init?(limit: cadre_reason) {
    switch limit {
    case CADRE_FINISHED: return nil
    case CADRE_ITERATION_LIMIT: self = .iterationLimit
    case CADRE_NODE_LIMIT: self = .nodeLimit
    case CADRE_TIME_LIMIT: self = .timeLimit
    case CADRE_INTERRUPTED: self = .interrupted
    case CADRE_GAP_REACHED: self = .withinGap
    case CADRE_NO_PRIMAL: self = .infeasible
    case CADRE_NO_DUAL: self = .infeasibleOrUnbounded
    default: self = .numericalDifficulty
    }
  }

  private init(status: cadre_status) {
    switch status {
    case CADRE_OPTIMAL: self = .optimal
    case CADRE_NONE_EXISTS: self = .infeasible
    case CADRE_UNBOUNDED: self = .unbounded
    default: self = .numericalDifficulty
    }
  }
}

extension cadre_outcome {
  fileprivate func text(of method: String) -> String {
    let reasons = [
      "finished", "iteration limit", "node limit", "time limit", "interrupted", "gap reached",
      "no primal feasible solution", "no dual feasible solution", "integer overflow", "gave up",
    ]
    let statuses = ["undefined", "feasible", "infeasible so far", "no solution", "optimal", "unbounded"]
    return "GLPK \(method): \(reasons[Int(reason.rawValue)]); status \(statuses[Int(status.rawValue)])"
  }
}
