internal import CGLPK

/// The solver behind every program and network.
public enum Solver {
  /// Its name, as certificates give it.
  public static let name = "glpk"
  /// Its own version: `5.0`.
  public static var version: String { String(cString: cadre_solver_version()) }
}
