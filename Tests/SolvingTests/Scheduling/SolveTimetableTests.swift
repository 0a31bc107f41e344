import Planning
import Testing

@testable import Solving

@Suite struct SolveTimetableTests {
  /// A plan of the solution, as a command would write it.
  private func plan(_ solution: TimetableSolution, of scenario: Scenario, requests: [MatchedRequest]) -> Plan {
    let resolved = ResolvedPlan(
      match: solution.match, timetable: solution.timetable, parts: [.timetable], in: scenario)
    return Plan(
      title: scenario.region.title, illustrative: true, workspace: "..",
      input: InputDigest(sha256: "", files: []), match: solution.match, timetable: solution.timetable,
      unserved: solution.unserved, score: Score(of: resolved),
      certificate: Certificate(match: nil, timetable: solution.part, seed: 0, effort: 1, versions: [:]))
  }

  /// What a verification finds, the rules of the match left out: these matches are random.
  private func breaches(_ plan: Plan, in scenario: Scenario) -> [String] {
    let verification = Verification(of: plan, in: scenario)
    let ofMatch = Set(Rules.match.map(\.name))
    return verification.violations.filter { !ofMatch.contains($0.rule) }.map(\.message) + verification.disagreements
  }

  @Test(arguments: 0..<150 as Range<UInt64>)
  func everyPlanVerifies(seed: UInt64) throws {
    var generator = RandomScenario(seed: seed)
    let (scenario, match) = generator.make(
      leaders: 3 + Int(seed % 4), series: 2 + Int(seed % 7), requests: Int(seed % 3), days: 12 + Int(seed % 30))
    do {
      let solution = try solveTimetable(
        scenario, match: match, settings: SearchSettings(effort: Effort(1), seed: seed))
      let plan = plan(solution, of: scenario, requests: match)
      #expect(breaches(plan, in: scenario) == [])
      let unvisited = solution.unserved.filter { $0.kind == .request }.map(\.id)
      #expect(Set(unvisited).union(solution.match.map(\.request)) == Set(match.map(\.request)))
      #expect(solution.unserved.allSatisfy { !$0.reason.isEmpty })
    } catch {
      // Only a pin can make a timetable impossible.
      #expect(scenario.pins.contains { $0.decision == .seriesServed(series: "T0", true) })
    }
  }

  /// Tiny timetables, every rule on or off: the bound is not above the best that there is, and the plan not far.
  @Test(arguments: 0..<120 as Range<UInt64>)
  func agreesWithEnumeration(seed: UInt64) throws {
    var generator = RandomScenario(seed: seed)
    let (scenario, _) = generator.make(leaders: 3 + Int(seed % 2), series: 2 + Int(seed % 2), requests: 0, days: 6)
    let problem = TimetableCompiler(scenario: scenario, match: []).problem
    do {
      let part = try solveTimetable(
        scenario, match: [], settings: SearchSettings(effort: Effort(4), seed: seed)
      ).part
      var oracle = TimetableOracle(problem)
      let found = oracle.optimum()
      let optimum = try #require(found)
      #expect(part.bound <= optimum)
      #expect(part.objective == optimum)
    } catch {
      var oracle = TimetableOracle(problem)
      #expect(oracle.optimum() == nil)
    }
  }

