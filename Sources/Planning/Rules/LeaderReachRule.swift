/// Rule 9.
public struct LeaderReachRule: Rule {
  public let name = "leader-reach"
  public let text = "A leader travels no further than `max_miles` one way to a session."

  public init() {}

  public func violations(of plan: ResolvedPlan) -> [Violation] {
    plan.timetable.flatMap { scheduled in
      scheduled.team.flatMap { leader in
        scheduled.sessions.enumerated().compactMap { number, session in
          guard let venue = session.venue else { return nil }
          let distance = plan.scenario.travel.leg(from: leader.home, to: venue.place).distance
          guard distance > leader.reach else { return nil }
          return violation(
            scheduled.series.id, leader.id,
            message: """
              `\(leader.id)` travels \(distance.inMiles) to session \(number + 1) of \
              `\(scheduled.series.id)`; the limit is \(leader.reach.inMiles).
              """)
        }
      }
    }
  }
}
