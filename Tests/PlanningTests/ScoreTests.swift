import Planning
import Testing

/// Every term on the fixture, computed by hand, and what one change does to it.
@Suite struct ScoreTests {
  @Test func theFixtureByHand() {
    let fixture = Fixture()
    // Two sessions: 180 minutes in the morning and 90 after school; 24 educators lack 840 - 270.
    #expect(fixture.amount(of: .missingContact, in: .timetable) == 24 * 570)
    // One morning: 24 educators and the teachers ann and bob; cat has no class. No release after school.
    #expect(fixture.amount(of: .substitutes, in: .timetable) == 26 * 9000)
    #expect(fixture.amount(of: .unservedNeed, in: .timetable) == 0)
    #expect(fixture.amount(of: .unfairLoad, in: .timetable) == 0)
    #expect(fixture.amount(of: .venueChanges, in: .timetable) == 0)
    #expect(fixture.amount(of: .missedGrowth, in: .timetable) == 0)
    #expect(fixture.amount(of: .notLocal, in: .timetable) == 0)
    #expect(fixture.amount(of: .isolatedSessions, in: .timetable) == 0)
    #expect(fixture.amount(of: .notLocal, in: .match) == 1)
    #expect(fixture.amount(of: .overflow, in: .timetable) == nil)
    #expect(fixture.amount(of: .changes, in: .timetable) == nil)
    // Bob drives 0.1 degrees of latitude, 11,120 m, times 1.3, there and back, twice.
    let way = fixture.scenario.travel.leg(from: fixture.leaders[1].home, to: fixture.venues[0].place).distance
    #expect(way.value == 14_456)
    #expect(
      fixture.amount(of: .travel, in: .timetable) == 2 * fixture.region.money.mileage(for: way * 2).value)
    // Ann drives the same way for the three visits that five weeks ask for.
    #expect(fixture.amount(of: .travel, in: .match) == 3 * fixture.region.money.mileage(for: way * 2).value)
  }

  @Test func theProductsAddUp() {
    let score = Score(of: Fixture().resolved)
    #expect(score.total == score.lines.reduce(0) { $0 + $1.amount * $1.weight })
    #expect(score.total == Score.Part.allCases.reduce(0) { $0 + score.total(of: $1) })
    #expect(score.total > 0)
  }

  @Test func mileageIsExact() {
    #expect(Region.Money().mileage(for: Metres(miles: 1000)) == Cents(725_00))
    #expect(Region.Money().mileage(for: .zero) == .zero)
  }

  @Test func whatIsNotServedCostsItsNeed() {
    var fixture = Fixture()
    fixture.match = []
    fixture.timetable = []
    #expect(fixture.amount(of: .unservedNeed, in: .match) == 45 * 5)
    #expect(fixture.amount(of: .unservedNeed, in: .timetable) == 24 * 180 * 2)
  }

  @Test func loadAboveTheFairShareIsSquared() {
    var fixture = Fixture()
    // Two sessions by two members over four leaders: one each. Three leaders have two sessions each.
    fixture.series[0] = fixture.series[0].with(team: "teacher>=2 size>=2")
    #expect(fixture.scenario.fairShare == 1)
    #expect(fixture.amount(of: .unfairLoad, in: .timetable) == 3)
  }

  @Test func preferencesCountRanksAwayFromTheFirstChoice() {
    var fixture = Fixture()
    fixture.preferences = [
      .init(who: "ann", whom: "C9", rank: 1), .init(who: "ann", whom: "C1", rank: 3),
      .init(who: "C1", whom: "dan", rank: 1), .init(who: "C1", whom: "bob", rank: 2),
    ]
    // Ann has her third choice: 2 away. C1 has somebody it did not name: the length of its list, 2.
    #expect(fixture.amount(of: .preferences, in: .match) == 4)
  }

  @Test func aNewCoachIsADiscontinuity() {
    var fixture = Fixture()
    fixture.lastYear = ["C1": "bob"]
    #expect(fixture.amount(of: .discontinuity, in: .match) == 1)
    fixture.lastYear = ["C1": "ann"]
    #expect(fixture.amount(of: .discontinuity, in: .match) == 0)
  }

  @Test func aSecondVenueAndAMissingLearner() {
    var fixture = Fixture()
    fixture.timetable[0].sessions[1].venue = "V2"
    fixture.changeLeader("bob") { $0.with(standards: [.init(standard: Fixture.key("CCSS-M"), level: .lead)]) }
    #expect(fixture.amount(of: .venueChanges, in: .timetable) == 1)
    #expect(fixture.amount(of: .missedGrowth, in: .timetable) == 1)
  }

  @Test func aCohortsSessionsAreIsolatedUnlessTheyTouch() {
    var fixture = Fixture()
    fixture.series.append(fixture.series[0].with(id: "S2"))
    var second = fixture.timetable[0]
    second.series = "S2"
    second.sessions[0].periods = ["PM"]
    second.sessions[1].day = Fixture.day("2026-10-07")
    fixture.timetable.append(second)
    // AM and PM of 15 September touch; the sessions of October stand alone.
    #expect(fixture.amount(of: .isolatedSessions, in: .timetable) == 2)
  }

  @Test func theGapOfACertificate() {
    func gap(_ objective: Int, _ bound: Int) -> String {
      Certificate.Part(objective: objective, bound: bound, boundMethod: "", cutShort: false).gapInPercent
    }
    #expect(gap(10_000, 9_958) == "0.42 %")
    #expect(gap(0, 0) == "0.00 %")
    #expect(gap(5, -5) == "200.00 %")
    #expect(gap(.max / 2, 0) == "100.00 %")
  }
}
