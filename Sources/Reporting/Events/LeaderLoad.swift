internal import Planning

/// What a plan asks of one leader.
struct LeaderLoad: Sendable {
  /// The leader.
  let leader: Leader
  /// Sessions led.
  let sessions: Int
  /// Visits made.
  let visits: Int
  /// Requests coached.
  let requests: Int
  /// Coaching in a week, travel included.
  let coachingPerWeek: Minutes
  /// Half days out of class or office, counted as the rule on release counts them.
  let halfDays: Int
  /// Those half days by month, months without any left out, in order.
  let halfDaysByMonth: [(month: Month, halfDays: Int)]
  /// Events by month, months without any left out, in order.
  let eventsByMonth: [(month: Month, events: Int)]
  /// How far the leader drives, there and back.
  let distance: Metres

  /// Sessions and visits.
  var events: Int { sessions + visits }

  /// The loads of all leaders, in the order of leaders.csv. O(engagements).
  static func all(in plan: ResolvedPlan) -> [LeaderLoad] {
    let scenario = plan.scenario
    let matches = Dictionary(grouping: plan.match, by: \.coach.id)
    return zip(scenario.leaders, plan.engagements).map { leader, own in
      let released =
        leader.releaseHalfDays == nil && leader.releaseHalfDaysPerMonth == nil ? [] : plan.released(own)
      let coached = matches[leader.id] ?? []
      var distance = Metres.zero
      for engagement in own {
        guard let place = engagement.place else { continue }
        distance += scenario.travel.leg(from: leader.home, to: place).distance * 2
      }
      return LeaderLoad(
        leader: leader, sessions: own.count { $0.visit == nil }, visits: own.count { $0.visit != nil },
        requests: coached.count,
        coachingPerWeek: coached.reduce(.zero) { $0 + scenario.load(of: $1.request, on: leader) },
        halfDays: released.count, halfDaysByMonth: byMonth(released.map(\.day)).map { ($0, $1) },
        eventsByMonth: byMonth(own.map(\.day)).map { ($0, $1) }, distance: distance)
    }
  }

  private static func byMonth(_ days: [Day]) -> [(Month, Int)] {
    Dictionary(days.map { ($0.month, 1) }, uniquingKeysWith: +).sorted { $0.key < $1.key }.map {
      ($0.key, $0.value)
    }
  }
}

extension [LeaderLoad] {
  /// Those with the most events first; leaders with as many stay in the order of leaders.csv.
  var busiestFirst: [LeaderLoad] {
    enumerated().sorted { ($1.element.events, $0.offset) < ($0.element.events, $1.offset) }.map(\.element)
  }
}
