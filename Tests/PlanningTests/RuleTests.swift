import Planning
import Testing

/// Each rule both ways: the fixture keeps it, and one change breaks it and nothing else.
@Suite struct RuleTests {
  @Test func theFixtureKeepsEveryRule() {
    #expect(Rules.violations(of: Fixture().resolved) == [])
  }

  @Test(arguments: ["2026-08-25", "2026-09-13"])
  func aSessionOutsideItsWindowOrOnASunday(day: String) {
    var fixture = Fixture()
    fixture.timetable[0].sessions[0].day = Fixture.day(day)
    fixture.series[0] = fixture.series[0].with(gapMaxDays: 60)
    #expect(fixture.broken == ["window"])
  }

  @Test(arguments: ["D1", "D2"])
  func aHolidayOfTheHostOrOfADistrictThatAttends(district: String) {
    var fixture = Fixture()
    let day = Fixture.day("2026-09-15")
    fixture.calendar = [.init(district: district, days: day...day, status: .holiday, label: "Local day")]
    // Leaders of the team work in both.
    #expect(fixture.broken == ["window", "one-place"])
  }

  @Test func testingStopsReleaseButNotOwnTime() {
    var fixture = Fixture()
    let days = Fixture.day("2026-10-05")...Fixture.day("2026-10-07")
    fixture.calendar = [.init(district: "D1", days: days, status: .testing, label: "State tests")]
    #expect(fixture.broken == [])
    fixture.timetable[0].sessions[1].periods = ["PM"]
    #expect(fixture.broken == ["window", "one-place"])
  }

  @Test(arguments: ["2026-09-28", "2026-10-20"])
  func sessionsTooNearOrTooFar(day: String) {
    var fixture = Fixture()
    fixture.timetable[0].sessions[1].day = Fixture.day(day)
    #expect(fixture.broken == ["gaps"])
  }

  @Test func aMissingSession() {
    var fixture = Fixture()
    fixture.timetable[0].sessions.removeLast()
    #expect(fixture.broken == ["gaps"])
  }

  @Test func aTeamWithoutItsRolesOrSize() {
    var fixture = Fixture()
    fixture.timetable[0].team.removeLast()
    #expect(fixture.broken == ["team"])
  }

  @Test func aTeamThatDoesNotCoverTheStandards() {
    var fixture = Fixture()
    fixture.changeLeader("ann") {
      $0.with(standards: [.init(standard: Fixture.key("CCSS-M/3-5"), level: .support)])
    }
    fixture.match = []
    #expect(fixture.broken == ["team"])
  }

  @Test func aTeacherWithNothingToTeach() {
    var fixture = Fixture()
    fixture.timetable[0].team[1].leader = "dan"
    #expect(fixture.broken == ["team"])
  }

  @Test func anAbsentLeader() {
    var fixture = Fixture()
    let day = Fixture.day("2026-09-15")
    fixture.absences = [.init(who: "bob", days: day...day, periods: [0], reason: "jury duty")]
    #expect(fixture.broken == ["one-place"])
    fixture.absences = [.init(who: "bob", days: day...day, periods: [1], reason: "jury duty")]
    #expect(fixture.broken == [])
  }

