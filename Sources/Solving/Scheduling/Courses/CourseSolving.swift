/// Solves a timetable problem in which only the slots and the venues of fixed teams are to be decided.
///
/// - Parameters:
///   - original: Any timetable problem.
///   - settings: Its effort counts move evaluations, ``CourseEffort/evaluationsPerUnit`` a unit.
/// - Returns: `nil` where the problem has more to decide or other rules to keep.
/// - Throws: ``CourseFailure`` where there is no timetable, none was found, or the solver broke.
package func solveCourses(
  _ original: TimetableProblem, settings: SearchSettings
) throws(CourseFailure) -> CourseResult? {
  guard let problem = CourseProblem(original) else { return nil }
  var engine = try CourseEngine(problem, settings: settings)
  try engine.run()
  return CourseResult(
    timetable: engine.best.timetable(of: problem, in: original), cost: engine.bestCost, bound: engine.bound,
    evaluations: engine.evaluations, isCutShort: engine.isCutShort)
}
