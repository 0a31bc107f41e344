/// How much work a search may spend, counted and never timed, so that the same effort finds the same plan
/// on any machine.
///
/// One unit is about what a two-core machine does in a tenth of a second; every engine documents what it
/// counts (move evaluations, pricing calls, nodes and iterations of the solver).
public struct Effort: Hashable, Sendable {
  /// Units of work, 1 or more.
  public let units: Int

  /// - Parameter units: 1 or more.
  public init(_ units: Int) {
    precondition(units >= 1, "an effort is at least 1")
    self.units = units
  }

  /// One of so many equal parts, at least a unit.
  func part(_ count: Int) -> Effort { Effort(max(1, units / count)) }

  /// What `cadre` spends unless told otherwise.
  public static let standard = Effort(100)
}
