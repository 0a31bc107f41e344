/// Constraints that cannot all hold, with the bounds and integrality of the variables as given.
public struct InfeasibleSubset: Hashable, Sendable {
  /// In the order of the program. Empty where the variables' bounds alone have no solution.
  public var constraints: [Constraint.Index]
  /// Is the rest feasible without any one of them? `false` where a limit left that open for some.
  public var isIrreducible: Bool
}

/// What is behind an infeasible program.
public enum Diagnosis: Hashable, Sendable {
  /// The program has a solution.
  case feasible
  /// It has none, because of these constraints.
  case infeasible(InfeasibleSubset)
  /// The limits were too small to tell whether it has one.
  case undetermined(Termination)
}

extension Program {
  /// Finds constraints that contradict one another, and no more of them than needed: an irreducible
  /// infeasible subset. There may be others.
  ///
  /// The deletion filter: each constraint in turn is left out for good if the rest stays infeasible. One
  /// solve a constraint, each warm from the last. Source: Chinneck and Dravnieks, Locating minimal
  /// infeasible constraint sets in linear programs, ORSA Journal on Computing 3 (1991); for integer programs
  /// Guieu and Chinneck, INFORMS Journal on Computing 11 (1999).
  /// - Parameter limits: For each solve.
  /// - Throws: What is wrong with the program, or a broken engine.
  public func diagnose(_ limits: Limits = Limits()) throws(MIPError) -> Diagnosis {
    var program = self
    // Whether there is a solution does not depend on the objective, and without one nothing is unbounded.
    program.setObjective(.minimize, Expression())
    var live = try LiveProblem(program)
    switch try live.isFeasible(limits) {
    case .yes: return .feasible
    case .unknown(let termination): return .undetermined(termination)
    case .no: break
    }
    var subset = InfeasibleSubset(constraints: [], isIrreducible: true)
    for constraint in constraints {
      try live.setBounds(.free, of: constraint)
      let verdict = try live.isFeasible(limits)
      if case .no = verdict { continue }
      if case .unknown = verdict { subset.isIrreducible = false }
      try live.setBounds(rows[constraint.index].bounds, of: constraint)
      subset.constraints.append(constraint)
    }
    return .infeasible(subset)
  }
}

extension LiveProblem {
  fileprivate enum Verdict {
    case yes
    case no
    case unknown(Termination)
  }

  fileprivate mutating func isFeasible(_ limits: Limits) throws(MIPError) -> Verdict {
    let outcome = try solve(limits, tactics: Tactics(simplex: .dual))
    if outcome.solution != nil { return .yes }
    return outcome.termination == .infeasible ? .no : .unknown(outcome.termination)
  }
}
