internal import MIP

extension ColumnPool {
  /// A timetable of whole columns: fixes what the master is surest of, solves it again, and so on to the end
  /// (diving with column generation: Sadykov et al. 2019). Dates are those of profiles, not of days.
  ///
  /// - Parameters:
  ///   - relaxation: Where new columns come from, for what is left of the resources.
  ///   - iterations: Simplex iterations allowed in each solve.
  /// - Returns: A column for each series that is served, those that were fixed first to last.
  mutating func dive(
    _ live: inout LiveProblem, relaxation: TimetableRelaxation, iterations: Int, stop: StopSignal
  ) throws(MIPError) -> [TimetableRelaxation.Column] {
    var left = relaxation.resources.capacity
    var isOpen = Array(repeating: true, count: convexity.count)
    var chosen: [TimetableRelaxation.Column] = []
    // Nothing new where nothing was fixed: what does not fit would come again.
    var isNew = true
    while !stop.isRaised {
      guard let duals = try solve(&live, iterations: iterations, rowRounds: Self.rowRounds, stop: stop)
      else { break }
      let new =
        isNew ? relaxation.columns(at: prices(duals), left: left, of: isOpen.indices.filter { isOpen[$0] }) : []
      let isImproved = try addImproving(new, duals: duals, to: &live)
      let isCut = try cut(&live)
      if isImproved || isCut {
        guard try solve(&live, iterations: iterations, rowRounds: Self.rowRounds, stop: stop) != nil else { break }
      }
      let candidates = values.indices.filter { values[$0] > Self.leastShare && isOpen[columns[$0].series] }
        .sorted { (-values[$0], $0) < (-values[$1], $1) }
      guard !candidates.isEmpty else { break }
      isNew = false
      let fewest = max(1, candidates.count / Self.steps)
      for (number, position) in candidates.enumerated() {
        guard values[position] > 1 - 1e-6 || number < fewest else { break }
        let column = columns[position]
        guard isOpen[column.series], column.uses.allSatisfy({ $0.amount <= left[$0.resource] ?? .max }) else {
          continue
        }
        isOpen[column.series] = false
        isNew = true
        chosen.append(column)
        try live.setBounds(.fixed(1), of: variables[position])
        for use in column.uses { left[use.resource] = left[use.resource].map { $0 - use.amount } }
      }
      // What no longer fits whole would only blur what is left.
      for (position, column) in columns.enumerated() where isOpen[column.series] {
        if column.uses.contains(where: { $0.amount > left[$0.resource] ?? .max }) {
          try live.setBounds(.fixed(0), of: variables[position])
        }
      }
    }
    return chosen
  }

  private static let rowRounds = 4
  /// Shares below it are not worth fixing.
  private static let leastShare = 0.01
  /// The inverse of the share of candidates that is fixed at once.
  private static let steps = 40
}
