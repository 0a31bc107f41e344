internal import Planning

/// How many half days of class substitutes take over on each date, by district: the counts of the rule on
/// substitutes.
struct SubstituteUse: Sendable {
  /// Half days of class on one date.
  struct Need: Sendable {
    let day: Day
    let halfDays: Int
  }

  private let needs: [District.ID: [Need]]

  /// The dates of a district on which substitutes are needed, in order.
  func needs(of district: District.ID) -> [Need] { needs[district] ?? [] }

  /// O(sessions · districts that attend + engagements).
  init(of plan: ResolvedPlan) {
    let scenario = plan.scenario
    var used: [District.ID: [Day: Int]] = [:]
    for scheduled in plan.timetable {
      for session in scheduled.sessions {
        for attendance in scheduled.series.attendance {
          let calendar = scenario.calendar(of: attendance.district)
          for period in session.span where calendar.releases(scenario.periods[period], on: session.day) {
            used[attendance.district, default: [:]][session.day, default: 0] += attendance.educators
          }
        }
      }
    }
    for own in plan.engagements {
      guard let leader = own.first?.leader, leader.leavesAClass, let district = scenario.district(of: leader)
      else { continue }
      for slot in plan.released(own) { used[district, default: [:]][slot.day, default: 0] += 1 }
    }
    needs = used.mapValues { byDay in
      byDay.sorted { $0.key < $1.key }.map { Need(day: $0.key, halfDays: $0.value) }
    }
  }
}
