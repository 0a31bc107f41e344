/// New leaders beside experienced ones.
public struct ShadowingRule: Rule {
  public let name = "shadowing"
  public let text = """
    Who shadows has joined within the school year and coaches. The coach who is shadowed joined before, and shares one \
    of the request's standards with the new leader, who travels that far. The dates are among the coach's visits. \
    Nobody shadows, or is shadowed, twice.
    """

  public init() {}

  public func violations(of plan: ResolvedPlan) -> [Violation] {
    let coaching = Set(plan.match.map(\.coach.id))
    var seen: Set<Leader.ID> = []
    return plan.shadowing.flatMap { entry -> [Violation] in
      let (leader, match) = (entry.leader, plan.match[entry.match])
      var found: [Violation] = []
      func add(_ message: String) { found.append(violation(leader.id, match.coach.id, message: message)) }
      for id in [leader.id, match.coach.id] where !seen.insert(id).inserted {
        add("`\(id)` shadows or is shadowed more than once.")
      }
      if !plan.scenario.isNew(leader) || !coaching.contains(leader.id) {
        add("`\(leader.id)` shadows and is no coach who joined in this school year.")
      }
      if plan.scenario.isNew(match.coach) {
        add("`\(leader.id)` shadows `\(match.coach.id)`, who joined in this school year too.")
      }
      if !match.request.standards.contains(where: { leader.level(of: $0) != nil }) {
        add("`\(leader.id)` shadows visits for `\(match.request.id)` and holds none of its standards.")
      }
      let distance = plan.scenario.travel.leg(from: leader.home, to: match.school.place).distance
      if distance > leader.reach {
        add("`\(leader.id)` travels \(distance.inMiles) to shadow; the limit is \(leader.reach.inMiles).")
      }
      for day in entry.visits where !(match.visiting?.pattern.visits.contains(day) ?? false) {
        add("`\(leader.id)` shadows on \(day), when there is no visit for `\(match.request.id)`.")
      }
      return found
    }
  }
}
