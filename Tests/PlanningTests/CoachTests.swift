import Planning
import Testing

/// Schools of a coach, and new coaches beside experienced ones, both ways.
@Suite struct CoachTests {
  @Test func enoughSchools() {
    var fixture = Fixture()
    fixture.changeLeader("ann") { $0.with(minSchools: 1) }
    #expect(fixture.broken == [])
    fixture.changeLeader("ann") { $0.with(minSchools: 2) }
    #expect(fixture.broken == ["least-schools"])
    fixture.changeLeader("ann") { $0.with(minSchools: 0) }
    fixture.changeLeader("dan") { $0.with(minSchools: 1) }
    #expect(fixture.broken == ["least-schools"])
  }

  @Test func aCoachOfOneSchoolIsReported() {
    var fixture = Fixture()
    fixture.changeLeader("ann") { $0.with(maxSchools: .some(3)) }
    #expect(fixture.resolved.advice.map(\.message) == ["ann coaches 1 school; 2 or more are usual."])
    fixture.region.limits.coachSchools = 1...3
    #expect(fixture.resolved.advice == [])
    fixture.region.limits.coachSchools = 2...3
    fixture.changeLeader("ann") { $0.with(maxSchools: .some(1)) }
    #expect(fixture.resolved.advice == [])
  }

  /// dan is new, coaches C2 and shadows ann.
  private func fixture() -> Fixture {
    var fixture = Fixture()
    fixture.changeLeader("dan") {
      $0.with(
        standards: [.init(standard: Fixture.key("CCSS-M/3-5"), level: .lead)],
        joined: Fixture.day("2026-08-20"))
    }
    let first = fixture.requests[0]
    fixture.requests.append(
      CoachingRequest(
        id: "C2", school: "S1", standards: first.standards, perWeek: first.perWeek, visitEveryWeeks: 2,
        window: first.window))
    fixture.match.append(
      MatchedRequest(
        request: "C2", coach: "dan",
        visiting: .init(
          weekday: .friday, period: "after-school", everyWeeks: 2,
          visits: ["2026-09-11", "2026-09-25", "2026-10-09"].map(Fixture.day), missed: [])))
    fixture.shadowing = [
      Shadowing(leader: "dan", coach: "ann", request: "C1", visits: [Fixture.day("2026-09-10")])
    ]
    return fixture
  }

  @Test func aNewCoachShadowsAnExperiencedOne() {
    let fixture = fixture()
    #expect(fixture.broken == [])
    #expect(fixture.resolved.shadow(ofVisit: 0, on: Fixture.day("2026-09-10"))?.id == "dan")
    #expect(fixture.resolved.shadow(ofVisit: 0, on: Fixture.day("2026-09-24")) == nil)
    #expect(!fixture.resolved.advice.contains { $0.subject == "dan" && $0.message.contains("shadow") })
  }

  @Test func shadowingThatIsNone() {
    var alone = fixture()
    alone.shadowing = []
    #expect(alone.broken == [])
    #expect(
      alone.resolved.advice.map(\.message).contains(
        "dan joined on 2026-08-20, coaches, and has no experienced coach to shadow."))
    var old = fixture()
    old.changeLeader("dan") { $0.with(joined: Fixture.day("2020-08-20")) }
    #expect(old.broken == ["shadowing"])
    var both = fixture()
    both.changeLeader("ann") { $0.with(joined: Fixture.day("2026-08-20")) }
    #expect(both.broken == ["shadowing"])
    var idle = fixture()
    idle.match.removeLast()
    #expect(idle.broken == ["shadowing"])
    var otherDate = fixture()
    otherDate.shadowing[0].visits = [Fixture.day("2026-09-17")]
    #expect(otherDate.broken == ["shadowing"])
    var twice = fixture()
    twice.shadowing.append(twice.shadowing[0])
    twice.shadowing[1].visits = [Fixture.day("2026-09-24")]
    #expect(twice.broken == ["shadowing"])
    var foreign = fixture()
    foreign.shadowing[0].request = "C2"
    #expect(foreign.broken == ["names"])
  }

  @Test func whoShadowsIsInOnePlace() {
    var fixture = fixture()
    let day = Fixture.day("2026-09-10")
    fixture.absences = [.init(who: "dan", days: day...day, periods: [2], reason: "jury duty")]
    #expect(fixture.broken == ["one-place"])
  }

  @Test func whoShadowsHoldsAStandardAndTravelsThatFar() {
    var far = fixture()
    far.changeLeader("dan") {
      Leader(
        id: $0.id, name: $0.name, role: $0.role, school: $0.school,
        home: Place(id: "far", coordinate: Coordinate(latitude: 37.4, longitude: -120)), standards: $0.standards,
        releaseHalfDays: nil, coachingPerWeek: Minutes(300), reach: Metres(miles: 30), joined: $0.joined)
    }
    #expect(far.broken == ["coach-reach", "shadowing"])
    var other = fixture()
    other.requests[1] = CoachingRequest(
      id: "C2", school: "S1", standards: [Fixture.key("NGSS/6-8/PS")], perWeek: Minutes(45), visitEveryWeeks: 2,
      window: other.requests[0].window)
    other.changeLeader("dan") { $0.with(standards: [.init(standard: Fixture.key("NGSS/6-8"), level: .lead)]) }
    #expect(other.broken == ["shadowing"])
  }
}
