/// Rule 5.
public struct ReleaseRule: Rule {
  public let name = "release"
  public let text = """
    A leader's release days, in a month and in the year, stay within the cap; coaching visits and sessions \
    draw on the same days. A release period in which the leader's district is in session is half a day.
    """

  public init() {}

  public func violations(of plan: ResolvedPlan) -> [Violation] {
    plan.engagements.flatMap { own -> [Violation] in
      guard let leader = own.first?.leader,
        leader.releaseHalfDays != nil || leader.releaseHalfDaysPerMonth != nil
      else { return [] }
      let released = plan.released(own)
      var found: [Violation] = []
      if let cap = leader.releaseHalfDays, released.count > cap {
        found.append(
          violation(
            leader.id,
            message: "`\(leader.id)` is released for \(released.count) half days; the cap is \(cap) a year."))
      }
      if let cap = leader.releaseHalfDaysPerMonth {
        for (month, slots) in Dictionary(grouping: released, by: \.day.month).sorted(by: { $0.key < $1.key })
        where slots.count > cap {
          found.append(
            violation(
              leader.id,
              message: """
                `\(leader.id)` is released for \(slots.count) half days in \(month.name); the cap is \
                \(cap) a month.
                """))
        }
      }
      return found
    }
  }
}