  /// Bob works in South, the session is in North.
  @Test(arguments: [(DayStatus.holiday, true), (.blackout, true), (.testing, true), (.minimumDay, false)])
  func theCalendarOfTheLeadersOwnDistrict(status: DayStatus, isKept: Bool) {
    var fixture = Fixture()
    fixture.series[0] = fixture.series[0].with(attendance: [.init(district: "D1", educators: 24)])
    let day = Fixture.day("2026-09-15")
    fixture.calendar = [CalendarEntry(district: "D2", days: day...day, status: status, label: "Harvest")]
    #expect(fixture.broken == (isKept ? ["one-place"] : []))
    if isKept {
      #expect(
        Rules.violations(of: fixture.resolved).first?.message
          == "`bob` is not available on 2026-09-15 AM (Harvest in South) and has session 1 of S1.")
    }
  }

  @Test func whoWorksOnHolidays() {
    var fixture = Fixture()
    fixture.series[0] = fixture.series[0].with(attendance: [.init(district: "D1", educators: 24)])
    fixture.changeLeader("bob") { $0.with(worksOnHolidays: true) }
    let day = Fixture.day("2026-09-15")
    fixture.calendar = [CalendarEntry(district: "D2", days: day...day, status: .holiday, label: "Harvest")]
    #expect(fixture.broken == [])
    fixture.calendar = [CalendarEntry(district: "D2", days: day...day, status: .blackout, label: "First days")]
    #expect(fixture.broken == ["one-place"])
  }

  @Test func testsKeepThoseWhoLeaveAClass() {
    var fixture = Fixture()
    fixture.series[0] = fixture.series[0].with(attendance: [.init(district: "D1", educators: 24)])
    (fixture.requests, fixture.match) = ([], [])
    let days = Fixture.day("2026-09-15")...Fixture.day("2026-10-06")
    fixture.calendar = [CalendarEntry(district: "D2", days: days, status: .testing, label: "Tests")]
    // The session after school takes nobody out of class.
    #expect(Rules.violations(of: fixture.resolved).map(\.rule) == ["one-place"])
    fixture.changeLeader("bob") { $0.with(releaseHalfDays: .some(nil), perMonth: .some(nil)) }
    #expect(fixture.broken == [])
  }

  /// Of several things on one date the one that keeps somebody at home is named.
  @Test func whatKeepsALeaderAtHomeIsNamed() {
    let day = Fixture.day("2026-09-15")
    func message(_ entries: [(DayStatus, String)], _ change: (Leader) -> Leader) -> String? {
      var fixture = Fixture()
      fixture.series[0] = fixture.series[0].with(attendance: [.init(district: "D1", educators: 24)])
      (fixture.requests, fixture.match) = ([], [])
      fixture.changeLeader("bob", change)
      fixture.calendar = entries.map { .init(district: "D2", days: day...day, status: $0, label: $1) }
      return Rules.violations(of: fixture.resolved).first?.message
    }
    let both = [(DayStatus.holiday, "Harvest"), (.blackout, "First days")]
    #expect(message(both) { $0 }?.contains("(Harvest in South)") == true)
    #expect(message(both) { $0.with(worksOnHolidays: true) }?.contains("(blackout in South)") == true)
    // Nobody is released on a blackout day.
    let tests = [(DayStatus.testing, "Tests"), (.blackout, "First days")]
    #expect(message(tests) { $0 }?.contains("(blackout in South)") == true)
  }

  /// There is no class that tests on a Saturday could keep anybody in.
  @Test func testsKeepNobodyOnDaysWithoutInstruction() {
    var fixture = Fixture()
    let (friday, saturday) = (Fixture.day("2026-09-18"), Fixture.day("2026-09-19"))
    fixture.calendar = [.init(district: "D2", days: friday...saturday, status: .testing, label: "Tests")]
    let scenario = fixture.resolved.scenario
    let home = scenario.homeCalendar(of: scenario.leaders[id: "bob"]!)
    #expect(scenario.periods[0].kind == .release)
    #expect(scenario.keepsHome(home, in: Slot(day: friday, period: 0)))
    #expect(!scenario.keepsHome(home, in: Slot(day: saturday, period: 0)))
  }

  @Test func aLeaderWhoHasNotJoined() {
    var fixture = Fixture()
    fixture.changeLeader("bob") { $0.with(joined: Fixture.day("2026-09-16")) }
    #expect(fixture.broken == ["one-place"])
  }

  @Test func aVisitDuringASession() {
    var fixture = Fixture()
    fixture.timetable[0].sessions[1].day = Fixture.day("2026-10-08")
    #expect(fixture.broken == ["one-place"])
  }

  @Test func tooLittleTimeToTravel() {
    var fixture = Fixture()
    // The visit at South One ends at 17:30; North is 9 miles away and the evening begins at 17:40.
    fixture.timetable[0].sessions[1].day = Fixture.day("2026-10-08")
    fixture.timetable[0].sessions[1].periods = ["evening"]
    #expect(fixture.broken == ["one-place"])
    fixture.timetable[0].sessions[1].periods = ["PM"]
    #expect(fixture.broken == [])
  }

  @Test func visitsThatDoNotFitIntoTheirPeriod() {
    var fixture = Fixture()
    fixture.requests[0] = fixture.requests[0].with(perWeek: 50)
    fixture.match[0].visiting?.period = "evening"
    #expect(fixture.broken == ["one-place"])
  }

  @Test func releaseInAYearAndInAMonth() {
    var fixture = Fixture()
    fixture.changeLeader("bob") { $0.with(releaseHalfDays: 1) }
    #expect(fixture.broken == [])
    fixture.timetable[0].sessions[1].periods = ["PM"]
    #expect(fixture.broken == ["release"])
    fixture.changeLeader("bob") { $0.with(releaseHalfDays: 2) }
    #expect(fixture.broken == [])
    fixture.changeLeader("bob") { $0.with(perMonth: 0) }
    #expect(fixture.broken == ["release"])
  }

  @Test func visitsDrawOnReleaseToo() {
    var fixture = Fixture()
    fixture.match[0].visiting?.period = "PM"
    // Sessions: one in September in the morning. Visits: two more in September.
    #expect(fixture.broken == ["release"])
  }

  @Test func aVenueTooSmallUnlessOverflowIsSoft() {
    var fixture = Fixture()
    fixture.venues[0] = fixture.venues[0].with(capacity: 23)
    #expect(fixture.broken == ["venue"])
    fixture.region.limits.overflowIsAllowed = true
    #expect(fixture.broken == [])
    #expect(fixture.amount(of: .overflow, in: .timetable) == 2)
  }

  @Test func aVenueClosedOrAbsentOrTooFar() {
    var closed = Fixture()
    closed.venues[0] = closed.venues[0].with(periods: [0, 1])
    #expect(closed.broken == ["venue"])
    var absent = Fixture()
    let day = Fixture.day("2026-10-06")
    absent.absences = [.init(who: "V1", days: day...day, periods: [2], reason: "election")]
    #expect(absent.broken == ["venue"])
    var far = Fixture()
    far.region.limits.venueReach = Metres(miles: 5)
    far.venues[0] = far.venues[0].with(coordinate: Coordinate(latitude: 36.9, longitude: -120))
    #expect(far.broken == ["venue"])
  }

  @Test func aVenueOrACohortUsedTwice() {
    var fixture = Fixture()
    fixture.series.append(fixture.series[0].with(id: "S2", team: "site>=1 size=1", cohorts: []))
    fixture.changeLeader("cat") { $0.with(standards: [.init(standard: Fixture.key("CCSS-M"), level: .lead)]) }
    fixture.changeLeader("dan") { $0.with(standards: [.init(standard: Fixture.key("CCSS-M"), level: .lead)]) }
    fixture.timetable[0].team[2].leader = "cat"
    fixture.series[0] = fixture.series[0].with(team: "teacher>=2 size=2")
    fixture.timetable[0].team.removeLast()
    fixture.timetable[0].team[0].part = .lead
    var second = fixture.timetable[0]
    second.series = "S2"
    second.team = [.init(leader: "cat", part: .lead)]
    fixture.timetable.append(second)
    fixture.districts[0] = District(id: "D1", name: "North", county: "Rivers", substitutesPerDay: 40)
    #expect(fixture.broken == ["venue"])
    for session in 0..<2 { fixture.timetable[1].sessions[session].venue = "V2" }
    #expect(fixture.broken == [])
    fixture.series[1] = fixture.series[1].with(cohorts: ["K"])
    #expect(fixture.broken == ["cohort"])
  }

  @Test func aPoolOfSubstitutesThatIsTooSmall() {
    var fixture = Fixture()
    // 20 educators and one teacher (ann; cat has no class) for half a day: 21 half days.
    fixture.districts[0] = District(id: "D1", name: "North", county: "Rivers", substitutesPerDay: 10)
    #expect(fixture.broken == ["substitutes"])
    fixture.districts[0] = District(id: "D1", name: "North", county: "Rivers", substitutesPerDay: 11)
    #expect(fixture.broken == [])
  }

  @Test func aLeaderWhoWouldTravelTooFar() {
    var fixture = Fixture()
    fixture.changeLeader("bob") { $0.with(reach: Metres(miles: 5)) }
    #expect(fixture.broken == ["leader-reach"])
  }

  @Test func pins() {
    let slot = Slot(day: Fixture.day("2026-09-15"), period: 0)
    let other = Slot(day: Fixture.day("2026-09-15"), period: 1)
    let kept: [Pin.Decision] = [
      .inTeam(series: "S1", leader: "ann"), .notInTeam(series: "S1", leader: "dan"),
      .sessionStarts(series: "S1", session: 1, at: slot), .sessionMeets(series: "S1", session: nil, venue: "V1"),
      .seriesServed(series: "S1", true), .coach(request: "C1", leader: "ann"),
      .notCoach(request: "C1", leader: "bob"),
      .requestServed(request: "C1", true), .visits(request: "C1", on: .thursday, period: 2),
    ]
    let broken: [Pin.Decision] = [
      .inTeam(series: "S1", leader: "dan"), .notInTeam(series: "S1", leader: "ann"),
      .sessionStarts(series: "S1", session: 1, at: other), .sessionStarts(series: "S1", session: 2, at: slot),
      .sessionMeets(series: "S1", session: 2, venue: "V2"), .seriesServed(series: "S1", false),
      .coach(request: "C1", leader: "bob"), .notCoach(request: "C1", leader: "ann"),
      .requestServed(request: "C1", false), .visits(request: "C1", on: .monday, period: 2),
    ]
    for decision in kept {
      var fixture = Fixture()
      fixture.pins = [Pin(decision: decision, text: "kept")]
      #expect(fixture.broken == [], "\(decision)")
    }
    for decision in broken {
      var fixture = Fixture()
      fixture.pins = [Pin(decision: decision, text: "broken")]
      #expect(fixture.broken == ["pins"], "\(decision)")
    }
  }

  @Test func visitsThatLeaveTheirPattern() {
    var fixture = Fixture()
    fixture.match[0].visiting?.visits.removeLast()
    // Nothing says why the third one is missed.
    #expect(fixture.broken == ["visits"])
    fixture.match[0].visiting?.missed = [.init(day: Fixture.day("2026-10-08"), reason: "holiday")]
    #expect(fixture.broken == ["visits"])
    let day = Fixture.day("2026-10-08")
    fixture.calendar = [.init(district: "D2", days: day...day, status: .holiday, label: "Local day")]
    #expect(fixture.broken == [])
    fixture.match[0].visiting = nil
    #expect(fixture.broken == ["visits"])
  }

  @Test func coaches() {
    var fixture = Fixture()
    fixture.match[0].coach = "bob"
    #expect(fixture.broken == ["coach-expertise"])
    fixture = Fixture()
    fixture.changeLeader("ann") { $0.with(coachingPerWeek: Minutes(50)) }
    #expect(fixture.broken == ["coach-capacity"])
    fixture = Fixture()
    fixture.changeLeader("ann") { $0.with(maxSchools: 0) }
    #expect(fixture.broken == ["coach-capacity"])
    fixture = Fixture()
    fixture.changeLeader("ann") { $0.with(reach: Metres(miles: 5)) }
    #expect(fixture.broken == ["coach-reach"])
    fixture = Fixture()
    fixture.changeLeader("ann") { $0.with(maxMentees: 0, evaluates: ["S1"]) }
    #expect(fixture.broken == [])
    fixture.requests[0] = fixture.requests[0].with(mentee: "Eva")
    #expect(fixture.broken == ["evaluator", "mentees"])
  }

  @Test func namesThatAreNotThere() {
    var fixture = Fixture()
    fixture.timetable[0].team[0].leader = "zoe"
    #expect(fixture.broken == ["names"])
    fixture = Fixture()
    fixture.match.append(fixture.match[0])
    #expect(fixture.broken == ["names"])
  }
}

