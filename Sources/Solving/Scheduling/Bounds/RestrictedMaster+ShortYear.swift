internal import MIP

extension RestrictedMaster {
  /// Prices at which whole teams fit into the leaders' years, for searches.
  ///
  /// The master divides teams and so fills every half day; a timetable leaves some that no series fits into. Where the
  /// years just suffice for what is asked, the master's prices of release, and with them those of days off and of
  /// substitutes on them, fall to nothing: at these prices a search saves nothing that it will lack in the end. So the
  /// master is solved once more as if each leader had a part of the year less (``usable``), and what half days are
  /// worth then is what they are worth to a timetable. These prices prove nothing that those of the bound do not.
  ///
  /// - Parameters:
  ///   - found: What column generation found.
  ///   - iterations: Simplex iterations allowed in each solve.
  /// - Returns: Prices; `nil` where the limit was reached first, or the stop signal was raised.
  /// - Throws: A broken solver.
  func pricesOfShortYear(
    from found: Restriction, iterations: Int, stop: StopSignal
  ) throws(MIPError) -> ResourcePrices? {
    let resources = relaxation.resources
    let capacity = resources.capacity.enumerated().map { resource, halfDays in
      halfDays.map { resources.years.contains(resource) ? Double($0) * Self.usable : Double($0) }
    }
    var program = Program(.minimize)
    var pool = emptyPool(capacity: capacity, in: &program)
    return try program.withLiveProblem { (live) throws(MIPError) in
      for column in found.columns { try pool.add(column, to: &live) }
      try pool.add(found.cuts, to: &live)
      var prices: ResourcePrices?
      for _ in 0..<Self.shortYearRounds {
        guard let duals = try pool.solve(&live, iterations: iterations, rowRounds: Self.rowRounds, stop: stop)
        else { break }
        let new = pool.prices(duals)
        prices = new
        let columns = relaxation.columns(at: new, left: resources.capacity, of: Array(problem.series.indices))
        guard try pool.addImproving(columns, duals: duals, to: &live) else { break }
      }
      return prices
    }
  }

  /// The share of a year that whole teams are thought to fill.
  private static let usable = 0.94
  private static let shortYearRounds = 20
}
