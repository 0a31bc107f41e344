import Testing

@testable import Planning
@testable import Solving

@Suite struct MatchEnumerationTests {
  private struct TooLarge: Error {}

  /// Multipliers that are far from good, so that subgradient steps and tables have work.
  private func multipliers(of problem: MatchProblem, seed: UInt64) -> Multipliers {
    var random = Randomness(seed: seed)
    let denominator = 64
    return Multipliers(
      numerators: problem.jobs.map { _ in denominator * (random.below(60) - 20) }, denominator: denominator)
  }

  @Test(arguments: 0..<MatchFeatures.all)
  func agreesWithTryingAllMatches(features: Int) throws {
    for seed in 0..<8 as Range<UInt64> {
      let problem = MatchProblem.random(
        seed: seed, features: MatchFeatures(rawValue: features).subtracting(.pins))
      let multipliers = multipliers(of: problem, seed: seed)
      func enumerate(threshold: Int) throws -> MatchTree.Ending {
        guard
          var enumeration = MatchEnumeration(
            problem, numerators: multipliers.numerators, denominator: multipliers.denominator)
        else { throw TooLarge() }
        let ending = enumeration.run(threshold: threshold, work: 100_000_000, stop: .never)
        let isFinished = enumeration.isFinished
        #expect(isFinished)
        return ending
      }
      guard let least = problem.cheapestByEnumeration() else {
        guard case .refuted = try enumerate(threshold: 1_000_000) else {
          Issue.record("seed \(seed): there is no match")
          continue
        }
        continue
      }
      for threshold in [least, least + 3, 1_000_000] {
        guard case .found(let match) = try enumerate(threshold: threshold) else {
          Issue.record("seed \(seed): there is a match of \(least)")
          continue
        }
        #expect(problem.violations(of: match).isEmpty)
        #expect(problem.cost(of: match) == least, "seed \(seed)")
      }
      guard case .refuted = try enumerate(threshold: least - 1) else {
        Issue.record("seed \(seed): no match costs less than \(least)")
        continue
      }
    }
  }

  @Test func workEndsTheSearch() throws {
    let problem = MatchProblem.random(seed: 3, features: [.optional])
    let multipliers = multipliers(of: problem, seed: 3)
    guard
      var enumeration = MatchEnumeration(
        problem, numerators: multipliers.numerators, denominator: multipliers.denominator)
    else { throw TooLarge() }
    guard case .unfinished = enumeration.run(threshold: 1_000_000, work: 1, stop: .never) else {
      Issue.record("nothing can be known after so little work")
      return
    }
    let isFinished = enumeration.isFinished
    #expect(!isFinished)
  }

  @Test func tablesThatAreTooLargeAreNotFilled() {
    let jobs = Array(repeating: MatchProblem.Job(), count: 5)
    let problem = MatchProblem(
      agents: [.init(capacity: 2_000_000, counts: [0...5])], jobs: jobs,
      arcs: jobs.indices.map { .init(agent: 0, job: $0, load: 500_000, cost: 1) })
    guard MatchEnumeration(problem, numerators: [0, 0, 0, 0, 0], denominator: 1) == nil else {
      Issue.record("two million columns and six rows are more than four million cells")
      return
    }
  }
}
