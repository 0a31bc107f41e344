/// Looks for inequalities of ``SubsetRowCut`` that a solution of a ``RestrictedMaster`` breaks.
///
/// Inequalities on what fills a leader's year are first divided by what all weights that count have in common. Some of
/// them, times small multipliers, and some series served once at most are then added up in a ``ResidueSum``, for each
/// of a few small divisors. Which ones leave least is NP-hard for two already (Caprara and Fischetti 1996); from each
/// inequality others are added one by one, the one that leaves least first, as in the heuristics of Koster, Zymolka
/// and Kutschka (2009). O(inequalities x columns) for each start.
struct SubsetRowSeparation: Sendable {
  /// An inequality on one leader, divided.
  struct Row: Sendable {
    let packing: KnapsackCuts.Cut
    /// What all weights of the solution's columns, and the level, have in common.
    let common: Int
    /// The divided level.
    let level: Int
    let slack: Double
    /// Columns of the support and their divided weights, those of a series together; a column once.
    let entries: [(column: Int, weight: Int)]
    let parts: [Part]

    /// The entries of one series.
    struct Part: Sendable {
      let series: Int
      let entries: Range<Int>
    }

    /// - Parameters:
    ///   - entries: In any order.
    ///   - seriesOfColumn: By column of the support.
    init(
      _ packing: KnapsackCuts.Cut, common: Int, level: Int, slack: Double,
      entries: [(column: Int, weight: Int)], seriesOfColumn: [Int]
    ) {
      self.packing = packing
      self.common = common
      self.level = level
      self.slack = slack
      self.entries = entries.sorted {
        (seriesOfColumn[$0.column], $0.column) < (seriesOfColumn[$1.column], $1.column)
      }
      var parts: [Part] = []
      for (position, entry) in self.entries.enumerated() {
        let series = seriesOfColumn[entry.column]
        let first = parts.last?.series == series ? parts.removeLast().entries.lowerBound : position
        parts.append(Part(series: series, entries: first..<position + 1))
      }
      self.parts = parts
    }
  }

  private struct Found: Sendable {
    let chosen: [ResidueSum.Choice]
    let services: [SubsetRowCut.Service]
    let divisor: Int
    let violation: Double
  }

  private let knapsacks: KnapsackCuts
  private let series: Int
  private let threads: Int
  /// By column of the support.
  private let seriesOfColumn: [Int]
  private let values: [Double]
  private var rows: [Row] = []
  /// By column of the support: rows in which it counts.
  private var rowsOf: [[Int]]

  private static let divisors = [2, 3, 4]
  private static let largestSlack = 0.9
  private static let leastViolation = 0.02
  private static let largestWeight = 64
  /// Cuts that use one inequality, and all that are found at once.
  private static let uses = 3
  private static let kept = 120
  private static let chunk = 16

  /// - Parameters:
  ///   - columns: Those that the solution takes, and their values.
  ///   - packings: Inequalities known to be of use.
  ///   - series: How many there are.
  init(
    _ knapsacks: KnapsackCuts, columns: [TimetableRelaxation.Column], values: [Double],
    packings: [KnapsackCuts.Cut], series: Int, threads: Int
  ) {
    self.knapsacks = knapsacks
    self.series = series
    self.threads = threads
    self.values = values
    seriesOfColumn = columns.map(\.series)
    rowsOf = Array(repeating: [], count: columns.count)
    var taken: [Int: [(column: Int, halfDays: Int)]] = [:]
    for (number, column) in columns.enumerated() {
      for entry in column.release { taken[Int(entry.option), default: []].append((number, entry.halfDays)) }
    }
    var seen: Set<[Int]> = []
    for packing in packings + counts {
      guard let row = row(of: packing, taken: taken) else { continue }
      // Another with the same weights adds nothing.
      let key = [row.level, Int(row.slack * 1e6)] + row.entries.flatMap { [$0.column, $0.weight] }
      guard seen.insert(key).inserted else { continue }
      for entry in row.entries { rowsOf[entry.column].append(rows.count) }
      rows.append(row)
    }
  }

  /// At most so many of the series that take much of a leader, and no more half days than fit.
  private var counts: [KnapsackCuts.Cut] {
    var result: [KnapsackCuts.Cut] = []
    for (leader, items) in knapsacks.items.enumerated() {
      guard let capacity = knapsacks.capacity[leader], capacity > 0, !items.isEmpty else { continue }
      func add(_ items: [KnapsackCuts.Item], weights: [Int]) {
        let level = KnapsackCuts.heaviest(items, values: weights, capacity: capacity).weight
        result.append(
          KnapsackCuts.Cut(
            leader: leader, weights: zip(items, weights).map { .init(option: $0.option, weight: $1) }, level: level)
        )
      }
      add(items, weights: items.map { _ in 1 })
      var last = 0
      for count in 1...4 {
        // More than this is taken by no more than so many.
        let large = items.filter { $0.halfDays[0] > capacity / (count + 1) }
        guard large.count > max(last, count) else { continue }
        last = large.count
        let whole = large.map { $0.halfDays[$0.halfDays.count - 1] }
        let multiple = whole.reduce(1) { Self.multiple($0, $1) }
        add(large, weights: whole.map { multiple / $0 })
      }
    }
    return result
  }

