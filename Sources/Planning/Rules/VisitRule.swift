/// Rule 11.
public struct VisitRule: Rule {
  public let name = "visits"
  public let text = """
    A matched coaching request has a visiting pattern (weekday, period, every n weeks) inside its window, \
    on days that the school is in session; missed dates (holidays and testing, there or at the \
    coach's own school, and absences of the coach) are listed with their reason.
    """

  public init() {}

  public func violations(of plan: ResolvedPlan) -> [Violation] {
    plan.match.flatMap { match -> [Violation] in
      guard let visiting = match.visiting else {
        // `match` alone decides no dates.
        guard plan.parts.contains(.timetable) else { return [] }
        return [violation(match.request.id, message: "`\(match.request.id)` is matched and has no visits.")]
      }
      return violations(of: match, pattern: visiting.pattern, period: visiting.period, in: plan.scenario)
    }
  }

  private func violations(
    of match: ResolvedPlan.Match, pattern: MatchedRequest.Visiting, period: Int, in scenario: Scenario
  ) -> [Violation] {
    let request = match.request
    var found: [Violation] = []
    func add(_ message: String) { found.append(violation(request.id, message: message)) }
    if pattern.everyWeeks != request.visitEveryWeeks {
      add(
        "`\(request.id)` is visited every \(pattern.everyWeeks) weeks; it asks for every \(request.visitEveryWeeks)."
      )
    }
    if pattern.visits.isEmpty { add("`\(request.id)` has a visiting pattern without a visit.") }
    let dates = (pattern.visits + pattern.missed.map(\.day)).sorted()
    if let first = dates.first {
      let expected = stride(
        from: first, through: request.window.upperBound, by: 7 * max(1, request.visitEveryWeeks))
      if !request.window.contains(first)
        || first.number - request.window.lowerBound.number >= 7 * request.visitEveryWeeks
        || dates != Array(expected) || first.weekday != pattern.weekday
      {
        add(
          """
          The dates of `\(request.id)` are not every \(request.visitEveryWeeks) week(s) on \
          \(pattern.weekday.name) from the start to the end of \(request.window.lowerBound) to \
          \(request.window.upperBound).
          """)
      }
    }
    for day in pattern.visits {
      if let reason = scenario.reasonForNoVisit(
        to: match.school, by: match.coach, on: day, in: period)
      {
        add("`\(request.id)` is visited on \(day) \(pattern.period), which cannot be: \(reason).")
      }
    }
    for missed in pattern.missed
    where scenario.reasonForNoVisit(to: match.school, by: match.coach, on: missed.day, in: period) == nil {
      add("`\(request.id)` lists \(missed.day) as missed (\(missed.reason)); a visit was possible.")
    }
    return found
  }
}

extension Scenario {
  /// Why a coach cannot visit a school in a slot, for reasons that no plan changes; `nil` where he can.
  public func reasonForNoVisit(to school: School, by coach: Leader, on day: Day, in period: Int) -> String? {
    let calendar = calendar(of: school.district)
    if let reason = calendar.reasonForNoVisit(on: day) { return reason }
    if !calendar.holds(periods[period], on: day) { return "\(periods[period].id) is not held" }
    if let joined = coach.joined, day < joined { return "\(coach.name) joins on \(joined)" }
    return reasonForAbsence(of: coach, in: Slot(day: day, period: period)).map { "\(coach.name): \($0)" }
  }
}
