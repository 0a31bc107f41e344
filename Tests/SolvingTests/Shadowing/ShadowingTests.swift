import Planning
import Testing

@testable import Solving

/// Whom new coaches shadow, against every choice that the rule allows.
@Suite struct ShadowingTests {
  @Test(arguments: 0..<150 as Range<UInt64>)
  func asManyAsPossibleThenTheShortestWays(seed: UInt64) throws {
    let scenario = Scenario.randomForMatch(seed: seed, leaders: 5, requests: 6, pinned: false)
    guard let compiler = try? MatchCompiler(scenario: scenario) else { return }
    var random = Randomness(seed: seed, task: 5)
    let match = compiler.matched(compiler.problem.someMatch(&random))
    let plan = ResolvedPlan(match: match, timetable: [], parts: [.match], in: scenario)
    let chosen = try assignShadows(in: plan)
    func resolved(_ shadowing: [Shadowing]) -> ResolvedPlan {
      ResolvedPlan(match: match, timetable: [], shadowing: shadowing, parts: [.match], in: scenario)
    }
    func isAllowed(_ shadowing: [Shadowing]) -> Bool {
      resolved(shadowing).unresolved.isEmpty && ShadowingRule().violations(of: resolved(shadowing)).isEmpty
    }
    func value(_ shadowing: [Shadowing]) -> [Int] {
      let ways = resolved(shadowing).shadowing.map {
        scenario.travel.leg(from: $0.leader.home, to: plan.match[$0.match].school.place).distance.value
      }
      return [-shadowing.count, ways.reduce(0, +)]
    }
    #expect(isAllowed(chosen))
    // Every leader with every matched request or with none, one leader after the other.
    var choices: [[Shadowing]] = [[]]
    for leader in scenario.leaders {
      choices += choices.flatMap { choice in
        match.map { choice + [Shadowing(leader: leader.id, coach: $0.coach, request: $0.request, visits: [])] }
          .filter(isAllowed)
      }
    }
    let best = choices.map(value).min { $0.lexicographicallyPrecedes($1) }
    #expect(value(chosen) == best)
  }
}
