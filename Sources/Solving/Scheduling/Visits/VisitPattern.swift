internal import Planning

/// A weekday, a period and a first date for the visits of one matched request, and the slots that follow.
struct VisitPattern: Sendable {
  /// The day of the first date of the pattern, visited or missed.
  let first: Int
  /// A position in ``Scenario/periods``.
  let period: Int
  /// By visit: its day.
  let days: [Int]
}

/// A matched request whose visits are to be placed.
struct VisitJob: Sendable {
  /// Its position in the match.
  let entry: Int
  let request: CoachingRequest
  let coach: Leader
  let school: School
  /// The position of the coach.
  let leader: Int
  /// The place of the school, as the compiled problem numbers places.
  let place: Int
  /// All patterns that the coach could keep if he did nothing else; in the order of periods and first dates.
  let patterns: [VisitPattern]
}

/// Finds the visiting patterns of matched requests, alone.
struct VisitPatterns {
  private let scenario: Scenario
  private let grid: TimetableGrid
  private let isFree: BitMatrix
  private let pins: [CoachingRequest.ID: [(weekday: Weekday, period: Int)]]
  /// By district: on which slots its schools can be visited.
  private var visitable: [District.ID: [Bool]] = [:]

  /// - Parameter isFree: By leader and slot: joined, not absent and not kept at home.
  init(scenario: Scenario, grid: TimetableGrid, isFree: BitMatrix) {
    self.scenario = scenario
    self.grid = grid
    self.isFree = isFree
    var pins: [CoachingRequest.ID: [(weekday: Weekday, period: Int)]] = [:]
    for pin in scenario.pins {
      if case .visits(let request, let weekday, let period) = pin.decision {
        pins[request, default: []].append((weekday, period))
      }
    }
    self.pins = pins
  }

  /// A matched request with its patterns.
  ///
  /// - Complexity: O(periods x days of the window).
  mutating func job(_ entry: Int, of matched: MatchedRequest) -> VisitJob? {
    guard let request = scenario.requests[id: matched.request],
      let leader = scenario.leaders.position(of: matched.coach),
      let school = scenario.schools.position(of: request.school)
    else { return nil }
    return VisitJob(
      entry: entry, request: request, coach: scenario.leaders[leader], school: scenario.schools[school],
      leader: leader, place: scenario.venues.count + school,
      patterns: patterns(of: request, leader: leader, district: scenario.schools[school].district))
  }

  private mutating func patterns(
    of request: CoachingRequest, leader: Int, district: District.ID
  ) -> [VisitPattern] {
    let isVisitable = slots(of: district)
    let origin = scenario.region.year.lowerBound.number
    let every = 7 * max(1, request.visitEveryWeeks)
    let latest = scenario.latestFirstVisit(of: request)
    var found: [VisitPattern] = []
    for (index, period) in scenario.periods.enumerated() where period.length >= request.visitLength {
      for offset in 0..<every {
        let first = request.window.lowerBound.advanced(by: offset)
        guard first <= request.window.upperBound else { break }
        guard period.weekdays.contains(first.weekday) else { continue }
        let isPinnedElsewhere = pins[request.id]?.contains {
          $0.weekday != first.weekday || $0.period != index
        }
        if isPinnedElsewhere == true { continue }
        let days = stride(from: first, through: request.window.upperBound, by: every).map { $0.number - origin }
          .filter { day in
            guard day >= 0, day < grid.days else { return false }
            let slot = grid.slot(day: day, period: index)
            return isVisitable[slot] && isFree[leader, slot]
          }
        guard let firstVisit = days.first, latest.map({ origin + firstVisit <= $0.number }) ?? true else {
          continue
        }
        found.append(VisitPattern(first: first.number - origin, period: index, days: days))
      }
    }
    return found
  }

  /// On which slots the schools of a district are in session and hold the period.
  private mutating func slots(of district: District.ID) -> [Bool] {
    if let known = visitable[district] { return known }
    let calendar = scenario.calendar(of: district)
    let slots = (0..<grid.slots).map { slot in
      let day = Day(number: grid.dates[grid.day(of: slot)])
      return calendar.reasonForNoVisit(on: day) == nil
        && calendar.holds(scenario.periods[grid.period(of: slot)], on: day)
    }
    visitable[district] = slots
    return slots
  }
}
