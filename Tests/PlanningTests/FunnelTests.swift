import Testing

@testable import Planning

struct FunnelTests {
  @Test func countsEachStepOfARequest() {
    let scenario = Fixture().scenario
    let funnel = scenario.funnel(of: scenario.requests[0])
    #expect(funnel.steps.map(\.count) == [4, 1, 1, 1, 1])
    #expect(!funnel.isEmpty)
    #expect(funnel.reason == nil)
  }

  @Test func saysWhichStepOfARequestLeavesNobody() {
    var fixture = Fixture()
    fixture.changeLeader("ann") { $0.with(coachingPerWeek: Minutes(30)) }
    let scenario = fixture.scenario
    let funnel = scenario.funnel(of: scenario.requests[0])
    #expect(funnel.isEmpty)
    #expect(
      funnel.reason == "None of the leaders left (1) have 45 minutes a week and the way there.")
  }

  @Test func asksForTheStandardsOfASeries() {
    var fixture = Fixture()
    fixture.changeLeader("ann") { $0.with(standards: [.init(standard: Fixture.key("NGSS/6-8"), level: .lead)]) }
    let scenario = fixture.scenario
    #expect(
      scenario.funnel(of: scenario.series[0]).reason
        == "None of the 4 leaders hold CCSS-M/3-5/NF at lead.")
  }

  @Test func asksForAVenueThatIsLargeEnough() {
    var fixture = Fixture()
    fixture.venues = fixture.venues.map {
      Venue(id: $0.id, name: $0.name, coordinate: $0.coordinate, capacity: 23, open: $0.open, periods: $0.periods)
    }
    let scenario = fixture.scenario
    #expect(
      scenario.funnel(of: scenario.series[0]).reason
        == "None of the venues left (2) hold 24 educators.")
  }

  @Test func asksForDatesThatCanBeSpaced() {
    var fixture = Fixture()
    let holiday = Fixture.day("2026-09-15")...Fixture.day("2026-12-18")
    fixture.calendar = [CalendarEntry(district: "D1", days: holiday, status: .holiday, label: "closed")]
    let scenario = fixture.scenario
    let funnel = scenario.funnel(of: scenario.series[0])
    #expect(funnel.isEmpty)
    #expect(funnel.steps.last == .init(count: 0, what: "belong to 2 sessions 14 to 28 days apart"))
  }

  @Test func asksForDatesThatTheirDistrictsGiveLeaders() {
    var fixture = Fixture()
    fixture.series[0] = fixture.series[0].with(attendance: [.init(district: "D1", educators: 24)])
    fixture.changeLeader("ann") { $0.with(standards: [.init(standard: Fixture.key("CCSS-M"), level: .support)]) }
    fixture.changeLeader("bob") { $0.with(standards: [.init(standard: Fixture.key("CCSS-M"), level: .lead)]) }
    #expect(!fixture.scenario.funnel(of: fixture.series[0]).isEmpty)
    fixture.calendar = [
      CalendarEntry(district: "D2", days: fixture.series[0].window, status: .blackout, label: "Building")
    ]
    #expect(
      fixture.scenario.funnel(of: fixture.series[0]).reason
        == "None of the leaders left (1) are free on enough of its dates.")
  }

  @Test func asksForReleaseDays() {
    var fixture = Fixture()
    fixture.series = fixture.series.map {
      Series(
        id: $0.id, title: $0.title, host: $0.host, hostDistrict: $0.hostDistrict, hostCoordinate: $0.hostCoordinate,
        attendance: $0.attendance, standards: $0.standards, sessions: 2, gapMinDays: 14, gapMaxDays: 28,
        window: $0.window, educators: 24, team: $0.team, periods: [0, 1])
    }
    #expect(!fixture.scenario.funnel(of: fixture.series[0]).isEmpty)
    fixture.changeLeader("ann") { $0.with(releaseHalfDays: 1) }
    #expect(
      fixture.scenario.funnel(of: fixture.series[0]).reason
        == "None of the leaders left (1) have release days for its sessions.")
  }

  @Test func asksForEnoughOfARole() {
    var fixture = Fixture()
    fixture.leaders.removeAll { $0.id == "bob" }
    let scenario = fixture.scenario
    let funnel = scenario.funnel(of: scenario.series[0])
    #expect(funnel.needed == 2)
    #expect(funnel.reason == "Only 1 of the leaders left (2) may be in its team; 2 are needed.")
  }

  @Test func patternsKeepTheVisitRule() {
    let fixture = Fixture()
    let scenario = fixture.scenario
    let request = scenario.requests[0]
    let patterns = scenario.visitings(of: request, by: scenario.leaders[0])
    #expect(!patterns.isEmpty)
    for pattern in patterns {
      let resolved = ResolvedPlan(
        match: [MatchedRequest(request: request.id, coach: "ann", visiting: pattern)], timetable: [], in: scenario)
      #expect(VisitRule().violations(of: resolved).isEmpty)
      #expect(ReleaseRule().violations(of: resolved).isEmpty)
    }
    #expect(scenario.visitings(of: request, by: scenario.leaders[0], upTo: 1).count == 1)
  }
}
