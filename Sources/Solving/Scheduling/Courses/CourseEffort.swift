/// What a unit of ``Effort`` buys in course timetabling, and how many fit into a time.
package enum CourseEffort {
  /// Move evaluations of a unit, over all tasks.
  package static let evaluationsPerUnit = 3_000_000

  /// Move evaluations of an effort.
  static func evaluations(_ effort: Effort) -> Int {
    let (product, overflow) = effort.units.multipliedReportingOverflow(by: evaluationsPerUnit)
    return overflow ? .max : product
  }

  /// The effort that a machine like those of 2024 spends in a time.
  ///
  /// It depends on no clock, so that the run can be repeated. On a slower machine each step does less (``Pace``).
  /// - Parameters:
  ///   - seconds: Above 0.
  ///   - threads: How many cores there are.
  ///   - lectures: The size of the problem: the tables of greater ones are farther away from the core.
  package static func fitting(seconds: Double, threads: Int, lectures: Int) -> Effort {
    let rate = evaluationsPerSecond / (1 + Double(lectures) / 4_000)
    let units = seconds * rate * Double(min(threads, CourseSchedule.tasks)) / Double(evaluationsPerUnit)
    return Effort(Int(max(1, min(units, 1e9))))
  }

  /// Of one core, on problems of a few hundred lectures.
  private static let evaluationsPerSecond = 15e6
}
