/// A sum of inequalities in ``SubsetRowSeparation``, modulo a divisor D.
///
/// Let q_C be the sum of a column's weights, Q that of the right sides, and σ that of what the inequalities have left
/// over, all times their multipliers. Rounding down loses q_C mod D of each column on the left and Q mod D on the
/// right, so the inequality that is left is broken by
///
///     (Q mod D - σ - Σ_C (q_C mod D) λ_C) / D
///
/// With halves this is the separation of zero-half cuts (Caprara and Fischetti 1996), with others that of mod-k cuts
/// (Caprara, Fischetti and Letchford 2000). To add *series s is served once at most* m times adds m to its columns, to
/// what leaves it unserved, which has a residue too, and to Q: each series gets the m by which it loses least, and one of
/// them another one where Q mod D gains more by it.
struct ResidueSum {
  /// An inequality and its multiplier.
  struct Choice: Hashable, Sendable {
    let row: Int
    /// Less than the divisor.
    let multiplier: Int
  }

  let divisor: Int
  private(set) var chosen: [Choice] = []
  private let seriesOfColumn: [Int]
  private let columnsOfSeries: [[Int]]
  private let values: [Double]
  /// By column.
  private var residues: [Int]
  /// By series and residue.
  private var shares: [Double]
  /// By series and multiplier of its service: what its columns lose.
  private var losses: [Double]
  /// By series: the multiplier by which it loses least.
  private var services: [Int]
  /// Series that have something to do with what was chosen, or had.
  private var touched: [Int] = []
  private var isTouched: [Bool]
  private var level = 0
  private var slack = 0.0

  /// Nothing.
  init(divisor: Int, seriesOfColumn: [Int], values: [Double], series: Int) {
    self.divisor = divisor
    self.seriesOfColumn = seriesOfColumn
    self.values = values
    var columnsOfSeries: [[Int]] = Array(repeating: [], count: series)
    for (column, series) in seriesOfColumn.enumerated() { columnsOfSeries[series].append(column) }
    self.columnsOfSeries = columnsOfSeries
    residues = Array(repeating: 0, count: values.count)
    shares = Array(repeating: 0, count: series * divisor)
    losses = Array(repeating: 0, count: series * divisor)
    services = Array(repeating: 0, count: series)
    isTouched = Array(repeating: false, count: series)
  }

  /// Takes everything out. O(touched series).
  mutating func clear() {
    for series in touched {
      isTouched[series] = false
      for column in columnsOfSeries[series] { residues[column] = 0 }
    }
    touched.removeAll(keepingCapacity: true)
    chosen.removeAll(keepingCapacity: true)
    level = 0
    slack = 0
  }

  /// Adds an inequality. O(its columns x divisor).
  mutating func add(_ row: SubsetRowSeparation.Row, _ choice: Choice) {
    chosen.append(choice)
    slack += Double(choice.multiplier) * row.slack
    add(row, times: choice.multiplier)
  }

  /// Takes out the one that was added last. O(its columns x divisor).
  mutating func removeLast(_ row: SubsetRowSeparation.Row) {
    let choice = chosen.removeLast()
    slack -= Double(choice.multiplier) * row.slack
    add(row, times: divisor - choice.multiplier)
  }

  private mutating func add(_ row: SubsetRowSeparation.Row, times: Int) {
    level = (level + times * row.level) % divisor
    for entry in row.entries {
      let change = times * entry.weight % divisor
      if change == 0 { continue }
      let series = seriesOfColumn[entry.column]
      let first = series * divisor
      if !isTouched[series] { touch(series) }
      let old = residues[entry.column]
      let new = (old + change) % divisor
      residues[entry.column] = new
      shares[first + old] -= values[entry.column]
      shares[first + new] += values[entry.column]
      weigh(series)
    }
  }

  private mutating func touch(_ series: Int) {
    isTouched[series] = true
    touched.append(series)
    shares[series * divisor] = 1
    for residue in 1..<divisor { shares[series * divisor + residue] = 0 }
  }

  private mutating func weigh(_ series: Int) {
    let first = series * divisor
    var best = 0
    for service in 0..<divisor {
      var loss = 0.0
      for residue in 0..<divisor {
        let sum = residue + service
        loss += shares[first + residue] * Double(sum < divisor ? sum : sum - divisor)
      }
      losses[first + service] = loss
      if loss < losses[first + best] - Self.tie { best = service }
    }
    services[series] = best
  }

  /// Losses that differ by less are equal.
  private static let tie = 1e-9

  /// By how much the inequality is broken, and the series that gets another multiplier.
  private var rounded: (violation: Double, series: Int, shift: Int) {
    var loss = slack
    var sum = level
    for series in touched {
      loss += losses[series * divisor + services[series]]
      sum += services[series]
    }
    sum %= divisor
    var best = (violation: Double(sum) - loss, series: -1, shift: 0)
    for series in touched {
      let first = series * divisor
      let own = losses[first + services[series]]
      for shift in 1..<divisor {
        let violation =
          Double((sum + shift) % divisor) - loss + own - losses[first + (services[series] + shift) % divisor]
        if violation > best.violation + Self.tie { best = (violation, series, shift) }
      }
    }
    return best
  }

  /// By how much the inequality is broken. O(touched series x divisor).
  var violation: Double { rounded.violation / Double(divisor) }

  /// The series that are added, with their multipliers, ascending.
  var chosenServices: [SubsetRowCut.Service] {
    let rounded = rounded
    return touched.sorted().compactMap { series in
      let service = (services[series] + (series == rounded.series ? rounded.shift : 0)) % divisor
      return service > 0 ? SubsetRowCut.Service(series: series, multiplier: service) : nil
    }
  }

  /// Columns that lose something by being rounded down.
  var losing: [Int] {
    touched.flatMap { series in
      columnsOfSeries[series].filter { (residues[$0] + services[series]) % divisor > 0 }
    }
  }
}