  /// What one run proves no other run beats: seeds and efforts find different plans and bounds.
  @Test(arguments: 0..<60 as Range<UInt64>)
  func noBoundIsAboveAnyPlan(seed: UInt64) throws {
    var generator = RandomScenario(seed: seed)
    let (scenario, match) = generator.make(
      leaders: 3 + Int(seed % 4), series: 2 + Int(seed % 7), requests: Int(seed % 3), days: 12 + Int(seed % 30))
    var parts: [Certificate.Part] = []
    for (run, units) in [1, 3, 6].enumerated() {
      do {
        let settings = SearchSettings(effort: Effort(units), seed: seed + UInt64(run))
        parts.append(try solveTimetable(scenario, match: match, settings: settings).part)
      } catch {
        #expect(scenario.pins.contains { $0.decision == .seriesServed(series: "T0", true) })
      }
    }
    if let highest = parts.map(\.bound).max(), let least = parts.map(\.objective).min() {
      #expect(highest <= least)
    }
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func threadsDoNotMatter(seed: UInt64) throws {
    var generator = RandomScenario(seed: seed)
    let (scenario, match) = generator.make(leaders: 6, series: 20, requests: 3, days: 60)
    let solutions = try [1, 2, 3].map { threads in
      try solveTimetable(
        scenario, match: match,
        settings: SearchSettings(effort: Effort(seed < 4 ? 2 : 12), seed: seed, threads: threads))
    }
    for other in solutions.dropFirst() {
      #expect(other.timetable == solutions[0].timetable)
      #expect(other.match == solutions[0].match)
      #expect(other.unserved == solutions[0].unserved)
      #expect(other.part == solutions[0].part)
    }
  }

  @Test(arguments: [0, 1, 5, 30, 200, 2_000])
  func aStopLeavesAValidPlan(looks: Int) throws {
    var generator = RandomScenario(seed: 12)
    let (scenario, match) = generator.make(leaders: 6, series: 20, requests: 3, days: 60)
    let countdown = Countdown(looks)
    let solution = try solveTimetable(
      scenario, match: match, settings: SearchSettings(effort: Effort(12), stop: StopSignal { countdown.isOver }))
    #expect(solution.part.cutShort)
    #expect(breaches(plan(solution, of: scenario, requests: match), in: scenario) == [])
  }

  @Test func aFarDeadlineChangesNothing() throws {
    var generator = RandomScenario(seed: 12)
    let (scenario, match) = generator.make(leaders: 6, series: 20, requests: 3, days: 60)
    let parts = try [nil, ContinuousClock.now + .seconds(86_400)].map { (deadline: ContinuousClock.Instant?) in
      let stop = StopSignal(deadline: deadline) { false }
      return try solveTimetable(
        scenario, match: match, settings: SearchSettings(effort: Effort(12), seed: 1, stop: stop))
    }
    #expect(parts[0].timetable == parts[1].timetable)
    #expect(parts[0].part == parts[1].part)
    #expect(!parts[1].part.cutShort)
  }

  /// The work of a day in seconds.
  @Test func aDeadlineLeavesAValidPlan() throws {
    var generator = RandomScenario(seed: 12)
    let (scenario, match) = generator.make(leaders: 6, series: 20, requests: 3, days: 60)
    let stop = StopSignal(deadline: .now + .seconds(2)) { false }
    let solution = try solveTimetable(
      scenario, match: match, settings: SearchSettings(effort: Effort(100_000), seed: 1, stop: stop))
    #expect(solution.part.cutShort || solution.part.bound == solution.part.objective)
    #expect(breaches(plan(solution, of: scenario, requests: match), in: scenario) == [])
  }

  @Test func aSeriesThatMustBeServedAndCannotIsAnError() throws {
    var generator = RandomScenario(seed: 3)
    let (scenario, _) = generator.make(leaders: 4, series: 2, requests: 0, days: 20)
    let impossible = Scenario(
      region: scenario.region, periods: scenario.periods, schools: Array(scenario.schools), leaders: [],
      series: Array(scenario.series),
      pins: [Pin(decision: .seriesServed(series: "T0", true), text: "T0,served,yes")])
    #expect(throws: SolvingError.self) {
      _ = try solveTimetable(impossible, match: [], settings: SearchSettings(effort: Effort(1)))
    }
  }

  @Test func nothingToDoIsDone() throws {
    var generator = RandomScenario(seed: 5)
    let (scenario, _) = generator.make(leaders: 2, series: 0, requests: 0, days: 20)
    let solution = try solveTimetable(scenario, match: [], settings: SearchSettings(effort: Effort(1)))
    #expect(solution.timetable.isEmpty && solution.part.objective == 0 && solution.part.bound == 0)
  }
}
