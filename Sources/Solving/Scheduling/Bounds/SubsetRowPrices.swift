/// Prices on inequalities of ``SubsetRowCut``: part of what a team costs is then more than the sum of its leaders.
///
/// What a leader weighs alone, rounded down, belongs to the leader's own price. The rest of each leader, less than a
/// divisor, costs nothing alone; but together the rests of a team may come to a divisor or more. So the sum of the
/// leaders' own prices is never too high, and exact for teams whose rests stay below it.
struct SubsetRowPrices: Sendable, Equatable {
  /// Of all that are not zero.
  let byCut: [SubsetRowCut: Int]
  private let rows: SubsetRows
  /// By cut, in the order of ``rows``, on which no result depends.
  private let prices: [Int]

  /// - Parameter options: How many leader options the problem has.
  init(_ prices: [SubsetRowCut: Int], options: Int) {
    byCut = prices.filter { $0.value > 0 }
    var rows = SubsetRows(options: byCut.isEmpty ? 0 : options)
    for cut in byCut.keys { rows.append(cut) }
    self.rows = rows
    self.prices = rows.cuts.map { prices[$0] ?? 0 }
  }

  /// Equal prices are equal in any order.
  static func == (one: Self, other: Self) -> Bool { one.byCut == other.byCut }

  /// Whether all are zero.
  var isEmpty: Bool { prices.isEmpty }

  /// What a leader pays alone.
  ///
  /// - Parameter option: A position in ``TimetableProblem/leaderOptions``.
  func own(_ option: Int, halfDays: Int) -> Int {
    var price = 0
    for entry in rows.entries(of: option) {
      price += prices[entry.cut] * (entry.weight * halfDays / rows.cuts[entry.cut].divisor)
    }
    return price
  }

  /// What a team pays together, beyond what its leaders pay alone.
  ///
  /// - Parameter sums: Scratch, as long as there are cuts, all zero before and after.
  func together(
    _ team: [(option: Int32, halfDays: Int)], series: Int, sums: inout [Int]
  ) -> Int {
    var touched: [Int] = []
    for member in team where member.halfDays > 0 {
      for entry in rows.entries(of: Int(member.option)) {
        let rest = entry.weight * member.halfDays % rows.cuts[entry.cut].divisor
        if rest == 0 { continue }
        if sums[entry.cut] == 0 { touched.append(entry.cut) }
        sums[entry.cut] += rest
      }
    }
    for entry in rows.entries(ofService: series) {
      if sums[entry.cut] == 0 { touched.append(entry.cut) }
      sums[entry.cut] += entry.weight
    }
    var price = 0
    for cut in touched {
      price += prices[cut] * (sums[cut] / rows.cuts[cut].divisor)
      sums[cut] = 0
    }
    return price
  }

  /// How many cuts have a price.
  var count: Int { prices.count }

  /// What a column pays.
  func total(of column: TimetableRelaxation.Column) -> Int {
    if isEmpty { return 0 }
    return rows.weights(of: column.release, series: column.series).reduce(0) { $0 + $1.weight * prices[$1.cut] }
  }
}
