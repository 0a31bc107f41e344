internal import CGLPK

/// Where a variable or constraint stands in a basis.
public enum BasisStatus: Hashable, Sendable {
  /// Between its bounds, as a rule.
  case basic
  /// At its lower bound.
  case atLower
  /// At its upper bound.
  case atUpper
  /// Without bounds, at zero.
  case free
  /// Its bounds are the same.
  case fixed
}

extension LiveProblem {
  /// By constraint: what the objective gains for each unit that the bound goes up. `nil` unless the last
  /// solve of the relaxation left a dual feasible basis and nothing was changed since. O(constraints).
  public func duals() throws(MIPError) -> [Double]? {
    guard isDualFeasible else { return nil }
    return try engine.readRows(rows.count).duals
  }

  /// By variable: its objective coefficient less the duals times its column. `nil` as for ``duals()``.
  /// O(variables).
  public func reducedCosts() throws(MIPError) -> [Double]? {
    guard isDualFeasible else { return nil }
    return try engine.readColumns(columns.count).reducedCosts
  }

  /// By constraint, then by variable: the current basis. O(constraints + variables).
  public func basis() throws(MIPError) -> (constraints: [BasisStatus], variables: [BasisStatus]) {
    let basis = try engine.readBasis(rows: rows.count, columns: columns.count)
    return (basis.rows.map(BasisStatus.init), basis.columns.map(BasisStatus.init))
  }
}

extension BasisStatus {
  fileprivate init(_ raw: cadre_basis) {
    switch raw {
    case CADRE_BASIC: self = .basic
    case CADRE_AT_LOWER: self = .atLower
    case CADRE_AT_UPPER: self = .atUpper
    case CADRE_NONBASIC_FREE: self = .free
    default: self = .fixed
    }
  }
}
