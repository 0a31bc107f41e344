/// Rule 2.
public struct GapRule: Rule {
  public let name = "gaps"
  public let text = """
    A series has as many sessions as it asks for, in order, with at least `gap_min_days` and at most \
    `gap_max_days` from one to the next.
    """

  public init() {}

  public func violations(of plan: ResolvedPlan) -> [Violation] {
    plan.timetable.flatMap { scheduled in
      let series = scheduled.series
      var found: [Violation] = []
      if scheduled.sessions.count != series.sessions {
        found.append(
          violation(
            series.id,
            message: "`\(series.id)` has \(scheduled.sessions.count) sessions; it asks for \(series.sessions)."))
      }
      for (number, pair) in zip(scheduled.sessions, scheduled.sessions.dropFirst()).enumerated() {
        let days = pair.1.day.number - pair.0.day.number
        let overlap = days == 0 && (pair.1.span.first ?? 0) <= (pair.0.span.last ?? 0)
        if days < series.gapMinDays || days > series.gapMaxDays || overlap {
          found.append(
            violation(
              series.id,
              message: """
                Sessions \(number + 1) and \(number + 2) of `\(series.id)` are \(days) days apart \
                (\(pair.0.day), \(pair.1.day)); \(series.gapMinDays) to \(series.gapMaxDays) are asked for.
                """))
        }
      }
      return found
    }
  }
}
