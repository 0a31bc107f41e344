import Planning

/// An invented region, with a plan that keeps every rule: three districts, a long series over both clock
/// changes, an online series, a conference day with two strands, visits that share a period, mentoring, and
/// requests and series that nobody can serve. Some names are hostile to what they are printed in.
struct Foothills {
  let scenario: Scenario
  let plan: Plan

  static let periods = [
    Period(id: "AM", start: Minutes(510), end: Minutes(690), kind: .release),
    Period(id: "PM", start: Minutes(750), end: Minutes(930), kind: .release),
    Period(id: "after-school", start: Minutes(960), end: Minutes(1080), kind: .ownTime),
    Period(id: "saturday", start: Minutes(540), end: Minutes(720), kind: .ownTime, weekdays: [.saturday]),
    Period(id: "saturday-2", start: Minutes(780), end: Minutes(900), kind: .ownTime, weekdays: [.saturday]),
  ].sorted { ($0.start, $0.id) < ($1.start, $1.id) }

  static func day(_ text: String) -> Day { Day(iso: text)! }
  static func key(_ text: String) -> Standard { Standard(text)! }
  static func period(_ id: String) -> Int { periods.firstIndex { $0.id == id }! }
  static let weekPeriods = ["AM", "PM", "after-school"].map(period)
  static let year = day("2026-08-10")...day("2027-06-11")

  /// - Parameters:
  ///   - published: A plan that was handed out before.
  ///   - change: Changes the timetable and match before they are scored.
  init(
    published: Plan? = nil, timeZone: String = "America/Los_Angeles",
    change: (inout [ScheduledSeries], inout [MatchedRequest]) -> Void = { _, _ in }
  ) {
    var region = Region(title: "Sierra Foothills Alliance", year: Self.year, isIllustrative: true)
    region.timeZone = timeZone
    scenario = Scenario(
      region: region, periods: Self.periods, districts: Self.districts, schools: Self.schools, venues: Self.venues,
      leaders: Self.leaders,
      absences: [
        Absence(
          who: "L2", days: Self.day("2026-10-05")...Self.day("2026-10-09"), periods: Self.weekPeriods,
          reason: "jury duty")
      ], requests: Self.requests, series: Self.series, calendarEntries: Self.calendar, published: published)
    var timetable = Self.timetable
    var match = Self.match(in: scenario)
    change(&timetable, &match)
    plan = Self.plan(timetable: timetable, match: match, in: scenario)
  }

  private static func plan(timetable: [ScheduledSeries], match: [MatchedRequest], in scenario: Scenario) -> Plan {
    let score = Score(of: ResolvedPlan(match: match, timetable: timetable, in: scenario))
    let served = Set(match.map(\.request) + timetable.map(\.series))
    let requests = scenario.requests.filter { !served.contains($0.id) }.map {
      Self.unserved(.request, $0.id, scenario.funnel(of: $0))
    }
    let series = scenario.series.filter { !served.contains($0.id) }.map {
      Self.unserved(.series, $0.id, scenario.funnel(of: $0))
    }
    func part(_ part: Score.Part, below: Int, cutShort: Bool) -> Certificate.Part {
      let objective = score.total(of: part)
      return .init(
        objective: objective, bound: objective - below, boundMethod: "Lagrangian value at the final multipliers",
        cutShort: cutShort)
    }
    return Plan(
      title: scenario.region.title, illustrative: true, workspace: "..",
      input: InputDigest(sha256: String(repeating: "5e", count: 32), files: []), match: match, timetable: timetable,
      unserved: requests + series, score: score,
      certificate: Certificate(
        match: part(.match, below: 0, cutShort: false), timetable: part(.timetable, below: 90_000, cutShort: true),
        seed: 7, effort: 1000, versions: ["cadre": "0.1.0", "glpk": "5.0"]), revision: scenario.nextRevision)
  }

