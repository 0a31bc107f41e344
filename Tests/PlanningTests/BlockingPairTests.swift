import Planning
import Testing

/// Who would rather have one another, in words, and what a certificate may say of it.
@Suite struct BlockingPairTests {
  /// Two coaches who can serve C1; ann does.
  private func fixture() -> Fixture {
    var fixture = Fixture()
    fixture.changeLeader("dan") { $0.with(standards: [.init(standard: Fixture.key("CCSS-M/3-5"), level: .lead)]) }
    fixture.preferences = [
      Preference(who: "C1", whom: "dan", rank: 1), Preference(who: "C1", whom: "ann", rank: 2),
    ]
    return fixture
  }

  private func sentences(_ fixture: Fixture) -> [String] {
    fixture.resolved.blockingPairs.map { $0.sentence(in: fixture.scenario) }
  }

  @Test func aCoachWithRoomWhomTheSchoolPrefers() {
    #expect(
      sentences(fixture()) == [
        "South One (C1) prefers dan (1st choice) to ann (2nd choice), and dan has room for it."
      ])
  }

  @Test func whatIsPreferredTheOtherWayRoundBlocksNothing() {
    var fixture = fixture()
    fixture.preferences[0] = Preference(who: "C1", whom: "dan", rank: 3)
    #expect(sentences(fixture) == [])
    fixture.preferences = []
    #expect(sentences(fixture) == [])
  }

  @Test func aCoachWithoutRoomGivesUpWhatIsLikedLess() {
    var fixture = fixture()
    let other = fixture.requests[0]
    fixture.requests.append(
      CoachingRequest(
        id: "C2", school: "S1", standards: other.standards, perWeek: other.perWeek, visitEveryWeeks: 2,
        window: other.window))
    fixture.match.append(MatchedRequest(request: "C2", coach: "dan"))
    #expect(sentences(fixture) == [])
    fixture.preferences += [
      Preference(who: "dan", whom: "C1", rank: 1), Preference(who: "dan", whom: "C2", rank: 2),
    ]
    #expect(
      sentences(fixture) == [
        """
        South One (C1) prefers dan (1st choice) to ann (2nd choice), and dan prefers it (1st choice) to \
        South One (C2; 2nd choice).
        """
      ])
  }

  @Test func aPinOrARuleThatForbidsThePairIsRespected() {
    var fixture = fixture()
    fixture.pins = [Pin(decision: .notCoach(request: "C1", leader: "dan"), text: "not")]
    #expect(sentences(fixture) == [])
    fixture.pins = []
    fixture.changeLeader("dan") { $0.with(coachingPerWeek: Minutes(40)) }
    #expect(sentences(fixture) == [])
  }

  @Test func aRequestThatIsNotServedWouldHaveAnybody() {
    var fixture = fixture()
    fixture.match = []
    #expect(
      sentences(fixture).first
        == "South One (C1) is not served and would have ann (2nd choice), and ann has room for it.")
  }

  @Test func aCertificateThatClaimsStabilityIsChecked() {
    let fixture = fixture()
    func disagreements(isReached: Bool, price: Int = 0) -> [String] {
      let resolved = ResolvedPlan(match: fixture.match, timetable: [], parts: [.match], in: fixture.scenario)
      let score = Score(of: resolved)
      let plan = Plan(
        title: "", illustrative: false, workspace: "", input: InputDigest(sha256: "", files: []),
        match: fixture.match, timetable: [], unserved: [], score: score,
        certificate: Certificate(
          match: .init(
            objective: score.total, bound: 0, boundMethod: "none", cutShort: false,
            aim: .init(objective: .stable, bestFit: score.total, price: price, isReached: isReached)),
          timetable: nil, seed: 1, effort: 1, versions: [:]))
      return Verification(of: plan, in: fixture.scenario).disagreements
    }
    #expect(disagreements(isReached: false) == [])
    #expect(disagreements(isReached: true) == ["The match is said to be stable; 1 pairs block it."])
    #expect(disagreements(isReached: false, price: 7).count == 1)
    #expect(disagreements(isReached: false, price: -7).count == 2)
  }
}
