/// How much of each kind of work an effort allows.
struct Workload {
  /// Turns of ``PriceAscent``.
  let priceTurns: Int
  /// Rounds of column generation; 0 where the master would be too large for the effort.
  let masterRounds: Int
  /// Changes of ``TeamOscillation``, of each task.
  let changes: Int
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
    // Column generation goes on from the prices; where the master would be too large, they are all there is.
    let hasMaster = count <= Self.largestMaster
    priceTurns = hasMaster ? max(40, min(400, 4 * effort.units)) : max(40, 10 * effort.units)
    masterRounds = hasMaster ? max(10, min(400, placements / 4 / count)) : 0
    let changed = max(
      Self.changes * min(count, Self.fewChanged), Self.changesOfMany * min(count, Self.mostChanged))
    changes = changed * effort.units
    // Whole series are few enough to be moved one by one in small regions only; and where years are limited, teams begin with
    // columns and not with what is found so.
    let share = problem.hasYearlyCaps ? 64 : 8
    searches = max(8, Int(Double(placements / share) / Self.timesFew(count)))
    neighbourhoods = hasMaster ? max(8, 2 * effort.units) : 0
    nodes = hasMaster ? Self.nodes(units: effort.units, series: count) : 0
    threshold = problem.series.reduce(0) { $0 + ($1.unservedPrice ?? 0) / (2 * count) }
  }

  /// Changes of a series and unit of effort, where they are few, and of each of many.
  private static let changes = 4_800
  private static let changesOfMany = 1_900
  private static let fewChanged = 100
  /// More series than these do not take longer.
  private static let mostChanged = 400

  /// So few series can be searched thoroughly: they can be moved one by one, and a search forgets what it started from.
  private static let fewSeries = 60.0

  /// How many times the few series there are; at least 1.
  static func timesFew(_ series: Int) -> Double { max(fewSeries, Double(series)) / fewSeries }

  /// The most series that a master takes.
  private static let largestMaster = 2500

  /// Five nodes a unit for few series, and fewer with the fourth power of their number: each takes longer, and raises the
  /// bound less. Each holds prices of its own, so that there is an end to them.
  static func nodes(units: Int, series count: Int) -> Int {
    let size = timesFew(count)
    return Int(min(4_000, 5 * Double(units) / (size * size * size * size)))
  }
}
