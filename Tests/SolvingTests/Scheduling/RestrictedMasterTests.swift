import Testing

@testable import Solving

@Suite struct RestrictedMasterTests {
  /// A leader whose year holds what two series take, and not a half day more.
  private func justEnough() -> TimetableProblem {
    let days = 40
    let grid = TimetableGrid(
      dates: Array(0..<days), monthOfDay: Array(repeating: 0, count: days), opens: [0], closes: [60])
    var released = BitMatrix(rows: 1, columns: days)
    for day in 0..<days { released[0, day] = true }
    var problem = TimetableProblem(
      grid: grid, venues: [], leaders: [.init(yearlyRelease: 8)], leaderIsReleased: released, isolationPrice: [])
    for _ in 0..<2 {
      var request = TimetableProblem.SeriesRequest(sessions: 4, gap: 1...5)
      request.starts = (0..<days).map { .init(span: [$0], minutes: 60) }
      request.leaders = [.init(leader: 0, role: 1, leads: 0, grows: true, isPinned: false, price: 0)]
      request.teamSize = 1...1
      request.unservedPrice = 1_000_000
      problem.add(request)
    }
    return problem
  }

  /// What just suffices is worth nothing to the bound, and to a search what is lost with the last half day.
  @Test func halfDaysOfAShortYearHaveAPrice() throws {
    let problem = justEnough()
    let spaces = PlacementSpaces(of: problem, threads: 1)
    let relaxation = TimetableRelaxation(problem, spaces: spaces, visits: [], threads: 1)
    let master = RestrictedMaster(
      problem, relaxation: relaxation,
      knapsacks: KnapsackCuts(problem, spaces: spaces, relaxation: relaxation))
    var ascent = PriceAscent(problem, relaxation: relaxation)
    let free = ResourcePrices(of: problem)
    let columns = try #require(relaxation.value(at: free)?.columns)
    let found = try master.generate(
      &ascent, from: columns, rounds: 20, iterations: 10_000, target: .max, stop: .never)
    #expect(ascent.best?.bound == 0)
    #expect(ascent.best?.prices.release(of: 0, option: 0) == 0)
    let prices = try #require(try master.pricesOfShortYear(from: found, iterations: 10_000, stop: .never))
    #expect(abs(prices.release(of: 0, option: 0) - 250_000) <= 1)
  }
}
