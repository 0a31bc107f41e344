/// Enough schools for a coach.
public struct LeastSchoolsRule: Rule {
  public let name = "least-schools"
  public let text = "A coach serves at least `min_schools` requests of schools."

  public init() {}

  public func violations(of plan: ResolvedPlan) -> [Violation] {
    guard plan.parts.contains(.match) else { return [] }
    let byCoach = Dictionary(grouping: plan.match.filter { $0.request.mentee == nil }, by: \.coach.id)
    return plan.scenario.leaders.compactMap { leader in
      let count = byCoach[leader.id]?.count ?? 0
      guard count < leader.minSchools else { return nil }
      return violation(
        leader.id,
        message: "`\(leader.id)` coaches for \(count) requests of schools; the least is \(leader.minSchools).")
    }
  }
}
