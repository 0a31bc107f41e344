import Testing

@testable import Solving

@Suite struct ColumnDatesTests {
  /// Every rule on or off: teams stay, no rule but the caps of the year is broken, and where half days cost nothing and no
  /// rise is accepted dates only become cheaper.
  @Test(arguments: 0..<100 as Range<UInt64>)
  func rulesAreKept(seed: UInt64) throws {
    var generator = RandomScenario(seed: seed)
    let (scenario, _) = generator.make(
      leaders: 3 + Int(seed % 5), series: 2 + Int(seed % 9), requests: 0, days: 12 + Int(seed % 30))
    let problem = TimetableCompiler(scenario: scenario, match: []).problem
    let spaces = PlacementSpaces(of: problem, threads: 1)
    let relaxation = TimetableRelaxation(problem, spaces: spaces, visits: [], threads: 1)
    let free = ResourcePrices(of: problem)
    guard let columns = relaxation.value(at: free)?.columns else { return }
    var dates = ColumnDates(
      problem, spaces: spaces, columns: columns,
      charges: ResourceCharges(free, of: relaxation.resources, in: problem),
      state: TimetableState(problem, visits: []).withoutYearlyCaps(), randomness: Randomness(seed: seed))
    func cost() -> Int {
      columns.reduce(0) { sum, column in
        let placement = dates.state.placements[column.series]
        return sum
          + (placement.map { problem.cost(of: $0, for: column.series) }
            ?? problem.series[column.series].unservedPrice ?? 1 << 44)
      }
    }
    dates.place()
    let before = cost()
    dates.improve(lookups: 200, threshold: 0, stop: .never)
    #expect(cost() <= before)
    dates.improve(lookups: 200, threshold: 100_000, stop: .never)
    let found = dates.state.timetable
    #expect(dates.state.cost == problem.cost(of: found))
    for (index, placement) in found.placements.enumerated() {
      guard let placement else { continue }
      #expect(placement.team == columns.first { $0.series == index }?.team)
    }
    // Shared rules are looked at where nothing that must be served is missing only.
    let isWhole = problem.series.indices.allSatisfy {
      problem.series[$0].unservedPrice != nil || found.placements[$0] != nil
    }
    guard isWhole else { return }
    // A leader is released for so many half days of so many.
    let broken = problem.violations(of: found).filter { $0.contains("in month") || !$0.contains("half days of") }
    #expect(broken.isEmpty)
  }

  /// A team of three and two of two are free on one day, on which there are two substitutes: enough for the three, who
  /// save most and come first, or for both of the others, who save more together.
  @Test(arguments: 0..<6 as Range<UInt64>)
  func aDayOffGoesToThoseWhoSaveMostTogether(seed: UInt64) throws {
    let (days, dayOff) = (20, 5)
    let grid = TimetableGrid(
      dates: Array(0..<days), monthOfDay: Array(repeating: 0, count: days), opens: [0], closes: [60])
    let teams = [0..<2, 2..<4, 4..<7]
    // The last one is released on all days: without anybody like that it would not be a day off.
    var released = BitMatrix(rows: 8, columns: days)
    for leader in 0..<8 { for day in 0..<days { released[leader, day] = leader == 7 || day != dayOff } }
    var problem = TimetableProblem(
      grid: grid, venues: [], leaders: Array(repeating: .init(yearlyRelease: 20), count: 8),
      leaderIsReleased: released, isolationPrice: [],
      poolCapacity: (0..<days).map { $0 == dayOff ? 2 : 20 })
    for (number, team) in teams.enumerated() {
      var request = TimetableProblem.SeriesRequest(sessions: 1, gap: 1...5)
      request.starts = (0..<days).map {
        .init(span: [$0], minutes: 60, poolUses: [.init(cell: Int32($0), halfDays: number == 2 ? 2 : 1)])
      }
      request.leaders = (team.map(\.self) + [7]).map {
        .init(leader: Int32($0), role: 1, leads: 0, grows: true, isPinned: false, price: $0 == 7 ? 50_000 : 0)
      }
      request.teamSize = team.count...team.count
      request.unservedPrice = 1_000_000
      problem.add(request)
    }
    let spaces = PlacementSpaces(of: problem, threads: 1)
    let relaxation = TimetableRelaxation(problem, spaces: spaces, visits: [], threads: 1)
    // A half day in the year has its price, on days off it has none.
    let prices = ResourcePrices(byResource: Array(repeating: 1_000, count: 8), cuts: [:], options: 0)
    var dates = ColumnDates(
      problem, spaces: spaces, columns: try #require(relaxation.value(at: prices)).columns,
      charges: ResourceCharges(prices, of: relaxation.resources, in: problem),
      state: TimetableState(problem, visits: []).withoutYearlyCaps(), randomness: Randomness(seed: seed))
    func isOnDayOff() -> [Bool?] {
      dates.state.placements.map { $0.map { Int(problem.starts[Int($0.starts[0])].day) == dayOff } }
    }
    dates.place()
    #expect(isOnDayOff() == [false, false, true])
    dates.improve(lookups: 400, threshold: 0, stop: .never)
    #expect(isOnDayOff() == [true, true, false])
  }

