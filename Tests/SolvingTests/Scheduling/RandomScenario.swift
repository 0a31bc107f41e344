import Planning

@testable import Solving

/// Small random scenarios in which every rule of a timetable can bind, each switched on or off by the seed.
struct RandomScenario {
  private var randomness: Randomness
  private let rules: UInt64

  /// - Parameter seed: Its bits switch rules on; the rest is drawn from it.
  init(seed: UInt64) {
    randomness = Randomness(seed: seed)
    rules = randomness.next()
  }

  private mutating func below(_ bound: Int) -> Int { randomness.below(bound) }
  private mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
  private func isOn(_ rule: UInt64) -> Bool { rules >> rule & 1 == 1 }

  private static let periods = [
    Period(id: "AM", start: Minutes(510), end: Minutes(690), kind: .release),
    Period(id: "PM", start: Minutes(750), end: Minutes(930), kind: .release),
    Period(id: "late", start: Minutes(945), end: Minutes(1035), kind: .ownTime),
  ]
  private static let standards = ["CCSS-M/3-5/NF", "CCSS-M/3-5/G", "NGSS/6-8/PS"].map { Standard($0)! }

  /// A scenario of some leaders and series and a match for its requests.
  ///
  /// - Parameter days: How long the school year is.
  mutating func make(
    leaders: Int, series: Int, requests: Int, days: Int
  ) -> (scenario: Scenario, match: [MatchedRequest]) {
    let first = Day(iso: "2026-09-14")!
    let year = first...first.advanced(by: days - 1)
    let schools = (0..<3).map { number in
      School(
        id: "S\(number)", name: "School \(number)", district: number == 2 ? "D1" : "D0", county: "C",
        coordinate: Coordinate(latitude: 37 + Double(below(40)) / 100, longitude: -120))
    }
    let districts = (0..<2).map {
      District(id: "D\($0)", name: "District \($0)", county: "C", substitutesPerDay: isOn(0) ? 1 + below(3) : nil)
    }
    let people = (0..<leaders).map { leader($0, schools: schools) }
    let venues = (0..<2).map { number in
      Venue(
        id: "V\(number)", name: "Venue \(number)", coordinate: schools[number].coordinate,
        capacity: 10 + below(20), open: isOn(1) ? first.advanced(by: below(4))...year.upperBound : year,
        periods: isOn(2) ? [0, 2] : [0, 1, 2])
    }
    var limits = Region.Limits()
    limits.overflowIsAllowed = isOn(3)
    var region = Region(title: "Random", year: year, limits: limits)
    if isOn(4) { region.weights[.unservedNeed] = 3 }
    region.weights[.unfairLoad] = isOn(5) ? 50_000 : 500
    region.weights[.isolatedSessions] = isOn(6) ? 50_000 : 500
    let asked = (0..<series).map { one($0, year: year, schools: schools) }
    let coaching = (0..<requests).map { number in
      CoachingRequest(
        id: "Q\(number)", school: pick(schools).id, standards: [Self.standards[0]],
        perWeek: Minutes(30 * (1 + below(3))), visitEveryWeeks: 1 + below(2), window: year)
    }
    let scenario = Scenario(
      region: region, periods: Self.periods, districts: districts, schools: schools, venues: venues,
      leaders: people, absences: absences(people, year: year), requests: coaching, series: asked,
      pins: pins(asked, people, year: year), calendarEntries: calendar(year))
    let match = coaching.map { MatchedRequest(request: $0.id, coach: pick(people).id) }
    return (scenario, match)
  }

  private mutating func leader(_ number: Int, schools: [School]) -> Leader {
    let school = pick(schools)
    let expertise = Self.standards.filter { _ in below(3) > 0 }
    return Leader(
      id: "L\(number)", name: "Leader \(number)", role: below(3) > 0 ? .teacher : .site, school: school.id,
      home: Place(id: school.id, coordinate: school.coordinate),
      standards: expertise.map { .init(standard: $0, level: below(4) > 0 ? .lead : .support) },
      releaseHalfDays: isOn(7) ? 1 + below(5) : nil, releaseHalfDaysPerMonth: isOn(8) ? 1 + below(2) : nil,
      coachingPerWeek: Minutes(600), reach: Metres(miles: isOn(9) ? 5 + below(30) : 60),
      joined: isOn(10) && below(3) == 0 ? Day(iso: "2026-09-16") : nil, worksOnHolidays: number.isMultiple(of: 2))
  }

