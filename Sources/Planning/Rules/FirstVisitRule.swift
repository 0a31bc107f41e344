/// A mentor begins early.
public struct FirstVisitRule: Rule {
  public let name = "first-visit"
  public let text = """
    A mentor first visits a new teacher within `first_visit_days` of region.yaml (30) from the first date of the \
    request.
    """

  public init() {}

  public func violations(of plan: ResolvedPlan) -> [Violation] {
    plan.match.compactMap { match in
      guard let mentee = match.request.mentee, let first = match.visiting?.pattern.visits.min(),
        let latest = plan.scenario.latestFirstVisit(of: match.request), first > latest
      else { return nil }
      return violation(
        match.request.id,
        message: """
          The first visit to \(mentee) (`\(match.request.id)`) is on \(first); it has to be by \(latest), \
          \(plan.scenario.region.limits.firstVisitDays) days from \(match.request.window.lowerBound).
          """)
    }
  }
}

extension Scenario {
  /// The date by which a mentor first visits a new teacher; `nil` where a school asks for a coach.
  public func latestFirstVisit(of request: CoachingRequest) -> Day? {
    request.mentee == nil ? nil : request.window.lowerBound.advanced(by: region.limits.firstVisitDays)
  }
}
