/// Distance.
public struct CoachReachRule: Rule {
  public let name = "coach-reach"
  public let text = "A coach travels no further than `max_miles` one way to the school."

  public init() {}

  public func violations(of plan: ResolvedPlan) -> [Violation] {
    plan.match.compactMap { match in
      let distance = plan.scenario.travel.leg(from: match.coach.home, to: match.school.place).distance
      guard distance > match.coach.reach else { return nil }
      return violation(
        match.request.id, match.coach.id,
        message: """
          `\(match.coach.id)` travels \(distance.inMiles) for `\(match.request.id)`; the limit is \
          \(match.coach.reach.inMiles).
          """)
    }
  }
}
