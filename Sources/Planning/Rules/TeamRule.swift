/// Rule 3. A team is stored once a series, so that it is the same in all sessions by its form.
public struct TeamRule: Rule {
  public let name = "team"
  public let text = """
    A team has the size and roles asked for and jointly covers every standard of the series at `lead`; it \
    is the same in all sessions. Every teacher in it holds at least one of the standards.
    """

  public init() {}

  public func violations(of plan: ResolvedPlan) -> [Violation] {
    plan.timetable.flatMap { scheduled in
      let series = scheduled.series
      var found: [Violation] = []
      if !series.team.size.contains(scheduled.team.count) {
        found.append(
          violation(
            series.id,
            message: "The team of `\(series.id)` has \(scheduled.team.count) members; \(series.team) is asked for.")
        )
      }
      let counts = Role.allCases.map { role in scheduled.team.count { $0.role == role } }
      if !series.team.isMet(byRoleCounts: counts) {
        let have = zip(Role.allCases, counts).map { "\($1) \($0.rawValue)" }.joined(separator: ", ")
        found.append(
          violation(series.id, message: "The team of `\(series.id)` has \(have); \(series.team) is asked for."))
      }
      for standard in series.standards
      where !scheduled.team.contains(where: { $0.level(of: standard) == .lead }) {
        found.append(
          violation(series.id, message: "Nobody in the team of `\(series.id)` holds \(standard) at `lead`."))
      }
      for leader in scheduled.team
      where leader.role == .teacher && series.standards.allSatisfy({ leader.level(of: $0) == nil }) {
        found.append(
          violation(
            series.id, leader.id,
            message: "`\(leader.id)` is in the team of `\(series.id)` and holds none of its standards."))
      }
      return found
    }
  }
}
