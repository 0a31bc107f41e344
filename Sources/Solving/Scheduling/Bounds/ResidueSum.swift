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

  /// Values by residue, multiplier or shift; those from the divisor on are not used.
  private typealias Lanes = SIMD4<Double>

  /// How what is added up for a series is rounded.
  private struct Rounding {
    /// By residue: the values of its columns, and what is left of one for what leaves it unserved.
    let shares: Lanes
    /// The multiplier of its service by which it loses least, and what it loses.
    let service: Int
    let loss: Double
    /// By shift: what it loses less with a multiplier that is so much larger; no more than a tie.
    let gains: Lanes
  }

  /// The largest divisor.
  static let largest = Lanes.scalarCount

  let divisor: Int
  private(set) var chosen: [Choice] = []
  private let seriesOfColumn: [Int]
  private let columnsOfSeries: [[Int]]
  private let values: [Double]
  /// By residue and multiplier: what remains of both together.
  private let remainders: [Lanes]
  /// By column.
  private var residues: [Int]
  private var roundings: [Rounding]
  /// That of a series that has nothing to do with what was chosen.
  private let whole: Rounding
  /// Series that have something to do with what was chosen.
  private var touched: [Int] = []
  private var isTouched: [Bool]
  /// Right sides and services.
  private var level = 0
  /// What is left over, and what series lose.
  private var loss = 0.0
  /// By series: the last trial whose inequality it is in.
  private var lastTrial: [Int]
  private var trials = 0

  /// Nothing.
  ///
  /// - Parameter divisor: 2 to ``largest``.
  init(divisor: Int, seriesOfColumn: [Int], values: [Double], series: Int) {
    precondition((2...Self.largest).contains(divisor))
    self.divisor = divisor
    self.seriesOfColumn = seriesOfColumn
    self.values = values
    var columnsOfSeries: [[Int]] = Array(repeating: [], count: series)
    for (column, series) in seriesOfColumn.enumerated() { columnsOfSeries[series].append(column) }
    self.columnsOfSeries = columnsOfSeries
    let remainders = (0..<divisor).map { residue in
      Lanes((0..<Self.largest).map { Double((residue + $0) % divisor) })
    }
    self.remainders = remainders
    residues = Array(repeating: 0, count: values.count)
    whole = Self.rounding(of: Lanes(1, 0, 0, 0), remainders: remainders)
    roundings = Array(repeating: whole, count: series)
    isTouched = Array(repeating: false, count: series)
    lastTrial = Array(repeating: 0, count: series)
  }

  /// Takes everything out. O(touched series).
  mutating func clear() {
    for series in touched {
      isTouched[series] = false
      roundings[series] = whole
      for column in columnsOfSeries[series] { residues[column] = 0 }
    }
    touched.removeAll(keepingCapacity: true)
    chosen.removeAll(keepingCapacity: true)
    level = 0
    loss = 0
  }

  /// Adds an inequality. O(its columns + its series x divisor).
  mutating func add(_ row: SubsetRowSeparation.Row, _ choice: Choice) {
    chosen.append(choice)
    loss += Double(choice.multiplier) * row.slack
    level += choice.multiplier * row.level
    for part in row.parts {
      let series = part.series
      if !isTouched[series] {
        isTouched[series] = true
        touched.append(series)
      }
      let old = roundings[series]
      let new = rounding(of: old, adding: part, of: row, times: choice.multiplier)
      for entry in row.entries[part.entries] {
        residues[entry.column] = (residues[entry.column] + choice.multiplier * entry.weight) % divisor
      }
      roundings[series] = new
      loss += new.loss - old.loss
      level += new.service - old.service
    }
  }

  /// How a series is rounded with some part of an inequality.
  private func rounding(
    of old: Rounding, adding part: SubsetRowSeparation.Row.Part, of row: SubsetRowSeparation.Row, times: Int
  ) -> Rounding {
    var shares = old.shares
    for entry in row.entries[part.entries] {
      let residue = residues[entry.column]
      shares[residue] -= values[entry.column]
      shares[(residue + times * entry.weight) % divisor] += values[entry.column]
    }
    return Self.rounding(of: shares, remainders: remainders)
  }

  private static func rounding(of shares: Lanes, remainders: [Lanes]) -> Rounding {
    let divisor = remainders.count
    var losses = Lanes()
    for (residue, remainder) in remainders.enumerated() { losses += shares[residue] * remainder }
    var best = 0
    for service in 1..<divisor where losses[service] < losses[best] - tie { best = service }
    var gains = Lanes()
    for shift in 1..<divisor { gains[shift] = losses[best] - losses[(best + shift) % divisor] }
    return Rounding(shares: shares, service: best, loss: losses[best], gains: gains)
  }

  /// Losses that differ by less are equal.
  private static let tie = 1e-9

  /// By how much the inequality is broken, times the divisor, and by what one series shifts its multiplier for that.
  ///
  /// - Parameter gains: By shift: what it gains most.
  private func best(level: Int, loss: Double, gains: Lanes) -> (violation: Double, shift: Int) {
    let rest = level % divisor
    var best = (violation: Double(rest) - loss, shift: 0)
    for shift in 1..<divisor {
      let violation = Double((rest + shift) % divisor) - loss + gains[shift]
      if violation > best.violation + Self.tie { best = (violation, shift) }
    }
    return best
  }

  /// By shift: what a series gains most that is touched, or has nothing to do with what was chosen.
  private var gains: Lanes {
    touched.reduce(whole.gains) { pointwiseMax($0, roundings[$1].gains) }
  }

  /// By how much the inequality is broken. O(touched series x divisor).
  var violation: Double { best(level: level, loss: loss, gains: gains).violation / Double(divisor) }

  /// By how much the inequality would be broken with one more; `nil` where that is no more than some violation.
  ///
  /// - Complexity: O(its columns + touched series x divisor).
  mutating func violation(
    adding row: SubsetRowSeparation.Row, times: Int, above least: Double
  ) -> Double? {
    trials += 1
    var loss = loss + Double(times) * row.slack
    var level = level + times * row.level
    var gains = whole.gains
    for part in row.parts {
      let old = roundings[part.series]
      let new = rounding(of: old, adding: part, of: row, times: times)
      loss += new.loss - old.loss
      level += new.service - old.service
      gains = pointwiseMax(gains, new.gains)
      lastTrial[part.series] = trials
    }
    // No shift can bring more than the largest residue.
    guard (Double(divisor - 1) - loss) / Double(divisor) > least else { return nil }
    if level % divisor < divisor - 1 {
      for series in touched where lastTrial[series] < trials {
        gains = pointwiseMax(gains, roundings[series].gains)
      }
    }
    let violation = best(level: level, loss: loss, gains: gains).violation / Double(divisor)
    return violation > least ? violation : nil
  }

  /// The series that are added, with their multipliers, ascending.
  var chosenServices: [SubsetRowCut.Service] {
    let shift = best(level: level, loss: loss, gains: gains).shift
    let shifted = shift == 0 ? nil : touched.max { roundings[$0].gains[shift] < roundings[$1].gains[shift] }
    return touched.sorted().compactMap { series in
      let service = (roundings[series].service + (series == shifted ? shift : 0)) % divisor
      return service > 0 ? SubsetRowCut.Service(series: series, multiplier: service) : nil
    }
  }

  /// Columns that lose something by being rounded down.
  var losing: [Int] {
    touched.flatMap { series in
      columnsOfSeries[series].filter { (residues[$0] + roundings[series].service) % divisor > 0 }
    }
  }
}
