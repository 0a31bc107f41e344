/// Rule 4.
public struct OnePlaceRule: Rule {
  public let name = "one-place"
  public let text = """
    A leader is available, is in one place at a time, and can travel between two engagements of a day. Nobody \
    is asked on blackout days of the district of their own school, nor on its holidays unless they have agreed \
    to that, and no teacher is released from class during its tests. \
    Several visits to one school may share a period that is long enough for all.
    """

  public init() {}

  public func violations(of plan: ResolvedPlan) -> [Violation] {
    plan.engagements.flatMap { own in own.isEmpty ? [] : violations(of: own, in: plan.scenario) }
  }

  private func violations(of own: [ResolvedPlan.Engagement], in scenario: Scenario) -> [Violation] {
    let leader = own[0].leader
    var found: [Violation] = []
    for engagement in own {
      if let joined = leader.joined, engagement.day < joined {
        found.append(
          violation(
            leader.id,
            message: "`\(leader.id)` joins on \(joined) and has \(engagement.what) on \(engagement.day)."))
      }
      for period in engagement.span {
        if let reason = scenario.reasonForAbsence(of: leader, in: Slot(day: engagement.day, period: period)) {
          found.append(
            violation(
              leader.id,
              message: """
                `\(leader.id)` is not available on \(engagement.day) \(scenario.periods[period].id) \
                (\(reason)) and has \(engagement.what).
                """))
        }
      }
    }
    for first in own.indices {
      var total = own[first].visit ?? .zero
      for second in own.indices.dropFirst(first + 1) {
        guard own[second].day == own[first].day else { break }
        if clash(own[first], own[second], in: scenario) {
          found.append(
            violation(
              leader.id,
              message: """
                `\(leader.id)` cannot do both \(own[first].what) and \(own[second].what) on \
                \(own[first].day): \(reason(own[first], own[second], in: scenario)).
                """))
        } else if own[first].span == own[second].span, let visit = own[second].visit {
          total += visit
        }
      }
      if let visit = own[first].visit, let period = own[first].span.first {
        let length = scenario.periods[period].length
        let isFirst = !own[..<first].contains { $0.day == own[first].day && $0.span == own[first].span }
        if visit > length || isFirst && total > length {
          found.append(
            violation(
              leader.id,
              message: """
                The visits of `\(leader.id)` on \(own[first].day) \(scenario.periods[period].id) take \
                \(max(total, visit).value) minutes; the period has \(length.value).
                """))
        }
      }
    }
    return found
  }

  private func clash(
    _ first: ResolvedPlan.Engagement, _ second: ResolvedPlan.Engagement, in scenario: Scenario
  ) -> Bool {
    if first.span.contains(where: second.span.contains) {
      return !(first.visit != nil && second.visit != nil && first.place == second.place)
    }
    guard let from = first.place, let to = second.place, let before = first.span.last,
      let after = second.span.first
    else { return false }
    let pause = scenario.periods[after].start - scenario.periods[before].end
    return pause < scenario.travel.leg(from: from, to: to).time
  }

  private func reason(
    _ first: ResolvedPlan.Engagement, _ second: ResolvedPlan.Engagement, in scenario: Scenario
  ) -> String {
    guard !first.span.contains(where: second.span.contains), let from = first.place, let to = second.place
    else { return "both are in \(second.span.map { scenario.periods[$0].id }.joined(separator: "+"))" }
    return "the way from \(from.id) to \(to.id) takes \(scenario.travel.leg(from: from, to: to).time.value) minutes"
  }
}
