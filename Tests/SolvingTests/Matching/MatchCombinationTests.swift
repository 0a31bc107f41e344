import Testing

@testable import Solving

/// What two searches came to, put together.
@Suite struct MatchCombinationTests {
  /// Agent and job of the same number can have one another; each agent but the last can take the next job too.
  private let chain = MatchProblem(
    agents: Array(repeating: .init(capacity: 1, counts: [0...1]), count: 4),
    jobs: Array(repeating: .init(unservedPrice: 10), count: 4),
    arcs: (0..<4).map { .init(agent: $0, job: $0, load: 1, cost: 2) }
      + (0..<3).map { .init(agent: $0, job: $0 + 1, load: 1, cost: 1) })

  private func match(_ pairs: [(agent: Int, job: Int)]) throws -> Match {
    Match(try pairs.map { Int32(try #require(chain.arc(from: $0.agent, to: $0.job))) })
  }

  @Test func changesThatDoNotMeetAreBothKept() throws {
    let combined = MatchCombination(chain, base: .empty)
      .combining(try match([(0, 0)]), with: try match([(2, 2)]))
    #expect(try combined == match([(0, 0), (2, 2)]))
  }

  @Test func theFirstHasItsWayWhereTheyMeet() throws {
    let first = try match([(0, 1)])
    // The same agent; the same job; and a part that is linked to the job by another agent.
    for second in [[(0, 0)], [(1, 1)]] {
      #expect(MatchCombination(chain, base: .empty).combining(first, with: try match(second)) == first)
    }
    let base = try match([(1, 1), (2, 2)])
    let swapped = try match([(1, 2), (3, 3)])
    #expect(
      try MatchCombination(chain, base: base).combining(match([(0, 1), (2, 2)]), with: swapped)
        == match([(0, 1), (2, 2), (3, 3)]))
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func keepsTheConstraintsAndCostsNoMore(seed: UInt64) throws {
    let given = MatchProblem.random(seed: seed, features: [.optional, .several, .kinds], agents: 6, jobs: 8)
    let problem = try MatchReduction.make(given).get().problem
    func searched(_ state: MatchState, task: UInt64) -> Match? {
      var search = MatchSearch(state, random: Randomness(seed: seed, task: task))
      search.run(work: 200, floor: .min, stop: .never)
      return search.best
    }
    let start = MatchConstruction.regret(problem)
    guard let base = searched(start, task: 0), let first = searched(start, task: 1),
      let second = searched(start, task: 2)
    else { return }
    let combined = MatchCombination(problem, base: base).combining(first, with: second)
    #expect(problem.violations(of: combined).isEmpty)
    #expect(problem.cost(of: combined) <= problem.cost(of: first))
  }
}
