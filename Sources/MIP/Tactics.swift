/// How the solver goes about it. No choice here changes what is optimal.
public struct Tactics: Hashable, Sendable {
  /// Which simplex method goes first.
  public enum Simplex: Hashable, Sendable {
    /// After new columns or a new objective: the basis is still primal feasible.
    case primal
    /// After new rows or tighter bounds: the basis is still dual feasible. Falls back on the primal method.
    case dual
  }

  /// Which simplex method goes first.
  public var simplex: Simplex
  /// Does branch and bound work on a presolved copy? Its first relaxation is then solved without limits.
  public var presolve: Bool
  /// Does branch and bound add mixed-integer rounding and clique cuts and, without presolve, cover cuts? Off
  /// by default, as in GLPK: they help some formulations and slow down others.
  public var cuts: Bool

  /// - Parameters:
  ///   - simplex: Which simplex method goes first.
  ///   - presolve: Does branch and bound work on a presolved copy?
  ///   - cuts: Does branch and bound add cuts?
  public init(simplex: Simplex = .primal, presolve: Bool = true, cuts: Bool = false) {
    self.simplex = simplex
    self.presolve = presolve
    self.cuts = cuts
  }
}
