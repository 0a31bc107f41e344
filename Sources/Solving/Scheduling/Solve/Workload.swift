/// How much of each kind of work an effort allows.
struct Workload {
  /// Evaluations of the Lagrangian bound.
  let priceSteps: Int
  /// Rounds of column generation; 0 where the master would be too large for the effort.
  let masterRounds: Int
  /// Iterations of ruin and recreate.
  let searches: Int
  /// Neighbourhoods that are solved exactly.
  let neighbourhoods: Int
  /// Nodes of the tree on teams, each of which takes time with the square of the series; 0 without a master.
  let nodes: Int
  /// The largest rise in cost that ruin and recreate accepts at first.
  let threshold: Int

  init(_ effort: Effort, problem: TimetableProblem, spaces: PlacementSpaces) {
    let count = max(1, problem.series.count)
    let starts = max(1, problem.starts.count / count)
    // Pricing a series takes about a microsecond for three starts; a unit of effort is a tenth of a second.
    let perUnit = max(1, 300_000 / starts)
    let placements = perUnit * effort.units
    priceSteps = max(40, min(400, placements / 2 / count))
    masterRounds = count > 2500 ? 0 : max(10, min(400, placements / 4 / count))
    // Larger regions have more to choose, and take longer.
    searches = max(8, placements / 5 * min(4, max(1, count / 100)))
    neighbourhoods = count > 2500 ? 0 : max(8, 2 * effort.units)
    nodes = count > 2500 ? 0 : 3 * effort.units * 3600 / max(60, count) / max(60, count)
    threshold = problem.series.reduce(0) { $0 + ($1.unservedPrice ?? 0) / (2 * count) }
  }
}