  private mutating func one(_ number: Int, year: ClosedRange<Day>, schools: [School]) -> Series {
    let host = pick(schools)
    let educators = 4 + below(16)
    let least = below(3)
    let other = host.district == "D0" ? "D1" : "D0"
    let visiting = isOn(11) ? below(3) : 0
    // As at a conference.
    let fixed = isOn(18) && below(3) > 0 ? year.lowerBound.advanced(by: 1) : nil
    return Series(
      id: "T\(number)", title: "Series \(number)", host: host.id, hostDistrict: host.district,
      hostCoordinate: host.coordinate,
      attendance: [.init(district: host.district, educators: educators - visiting)]
        + (visiting > 0 ? [.init(district: other, educators: visiting)] : []),
      standards: Self.standards.filter { _ in below(3) == 0 }.isEmpty
        ? [pick(Self.standards)] : [Self.standards[0], Self.standards[1 + below(2)]],
      sessions: fixed == nil ? 1 + below(2) : 1,
      periodsPerSession: fixed == nil && isOn(12) && below(3) == 0 ? 2 : 1,
      gapMinDays: least, gapMaxDays: least + 1 + below(4), window: fixed.map { $0...$0 } ?? year,
      educators: isOn(0) ? 2 : educators,
      cohorts: isOn(13) ? ["K\(below(2))"] : [],
      team: try! TeamRequirement(parsing: pick(["size<=2", "teacher>=1 size<=2", "teacher>=1 site>=1 size<=3"])),
      priority: 1 + below(3), setting: below(4) == 0 ? .virtual : .inPerson,
      periods: fixed != nil ? [0] : below(3) == 0 ? [0, 1] : [0, 1, 2])
  }

  private mutating func absences(_ people: [Leader], year: ClosedRange<Day>) -> [Absence] {
    guard isOn(14) else { return [] }
    return people.filter { _ in below(3) == 0 }.map {
      let day = year.lowerBound.advanced(by: below(year.count))
      return Absence(
        who: $0.id, days: day...min(day.advanced(by: 1), year.upperBound), periods: [0, 1], reason: "away")
    }
  }

  private mutating func pins(_ series: [Series], _ people: [Leader], year: ClosedRange<Day>) -> [Pin] {
    guard isOn(15), isOn(16), let one = series.first else { return [] }
    let decisions: [Pin.Decision] = [
      .inTeam(series: one.id, leader: pick(people).id),
      .notInTeam(series: one.id, leader: pick(people).id),
      .sessionStarts(
        series: one.id, session: 1, at: Slot(day: year.lowerBound.advanced(by: below(year.count)), period: below(3))
      ),
      .sessionMeets(series: one.id, session: nil, venue: "V\(below(2))"),
      .seriesServed(series: one.id, false),
      .seriesServed(series: one.id, true),
    ]
    return [pick(decisions)].map { Pin(decision: $0, text: "\($0)") }
  }

  private func calendar(_ year: ClosedRange<Day>) -> [CalendarEntry] {
    // Where substitutes are few, days off are wanted.
    guard isOn(17) || isOn(0) else { return [] }
    // At times on the date of what is fixed.
    let day = year.lowerBound.advanced(by: isOn(18) && isOn(9) ? 1 : 2)
    let holiday = CalendarEntry(district: "D1", days: day...day, status: .holiday, label: "Founder's Day")
    let next = day.advanced(by: 1)
    return isOn(17) && next <= year.upperBound
      ? [holiday, CalendarEntry(district: "D1", days: next...next, status: .testing, label: "Tests")] : [holiday]
  }
}