  private static func unserved(_ kind: Unserved.Kind, _ id: String, _ funnel: Funnel) -> Unserved {
    Unserved(
      kind: kind, id: id, reason: funnel.reason ?? "Others with a higher priority need the same leaders.",
      funnel: funnel.steps)
  }
}

extension Foothills {
  static let districts = [
    District(id: "D1", name: "Cedar Valley Unified", county: "Foothills", substitutesPerDay: 24),
    District(id: "D2", name: "Granite Union High", county: "Foothills", substitutesPerDay: 22),
    District(id: "D3", name: "R\u{ED}o Claro Elementary", county: "Lakes", substitutesPerDay: nil),
  ]

  static let schools = [
    ("01611190130229", "Cedar Elementary", "D1", 37.32, -119.66), ("CV2", "Oakhurst Middle", "D1", 37.33, -119.65),
    ("CV3", "Lincoln & Main <K-8>", "D1", 37.21, -119.70), ("GU1", "Granite High", "D2", 37.12, -119.52),
    ("GU2", "Minarets \"Academy\"", "D2", 37.25, -119.52), ("RC1", "R\u{ED}o Claro School", "D3", 37.05, -119.80),
    ("RC2", "Lakeview, North", "D3", 37.42, -119.86),
  ].map {
    School(
      id: $0.0, name: $0.1, district: $0.2, county: $0.2 == "D3" ? "Lakes" : "Foothills",
      coordinate: Coordinate(latitude: $0.3, longitude: $0.4), enrollment: 400, needPercent: 60)
  }

  static let venues = [
    ("V1", "County Office, Board Room", 120, 37.30, -119.64), ("V2", "Granite High Library", 40, 37.12, -119.52),
    ("V3", "Conference Room A", 60, 37.30, -119.64), ("V4", "Conference Room B", 60, 37.30, -119.64),
    ("CV2", "Oakhurst Middle", 30, 37.33, -119.65),
  ].map {
    Venue(
      id: $0.0, name: $0.1, coordinate: Coordinate(latitude: $0.3, longitude: $0.4), capacity: $0.2, open: year,
      periods: Array(periods.indices))
  }

  private static func leader(
    _ id: String, _ name: String, _ role: Role, _ school: String?, _ standards: [(String, Level)], days: Int?,
    minutes: Int = 0
  ) -> Leader {
    let home = schools.first { $0.id == school }?.coordinate ?? Coordinate(latitude: 37.28, longitude: -119.60)
    return Leader(
      id: id, name: name, role: role, school: school, home: Place(id: school ?? id, coordinate: home),
      standards: standards.map { .init(standard: key($0.0), level: $0.1) }, releaseHalfDays: days.map { $0 * 2 },
      releaseHalfDaysPerMonth: days == nil ? nil : 4, coachingPerWeek: Minutes(minutes), maxSchools: 3,
      maxMentees: 3,
      reach: Metres(miles: 60))
  }

  static let leaders = [
    leader(
      "L1", "Ann Ortiz", .teacher, "01611190130229", [("CCSS-M/K-5", .lead), ("CCSS-M/6-8", .lead)], days: 8,
      minutes: 300),
    leader(
      "L2", "Jos\u{E9} N\u{FA}\u{F1}ez-O'Brien", .teacher, "CV2",
      [("CCSS-M/3-5/NF", .support), ("NGSS/6-8", .lead)], days: 8, minutes: 300),
    leader(
      "L3", "\u{674E} Mei", .teacher, "GU1", [("NGSS/9-12", .lead), ("CA-ELD/K-12", .lead)], days: 6, minutes: 240),
    leader("L4", "Sam =SUM(A1) Reyes", .site, "CV3", [("CA-ELD/K-12", .support)], days: 10),
    leader("L5", "Dr. Ruth Abara; Provost", .highered, nil, [("NGSS/K-12", .lead), ("CCSS-M", .lead)], days: nil),
    leader(
      "L6", "Bo <script>alert(1)</script> Lind", .admin, "RC1", [("CA-ELD/K-12", .lead)], days: 10, minutes: 200),
    leader("L7", "Priya Raman", .teacher, "RC1", [("CCSS-M/3-5", .lead)], days: 6),
    leader(
      "L8", "Alexandria Montgomery-Featherstonehaugh the Younger", .teacher, "GU2", [("NGSS/9-12", .support)],
      days: 6),
  ]

