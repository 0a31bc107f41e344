/// How far a search is.
public struct Progress: Hashable, Sendable {
  /// What takes a report; called from the thread that searches, in the search's own order.
  public typealias Handler = @Sendable (Progress) -> Void

  /// What is being done: `matching`, `timetable: bound`.
  public var phase: String
  /// The cost of the best found.
  public var incumbent: Int?
  /// No solution costs less.
  public var bound: Int?

  /// See the properties.
  public init(phase: String, incumbent: Int? = nil, bound: Int? = nil) {
    self.phase = phase
    self.incumbent = incumbent
    self.bound = bound
  }
}
