import Planning
import Testing

@testable import Solving

/// The relaxation is judged at any prices, not only at those that an engine finds.
@Suite struct TimetableRelaxationTests {
  /// Every rule on or off: whatever half days, days off and inequalities cost, no timetable undercuts the value.
  @Test(arguments: 0..<150 as Range<UInt64>)
  func noPricesMakeItDearerThanTheBestTimetable(seed: UInt64) throws {
    var generator = RandomScenario(seed: seed)
    let (scenario, _) = generator.make(leaders: 3 + Int(seed % 2), series: 2 + Int(seed % 2), requests: 0, days: 6)
    let problem = TimetableCompiler(scenario: scenario, match: []).problem
    var oracle = TimetableOracle(problem)
    guard let optimum = oracle.optimum() else { return }
    let spaces = PlacementSpaces(of: problem, threads: 1)
    let relaxation = TimetableRelaxation(problem, spaces: spaces, visits: [], threads: 1)
    let knapsacks = KnapsackCuts(problem, spaces: spaces, relaxation: relaxation)
    var randomness = Randomness(seed: seed)
    for _ in 0..<20 {
      // Any fractional use gives inequalities that hold.
      let use = Dictionary(
        uniqueKeysWithValues: problem.leaderOptions.indices.map { ($0, Double(randomness.below(400)) / 100) })
      let cuts = try knapsacks.violated(by: use).map { ($0, randomness.below(2_000)) }
      let sums = SubsetRowCut.random(of: cuts.map(\.0), in: problem, &randomness)
      let byResource = relaxation.resources.capacity.map { capacity in
        capacity == nil || randomness.below(3) > 0 ? 0 : randomness.below(1 << (10 + randomness.below(14)))
      }
      let prices = ResourcePrices(
        byResource: byResource, cuts: Dictionary(uniqueKeysWithValues: cuts), subsetRows: sums,
        options: problem.leaderOptions.count)
      let value = try #require(relaxation.value(at: prices))
      #expect(value.bound <= optimum)
    }
  }

  /// Where a leader has fourteen half days, three series of six are one too many, though a linear program sees
  /// room for two and a third.
  @Test func whatDoesNotFitIsCutOff() throws {
    let grid = TimetableGrid(
      dates: Array(0..<60), monthOfDay: Array(repeating: 0, count: 60), opens: [0], closes: [60])
    var released = BitMatrix(rows: 1, columns: grid.slots)
    for slot in 0..<grid.slots { released[0, slot] = true }
    var problem = TimetableProblem(
      grid: grid, venues: [], leaders: [.init(yearlyRelease: 14)], leaderIsReleased: released, isolationPrice: [])
    for _ in 0..<3 {
      var request = TimetableProblem.SeriesRequest(sessions: 6, gap: 1...5)
      request.starts = (0..<grid.slots).map { .init(span: [$0], minutes: 60) }
      request.leaders = [.init(leader: 0, role: 1, leads: 0, grows: true, isPinned: false, price: 0)]
      request.teamSize = 1...1
      request.unservedPrice = 1_000_000
      problem.add(request)
    }
    let spaces = PlacementSpaces(of: problem, threads: 1)
    let relaxation = TimetableRelaxation(problem, spaces: spaces, visits: [], threads: 1)
    let knapsacks = KnapsackCuts(problem, spaces: spaces, relaxation: relaxation)
    // Fourteen half days over three series.
    let cut = try #require(try knapsacks.violated(by: [0: 14.0 / 3, 1: 14.0 / 3, 2: 14.0 / 3]).first)
    let weight = try #require(cut.weights.first).weight
    #expect(cut.weights.map(\.weight) == [weight, weight, weight])
    #expect(cut.level == 12 * weight)
    // Where a packing of two is worth as much as it is to serve two, one stays out.
    let price = 1_000_000 / (6 * weight)
    let prices = ResourcePrices(byResource: [0], cuts: [cut: price], options: problem.leaderOptions.count)
    let bound = try #require(relaxation.value(at: prices)).bound
    #expect(bound > 990_000 && bound <= 1_000_000)
  }

  /// On the first day the second leader's own school is closed and the leader away; on the second both are released.
  /// The first leader has no half days at all.
  @Test func whoHasNoHoursOnDaysOffIsReleasedOnAnotherDay() throws {
    let grid = TimetableGrid(dates: [0, 1], monthOfDay: [0, 0], opens: [0], closes: [60])
    var (free, released) = (BitMatrix(rows: 2, columns: 2), BitMatrix(rows: 2, columns: 2))
    (free[0, 0], free[0, 1], free[1, 1]) = (true, true, true)
    (released[0, 0], released[0, 1], released[1, 1]) = (true, true, true)
    var problem = TimetableProblem(
      grid: grid, venues: [], leaders: [.init(yearlyRelease: 0), .init(yearlyRelease: 1)], leaderIsFree: free,
      leaderIsReleased: released, isolationPrice: [])
    for _ in 0..<3 {
      var request = TimetableProblem.SeriesRequest(sessions: 1, gap: 1...5)
      request.starts = [0, 1].map { .init(span: [$0], minutes: 60) }
      request.leaders = [0, 1].map {
        .init(leader: $0, role: 1, leads: 0, grows: true, isPinned: false, price: 0)
      }
      request.teamSize = 1...1
      request.unservedPrice = 1_000_000
      problem.add(request)
    }
    let spaces = PlacementSpaces(of: problem, threads: 1)
    let relaxation = TimetableRelaxation(problem, spaces: spaces, visits: [], threads: 1)
    #expect(relaxation.profiles[0].profiles.count == 2)
    let prices = ResourcePrices(byResource: [0, 1_000_000], cuts: [:], options: problem.leaderOptions.count)
    #expect(try #require(relaxation.value(at: prices)).bound == 2_000_000)
  }
}