  static let requests = [
    CoachingRequest(
      id: "C1", school: "CV2", standards: [key("CCSS-M/6-8/RP")], perWeek: Minutes(45), visitEveryWeeks: 1,
      window: day("2026-09-08")...day("2026-12-18"), priority: 2),
    CoachingRequest(
      id: "C2", school: "CV2", standards: [key("CCSS-M/6-8")], perWeek: Minutes(30), visitEveryWeeks: 2,
      window: day("2026-10-01")...day("2027-04-30"), mentee: "Tom Okafor"),
    CoachingRequest(
      id: "C3", school: "GU1", standards: [key("CA-ELD/9-12/PI")], perWeek: Minutes(60), visitEveryWeeks: 2,
      window: day("2026-09-14")...day("2027-05-28")),
    CoachingRequest(
      id: "C4", school: "RC2", standards: [key("CCSS-ELA/3-5/RI")], perWeek: Minutes(60), visitEveryWeeks: 2,
      window: day("2026-09-14")...day("2027-05-28"), priority: 3),
  ]

  private static func series(
    _ id: String, _ title: String, host: String, from: [(String, Int)], _ standards: [String], sessions: Int,
    periods: Int = 1, gap: ClosedRange<Int>, window: ClosedRange<Day>, cohorts: [String] = [],
    team: String = "size>=1", delivery: Series.Delivery = .ongoing, setting: Series.Setting = .inPerson,
    in allowed: [Int] = weekPeriods
  ) -> Series {
    let school = schools.first { $0.id == host || $0.district == host }!
    return Series(
      id: id, title: title, host: host, hostDistrict: school.district, hostCoordinate: school.coordinate,
      attendance: from.map { .init(district: $0.0, educators: $0.1) }, standards: standards.map(key),
      sessions: sessions, periodsPerSession: periods, gapMinDays: gap.lowerBound, gapMaxDays: gap.upperBound,
      window: window, educators: from.reduce(0) { $0 + $1.1 }, cohorts: cohorts,
      team: try! TeamRequirement(parsing: team), delivery: delivery, setting: setting, periods: allowed)
  }

  static let conferenceDay = day("2027-02-06")...day("2027-02-06")
  static let saturdays = ["saturday", "saturday-2"].map(period)

  static let series = [
    series(
      "S1", "Fractions that make sense", host: "D1", from: [("D1", 20), ("D3", 6)], ["CCSS-M/3-5/NF"], sessions: 6,
      gap: 14...56, window: day("2026-09-01")...day("2027-05-14"), cohorts: ["grade-4"],
      team: "teacher>=2 size<=3"),
    series(
      "S2", "Talk, argue & <write> like scientists", host: "GU1", from: [("D2", 18)],
      ["NGSS/9-12", "CA-ELD/9-12/PI"], sessions: 3, periods: 2, gap: 14...42,
      window: day("2026-09-01")...day("2027-01-29"), team: "teacher>=1 size<=4"),
    series(
      "S3", "=Leading \"lesson study\", online", host: "D3", from: [("D3", 8), ("D1", 4)], ["CA-ELD/K-12"],
      sessions: 2,
      gap: 7...42, window: day("2027-02-15")...day("2027-05-14"), delivery: .trainTheTrainer, setting: .virtual,
      in: [period("after-school")]),
    series(
      "T1", "Conference: Number talks", host: "D1", from: [("D1", 20), ("D2", 10), ("D3", 10)], ["CCSS-M"],
      sessions: 1,
      gap: 0...0, window: conferenceDay, cohorts: ["strand-math"], delivery: .conference, in: saturdays),
    series(
      "T2", "Conference: Phenomena first", host: "D1", from: [("D1", 20), ("D2", 20)], ["NGSS/6-8"], sessions: 1,
      gap: 0...0, window: conferenceDay, cohorts: ["strand-science"], delivery: .conference, in: saturdays),
    series(
      "T3", "Conference: Ratios without tears", host: "D1", from: [("D1", 20), ("D2", 10), ("D3", 10)],
      ["CCSS-M/6-8/RP"],
      sessions: 1, gap: 0...0, window: conferenceDay, cohorts: ["strand-math"], delivery: .conference, in: saturdays
    ),
    series(
      "S9", "Arts across the curriculum", host: "D3", from: [("D3", 25)], ["CA-VAPA/K-5"], sessions: 4,
      gap: 14...42,
      window: day("2026-09-01")...day("2027-05-14")),
  ]

