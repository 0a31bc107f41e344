/// Large neighbourhood search on a match: some agents' jobs are decided anew by branch and bound, again and again.
///
/// How many jobs are free follows from how it went: more where the best choice among fewer is what there is
/// already, fewer where the tree does not finish.
struct NeighbourhoodSearch {
  private let problem: MatchProblem
  private let multipliers: Multipliers
  private let rises: [Int]
  private let rootValue: Int
  private var random: Randomness
  private var size = 24.0
  /// The best match.
  private(set) var match: Match
  /// What it costs.
  private(set) var cost: Int

  /// Cells of tables that one neighbourhood is worth.
  private static let portion = 50_000_000

  /// - Parameters:
  ///   - problem: Without pins.
  ///   - multipliers: Good ones.
  ///   - value: D times the bound at them.
  ///   - rises: By arc: D times what the bound rises by where it is taken.
  ///   - match: A match that keeps all constraints.
  ///   - random: The task's generator.
  init(
    _ problem: MatchProblem, multipliers: Multipliers, value: Int, rises: [Int], match: Match, random: Randomness
  ) {
    self.problem = problem
    self.multipliers = multipliers
    self.rises = rises
    rootValue = value
    self.random = random
    self.match = match
    cost = problem.cost(of: match)
  }

  /// Takes over a better match that another search has found.
  mutating func adopt(_ match: Match, cost: Int) {
    guard cost < self.cost else { return }
    self.match = match
    self.cost = cost
  }

  /// The same after more search: until so many cells of tables are filled.
  func searched(work limit: Int, floor: Int, stop: StopSignal) -> NeighbourhoodSearch {
    var search = self
    search.run(work: limit, floor: floor, stop: stop)
    return search
  }

  private mutating func run(work limit: Int, floor: Int, stop: StopSignal) {
    var left = limit
    while left > 0, cost > floor, !stop.isRaised {
      let around = MatchNeighbourhood(
        jobs: Int(size), around: match, of: problem, multipliers: multipliers, rises: rises,
        slack: (cost - 1) * multipliers.denominator - rootValue, random: &random)
      var tree = MatchTree(
        around.problem,
        multipliers: Multipliers(numerators: around.numerators, denominator: multipliers.denominator),
        threshold: around.cost - 1)
      let ending = tree.run(work: min(left, Self.portion), stop: stop)
      left -= tree.work + 50 * around.problem.arcs.count + problem.jobs.count
      switch ending {
      case .found(let own):
        match = around.replacing(with: own, in: match)
        cost = problem.cost(of: match)
      case .refuted: size = min(size * 1.02, Double(max(problem.jobs.count, 2)))
      case .unfinished: size = max(size * 0.93, 4)
      }
    }
  }
}
