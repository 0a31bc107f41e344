/// Mentees.
public struct MenteeLimitRule: Rule {
  public let name = "mentees"
  public let text = "A mentor serves at most `max_mentees` mentees."

  public init() {}

  public func violations(of plan: ResolvedPlan) -> [Violation] {
    let byCoach = Dictionary(grouping: plan.match.filter { $0.request.mentee != nil }, by: \.coach.id)
    return plan.scenario.leaders.compactMap { leader in
      guard let limit = leader.maxMentees, let count = byCoach[leader.id]?.count, count > limit else { return nil }
      return violation(leader.id, message: "`\(leader.id)` has \(count) mentees; the limit is \(limit).")
    }
  }
}
