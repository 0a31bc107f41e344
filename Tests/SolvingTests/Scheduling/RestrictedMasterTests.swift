import MIP
import Testing

@testable import Solving

@Suite struct RestrictedMasterTests {
  /// A leader whose year holds what two series take, and not a half day more.
  private func justEnough(series: Int = 2) -> TimetableProblem {
    let days = 40
    let grid = TimetableGrid(
      dates: Array(0..<days), monthOfDay: Array(repeating: 0, count: days), opens: [0], closes: [60])
    var released = BitMatrix(rows: 1, columns: days)
    for day in 0..<days { released[0, day] = true }
    var problem = TimetableProblem(
      grid: grid, venues: [], leaders: [.init(yearlyRelease: 8)], leaderIsReleased: released, isolationPrice: [])
    for _ in 0..<series {
      var request = TimetableProblem.SeriesRequest(sessions: 4, gap: 1...5)
      request.starts = (0..<days).map { .init(span: [$0], minutes: 60) }
      request.leaders = [.init(leader: 0, role: 1, leads: 0, grows: true, isPinned: false, price: 0)]
      request.teamSize = 1...1
      request.unservedPrice = 1_000_000
      problem.add(request)
    }
    return problem
  }

  /// A master and what it generates, from what is cheapest where nothing has a price.
  private func generated(
    _ problem: TimetableProblem
  ) throws -> (master: RestrictedMaster, ascent: PriceAscent, found: RestrictedMaster.Result) {
    let master = RestrictedMaster(of: problem)
    var ascent = PriceAscent(problem, relaxation: master.relaxation)
    let columns = try #require(master.relaxation.value(at: ResourcePrices(of: problem))?.columns)
    let found = try master.generate(
      &ascent, from: columns, rounds: 20, iterations: 10_000, target: .max, stop: .never)
    return (master, ascent, found)
  }

  /// What just suffices is worth nothing to the bound, and to a search what is lost with the last half day.
  @Test func halfDaysOfAShortYearHaveAPrice() throws {
    let (master, ascent, found) = try generated(justEnough())
    #expect(ascent.best?.bound == 0)
    #expect(ascent.best?.prices.release(of: 0, option: 0) == 0)
    let prices = try #require(try master.pricesOfShortYear(from: found.leading, iterations: 10_000, stop: .never))
    #expect(abs(prices.release(of: 0, option: 0) - 250_000) <= 1)
  }

  /// Of three series two fit into a year, and what is fixed fits.
  @Test func divesFixWhatFitsTogether() throws {
    let (master, _, found) = try generated(justEnough(series: 3))
    let dive = found.dive
    #expect(dive.fixed.count == 2)
    #expect(Set(dive.fixed.map(\.series)).count == 2)
    let year = master.relaxation.resources.year(of: 0)
    let taken = dive.fixed.flatMap(\.uses).filter { $0.resource == year }.reduce(0) { $0 + $1.amount }
    #expect(taken == 8)
    #expect(dive.likeliest.prefix(2).map(\.series) == dive.fixed.map(\.series))
  }

  /// Three series that only a leader's day off can hold, where substitutes suffice for two and a third.
  @Test func substitutesThatAreLeftOverServeNobody() throws {
    let grid = TimetableGrid(
      dates: Array(0..<14), monthOfDay: Array(repeating: 0, count: 14), opens: [0, 60, 120], closes: [60, 120, 180])
    var released = BitMatrix(rows: 2, columns: grid.slots, repeating: true)
    for period in 0..<3 { released[0, grid.slot(day: 8, period: period)] = false }
    var problem = TimetableProblem(
      grid: grid, venues: [], leaders: Array(repeating: .init(yearlyRelease: 0), count: 2),
      leaderIsReleased: released, isolationPrice: [], poolCapacity: Array(repeating: 60, count: 14))
    for _ in 0..<3 {
      var request = TimetableProblem.SeriesRequest(sessions: 1, gap: 1...5)
      request.starts = [1, 8].flatMap { day in
        (0..<3).map {
          .init(span: [grid.slot(day: day, period: $0)], poolUses: [.init(cell: Int32(day), halfDays: 26)])
        }
      }
      request.leaders = (0..<2).map {
        .init(leader: $0, role: 1, leads: 0, grows: true, isPinned: false, price: 0)
      }
      request.teamSize = 1...1
      request.unservedPrice = 1_000_000
      problem.add(request)
    }
    let spaces = PlacementSpaces(of: problem, threads: 1)
    let relaxation = TimetableRelaxation(problem, spaces: spaces, visits: [], threads: 1)
    let master = RestrictedMaster(
      problem, relaxation: relaxation, knapsacks: KnapsackCuts(problem, spaces: spaces, relaxation: relaxation))
    var ascent = PriceAscent(problem, relaxation: relaxation)
    let columns = try #require(relaxation.value(at: ResourcePrices(of: problem))?.columns)
    func generate(rounds: Int) throws -> Int {
      _ = try master.generate(
        &ascent, from: columns, rounds: rounds, iterations: 10_000, target: .max, stop: .never)
      return try #require(ascent.best?.bound)
    }
    #expect(abs(try generate(rounds: 1) - 18_000_000 / 26) <= 30)
    #expect(abs(try generate(rounds: 20) - 1_000_000) <= 30)
  }

  /// The same optimum without columns that it does not need, and what comes later is where it should be.
  @Test func whatIsNotInTheBasisIsOfNoUse() throws {
    let problem = justEnough(series: 3)
    let (master, ascent, _) = try generated(problem)
    let everywhere = try #require(ascent.best?.prices)
    let columns = try #require(master.relaxation.value(at: ResourcePrices(of: problem))?.columns)
    let dear = columns.map { column in
      TimetableRelaxation.Column(
        series: column.series, cost: column.cost + 100_000, team: column.team, release: column.release,
        uses: column.uses)
    }
    let late = try #require(master.relaxation.value(at: everywhere)?.columns)
    var program = Program(.minimize)
    var pool = master.emptyPool(in: &program)
    try program.withLiveProblem { (live) throws(MIPError) in
      for column in dear + columns { try pool.add(column, to: &live) }
      func optimum() throws(MIPError) -> Double {
        _ = try pool.solve(&live, iterations: 1_000, rowRounds: 8, stop: .never)
        return pool.optimum
      }
      let before = try optimum()
      try pool.removeIdleColumns(in: &live)
      #expect(pool.columns.count < dear.count + columns.count)
      #expect(pool.columns.count == pool.variables.count && pool.columns.count == pool.values.count)
      #expect(abs(try optimum() - before) < 1)
      // Leaving out one series by decision costs what it would have cost before.
      for column in late { try pool.add(column, to: &live) }
      var decisions = TeamDecisions(problem)
      for series in problem.series.indices where series > 0 {
        decisions = decisions.answering(.service(series: series), false)
      }
      try pool.keep(decisions, in: &live)
      #expect(abs(try optimum() - 2_000_000) < 1)
    }
  }
}
