/// What a solve came to: why it stopped, what it found, and what it proved are three things.
public struct Outcome: Sendable {
  /// Why the solver stopped.
  public var termination: Termination
  /// The best solution found, or `nil` for none. Feasible to the solver's tolerance.
  public var solution: Solution?
  /// No solution is better than this, in the direction of the objective; `nil` where nothing is proven.
  /// In floating point: good to the solver's tolerance, not an exact bound.
  public var bound: Double?
  /// Simplex iterations done.
  public var iterations: Int
  /// Nodes of branch and bound begun; 0 for a linear program.
  public var nodes: Int
  /// What the engine said, for a log.
  public var message: String

  /// (bound - objective) relative to the objective, as GLPK and others define it, never negative; `nil`
  /// without a solution or a bound.
  public var gap: Double? {
    guard let solution, let bound else { return nil }
    return abs(bound - solution.objective) / (abs(solution.objective) + Double.ulpOfOne)
  }
}

/// Why a solver stopped.
public enum Termination: Hashable, Sendable {
  /// The solution is proven best.
  case optimal
  /// The solution is within ``Limits/gap`` of the bound.
  case withinGap
  /// Proven: there is no solution.
  case infeasible
  /// Proven: solutions get better without end.
  case unbounded
  /// Proven: no best solution. The relaxation is unbounded, and whether there are integer solutions is open.
  case infeasibleOrUnbounded
  /// ``Limits/iterations`` are used up.
  case iterationLimit
  /// ``Limits/nodes`` are used up.
  case nodeLimit
  /// ``Limits/seconds`` are used up.
  case timeLimit
  /// ``Limits/interrupt`` asked to stop.
  case interrupted
  /// The engine gave up for numerical reasons.
  case numericalDifficulty
}
