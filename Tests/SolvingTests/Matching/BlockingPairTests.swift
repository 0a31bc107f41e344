import Planning
import Testing

@testable import Solving

/// What the rules and preferences alone say of a match, against what the engine sees.
@Suite struct BlockingPairTests {
  @Test(arguments: 0..<120 as Range<UInt64>)
  func thePlanAndTheEngineSeeTheSamePairs(seed: UInt64) throws {
    let scenario = Scenario.randomForMatch(seed: seed, leaders: 4, requests: 6)
    guard let compiler = try? MatchCompiler(scenario: scenario) else { return }
    var random = Randomness(seed: seed, task: 3)
    for _ in 0..<5 {
      let match = compiler.problem.someMatch(&random)
      let plan = ResolvedPlan(match: compiler.matched(match), timetable: [], parts: [.match], in: scenario)
      let expected =
        scenario.hasMatchPreferences
        ? compiler.problem.blockingPairs(of: match).map { pair -> [String] in
          func names(_ arc: Int32) -> (request: String, coach: String) {
            let arc = compiler.problem.arcs[Int(arc)]
            return (scenario.requests[Int(arc.job)].id, scenario.leaders[Int(arc.agent)].id)
          }
          let own = names(pair.arc)
          return [own.request, own.coach, pair.jobLeaves.map { names($0).coach } ?? "none"]
            + pair.agentLeaves.map { names($0).request }
        } : []
      let found = plan.blockingPairs.map { pair in
        [pair.request.id, pair.coach.id, pair.current?.id ?? "none"] + pair.givenUp.map(\.id)
      }
      #expect(found == expected)
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>, [MatchObjective.stable, .fair])
  func anObjectiveIsPricedAgainstTheBestFit(seed: UInt64, objective: MatchObjective) throws {
    let scenario = Scenario.randomForMatch(seed: seed)
    let settings = SearchSettings(effort: Effort(2), seed: seed)
    guard let best = try? solveMatch(scenario, settings: settings) else { return }
    let solution = try solveMatch(scenario, settings: settings, objective: objective)
    let plan = ResolvedPlan(match: solution.matched, timetable: [], parts: [.match], in: scenario)
    #expect(Rules.violations(of: plan).map(\.message) == [])
    #expect(Score(of: plan).total == solution.part.objective)
    #expect(solution.bestFitCost == best.part.objective)
    #expect(solution.part.objective >= solution.bestFitCost)
    #expect(solution.part.bound <= best.part.objective)
    if objective == .stable { #expect(solution.isProven == plan.blockingPairs.isEmpty) }
  }
}
