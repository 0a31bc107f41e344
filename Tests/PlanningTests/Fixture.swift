import Planning

/// A region so small that every rule can be broken by changing one thing: two districts a few miles
/// apart, four leaders, one series of two sessions, one coaching request, and a plan that keeps all rules.
struct Fixture {
  var region = Region(
    title: "Two Rivers", year: Fixture.day("2026-08-10")...Fixture.day("2027-06-11"), weights: [:])
  var districts = [
    District(id: "D1", name: "North", county: "Rivers", substitutesPerDay: 20),
    District(id: "D2", name: "South", county: "Rivers", substitutesPerDay: nil),
  ]
  var schools = [
    School(
      id: "N1", name: "North One", district: "D1", county: "Rivers",
      coordinate: Coordinate(latitude: 37.00, longitude: -120.00)),
    School(
      id: "S1", name: "South One", district: "D2", county: "Rivers",
      coordinate: Coordinate(latitude: 36.90, longitude: -120.00)),
  ]
  var venues: [Venue]
  var leaders: [Leader]
  var absences: [Absence] = []
  var requests: [CoachingRequest]
  var series: [Series]
  var preferences: [Preference] = []
  var pins: [Pin] = []
  var calendar: [CalendarEntry] = []
  var lastYear: [String: String] = [:]
  var published: Plan?

  var match: [MatchedRequest]
  var timetable: [ScheduledSeries]
  var shadowing: [Shadowing] = []

  static let periods = [
    Period(id: "AM", start: Minutes(510), end: Minutes(690), kind: .release),
    Period(id: "PM", start: Minutes(750), end: Minutes(930), kind: .release),
    Period(id: "after-school", start: Minutes(960), end: Minutes(1050), kind: .ownTime),
    Period(id: "evening", start: Minutes(1060), end: Minutes(1150), kind: .ownTime),
  ]

  static func day(_ text: String) -> Day { Day(iso: text) ?? Day(number: 0) }
  static func key(_ text: String) -> Standard { Standard(text) ?? Standard(framework: "unreadable") }

  init() {
    let year = region.year
    let north = schools[0].coordinate
    func leader(_ id: String, _ role: Role, _ school: School, _ standard: String, _ level: Level) -> Leader {
      Leader(
        id: id, name: id, role: role, school: school.id, home: Place(id: id, coordinate: school.coordinate),
        standards: [.init(standard: Fixture.key(standard), level: level)], releaseHalfDays: 4,
        releaseHalfDaysPerMonth: 2, coachingPerWeek: Minutes(120), maxSchools: 1, maxMentees: 1,
        reach: Metres(miles: 30))
    }
    leaders = [
      leader("ann", .teacher, schools[0], "CCSS-M/3-5", .lead),
      leader("bob", .teacher, schools[1], "CCSS-M/3-5/NF", .support),
      leader("cat", .site, schools[0], "NGSS/6-8", .lead),
      leader("dan", .teacher, schools[1], "NGSS/6-8/PS", .lead),
    ]
    venues = ["V1", "V2"].map {
      Venue(
        id: $0, name: $0, coordinate: north, capacity: 30, open: year, periods: [0, 1, 2, 3])
    }
    requests = [
      CoachingRequest(
        id: "C1", school: "S1", standards: [Fixture.key("CCSS-M/3-5/NF")], perWeek: Minutes(45),
        visitEveryWeeks: 2, window: Fixture.day("2026-09-07")...Fixture.day("2026-10-09"))
    ]
    series = [
      Series(
        id: "S1", title: "Fractions", host: "D1", hostDistrict: "D1", hostCoordinate: schools[0].coordinate,
        attendance: [.init(district: "D1", educators: 20), .init(district: "D2", educators: 4)],
        standards: [Fixture.key("CCSS-M/3-5/NF")], sessions: 2, gapMinDays: 14, gapMaxDays: 28,
        window: Fixture.day("2026-09-01")...Fixture.day("2026-12-18"), educators: 24, cohorts: ["K"],
        team: try! TeamRequirement(parsing: "teacher>=2 site|admin>=1 size<=3"), periods: [0, 1, 2, 3])
    ]
    timetable = [
      ScheduledSeries(
        series: "S1",
        team: [
          .init(leader: "ann", part: .lead), .init(leader: "bob", part: .support),
          .init(leader: "cat", part: .support),
        ],
        sessions: [
          .init(day: Fixture.day("2026-09-15"), periods: ["AM"], venue: "V1"),
          .init(day: Fixture.day("2026-10-06"), periods: ["after-school"], venue: "V1"),
        ])
    ]
    match = [
      MatchedRequest(
        request: "C1", coach: "ann",
        visiting: .init(
          weekday: .thursday, period: "after-school", everyWeeks: 2,
          visits: [Fixture.day("2026-09-10"), Fixture.day("2026-09-24"), Fixture.day("2026-10-08")], missed: []))
    ]
  }

  var scenario: Scenario {
    Scenario(
      region: region, periods: Fixture.periods, districts: districts, schools: schools, venues: venues,
      leaders: leaders, absences: absences, requests: requests, series: series,
      preferences: Preferences(preferences), pins: pins, calendarEntries: calendar, lastYear: lastYear,
      published: published)
  }

  var resolved: ResolvedPlan {
    ResolvedPlan(match: match, timetable: timetable, shadowing: shadowing, in: scenario)
  }

  /// The rules that are broken, each once, in the order in which they are checked.
  var broken: [String] {
    Rules.violations(of: resolved).map(\.rule).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  func amount(of term: Term, in part: Score.Part) -> Int? {
    Score(of: resolved).lines.first { $0.part == part && $0.term == term }?.amount
  }

  mutating func changeLeader(_ id: String, _ change: (Leader) -> Leader) {
    leaders = leaders.map { $0.id == id ? change($0) : $0 }
  }
}

extension Leader {
  func with(
    standards: [Expertise]? = nil, releaseHalfDays: Int?? = .none, perMonth: Int?? = .none,
    coachingPerWeek: Minutes? = nil, minSchools: Int? = nil, maxSchools: Int?? = .none, maxMentees: Int?? = .none,
    reach: Metres? = nil,
    evaluates: [String]? = nil, joined: Day? = nil, worksOnHolidays: Bool? = nil
  ) -> Leader {
    Leader(
      id: id, name: name, role: role, school: school, home: home, standards: standards ?? self.standards,
      releaseHalfDays: releaseHalfDays ?? self.releaseHalfDays,
      releaseHalfDaysPerMonth: perMonth ?? releaseHalfDaysPerMonth,
      coachingPerWeek: coachingPerWeek ?? self.coachingPerWeek, minSchools: minSchools ?? self.minSchools,
      maxSchools: maxSchools ?? self.maxSchools,
      maxMentees: maxMentees ?? self.maxMentees, reach: reach ?? self.reach, evaluates: evaluates ?? self.evaluates,
      joined: joined ?? self.joined, worksOnHolidays: worksOnHolidays ?? self.worksOnHolidays)
  }
}
