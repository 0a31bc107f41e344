import Planning
import Testing

@testable import Solving

/// From a scenario to a match, judged by the rules, the score and the bound of `Planning` alone.
@Suite struct SolveMatchTests {
  @Test(arguments: 0..<300 as Range<UInt64>)
  func agreesWithTheBestOfAllMatches(seed: UInt64) throws {
    let scenario = Scenario.randomForMatch(seed: seed)
    let least = scenario.leastScoreOfMatch()
    let solution: MatchSolution
    do {
      solution = try solveMatch(scenario, settings: SearchSettings(effort: Effort(1), seed: seed))
    } catch {
      guard case .infeasible(let reasons) = error else { throw error }
      #expect(!reasons.isEmpty)
      #expect(least == nil)
      return
    }
    let plan = ResolvedPlan(match: solution.matched, timetable: [], parts: [.match], in: scenario)
    #expect(Rules.violations(of: plan).map(\.message) == [])
    #expect(Score(of: plan).total == solution.part.objective)
    #expect(solution.part.objective == least)
    #expect(solution.part.bound == least)
    let served = Set(solution.matched.map(\.request))
    #expect(solution.unserved.map(\.id) == scenario.requests.map(\.id).filter { !served.contains($0) })
    #expect(solution.unserved.allSatisfy { !$0.reason.isEmpty && !$0.funnel.isEmpty })
    let proof = try #require(solution.part.proof)
    let proven = try #require(MatchBound(of: scenario, at: proof).value)
    #expect(proven >= proof.bound)
    #expect(proven <= solution.part.objective)
  }

  @Test(arguments: 1000..<1040 as Range<UInt64>)
  func multipliersProveNothingTheyShouldNot(seed: UInt64) throws {
    let scenario = Scenario.randomForMatch(seed: seed)
    guard let least = scenario.leastScoreOfMatch() else { return }
    var random = Randomness(seed: seed)
    for _ in 0..<20 {
      let proof = Certificate.Proof(
        bound: 0, denominator: 3, numerators: scenario.requests.map { _ in random.below(20_000_000) })
      let value = try #require(MatchBound(of: scenario, at: proof).value)
      #expect(value <= least)
    }
  }

  @Test func unusableMultipliersAreNamed() {
    let scenario = Scenario.randomForMatch(seed: 1)
    func bound(_ denominator: Int, _ numerators: [Int]) -> MatchBound {
      MatchBound(of: scenario, at: .init(bound: 0, denominator: denominator, numerators: numerators))
    }
    #expect(bound(1, []).flaw == "there are 0 for 4 requests")
    #expect(bound(0, [0, 0, 0, 0]).value == nil)
    #expect(bound(1, [0, 0, 0, .max]).value == nil)
    #expect(bound(1, [0, 0, 0, 0]).flaw == nil)
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func theNumberOfThreadsChangesNothing(seed: UInt64) throws {
    let scenario = Scenario.randomForMatch(seed: seed, leaders: 12, requests: 60, pinned: false, hasLeast: false)
    let results = try [1, 2, 4].map { threads in
      let solution = try solveMatch(
        scenario, settings: SearchSettings(effort: Effort(2), seed: seed, threads: threads))
      return (solution.matched, solution.part)
    }
    #expect(results.allSatisfy { $0.0 == results[0].0 && $0.1 == results[0].1 })
  }

  @Test func contradictingPinsAreTheReason() {
    var scenario = Scenario.randomForMatch(seed: 5, pinned: false)
    scenario = scenario.with(pins: [
      Pin(decision: .requestServed(request: "C0", true), text: "C0,served,yes"),
      Pin(decision: .requestServed(request: "C0", false), text: "C0,served,no"),
    ])
    #expect(
      throws: SolvingError.infeasible(reasons: ["Pins contradict one another: `C0,served,yes`, `C0,served,no`."])
    ) {
      try solveMatch(scenario, settings: SearchSettings())
    }
  }

  @Test func moreThanCanBeServedIsTheReason() {
    let scenario = Scenario.randomForMatch(seed: 3, leaders: 2, requests: 12, pinned: false)
    let all = scenario.with(
      pins: scenario.requests.map {
        Pin(decision: .requestServed(request: $0.id, true), text: "\($0.id),served,yes")
      })
    do {
      _ = try solveMatch(all, settings: SearchSettings(effort: Effort(1)))
      Issue.record("twelve requests for two coaches were all served")
    } catch {
      guard case .infeasible(let reasons) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(reasons.joined().contains("must be served"))
    }
  }
}

extension Scenario {
  fileprivate func with(pins: [Pin]) -> Scenario {
    Scenario(
      region: region, periods: periods, districts: Array(districts), schools: Array(schools),
      leaders: Array(leaders), absences: absences, requests: Array(requests), preferences: preferences, pins: pins,
      lastYear: lastYear, published: published)
  }
}
