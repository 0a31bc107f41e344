internal import Planning

/// The starts of series, worked out once for all series with the same districts and periods.
struct SessionSlots {
  private struct Key: Hashable {
    let host: District.ID
    let districts: [District.ID]
    let isEvent: Bool
    let periods: [Int]
    let periodsPerSession: Int
  }

  private let scenario: Scenario
  private let grid: TimetableGrid
  private var spans: [Key: [[Int]]] = [:]
  private var releases: [District.ID: [Bool]] = [:]

  init(scenario: Scenario, grid: TimetableGrid) {
    self.scenario = scenario
    self.grid = grid
  }

  /// The starts inside a series' window, sorted by slot, with prices and what they take out of pools.
  mutating func starts(of series: Series, pools: [District.ID: Int]) -> [TimetableProblem.SeriesRequest.Start] {
    let price =
      scenario.region.weight(of: .substitutes) * scenario.region.money.substituteHalfDay.value
    let days = series.window.lowerBound.number...series.window.upperBound.number
    let released = series.attendance.map { releases(of: $0.district) }
    return spans(of: series).compactMap { span in
      let day = grid.day(of: span[0])
      guard days.contains(grid.dates[day]) else { return nil }
      var halfDays = 0
      var uses: [TimetableProblem.PoolUse] = []
      for (attendance, released) in zip(series.attendance, released) {
        let own = attendance.educators * span.count { released[$0] }
        halfDays += own
        guard own > 0, let pool = pools[attendance.district] else { continue }
        uses.append(.init(cell: Int32(pool * grid.days + day), halfDays: Int32(own)))
      }
      return .init(
        span: span, minutes: scenario.length(of: span.map { grid.period(of: $0) }).value,
        price: halfDays * price, poolUses: uses)
    }
  }

  /// Every span of the year.
  private mutating func spans(of series: Series) -> [[Int]] {
    let key = Key(
      host: series.hostDistrict, districts: series.attendance.map(\.district),
      isEvent: series.delivery == .conference, periods: series.periods,
      periodsPerSession: series.periodsPerSession)
    if let known = spans[key] { return known }
    var found: [[Int]] = []
    for day in 0..<grid.days {
      for period in Set(series.periods).sorted() {
        let slot = Slot(day: Day(number: grid.dates[day]), period: period)
        guard let span = scenario.span(of: series, startingAt: slot) else { continue }
        found.append(span.map { grid.slot(day: day, period: $0) })
      }
    }
    spans[key] = found
    return found
  }

  /// By slot: whether it takes the educators of a district out of class.
  private mutating func releases(of district: District.ID) -> [Bool] {
    if let known = releases[district] { return known }
    let calendar = scenario.calendar(of: district)
    let row = (0..<grid.slots).map { slot in
      calendar.releases(
        scenario.periods[grid.period(of: slot)], on: Day(number: grid.dates[grid.day(of: slot)]))
    }
    releases[district] = row
    return row
  }
}
