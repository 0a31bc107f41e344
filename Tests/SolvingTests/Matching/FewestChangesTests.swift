import Testing

@testable import Solving

/// Against the enumeration of all matches, every set of features with at most one agent a job.
@Suite struct FewestChangesTests {
  @Test(arguments: (0..<MatchFeatures.all).filter { !MatchFeatures(rawValue: $0).contains(.several) })
  func agreesWithEnumeration(features: Int) throws {
    for seed in 0..<12 as Range<UInt64> {
      let problem = MatchProblem.random(seed: seed, features: MatchFeatures(rawValue: features))
      var random = Randomness(seed: seed, task: 77)
      // A match of a world in which capacities were other ones and some arcs that are gone were still there.
      var served = Array(repeating: false, count: problem.jobs.count)
      var before: [Int32] = []
      for job in problem.jobs.indices where random.below(4) > 0 {
        served[job] = true
        let arcs = problem.arcs(ofJob: job)
        if !arcs.isEmpty, random.below(5) > 0 { before.append(Int32(arcs.lowerBound + random.below(arcs.count))) }
      }
      let changes = FewestChanges(problem, from: Match(before), served: served)
      let least = problem.leastChangesByEnumeration(from: before, served: served)
      #expect(changes.fewest <= least?.changes ?? .max, "seed \(seed)")
      do {
        let result = try changes.solve(SearchSettings(effort: Effort(1), seed: seed))
        #expect(problem.violations(of: result.match).isEmpty, "seed \(seed)")
        #expect(result.changes == least?.changes, "seed \(seed)")
        #expect(result.fewest == least?.changes, "seed \(seed)")
        #expect(result.cost == least?.cost, "seed \(seed)")
        #expect(result.bound == least?.cost, "seed \(seed)")
      } catch {
        guard case .infeasible = error else {
          Issue.record("seed \(seed): \(error), and the least is \(String(describing: least))")
          continue
        }
        #expect(least == nil, "seed \(seed)")
      }
    }
  }
}

extension MatchProblem {
  /// The fewest changes and the least cost of a match with so few, by looking at every set of arcs.
  fileprivate func leastChangesByEnumeration(
    from before: [Int32], served: [Bool]
  ) -> (changes: Int, cost: Int)? {
    var least: (changes: Int, cost: Int)?
    for chosen in 0..<(1 << arcs.count) {
      let match = Match(arcs.indices.lazy.filter { chosen >> $0 & 1 == 1 }.map(Int32.init))
      guard violations(of: match).isEmpty else { continue }
      let changes = jobs.indices.count { job in
        let now = match.arcs.first { Int(arcs[Int($0)].job) == job }
        let old = before.first { Int(arcs[Int($0)].job) == job }
        return now == nil ? served[job] : now != old
      }
      let own = (changes: changes, cost: cost(of: match))
      if least.map({ own < $0 }) ?? true { least = own }
    }
    return least
  }
}