extension Series {
  func with(
    id: String? = nil, gapMaxDays: Int? = nil, team: String? = nil, cohorts: [String]? = nil,
    attendance: [Attendance]? = nil
  ) -> Series {
    Series(
      id: id ?? self.id, title: title, host: host, hostDistrict: hostDistrict, hostCoordinate: hostCoordinate,
      attendance: attendance ?? self.attendance, standards: standards, sessions: sessions,
      periodsPerSession: periodsPerSession, gapMinDays: gapMinDays, gapMaxDays: gapMaxDays ?? self.gapMaxDays,
      window: window, educators: educators,
      cohorts: cohorts ?? self.cohorts, team: team.map { try! TeamRequirement(parsing: $0) } ?? self.team,
      priority: priority, delivery: delivery, setting: setting, periods: periods)
  }
}

extension CoachingRequest {
  func with(perWeek: Int? = nil, mentee: String? = nil) -> CoachingRequest {
    CoachingRequest(
      id: id, school: school, standards: standards, perWeek: perWeek.map { Minutes($0) } ?? self.perWeek,
      visitEveryWeeks: visitEveryWeeks, window: window, priority: priority, mentee: mentee ?? self.mentee)
  }
}

extension Venue {
  func with(capacity: Int? = nil, periods: [Int]? = nil, coordinate: Coordinate? = nil) -> Venue {
    Venue(
      id: id, name: name, coordinate: coordinate ?? self.coordinate, capacity: capacity ?? self.capacity,
      open: open,
      periods: periods ?? self.periods)
  }
}
