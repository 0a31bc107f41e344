/// Minutes and schools.
public struct CoachCapacityRule: Rule {
  public let name = "coach-capacity"
  public let text = """
    The coaching of a leader in a week, travel included, stays within `minutes_per_week`, and the leader \
    serves at most `max_schools` requests of schools.
    """

  public init() {}

  public func violations(of plan: ResolvedPlan) -> [Violation] {
    let byCoach = Dictionary(grouping: plan.match, by: \.coach.id)
    return plan.scenario.leaders.flatMap { leader -> [Violation] in
      guard let own = byCoach[leader.id] else { return [] }
      var found: [Violation] = []
      let minutes = own.reduce(Minutes.zero) { $0 + plan.scenario.load(of: $1.request, on: leader) }
      if minutes > leader.coachingPerWeek {
        found.append(
          violation(
            leader.id,
            message: """
              `\(leader.id)` coaches \(minutes.value) min a week, travel included; the limit is \
              \(leader.coachingPerWeek.value).
              """))
      }
      let schools = own.count { $0.request.mentee == nil }
      if let limit = leader.maxSchools, schools > limit {
        found.append(
          violation(
            leader.id, message: "`\(leader.id)` coaches for \(schools) requests of schools; the limit is \(limit).")
        )
      }
      return found
    }
  }
}
