/// No mentor evaluates the mentee.
public struct EvaluatorRule: Rule {
  public let name = "evaluator"
  public let text = "A mentor never evaluates the mentee: `evaluates` does not list the mentee's school."

  public init() {}

  public func violations(of plan: ResolvedPlan) -> [Violation] {
    plan.match.compactMap { match in
      guard let mentee = match.request.mentee, match.coach.evaluates.contains(match.school.id) else { return nil }
      return violation(
        match.request.id, match.coach.id,
        message:
          "`\(match.coach.id)` mentors \(mentee) (`\(match.request.id)`) and evaluates at \(match.school.name).")
    }
  }
}
