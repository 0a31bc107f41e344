internal import MIP

extension CourseProblem {
  /// A lower bound on the cost of any timetable: what rooms cost at least and what slots cost at least, two
  /// parts that share no term, and the constant.
  ///
  /// Integers throughout.
  ///
  /// - Throws: ``CourseFailure/brokenSolver(_:)``.
  func lowerBound() throws(CourseFailure) -> Int {
    do {
      return constant + (try RoomBound(self).value()) + SlotBound(self).value()
    } catch {
      throw .brokenSolver(error.description)
    }
  }
}
