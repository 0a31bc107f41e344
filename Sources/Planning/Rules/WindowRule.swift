/// Rule 1.
public struct WindowRule: Rule {
  public let name = "window"
  public let text = """
    A session lies in its window, on a day and in periods that the calendars of its host and of every \
    district that attends allow.
    """

  public init() {}

  public func violations(of plan: ResolvedPlan) -> [Violation] {
    plan.timetable.flatMap { scheduled in
      scheduled.sessions.enumerated().compactMap { number, session in
        let series = scheduled.series
        let what = "Session \(number + 1) of `\(series.id)` on \(session.day)"
        guard series.window.contains(session.day) else {
          return violation(
            series.id,
            message: "\(what) lies outside \(series.window.lowerBound) to \(series.window.upperBound).")
        }
        guard let first = session.span.first,
          let span = plan.scenario.span(of: series, startingAt: Slot(day: session.day, period: first)),
          span == session.span
        else {
          let names = session.span.map { plan.scenario.periods[$0].id }.joined(separator: "+")
          return violation(
            series.id,
            message: """
              \(what) takes `\(names)`, which the calendars of that day do not allow for \
              \(series.periodsPerSession) period(s) of one kind in a row.
              """)
        }
        return nil
      }
    }
  }
}
