internal import Planning

/// From when to when each coach's visits take place.
///
/// A plan gives a visit its period and its length. One visit starts with its period. Several visits of a
/// coach to one school that share a weekday and a period follow one another, each always at the same time:
/// in the order of the plan, each takes the first time that is free on all its dates. Where there is none
/// (visits of different rhythms can be cut that way), the whole period is given.
struct VisitTimes: Sendable {
  private let clocks: [Clock?]

  /// The time of a match's visits, by its position; `nil` where it has no visits.
  subscript(position: Int) -> Clock? { clocks[position] }

  /// - Complexity: O(match + visits that share a period, squared).
  init(of plan: ResolvedPlan) {
    var clocks: [Clock?] = Array(repeating: nil, count: plan.match.count)
    var sharing: [Shared: [Int]] = [:]
    for (position, match) in plan.match.enumerated() {
      guard let visiting = match.visiting else { continue }
      let period = plan.scenario.periods[visiting.period]
      let key = Shared(
        coach: match.coach.id, school: match.school.id, weekday: visiting.pattern.weekday, period: period.id)
      let earlier = sharing[key, default: []]
      clocks[position] = Self.firstFree(
        length: match.request.visitLength, in: period, on: visiting.pattern.visits,
        beside: earlier.compactMap { other in
          guard let clock = clocks[other], let taken = plan.match[other].visiting else { return nil }
          return (clock, taken.pattern.visits)
        })
      sharing[key] = earlier + [position]
    }
    self.clocks = clocks
  }

  private struct Shared: Hashable {
    let coach: String
    let school: String
    let weekday: Weekday
    let period: String
  }

  private static func firstFree(
    length: Minutes, in period: Period, on days: [Day], beside others: [(clock: Clock, days: [Day])]
  ) -> Clock {
    let own = Set(days)
    let taken = others.filter { !own.isDisjoint(with: $0.days) }.map(\.clock).sorted { $0.start < $1.start }
    var start = period.start
    for clock in taken where clock.start < start + length && start < clock.end { start = clock.end }
    guard start + length <= period.end else { return Clock(start: period.start, end: period.end) }
    return Clock(start: start, end: start + length)
  }
}
