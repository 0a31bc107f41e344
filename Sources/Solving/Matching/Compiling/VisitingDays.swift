internal import Planning

/// Which coach can visit which school at all: rule 11 asked of one coach and one request alone.
///
/// Dates of the school year are bits. With the days on which a school's district holds a period and those on
/// which a coach can be had in it, a pattern is possible where they meet in the request's window. Only a
/// coach whose release is counted, and whom the period takes out of class, has patterns of too many visits.
struct VisitingDays: Sendable {
  /// The days on which one request can be visited by a coach who is always there, by period.
  struct OfRequest: Sendable {
    let request: CoachingRequest
    let byPeriod: [DaySet]
    /// The days by which a first visit has to lie, if any is too late.
    let firstVisits: DaySet?
    let isEmpty: Bool
  }

  private let scenario: Scenario
  /// By district and period: the days on which schools are visited in it.
  private let held: [District.ID: [DaySet]]
  /// By leader: the days on which the leader can be had in each period.
  private let free: [[DaySet]]
  /// By leader: whether release is counted.
  private let isLimited: [Bool]
  /// By weekday.
  private let weekdays: [DaySet]

  /// - Complexity: O(districts · days · periods + leaders · days absent).
  init(scenario: Scenario) {
    self.scenario = scenario
    let year = scenario.region.year
    weekdays = Weekday.allCases.map { weekday in DaySet(year) { $0.weekday == weekday } }
    isLimited = scenario.leaders.map { $0.releaseHalfDays != nil || $0.releaseHalfDaysPerMonth != nil }
    var atHand: [HomeCalendar: [DaySet]] = [:]
    free = scenario.leaders.map { leader in
      let home = scenario.homeCalendar(of: leader)
      let days =
        atHand[home]
        ?? scenario.periods.indices.map { period in
          DaySet(year) { !scenario.keepsHome(home, in: Slot(day: $0, period: period)) }
        }
      atHand[home] = days
      let absences = scenario.absences(of: leader.id)
      let joinsLate = leader.joined.map { $0 > year.lowerBound } ?? false
      guard joinsLate || !absences.isEmpty else { return days }
      return scenario.periods.indices.map { period in
        days[period].intersection(
          DaySet(year) { day in
            leader.joined.map { day >= $0 } ?? true
              && !absences.contains { $0.days.contains(day) && $0.periods.contains(period) }
          })
      }
    }
    var held: [District.ID: [DaySet]] = [:]
    for district in scenario.districts {
      let calendar = scenario.calendar(of: district.id)
      let visited = DaySet(year) { calendar.reasonForNoVisit(on: $0) == nil }
      held[district.id] = scenario.periods.map { period in
        DaySet(year) { calendar.holds(period, on: $0) }.intersection(visited)
      }
    }
    self.held = held
  }

  /// The days on which a request can be visited, whoever comes.
  ///
  /// - Parameters:
  ///   - request: The request.
  ///   - district: The district of its school.
  ///   - pinned: Weekdays and periods that pins fix.
  func days(
    for request: CoachingRequest, in district: District.ID, pinned: [(weekday: Weekday, period: Int)]
  ) -> OfRequest {
    let window = DaySet(scenario.region.year) { request.window.contains($0) }
    let byPeriod = scenario.periods.indices.map { period -> DaySet in
      guard let held = held[district], request.visitLength <= scenario.periods[period].length,
        pinned.allSatisfy({ $0.period == period })
      else { return .none }
      return pinned.reduce(held[period].intersection(window)) {
        $0.intersection(weekdays[$1.weekday.rawValue])
      }
    }
    let firstVisits = scenario.latestFirstVisit(of: request).map { latest in
      DaySet(scenario.region.year) { $0 <= latest }
    }
    return OfRequest(
      request: request, byPeriod: byPeriod, firstVisits: firstVisits,
      isEmpty: byPeriod.allSatisfy { days in (firstVisits.map(days.intersection) ?? days).isEmpty })
  }

  /// Whether a coach, by position, has a pattern for a request, all else that the coach does left aside.
  func allow(_ days: OfRequest, by leader: Int) -> Bool {
    if days.isEmpty { return false }
    for period in scenario.periods.indices {
      let possible = days.byPeriod[period].intersection(free[leader][period])
      // A day by then is a visit of some pattern, whose first visit is no later.
      if (days.firstVisits.map(possible.intersection) ?? possible).isEmpty { continue }
      if !isLimited[leader] || scenario.periods[period].kind != .release { return true }
      if hasPattern(
        of: possible, for: days.request, by: scenario.leaders[leader], in: period, firstBy: days.firstVisits)
      {
        return true
      }
    }
    return false
  }

  /// Whether the visits of one pattern keep the coach's release within its caps.
  private func hasPattern(
    of days: DaySet, for request: CoachingRequest, by leader: Leader, in period: Int,
    firstBy firstVisits: DaySet?
  ) -> Bool {
    let first = scenario.region.year.lowerBound.number
    let step = 7 * max(1, request.visitEveryWeeks)
    let start = request.window.lowerBound.number
    return (start..<min(start + step, request.window.upperBound.number + 1)).contains { start in
      var visits = 0
      var released = 0
      var releasedInMonth = 0
      var month: Month?
      for number in stride(from: start, through: request.window.upperBound.number, by: step)
      where days.contains(number - first) {
        if visits == 0, let firstVisits, !firstVisits.contains(number - first) { return false }
        visits += 1
        let day = Day(number: number)
        guard scenario.releases(leader, from: period, on: day) else { continue }
        released += 1
        releasedInMonth = day.month == month ? releasedInMonth + 1 : 1
        month = day.month
        if let cap = leader.releaseHalfDaysPerMonth, releasedInMonth > cap { return false }
        if let cap = leader.releaseHalfDays, released > cap { return false }
      }
      return visits > 0
    }
  }
}

/// Days of a school year, a bit each.
struct DaySet: Sendable {
  private var words: [UInt64]

  /// The days for which something holds.
  init(_ year: ClosedRange<Day>, where holds: (Day) -> Bool) {
    words = Array(repeating: 0, count: (year.count + 63) / 64)
    for (offset, day) in year.enumerated() where holds(day) { words[offset >> 6] |= 1 << UInt64(offset & 63) }
  }

  private init(words: [UInt64]) { self.words = words }

  /// No day.
  static var none: DaySet { DaySet(words: []) }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// Whether the day so many days after the first is one of them.
  func contains(_ offset: Int) -> Bool {
    offset >= 0 && offset >> 6 < words.count && words[offset >> 6] >> UInt64(offset & 63) & 1 == 1
  }

  func intersection(_ other: DaySet) -> DaySet { DaySet(words: zip(words, other.words).map { $0 & $1 }) }
}
