/// A Chvátal-Gomory inequality on the columns of a ``RestrictedMaster``, one round of rounding away from its rows
/// (Petersen, Pisinger and Spoorendonk 2008; with halves they are the subset-row inequalities of Jepsen et al. 2008,
/// and the zero-half cuts of Caprara and Fischetti 1996).
///
/// Let y_lC be the half days that a column C of series s takes of leader l. Inequalities of ``KnapsackCuts``, a_i for
/// leader l(i), and *a series is served once at most* hold in every timetable, for the columns that it is made of:
///
///     Σ_C a_is y_l(i)C λ_C ≤ β_i          Σ_(C of s) λ_C ≤ 1
///
/// With whole multipliers n_i, m_s ≥ 0 and a divisor D they add up to Σ_C q_C λ_C ≤ Σ n_i β_i + Σ m_s, and because λ
/// is whole,
///
///     Σ_C ⌊q_C / D⌋ λ_C  ≤  ⌊(Σ n_i β_i + Σ m_s) / D⌋          q_C = Σ_i n_i a_is y_l(i)C + m_s
///
/// Three leaders with room for one series each cannot serve two teams of two: half of the sum of their three rows,
/// rounded down, says so. All of q is positive: a column that takes more of anybody weighs no less, so that teams
/// with nobody to spare, and profiles that take least, remain the only ones worth looking at.
struct SubsetRowCut: Hashable, Sendable {
  /// One of the inequalities that are added up.
  struct Row: Hashable, Sendable {
    let packing: KnapsackCuts.Cut
    /// At least one.
    let multiplier: Int
  }

  /// A series, served once at most.
  struct Service: Hashable, Sendable {
    let series: Int
    /// At least one.
    let multiplier: Int
  }

  let rows: [Row]
  let services: [Service]
  /// At least two.
  let divisor: Int
  /// What is not exceeded.
  let level: Int

  /// The sum, rounded down; `nil` where it is too large to count with.
  init?(rows: [Row], services: [Service], divisor: Int) {
    guard let sum = Self.sum(rows: rows, services: services) else { return nil }
    // Equal sums are equal, in whatever order they were put together.
    self.rows = rows.sorted { $0.packing.precedes($1.packing) }
    self.services = services.sorted { $0.series < $1.series }
    self.divisor = divisor
    level = sum / divisor
  }

  /// No column's sum is larger than that of the right sides.
  private static func sum(rows: [Row], services: [Service]) -> Int? {
    var sum = 0
    for row in rows {
      let (product, overflows) = row.multiplier.multipliedReportingOverflow(by: row.packing.level)
      guard !overflows, product <= largestSum - sum else { return nil }
      sum += product
    }
    for service in services {
      guard service.multiplier <= largestSum - sum else { return nil }
      sum += service.multiplier
    }
    return sum
  }

  private static let largestSum = 1 << 60
}
