/// How often series were served by which columns while prices climbed.
///
/// Prices of a ``PriceAscent`` circle around the best ones, and what series choose there changes with them. The shares of
/// these choices come near an optimum of the master's linear program (Larsson, Patriksson and Strömberg 1999), without the
/// program. Passes count for less the longer they are gone.
struct ColumnFrequencies: Sendable {
  /// By series: columns, and in how many passes of those that still count they were chosen.
  private var chosen: [[(column: TimetableRelaxation.Column, passes: Double)]]
  /// How many passes still count.
  private var passes = 0.0

  /// What a pass counts for after the next.
  private static let memory = 0.98
  /// What counts for less is forgotten.
  private static let leastPasses = 0.5

  /// - Parameter series: How many there are.
  init(series: Int) { chosen = Array(repeating: [], count: series) }

  /// Counts a column that a series is served by in this pass.
  ///
  /// - Complexity: O(columns of the series).
  mutating func count(_ column: TimetableRelaxation.Column) {
    let known = chosen[column.series].firstIndex {
      $0.column.cost == column.cost && $0.column.team == column.team
        && $0.column.uses.elementsEqual(column.uses, by: ==)
    }
    if let known { chosen[column.series][known].passes += 1 } else { chosen[column.series].append((column, 1)) }
  }

  /// Ends a pass.
  mutating func endPass() {
    passes = (passes + 1) * Self.memory
    for series in chosen.indices {
      for number in chosen[series].indices { chosen[series][number].passes *= Self.memory }
      chosen[series].removeAll { $0.passes < Self.leastPasses }
    }
  }

  /// All of them, by series.
  var columns: [TimetableRelaxation.Column] { chosen.flatMap { $0.map(\.column) } }

  /// Of each series that was served in half of the passes at least, the column that it chose most often; by series.
  var likeliest: [TimetableRelaxation.Column] {
    chosen.compactMap { chosen in
      guard chosen.reduce(0, { $0 + $1.passes }) >= passes / 2 else { return nil }
      // The first of those that are chosen equally often.
      return chosen.reversed().max { $0.passes < $1.passes }?.column
    }
  }
}
