/// Rule 8.
public struct SubstituteRule: Rule {
  public let name = "substitutes"
  public let text = """
    Released educators and leaders of a district on a date stay within its substitute pool. A substitute \
    covers two half days; an educator or a teacher who is released from class takes one for each period.
    """

  public init() {}

  public func violations(of plan: ResolvedPlan) -> [Violation] {
    let scenario = plan.scenario
    var used: [Pool: Int] = [:]
    for scheduled in plan.timetable {
      for session in scheduled.sessions {
        for period in session.span {
          for attendance in scheduled.series.attendance
          where scenario.calendar(of: attendance.district).releases(scenario.periods[period], on: session.day) {
            used[Pool(district: attendance.district, day: session.day), default: 0] += attendance.educators
          }
        }
      }
    }
    for own in plan.engagements {
      guard let leader = own.first?.leader, leader.leavesAClass, let district = scenario.district(of: leader)
      else { continue }
      for slot in plan.released(own) { used[Pool(district: district, day: slot.day), default: 0] += 1 }
    }
    return scenario.districts.flatMap { district -> [Violation] in
      guard let substitutes = district.substitutesPerDay else { return [] }
      return used.filter { $0.key.district == district.id && $0.value > 2 * substitutes }
        .sorted { $0.key.day < $1.key.day }
        .map { pool, halfDays in
          violation(
            district.id,
            message: """
              `\(district.id)` needs substitutes for \(halfDays) half days on \(pool.day); its \
              \(substitutes) substitutes cover \(2 * substitutes).
              """)
        }
    }
  }

  private struct Pool: Hashable {
    let district: District.ID
    let day: Day
  }
}
