/// Fills a timetable series by series, each where it costs least.
struct Construction: Sendable {
  /// What is known of all series.
  let spaces: PlacementSpaces
  /// The prices on resources that lead it.
  let prices: ResourcePrices

  /// Places what can be placed and is worth it, in an order.
  ///
  /// - Parameters:
  ///   - order: Series that are not placed; those that must be served go first.
  ///   - stop: Looked at before each series that need not be served.
  func fill(
    _ state: inout TimetableState, order: [Int], search: inout PlacementSearch, noise: inout PlacementSearch.Noise?,
    stop: StopSignal
  ) {
    let problem = state.problem
    for index in order where problem.series[index].unservedPrice == nil {
      place(index, in: &state, search: &search, noise: &noise)
    }
    for index in order where problem.series[index].unservedPrice != nil {
      if stop.isRaised { return }
      place(index, in: &state, search: &search, noise: &noise)
    }
  }

  /// Places a series where it costs least, if that is less than leaving it unserved.
  ///
  /// - Returns: Whether it is placed.
  @discardableResult
  func place(
    _ index: Int, in state: inout TimetableState, search: inout PlacementSearch,
    noise: inout PlacementSearch.Noise?
  ) -> Bool {
    guard
      let found = search.cheapest(in: spaces[index], state: state, prices: prices, noise: &noise)
    else { return false }
    let problem = state.problem
    if let unserved = problem.series[index].unservedPrice,
      problem.cost(of: found.placement, for: index) >= unserved
    {
      return false
    }
    state.add(found.placement, for: index)
    return true
  }

  /// Series by what serving them saves for each half day that the least team then gives, the most first.
  static func order(of problem: TimetableProblem, spaces: PlacementSpaces) -> [Int] {
    let worth = problem.series.enumerated().map { index, series -> Int in
      let halfDays = max(1, series.sessions * spaces[index].span * max(1, series.team.size.lowerBound))
      return (series.unservedPrice ?? 0) / halfDays
    }
    return problem.series.indices.sorted { (-worth[$0], $0) < (-worth[$1], $1) }
  }
}
