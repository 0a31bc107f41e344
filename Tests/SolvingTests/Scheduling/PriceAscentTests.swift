import Testing

@testable import Solving

@Suite struct PriceAscentTests {
  /// Sixty series of one session and differing worth, each for one of three leaders of twelve, who have three half days
  /// each; the first few leaders are the cheapest of all.
  private func crowded() -> TimetableProblem {
    let grid = TimetableGrid(
      dates: Array(0..<40), monthOfDay: Array(repeating: 0, count: 40), opens: [0], closes: [60])
    var released = BitMatrix(rows: 12, columns: grid.slots)
    for leader in 0..<12 { for slot in 0..<grid.slots { released[leader, slot] = true } }
    var problem = TimetableProblem(
      grid: grid, venues: [], leaders: Array(repeating: .init(yearlyRelease: 3), count: 12),
      leaderIsReleased: released, isolationPrice: [])
    var randomness = Randomness(seed: 1)
    for number in 0..<60 {
      var request = TimetableProblem.SeriesRequest(sessions: 1, gap: 1...5)
      request.starts = (0..<grid.slots).map { .init(span: [$0], minutes: 60) }
      let leaders = Set((0..<3).map { _ in randomness.below(12) })
      request.leaders = leaders.sorted().map {
        .init(leader: Int32($0), role: 1, leads: 0, grows: true, isPinned: false, price: 1_000 * $0)
      }
      request.teamSize = 1...1
      request.unservedPrice = 1_000_000 + 100_000 * (number % 7)
      problem.add(request)
    }
    return problem
  }

  private func ascent(of problem: TimetableProblem, turns: Int, threads: Int = 1) -> PriceAscent {
    let spaces = PlacementSpaces(of: problem, threads: threads)
    let relaxation = TimetableRelaxation(problem, spaces: spaces, visits: [], threads: threads)
    var ascent = PriceAscent(problem, relaxation: relaxation)
    ascent.climb(turns: turns, target: 80_000_000, stop: .never)
    return ascent
  }

  @Test func pricesProveNearlyWhatAMasterDoes() throws {
    let problem = crowded()
    let master = RestrictedMaster(of: problem)
    var proven = PriceAscent(problem, relaxation: master.relaxation)
    let columns = try #require(master.relaxation.value(at: ResourcePrices(of: problem))?.columns)
    _ = try master.generate(
      &proven, from: columns, rounds: 10, iterations: 10_000, target: .max, stop: .never)
    let most = try #require(proven.best?.bound)
    let unpriced = try #require(ascent(of: problem, turns: 1).best?.bound)
    let climbed = try #require(ascent(of: problem, turns: 120).best?.bound)
    #expect(Double(climbed - unpriced) > 0.98 * Double(most - unpriced))
    #expect(climbed <= most)
  }

  @Test func threadsMakeNoDifference() throws {
    let problem = crowded()
    let (one, two) = (ascent(of: problem, turns: 20), ascent(of: problem, turns: 20, threads: 2))
    #expect(one.best?.bound == two.best?.bound)
    #expect(one.best?.prices == two.best?.prices)
  }
}