  /// Half of what release costs at the prices of the bound is charged, and a share of what substitutes do.
  @Test func datesAreChargedAShareOfThePrices() throws {
    let grid = TimetableGrid(
      dates: Array(0..<14), monthOfDay: Array(repeating: 0, count: 14), opens: [0], closes: [60])
    var released = BitMatrix(rows: 2, columns: 14)
    for day in 0..<14 {
      released[0, day] = true
      released[1, day] = day < 8
    }
    var problem = TimetableProblem(
      grid: grid, venues: [], leaders: Array(repeating: .init(yearlyRelease: 9, substitutePrice: 70), count: 2),
      leaderIsReleased: released, isolationPrice: [], poolCapacity: Array(repeating: 9, count: 14))
    var request = TimetableProblem.SeriesRequest(sessions: 1, gap: 1...5)
    request.starts = (0..<14).map {
      .init(span: [$0], minutes: 60, poolUses: [.init(cell: Int32($0), halfDays: 2)])
    }
    request.leaders = (0..<2).map { .init(leader: $0, role: 1, leads: 0, grows: true, isPinned: false, price: 0) }
    request.teamSize = 1...1
    request.unservedPrice = 1_000_000
    problem.add(request)
    let relaxation = TimetableRelaxation(
      problem, spaces: PlacementSpaces(of: problem, threads: 1), visits: [], threads: 1)
    let resources = relaxation.resources
    var byResource = resources.capacity.map { _ in 0 }
    byResource[resources.year(of: 0)] = 1_000
    byResource[resources.year(of: 1)] = 400
    let row = try #require(resources.poolWeeks.row(ofPool: 0, week: 1))
    byResource[resources.substitutes(ofRow: row)] = 10_000
    let charges = ResourceCharges(
      ResourcePrices(byResource: byResource, cuts: [:], options: 0), of: resources, in: problem)
    func dates(on day: Int32) -> PricedDates {
      PricedDates(of: Placement(starts: [day], venues: [], team: [0]), for: 0, in: problem, charges: charges)
    }
    #expect(dates(on: 3).chargedCost == dates(on: 3).cost)
    #expect(dates(on: 7).chargedCost == dates(on: 7).cost)
    #expect(dates(on: 9).chargedCost == dates(on: 9).cost + 6_000)
    #expect(dates(on: 3).prices == [70, 70])
    #expect(dates(on: 3).chargedPrices == [570, 270])
    #expect(dates(on: 9).prices == [70, 0])
    #expect(dates(on: 9).chargedPrices == [570, 0])
  }

  /// What must be served comes first, however much another saves on the only day of both.
  @Test func whatMustBeServedComesFirst() throws {
    let grid = TimetableGrid(dates: [0], monthOfDay: [0], opens: [0], closes: [60])
    var released = BitMatrix(rows: 3, columns: 1)
    released[2, 0] = true
    var problem = TimetableProblem(
      grid: grid, venues: [], leaders: Array(repeating: .init(yearlyRelease: 9), count: 3),
      leaderIsReleased: released, isolationPrice: [0], poolCapacity: [9])
    for price in [1_000_000, nil] {
      var request = TimetableProblem.SeriesRequest(sessions: 1, gap: 1...5)
      request.starts = [.init(span: [0], minutes: 60, poolUses: [.init(cell: 0, halfDays: 1)])]
      let team: [Int32] = price == nil ? [2] : [0, 2]
      request.leaders = team.map { .init(leader: $0, role: 1, leads: 0, grows: true, isPinned: false, price: 0) }
      request.teamSize = team.count...team.count
      request.cohorts = [0]
      request.unservedPrice = price
      problem.add(request)
    }
    let spaces = PlacementSpaces(of: problem, threads: 1)
    let relaxation = TimetableRelaxation(problem, spaces: spaces, visits: [], threads: 1)
    let free = ResourcePrices(of: problem)
    var dates = ColumnDates(
      problem, spaces: spaces, columns: try #require(relaxation.value(at: free)).columns,
      charges: ResourceCharges(free, of: relaxation.resources, in: problem),
      state: TimetableState(problem, visits: []).withoutYearlyCaps(), randomness: Randomness(seed: 1))
    dates.place()
    #expect(dates.state.placements.map { $0 != nil } == [false, true])
  }
}
