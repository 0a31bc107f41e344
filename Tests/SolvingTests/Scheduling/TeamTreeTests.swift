import Planning
import Testing

@testable import Solving

/// Branch and price on teams, from columns that column generation finds.
@Suite struct TeamTreeTests {
  /// A tree on a problem without visits, given a timetable's cost.
  private func tree(
    _ problem: TimetableProblem, target: Int, nodes: Int, withCuts: Bool = true, threads: Int = 1
  ) throws -> (root: Int, tree: TeamTree)? {
    let master = RestrictedMaster(of: problem, threads: threads)
    let relaxation = master.relaxation
    var ascent = PriceAscent(problem, relaxation: relaxation)
    ascent.climb(turns: 20, target: target, stop: .never)
    let plain = ascent.best
    var found = try master.generate(
      &ascent, from: ascent.chosen.columns, rounds: 40, iterations: 10_000, target: target, stop: .never)
    if !withCuts { (found.all.cuts, found.all.subsetRows) = ([], []) }
    guard let root = withCuts ? ascent.best : plain else { return nil }
    var tree = TeamTree(
      problem, relaxation: relaxation, master: master, bound: root.bound, prices: root.prices, target: target)
    try tree.run(from: found.all, nodes: nodes, stop: .never) { _ in }
    return (root.bound, tree)
  }

  /// Every rule on or off: no timetable undercuts the bound, whatever is thought to be known.
  @Test(arguments: 0..<200 as Range<UInt64>)
  func noTimetableUndercutsTheBound(seed: UInt64) throws {
    var generator = RandomScenario(seed: seed)
    let (scenario, _) = generator.make(leaders: 3 + Int(seed % 3), series: 2 + Int(seed % 2), requests: 0, days: 6)
    let problem = TimetableCompiler(scenario: scenario, match: []).problem
    var oracle = TimetableOracle(problem)
    guard let optimum = oracle.optimum() else { return }
    for target in [optimum, optimum + 1, 2 * optimum + 1_000_000] {
      guard let (root, tree) = try tree(problem, target: target, nodes: 60) else { continue }
      #expect(tree.bound <= optimum)
      #expect(tree.bound >= root)
    }
  }

  /// Three leaders with time for one series each, and three series that want two of them, each pair once: prices
  /// let one and a half be served.
  private func triangle() -> TimetableProblem {
    let grid = TimetableGrid(
      dates: Array(0..<40), monthOfDay: Array(repeating: 0, count: 40), opens: [0], closes: [60])
    var released = BitMatrix(rows: 3, columns: grid.slots)
    for leader in 0..<3 { for slot in 0..<grid.slots { released[leader, slot] = true } }
    var problem = TimetableProblem(
      grid: grid, venues: [], leaders: Array(repeating: .init(yearlyRelease: 4), count: 3),
      leaderIsReleased: released, isolationPrice: [])
    for absent in 0..<3 {
      var request = TimetableProblem.SeriesRequest(sessions: 4, gap: 1...5)
      request.starts = (0..<grid.slots).map { .init(span: [$0], minutes: 60) }
      request.leaders = (0..<3).filter { $0 != absent }.map {
        .init(leader: $0, role: 1, leads: 0, grows: true, isPinned: false, price: 0)
      }
      request.teamSize = 2...2
      request.unservedPrice = 1_000_000
      problem.add(request)
    }
    return problem
  }

  @Test func whatPricesCannotSeparateIsBranchedOn() throws {
    let (root, tree) = try #require(try tree(triangle(), target: 3_000_000, nodes: 50, withCuts: false))
    #expect(root <= 1_500_000)
    #expect(tree.bound == 2_000_000)
    #expect(tree.solutions.contains { $0.count == 1 })
  }

  /// Half of what the three leaders have time for, rounded down, is one series.
  @Test func aSumOfPackingsSeparatesIt() throws {
    let (root, tree) = try #require(try tree(triangle(), target: 3_000_000, nodes: 0))
    #expect(root >= 1_999_990 && root <= 2_000_000)
    #expect(tree.bound == root)
  }

  @Test func threadsChangeNothing() throws {
    var generator = RandomScenario(seed: 7)
    let (scenario, _) = generator.make(leaders: 6, series: 24, requests: 0, days: 12)
    let problem = TimetableCompiler(scenario: scenario, match: []).problem
    let one = try tree(problem, target: .max / 4, nodes: 30)
    let two = try tree(problem, target: .max / 4, nodes: 30, threads: 2)
    #expect(one?.tree.bound == two?.tree.bound)
    #expect(one?.tree.nodes == two?.tree.nodes)
  }

  @Test(arguments: [(20, 500), (60, 500), (120, 31), (180, 6), (600, 0)])
  func nodesFallWithTheFourthPowerOfTheSeries(series: Int, nodes: Int) {
    #expect(Workload.nodes(units: 100, series: series) == nodes)
  }
}
