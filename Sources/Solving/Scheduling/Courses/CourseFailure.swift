/// Why there is no timetable of a ``CourseProblem``, or none was found. Courses by their index.
package enum CourseFailure: Error, Hashable, Sendable {
  /// Proven: these courses may never share a slot and have more lectures than slots in which one of them can
  /// be. A single course stands alone.
  case tooFewSlots(courses: [Int], lectures: Int, slots: Int)
  /// Proven: these courses have more lectures than there are open rooms in all slots that allow them.
  case tooFewRooms(courses: [Int], lectures: Int, places: Int)
  /// Open: the construction placed all but so many lectures, after as many placements.
  case notConstructed(unplaced: Int, placements: Int)
  /// A clock or an interrupt came before there was a first timetable.
  case stopped
  /// A defect: the solver's own text.
  case brokenSolver(String)
}
