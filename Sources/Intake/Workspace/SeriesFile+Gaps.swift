internal import Planning

/// Gaps between sessions, and whether the sessions fit.
extension WorkspaceReader {
  /// The least and the greatest number of days between sessions.
  func gaps(of row: InputRow<SeriesColumn>) -> ClosedRange<Int>? {
    let range = 0...366
    let least = row.integer(ifAny: .gapMinDays, in: range)
    let most = row.integer(ifAny: .gapMaxDays, in: range)
    let first = least ?? min(21, most ?? 21)
    let last = most ?? min(2 * first, range.upperBound)
    guard first <= last else {
      row.complain(
        .gapMinDays,
        "`gap_min_days` \(first) is more than `gap_max_days` \(last): no two sessions can be that far apart")
      return nil
    }
    return first...last
  }

  /// Says so where even the least gaps make a series longer than its window.
  func checkGapsFit(
    _ gaps: ClosedRange<Int>, sessions: Int, window: ClosedRange<Day>, _ row: InputRow<SeriesColumn>
  ) {
    let needed = (sessions - 1) * gaps.lowerBound + 1
    guard needed > window.count else { return }
    row.complain(
      row.field(.gapMinDays) == nil ? .sessions : .gapMinDays,
      """
      \(sessions) sessions at least \(gaps.lowerBound) days apart take \(needed) days; \(window.lowerBound) to \
      \(window.upperBound) has \(window.count)
      """)
  }

  /// Says so where a session needs more periods than the series may meet in: those of one kind that one day
  /// can have.
  func checkPeriodsSuffice(_ held: [Int], perSession: Int, _ row: InputRow<SeriesColumn>) {
    guard knowsEveryPeriod, row.field(.periods) == nil || !held.isEmpty
    else {
      return
    }
    let most = Weekday.allCases.flatMap { weekday in
      [Period.Occasion.fullDay, .minimumDay].flatMap { occasion in
        Period.Kind.allCases.map { kind in
          held.count {
            periods[$0].kind == kind && periods[$0].weekdays.contains(weekday)
              && [.any, occasion].contains(periods[$0].occasion)
          }
        }
      }
    }
    guard let most = most.max(), most < perSession else { return }
    row.complain(
      .periodsPerSession,
      "a session takes \(perSession) periods of one kind in a row; no day has more than \(most) that the series may use"
    )
  }
}
