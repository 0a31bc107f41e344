import Planning
import Testing

@testable import Solving

extension SubsetRowCut {
  /// Random sums of some inequalities and services, with a price each.
  static func random(
    of packings: [KnapsackCuts.Cut], in problem: TimetableProblem, _ randomness: inout Randomness
  ) -> [SubsetRowCut: Int] {
    guard !packings.isEmpty else { return [:] }
    var sums: [SubsetRowCut: Int] = [:]
    for _ in 0..<3 {
      let chosen = packings.filter { _ in randomness.below(3) > 0 }
      let services = problem.series.indices.filter { _ in randomness.below(3) == 0 }
      guard let first = chosen.first else { continue }
      // Of the size of the weights, so that rounding matters.
      let divisor = 2 + randomness.below(2 * first.level)
      let cut = SubsetRowCut(
        rows: chosen.map { .init(packing: $0, multiplier: 1 + randomness.below(3)) },
        services: services.map { .init(series: $0, multiplier: 1 + randomness.below(divisor)) }, divisor: divisor)
      if let cut { sums[cut] = 1 << (6 + randomness.below(16)) }
    }
    return sums
  }
}

/// Inequalities on columns, and the pricing of teams that pay for them together.
@Suite struct SubsetRowTests {
  private let problem: TimetableProblem
  private let relaxation: TimetableRelaxation
  private let knapsacks: KnapsackCuts
  private let leaders = 6

  /// Leaders with room for few of five series with teams of two or three of them.
  init() {
    let grid = TimetableGrid(
      dates: Array(0..<40), monthOfDay: Array(repeating: 0, count: 40), opens: [0], closes: [60])
    var released = BitMatrix(rows: leaders, columns: grid.slots)
    for leader in 0..<leaders { for slot in 0..<grid.slots { released[leader, slot] = true } }
    var problem = TimetableProblem(
      grid: grid, venues: [], leaders: (0..<leaders).map { .init(yearlyRelease: 5 + 2 * $0) },
      leaderIsReleased: released, isolationPrice: [])
    for series in 0..<5 {
      var request = TimetableProblem.SeriesRequest(sessions: 3 + series % 3, gap: 1...5)
      request.starts = (0..<grid.slots).map { .init(span: [$0], minutes: 60) }
      for leader in 0..<leaders {
        let role: UInt8 = leader % 2 == 0 ? 1 : 2
        request.leaders.append(
          .init(leader: Int32(leader), role: role, leads: 0, grows: leader == 3, isPinned: false, price: 0))
      }
      let least = 2 + series % 2
      request.teamSize = least...3
      request.unservedPrice = 1_000_000
      problem.add(request)
    }
    self.problem = problem
    let spaces = PlacementSpaces(of: problem, threads: 1)
    relaxation = TimetableRelaxation(problem, spaces: spaces, visits: [], threads: 1)
    knapsacks = KnapsackCuts(problem, spaces: spaces, relaxation: relaxation)
  }

  private func randomPrices(_ randomness: inout Randomness) throws -> ResourcePrices {
    let use = Dictionary(
      uniqueKeysWithValues: problem.leaderOptions.indices.map { ($0, Double(randomness.below(400)) / 100) })
    let cuts = try knapsacks.violated(by: use)
    return ResourcePrices(
      byResource: (0..<leaders).map { _ in randomness.below(3_000) }, cuts: [:],
      subsetRows: SubsetRowCut.random(of: cuts, in: problem, &randomness), options: problem.leaderOptions.count)
  }

