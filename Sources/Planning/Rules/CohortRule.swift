/// Rule 7.
public struct CohortRule: Rule {
  public let name = "cohort"
  public let text = "A cohort attends one session at a time."

  public init() {}

  public func violations(of plan: ResolvedPlan) -> [Violation] {
    var found: [Violation] = []
    var users: [Attendance: String] = [:]
    for scheduled in plan.timetable {
      for (number, session) in scheduled.sessions.enumerated() {
        let what = "session \(number + 1) of `\(scheduled.series.id)`"
        for cohort in scheduled.series.cohorts {
          for period in session.span {
            let slot = Slot(day: session.day, period: period)
            if let other = users.updateValue(what, forKey: Attendance(cohort: cohort, slot: slot)) {
              found.append(
                violation(
                  scheduled.series.id,
                  message: """
                    Cohort `\(cohort)` has both \(other) and \(what) on \(session.day) \
                    \(plan.scenario.periods[period].id).
                    """))
            }
          }
        }
      }
    }
    return found
  }

  private struct Attendance: Hashable {
    let cohort: String
    let slot: Slot
  }
}