  private func row(of packing: KnapsackCuts.Cut, taken: [Int: [(column: Int, halfDays: Int)]]) -> Row? {
    // What other columns leave over is rounded down.
    var common = packing.level
    for entry in packing.weights {
      for (_, amount) in taken[entry.option] ?? [] { common = Self.divisor(common, entry.weight * amount) }
    }
    guard common > 0 else { return nil }
    var slack = Double(packing.level) / Double(common)
    var entries: [(column: Int, weight: Int)] = []
    for entry in packing.weights {
      for (column, amount) in taken[entry.option] ?? [] {
        let weight = entry.weight * amount / common
        guard weight <= Self.largestWeight else { return nil }
        slack -= Double(weight) * values[column]
        entries.append((column, weight))
      }
    }
    guard slack < Self.largestSlack, !entries.isEmpty else { return nil }
    return Row(
      packing, common: common, level: packing.level / common, slack: max(0, slack), entries: entries,
      seriesOfColumn: seriesOfColumn)
  }

  private static func divisor(_ one: Int, _ other: Int) -> Int { other == 0 ? one : divisor(other, one % other) }
  private static func multiple(_ one: Int, _ other: Int) -> Int { one / divisor(one, other) * other }

  /// The inequalities that are broken, those that are broken most first.
  func violated() -> [SubsetRowCut] {
    let chunks = (rows.count + Self.chunk - 1) / Self.chunk
    let parts = runTasks(chunks * Self.divisors.count, threads: threads) { task -> [Found] in
      let first = task / Self.divisors.count * Self.chunk
      return broken(
        from: first..<min(rows.count, first + Self.chunk), divisor: Self.divisors[task % Self.divisors.count])
    }
    let found = parts.joined().sorted { one, other in
      if one.violation != other.violation { return one.violation > other.violation }
      if one.divisor != other.divisor { return one.divisor < other.divisor }
      return one.chosen.lexicographicallyPrecedes(other.chosen) {
        ($0.row, $0.multiplier) < ($1.row, $1.multiplier)
      }
    }
    var uses = Array(repeating: 0, count: rows.count)
    var result: [SubsetRowCut] = []
    var seen: Set<SubsetRowCut> = []
    for entry in found where entry.chosen.allSatisfy({ uses[$0.row] < Self.uses }) {
      guard result.count < Self.kept else { break }
      guard let cut = cut(entry), seen.insert(cut).inserted else { continue }
      for choice in entry.chosen { uses[choice.row] += 1 }
      result.append(cut)
    }
    return result
  }

  /// What is broken with one of some inequalities to begin with.
  private func broken(from starts: Range<Int>, divisor: Int) -> [Found] {
    var sum = ResidueSum(divisor: divisor, seriesOfColumn: seriesOfColumn, values: values, series: series)
    let largest = divisor == 2 ? 8 : 6
    var found: [Found] = []
    for start in starts {
      for multiplier in 1..<divisor {
        sum.add(rows[start], .init(row: start, multiplier: multiplier))
        while true {
          let violation = sum.violation
          if violation > Self.leastViolation {
            found.append(
              Found(
                chosen: sum.chosen.sorted { $0.row < $1.row }, services: sum.chosenServices, divisor: divisor,
                violation: violation))
          }
          guard sum.chosen.count < largest, let best = best(after: &sum) else { break }
          sum.add(rows[best.row], best)
        }
        sum.clear()
      }
    }
    return found
  }

  /// What leaves least when it is added; `nil` where nothing has to do with what is left.
  private func best(after sum: inout ResidueSum) -> ResidueSum.Choice? {
    var isCandidate = Array(repeating: false, count: rows.count)
    for column in sum.losing { for row in rowsOf[column] { isCandidate[row] = true } }
    for choice in sum.chosen { isCandidate[choice.row] = false }
    var best: (violation: Double, choice: ResidueSum.Choice)?
    for (row, entry) in rows.enumerated() where isCandidate[row] {
      for multiplier in 1..<sum.divisor {
        let least = best?.violation ?? -.infinity
        if let violation = sum.violation(adding: entry, times: multiplier, above: least) {
          best = (violation, ResidueSum.Choice(row: row, multiplier: multiplier))
        }
      }
    }
    return best?.choice
  }

  private func cut(_ found: Found) -> SubsetRowCut? {
    let multiple = found.chosen.reduce(1) { Self.multiple($0, rows[$1.row].common) }
    let cut = SubsetRowCut(
      rows: found.chosen.map {
        .init(packing: rows[$0.row].packing, multiplier: $0.multiplier * (multiple / rows[$0.row].common))
      },
      services: found.services.map { .init(series: $0.series, multiplier: $0.multiplier * multiple) },
      divisor: found.divisor * multiple)
    return cut.flatMap { $0.level > 0 ? $0 : nil }
  }
}
