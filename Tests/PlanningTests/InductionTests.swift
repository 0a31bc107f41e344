import Planning
import Testing

/// What induction asks of mentors, both ways.
@Suite struct InductionTests {
  /// The request is Eva's, and ann mentors her from the fourth day on.
  private func fixture() -> Fixture {
    var fixture = Fixture()
    fixture.requests[0] = fixture.requests[0].with(perWeek: 60, mentee: "Eva")
    fixture.changeLeader("ann") { $0.with(coachingPerWeek: Minutes(200)) }
    fixture.match[0].visiting?.period = "PM"
    fixture.changeLeader("ann") { $0.with(releaseHalfDays: .some(nil), perMonth: .some(nil)) }
    return fixture
  }

  @Test func aFirstVisitInTimeAndTooLate() {
    var fixture = fixture()
    #expect(fixture.broken == [])
    fixture.region.limits.firstVisitDays = 3
    #expect(fixture.broken == [])
    fixture.region.limits.firstVisitDays = 2
    #expect(fixture.broken == ["first-visit"])
    fixture.requests[0] = Fixture().requests[0].with(perWeek: 60)
    #expect(fixture.broken == [])
  }

  @Test func patternsThatBeginTooLateAreNoneAndTheFunnelSaysSo() throws {
    var fixture = fixture()
    let scenario = fixture.scenario
    let ann = try #require(scenario.leaders[id: "ann"])
    #expect(!scenario.visitings(of: fixture.requests[0], by: ann).isEmpty)
    fixture.absences = [
      .init(
        who: "ann", days: Fixture.day("2026-09-07")...Fixture.day("2026-09-20"), periods: [0, 1, 2, 3],
        reason: "leave")
    ]
    fixture.region.limits.firstVisitDays = 13
    #expect(fixture.scenario.visitings(of: fixture.requests[0], by: ann) == [])
    let steps = fixture.scenario.funnel(of: fixture.requests[0]).steps
    #expect(steps.last == .init(count: 0, what: "can first visit by 2026-09-20"))
    fixture.region.limits.firstVisitDays = 14
    let dates = fixture.scenario.visitings(of: fixture.requests[0], by: ann).map { $0.visits[0] }
    #expect(!dates.isEmpty && dates.allSatisfy { $0 == Fixture.day("2026-09-21") })
  }

  @Test func anotherMentorThanLastYearIsDear() {
    var fixture = fixture()
    #expect(fixture.amount(of: .mentorChanges, in: .match) == nil)
    fixture.lastYear = ["C1": "ann"]
    #expect(fixture.amount(of: .mentorChanges, in: .match) == 0)
    fixture.lastYear = ["C1": "dan"]
    #expect(fixture.amount(of: .mentorChanges, in: .match) == 1)
    #expect(fixture.amount(of: .discontinuity, in: .match) == 0)
    fixture.requests[0] = Fixture().requests[0]
    #expect(fixture.amount(of: .mentorChanges, in: .match) == nil)
    #expect(fixture.amount(of: .discontinuity, in: .match) == 1)
  }

  /// A year of visits at the end of the world's longest drive costs less than a change of mentor, and a change less
  /// than a new teacher without a mentor for a school year.
  @Test func aChangeOfMentorIsDearerThanTravelAndCheaperThanNoMentor() {
    let mileage = Region.Money().mileage(for: Metres(miles: 60) * 2).value * 40
    #expect(mileage < Term.mentorChanges.defaultWeight)
    #expect(Term.mentorChanges.defaultWeight < Term.unservedNeed.defaultWeight * 60 * 36)
  }

  @Test func tooLittleMentoringIsReported() {
    var fixture = fixture()
    #expect(fixture.scenario.advice == [])
    fixture.requests[0] = fixture.requests[0].with(perWeek: 59)
    #expect(
      fixture.scenario.advice.map(\.message) == [
        "C1 asks for 59 min of mentoring a week for Eva; induction needs 60 or more."
      ])
    fixture.region.limits.mentoring = .zero
    #expect(fixture.scenario.advice == [])
  }
}