  static let calendar = [
    CalendarEntry(district: nil, days: day("2026-09-07")...day("2026-09-07"), status: .holiday, label: "Labor Day"),
    CalendarEntry(
      district: nil, days: day("2026-11-11")...day("2026-11-11"), status: .holiday, label: "Veterans Day"),
    CalendarEntry(
      district: nil, days: day("2026-11-23")...day("2026-11-27"), status: .holiday, label: "Thanksgiving"),
    CalendarEntry(
      district: nil, days: day("2026-12-21")...day("2027-01-08"), status: .holiday, label: "Winter recess"),
    CalendarEntry(
      district: "D1", days: day("2027-03-29")...day("2027-04-02"), status: .holiday, label: "Spring recess"),
    CalendarEntry(
      district: "D1", days: day("2027-05-03")...day("2027-05-14"), status: .testing, label: "State testing"),
    CalendarEntry(
      district: "D2", days: day("2027-02-15")...day("2027-02-15"), status: .blackout, label: "Budget week"),
  ]
}

extension Foothills {
  private static func entry(
    _ series: String, _ team: [String], _ sessions: [(String, [String], String?)]
  ) -> ScheduledSeries {
    let entity = self.series.first { $0.id == series }!
    return ScheduledSeries(
      series: series,
      team: team.map { id in .init(leader: id, part: leaders.first { $0.id == id }!.part(in: entity)) },
      sessions: sessions.map { .init(day: day($0.0), periods: $0.1, venue: $0.2) })
  }

  static let timetable = [
    entry(
      "S1", ["L1", "L2"],
      [
        ("2026-09-22", ["AM"], "V1"), ("2026-10-13", ["AM"], "V1"), ("2026-11-03", ["AM"], "V1"),
        ("2026-12-08", ["after-school"], "V1"), ("2027-01-26", ["AM"], "CV2"), ("2027-03-16", ["PM"], "V1"),
      ]),
    entry(
      "S2", ["L3", "L4", "L8"],
      [
        ("2026-09-24", ["AM", "PM"], "V2"), ("2026-10-22", ["AM", "PM"], "V2"), ("2026-11-19", ["AM", "PM"], "V2"),
      ]),
    entry("S3", ["L6"], [("2027-03-09", ["after-school"], nil), ("2027-03-16", ["after-school"], nil)]),
    entry("T1", ["L5"], [("2027-02-06", ["saturday"], "V3")]),
    entry("T2", ["L2"], [("2027-02-06", ["saturday"], "V4")]),
    entry("T3", ["L1"], [("2027-02-06", ["saturday-2"], "V3")]),
  ]

  static func match(in scenario: Scenario) -> [MatchedRequest] {
    [("C1", "L1", Weekday.thursday), ("C2", "L1", .thursday), ("C3", "L6", .wednesday)].map { id, coach, weekday in
      let request = scenario.requests[id: id]!
      let visiting = scenario.visitings(of: request, by: scenario.leaders[id: coach]!).first {
        $0.weekday == weekday && $0.period == "after-school"
      }
      return MatchedRequest(request: id, coach: coach, visiting: visiting)
    }
  }
}
