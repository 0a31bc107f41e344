/// What it begins with: a timetable, or columns of the master.
extension TeamOscillation {
  /// Begins with a timetable that keeps all rules.
  mutating func take(_ origin: Timetable) {
    for (index, placement) in origin.placements.enumerated() {
      guard let placement else { continue }
      place(HeldSeries(index: index, placement: placement, dates: remember(placement, for: index)))
    }
    forgetChanges()
  }

  /// Begins with columns, whatever they take of the leaders' years.
  ///
  /// - Parameters:
  ///   - charges: What leads the search from then on.
  ///   - changes: How many changes the dates may take the work of.
  ///   - stop: Ends what the dates take.
  /// - Precondition: Nothing is placed.
  mutating func begin(
    with columns: [TimetableRelaxation.Column], charges: ResourceCharges, changes: Int, stop: StopSignal
  ) {
    self.charges = charges
    var columnDates = ColumnDates(
      problem, spaces: spaces, columns: columns, charges: charges, state: state,
      randomness: Randomness(seed: randomness.next()))
    columnDates.place()
    columnDates.improve(
      lookups: changes / Self.lookupWork, threshold: Int(Double(weights.first) * Self.firstThreshold), stop: stop)
    for index in columns.map(\.series).sorted() {
      if let found = columnDates.state.placements[index] {
        place(HeldSeries(index: index, placement: found, dates: remember(found, for: index)))
      }
    }
    let left = columns.map(\.series).filter { state.placements[$0] == nil }
    for index in left.sorted(by: problem.hasMoreAtStake) {
      if stop.isRaised { break }
      if let (found, dates) = lookForDates(index) {
        place(HeldSeries(index: index, placement: found, dates: dates))
      }
    }
    if stop.isRaised { isShortened = true }
    // None of them is where the best timetable has it.
    for index in placeable { note(index) }
  }

  /// Work of looking for the dates of a column, in changes.
  private static let lookupWork = 40
  /// The largest rise that is accepted there, in shares of what a half day is worth.
  private static let firstThreshold = 0.6

  /// Keeps dates that a series has.
  private mutating func remember(_ placement: Placement, for index: Int) -> PricedDates {
    let dates = PricedDates(of: placement, for: index, in: problem, charges: charges)
    self.dates[index].append(dates)
    return dates
  }
}
