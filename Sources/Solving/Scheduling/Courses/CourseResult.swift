/// The best timetable found and what is proven about it.
package struct CourseResult: Hashable, Sendable {
  /// In the terms of the problem that was given.
  package let timetable: Timetable
  /// What it costs, the problem's constant included.
  package let cost: Int
  /// No timetable costs less.
  package let bound: Int
  /// Moves that were proposed.
  package let evaluations: Int
  /// Whether the stop signal ended the search before its work was done.
  package let isCutShort: Bool
}
