/// Rule 10.
public struct PinRule: Rule {
  public let name = "pins"
  public let text = """
    Pins hold. A pin on the team, slot or venue of a series, or on the coach or visits of a request, holds \
    where that is served; `served` says whether it must be.
    """

  public init() {}

  public func violations(of plan: ResolvedPlan) -> [Violation] {
    let scheduled = Dictionary(uniqueKeysWithValues: plan.timetable.map { ($0.series.id, $0) })
    let matched = Dictionary(uniqueKeysWithValues: plan.match.map { ($0.request.id, $0) })
    return plan.scenario.pins.compactMap { pin in
      guard plan.parts.contains(pin.decision.part) else { return nil }
      return holds(pin.decision, scheduled: scheduled, matched: matched)
        ? nil : violation(pin.text, message: "The pin `\(pin.text)` does not hold.")
    }
  }

  private func holds(
    _ decision: Pin.Decision, scheduled: [Series.ID: ResolvedPlan.Scheduled],
    matched: [CoachingRequest.ID: ResolvedPlan.Match]
  ) -> Bool {
    switch decision {
    case .inTeam(let series, let leader):
      scheduled[series].map { $0.team.contains { $0.id == leader } } ?? true
    case .notInTeam(let series, let leader):
      scheduled[series].map { !$0.team.contains { $0.id == leader } } ?? true
    case .sessionStarts(let series, let session, let slot):
      scheduled[series].map {
        session <= $0.sessions.count && $0.sessions[session - 1].day == slot.day
          && $0.sessions[session - 1].span.first == slot.period
      } ?? true
    case .sessionMeets(let series, let session, let venue):
      scheduled[series].map { entry in
        entry.sessions.enumerated().allSatisfy { number, meeting in
          session.map { $0 != number + 1 } ?? false || meeting.venue?.id == venue
        }
      } ?? true
    case .seriesServed(let series, let isServed):
      (scheduled[series] != nil) == isServed
    case .coach(let request, let leader):
      matched[request].map { $0.coach.id == leader } ?? true
    case .notCoach(let request, let leader):
      matched[request].map { $0.coach.id != leader } ?? true
    case .requestServed(let request, let isServed):
      (matched[request] != nil) == isServed
    case .visits(let request, let weekday, let period):
      matched[request]?.visiting.map { $0.pattern.weekday == weekday && $0.period == period } ?? true
    }
  }
}
