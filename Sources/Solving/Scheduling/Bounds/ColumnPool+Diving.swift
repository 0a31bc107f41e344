internal import MIP

extension ColumnPool {
  /// What a dive ends with. Dates are those of profiles, not of days.
  struct Dive: Sendable {
    /// Columns that fit together, a series once at most; those that were fixed first to last.
    var fixed: [TimetableRelaxation.Column] = []
    /// These, and of each other series that the master serves by half at least, the column that it takes most of. Together
    /// they take a little more than there is.
    var likeliest: [TimetableRelaxation.Column] = []
  }

  /// Fixes whole columns that the master is surest of, solves it again with new columns for what is left of the
  /// resources, and so on (diving with column generation: Sadykov et al. 2019), as long as that costs next to nothing.
  ///
  /// The first nine tenths of the series or so raise the master by a percent. What is left then are scraps of many
  /// leaders' years: whole columns that are fixed there raise it by several percent, and a search that moves leaders one by
  /// one (``TeamOscillation``) does better with them.
  ///
  /// - Parameters:
  ///   - relaxation: Where new columns come from.
  ///   - iterations: Simplex iterations allowed in each solve.
  /// - Returns: What was fixed before the master rose too much; `nil` where the stop signal was raised, or a limit
  ///   reached, before anything was.
  mutating func dive(
    _ live: inout LiveProblem, relaxation: TimetableRelaxation, iterations: Int, stop: StopSignal
  ) throws(MIPError) -> Dive? {
    var left = relaxation.resources.capacity
    var isOpen = Array(repeating: true, count: convexity.count)
    var fixed: [TimetableRelaxation.Column] = []
    var found: Dive?
    var first: Double?
    while !stop.isRaised {
      let isSolved = try converge(
        &live, relaxation: relaxation, left: left, of: isOpen.indices.filter { isOpen[$0] }, iterations: iterations,
        stop: stop)
      guard isSolved, optimum <= (first ?? optimum) * (1 + Self.mostRise) else { break }
      first = first ?? optimum
      found = Dive(fixed: fixed, likeliest: fixed + likeliest.filter { isOpen[$0.series] })
      let candidates = values.indices.filter { values[$0] > Self.leastShare && isOpen[columns[$0].series] }
        .sorted { (-values[$0], $0) < (-values[$1], $1) }
      guard !candidates.isEmpty else { break }
      let fewest = max(1, candidates.count / Self.steps)
      for (number, position) in candidates.enumerated() {
        guard values[position] > 1 - 1e-6 || number < fewest else { break }
        let column = columns[position]
        guard isOpen[column.series], column.fits(left) else { continue }
        isOpen[column.series] = false
        fixed.append(column)
        try live.setBounds(.fixed(1), of: variables[position])
        for use in column.uses { left[use.resource] = left[use.resource].map { $0 - use.amount } }
      }
      // What no longer fits whole would only blur what is left.
      for (position, column) in columns.enumerated() where isOpen[column.series] && !column.fits(left) {
        try live.setBounds(.fixed(0), of: variables[position])
      }
    }
    return found
  }

  /// Solves the master with new columns and inequalities, in some rounds.
  ///
  /// - Parameters:
  ///   - left: By resource: what is left; `nil` for no cap.
  ///   - series: Those that get new columns.
  /// - Returns: Whether it was solved: neither a limit nor the stop signal came first.
  private mutating func converge(
    _ live: inout LiveProblem, relaxation: TimetableRelaxation, left: [Int?], of series: [Int], iterations: Int,
    stop: StopSignal
  ) throws(MIPError) -> Bool {
    for _ in 0..<Self.rounds {
      guard let duals = try solve(&live, iterations: iterations, rowRounds: Self.rowRounds, stop: stop)
      else { return false }
      let new = relaxation.columns(at: prices(duals), left: left, of: series).filter { $0.fits(left) }
      let isImproved = try addImproving(new, duals: duals, to: &live)
      let isCut = try cut(&live)
      if !isImproved, !isCut { return true }
    }
    return try solve(&live, iterations: iterations, rowRounds: Self.rowRounds, stop: stop) != nil
  }

  /// Of new columns between two fixes. More of them do not come nearer.
  private static let rounds = 3
  private static let rowRounds = 4
  /// By what share the master may rise.
  private static let mostRise = 0.015
  /// Shares below it are not worth fixing.
  private static let leastShare = 0.01
  /// The inverse of the share of candidates that is fixed at once.
  private static let steps = 40
}

extension TimetableRelaxation.Column {
  /// Whether it takes no more of anything than is left; `nil` for no cap.
  fileprivate func fits(_ left: [Int?]) -> Bool {
    uses.allSatisfy { $0.amount <= left[$0.resource] ?? .max }
  }
}