  /// What branch and bound finds is no dearer than any team of which nobody can be spared.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func noTeamIsCheaperThanTheOneThatIsFound(seed: UInt64) throws {
    var randomness = Randomness(seed: seed)
    let prices = try randomPrices(&randomness)
    let free = try #require(relaxation.value(at: ResourcePrices(of: problem)))
    let value = try #require(relaxation.value(at: prices))
    for column in value.columns {
      let series = problem.series[column.series]
      let size = series.team.size.lowerBound
      let halfDays = try #require(free.columns.first { $0.series == column.series }?.release.first?.halfDays)
      let dates = try #require(free.columns.first { $0.series == column.series })
      var least = Int.max
      for subset in 0..<(1 << leaders) where subset.nonzeroBitCount == size {
        let team = series.leaders.filter { subset >> ($0 - series.leaders.lowerBound) & 1 == 1 }.map { Int32($0) }
        guard team.allSatisfy({ halfDays <= 5 + 2 * Int(problem.leaderOptions[Int($0)].leader) }) else { continue }
        let own = TimetableRelaxation.Column(
          series: column.series, cost: dates.cost, team: team,
          release: team.map { ($0, halfDays) },
          uses: team.map { (Int(problem.leaderOptions[Int($0)].leader), halfDays) })
        least = min(least, own.cost + prices.total(of: own))
      }
      let found = column.cost + prices.total(of: column)
      // Somebody who grows is worth a larger team at times.
      #expect(found <= least)
      if column.team.count == size, series.team.missedGrowthPrice == 0 { #expect(found == least) }
    }
  }

  /// A certificate lists each once, however it was found.
  @Test func theOrderInWhichASumIsPutTogetherDoesNotMatter() {
    func packing(_ options: [Int]) -> KnapsackCuts.Cut {
      KnapsackCuts.Cut(leader: 0, weights: options.map { .init(option: $0, weight: $0) }, level: 9)
    }
    #expect(packing([1, 2, 3]) == packing([3, 1, 2]))
    let rows = [[1, 2], [2, 3], [1, 3]].map { SubsetRowCut.Row(packing: packing($0), multiplier: 1) }
    let one = SubsetRowCut(rows: rows, services: [.init(series: 1, multiplier: 1)], divisor: 2)
    #expect(one == SubsetRowCut(rows: rows.reversed(), services: [.init(series: 1, multiplier: 1)], divisor: 2))
    #expect(one?.level == 14)
  }

  /// Whole solutions keep every inequality that is found for a fractional one; the fractional one does not.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func whatIsSeparatedHoldsForAllSetsOfColumns(seed: UInt64) throws {
    var randomness = Randomness(seed: seed)
    var columns: [TimetableRelaxation.Column] = []
    for _ in 0..<3 {
      columns += try #require(relaxation.value(at: try randomPrices(&randomness))).columns
    }
    // Each series is served once at most.
    let values = columns.map { _ in Double(1 + randomness.below(10)) / 30 }
    func found(threads: Int) -> [SubsetRowCut] {
      SubsetRowSeparation(
        knapsacks, columns: columns, values: values, packings: [], series: problem.series.count, threads: threads
      ).violated()
    }
    let cuts = found(threads: 1)
    #expect(cuts == found(threads: 3))
    var rows = SubsetRows(options: problem.leaderOptions.count)
    for cut in cuts { rows.append(cut) }
    let weights = columns.map { rows.weights(of: $0.release, series: $0.series) }
    var broken = Array(repeating: 0.0, count: cuts.count)
    for (entries, value) in zip(weights, values) {
      for entry in entries { broken[entry.cut] += value * Double(entry.weight) }
    }
    #expect(zip(broken, cuts).allSatisfy { $0 > Double($1.level) + 0.01 })
    for choice in 0..<1024 {
      // Of each series one of its three columns, or none.
      let chosen = columns.indices.filter { choice >> (2 * columns[$0].series) & 3 == $0 / problem.series.count }
      var use = Array(repeating: 0, count: leaders)
      for entry in chosen.flatMap({ columns[$0].uses }) { use[entry.resource] += entry.amount }
      guard use.enumerated().allSatisfy({ $1 <= 5 + 2 * $0 }) else { continue }
      var sums = Array(repeating: 0, count: rows.cuts.count)
      for entry in chosen.flatMap({ weights[$0] }) { sums[entry.cut] += entry.weight }
      #expect(zip(sums, rows.cuts).allSatisfy { $0 <= $1.level })
    }
  }
}
