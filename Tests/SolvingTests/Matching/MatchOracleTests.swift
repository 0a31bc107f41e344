import Testing

@testable import Solving

/// Against the enumeration of all matches, every set of features on tiny problems.
@Suite struct MatchOracleTests {
  @Test(arguments: 0..<MatchFeatures.all)
  func agreesWithEnumeration(features: Int) {
    for seed in 0..<12 as Range<UInt64> {
      let problem = MatchProblem.random(seed: seed, features: MatchFeatures(rawValue: features))
      let least = problem.cheapestByEnumeration()
      do {
        let result = try problem.solve(SearchSettings(effort: Effort(1), seed: seed))
        #expect(problem.violations(of: result.match).isEmpty)
        #expect(problem.cost(of: result.match) == result.cost)
        #expect(result.cost == least, "seed \(seed)")
        #expect(result.bound == least, "seed \(seed)")
        #expect(result.provenByMultipliers <= result.cost)
      } catch {
        guard case .infeasible = error else {
          Issue.record("seed \(seed): \(error), and the least cost is \(String(describing: least))")
          continue
        }
        #expect(least == nil, "seed \(seed)")
      }
    }
  }

  @Test(arguments: 0..<MatchFeatures.all)
  func boundsHoldAtAnyMultipliers(features: Int) {
    for seed in 100..<112 as Range<UInt64> {
      let problem = MatchProblem.random(seed: seed, features: MatchFeatures(rawValue: features).subtracting(.pins))
      guard let least = problem.cheapestByEnumeration() else { continue }
      var random = Randomness(seed: seed)
      let relaxation = MatchRelaxation(problem)
      for _ in 0..<10 {
        let multipliers = Multipliers(numerators: problem.jobs.map { _ in random.below(500) - 200 }, denominator: 7)
        guard let value = relaxation.value(at: multipliers) else {
          Issue.record("seed \(seed): an agent without its least counts, in a problem that has a match")
          break
        }
        #expect(value <= 7 * least, "seed \(seed)")
      }
    }
  }
}
