/// Looks for inequalities of ``SubsetRowCut`` with halves that a solution of a ``RestrictedMaster`` breaks.
///
/// Inequalities on what fills a leader's year are first divided by what all weights that count have in common. Where the sum
/// of some, and of series served once at most, has an odd right side, half of it is rounded down; what is lost on the
/// left is half of each column with an odd weight, and half of the slack of the inequalities. So the cut is broken by
///
///     (1 - Σ slack - Σ_(C odd) λ_C) / 2
///
/// A series is added where that makes fewer of its columns odd. Which leaders to add is a shortest-vector problem over
/// two elements, NP-hard; from each inequality others are added one by one, the one that leaves least odd first, as in
/// the heuristics of Koster, Zymolka and Kutschka (2009). O(inequalities x columns) for each start.
struct SubsetRowSeparation {
  /// An inequality on one leader, divided.
  private struct Row {
    let packing: KnapsackCuts.Cut
    /// What all weights of the solution's columns, and the level, have in common.
    let common: Int
    let isOdd: Bool
    let slack: Double
    /// Positions in the support.
    let odd: [Int]
  }

  private let knapsacks: KnapsackCuts
  private let columns: [TimetableRelaxation.Column]
  /// By column of the support.
  private let values: [Double]
  private var rows: [Row] = []
  /// By column of the support: rows in which it is odd.
  private var rowsOf: [[Int]]

  // What is added up so far.
  private var isOdd: [Bool]
  /// By series: the columns that are odd.
  private var oddShare: [Double]
  private var chosen: [Int] = []
  private var touched: [Int: Int] = [:]

  private static let largestSlack = 0.9
  private static let largestCount = 8
  private static let leastViolation = 0.02
  private static let largestWeight = 64
  /// Cuts that use one inequality, and all that are found at once.
  private static let uses = 3
  private static let kept = 50

  /// - Parameters:
  ///   - columns: Those that the solution takes, and their values.
  ///   - packings: Inequalities known to be of use.
  ///   - series: How many there are.
  init(
    _ knapsacks: KnapsackCuts, columns: [TimetableRelaxation.Column], values: [Double],
    packings: [KnapsackCuts.Cut], series: Int
  ) {
    self.knapsacks = knapsacks
    self.columns = columns
    self.values = values
    rowsOf = Array(repeating: [], count: columns.count)
    isOdd = Array(repeating: false, count: columns.count)
    oddShare = Array(repeating: 0, count: series)
    var taken: [Int: [(column: Int, halfDays: Int)]] = [:]
    for (number, column) in columns.enumerated() {
      for entry in column.release { taken[Int(entry.option), default: []].append((number, entry.halfDays)) }
    }
    var seen: Set<[Int]> = []
    for packing in packings + counts {
      guard let row = row(of: packing, taken: taken) else { continue }
      // Another with the same odd columns adds nothing.
      guard seen.insert([row.isOdd ? 1 : 0, Int(row.slack * 1e6)] + row.odd).inserted else { continue }
      for column in row.odd { rowsOf[column].append(rows.count) }
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
    var odd: [Int] = []
    for entry in packing.weights {
      for (column, amount) in taken[entry.option] ?? [] {
        let weight = entry.weight * amount / common
        guard weight <= Self.largestWeight else { return nil }
        slack -= Double(weight) * values[column]
        if weight % 2 == 1 { odd.append(column) }
      }
    }
    guard slack < Self.largestSlack, !odd.isEmpty else { return nil }
    return Row(
      packing: packing, common: common, isOdd: packing.level / common % 2 == 1, slack: max(0, slack),
      odd: odd.sorted())
  }

  private static func divisor(_ one: Int, _ other: Int) -> Int { other == 0 ? one : divisor(other, one % other) }
  private static func multiple(_ one: Int, _ other: Int) -> Int { one / divisor(one, other) * other }

  /// What is odd of a series: its columns, or, where the series is added too, the others.
  private func cost(_ series: Int) -> Double { min(oddShare[series], 1 - oddShare[series]) }

  private mutating func toggle(_ row: Int) {
    for column in rows[row].odd {
      let series = columns[column].series
      oddShare[series] += isOdd[column] ? -values[column] : values[column]
      isOdd[column].toggle()
      touched[series, default: 0] += 1
    }
  }

  /// What the rows so far leave, with an odd right side.
  private func state() -> (loss: Double, services: [Int]) {
    var loss = chosen.reduce(0) { $0 + rows[$1].slack }
    var services: [Int] = []
    var isOdd = chosen.count { rows[$0].isOdd } % 2 == 1
    var flip: (loss: Double, series: Int)?
    for series in touched.keys.sorted() {
      loss += max(0, cost(series))
      if oddShare[series] > 0.5 {
        services.append(series)
        isOdd.toggle()
      }
      let change = abs(1 - 2 * oddShare[series])
      if change < flip?.loss ?? .infinity { flip = (change, series) }
    }
    if isOdd { return (loss, services) }
    guard let flip else { return (.infinity, []) }
    if let place = services.firstIndex(of: flip.series) {
      services.remove(at: place)
    } else {
      services.append(flip.series)
    }
    return (loss + flip.loss, services.sorted())
  }

  /// The inequalities that are broken, those that are broken most first.
  mutating func violated() -> [SubsetRowCut] {
    var found: [(rows: [Int], services: [Int], loss: Double)] = []
    var seen: Set<[Int]> = []
    for start in rows.indices {
      chosen = [start]
      touched = [:]
      toggle(start)
      while true {
        let own = state()
        if own.loss < 1 - 2 * Self.leastViolation, seen.insert(chosen.sorted()).inserted {
          found.append((chosen.sorted(), own.services, own.loss))
        }
        guard chosen.count < Self.largestCount else { break }
        var candidates: Set<Int> = []
        for column in columns.indices where touched[columns[column].series] != nil {
          let series = columns[column].series
          guard isOdd[column] == (oddShare[series] <= 0.5) else { continue }
          for row in rowsOf[column] where !chosen.contains(row) { candidates.insert(row) }
        }
        var best: (loss: Double, row: Int)?
        for row in candidates.sorted() {
          let known = touched
          chosen.append(row)
          toggle(row)
          let loss = state().loss
          if loss < best?.loss ?? .infinity { best = (loss, row) }
          toggle(row)
          touched = known
          chosen.removeLast()
        }
        guard let best else { break }
        chosen.append(best.row)
        toggle(best.row)
      }
      for row in chosen { toggle(row) }
      for series in touched.keys { oddShare[series] = 0 }
    }
    found.sort { one, other in
      one.loss != other.loss ? one.loss < other.loss : one.rows.lexicographicallyPrecedes(other.rows)
    }
    var uses = Array(repeating: 0, count: rows.count)
    var result: [SubsetRowCut] = []
    for entry in found where entry.rows.allSatisfy({ uses[$0] < Self.uses }) {
      guard result.count < Self.kept else { break }
      guard let cut = cut(entry.rows, services: entry.services) else { continue }
      for row in entry.rows { uses[row] += 1 }
      result.append(cut)
    }
    return result
  }

  private func cut(_ numbers: [Int], services: [Int]) -> SubsetRowCut? {
    let multiple = numbers.reduce(1) { Self.multiple($0, rows[$1].common) }
    let cut = SubsetRowCut(
      rows: numbers.map { .init(packing: rows[$0].packing, multiplier: multiple / rows[$0].common) },
      services: services.map { .init(series: $0, multiplier: multiple) }, divisor: 2 * multiple)
    return cut.flatMap { $0.level > 0 ? $0 : nil }
  }
}
