/// Expertise and grade band.
public struct CoachExpertiseRule: Rule {
  public let name = "coach-expertise"
  public let text = "A coach holds every standard of the request, for its grades, at `lead`."

  public init() {}

  public func violations(of plan: ResolvedPlan) -> [Violation] {
    plan.match.flatMap { match in
      match.request.standards.filter { match.coach.level(of: $0) != .lead }.map {
        violation(
          match.request.id, match.coach.id,
          message: "`\(match.coach.id)` coaches `\(match.request.id)` and does not hold \($0) at `lead`.")
      }
    }
  }
}
