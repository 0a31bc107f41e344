/// The release days that would let a series be served beside everything else.
///
/// The timetable stays as it is; only the caps on release are lifted. A half day of a leader who has some left costs
/// little and one beyond costs much, and the cheapest placement at these prices says who would need how much more. It
/// fits by construction; that none needs less is not proven, because team and dates are sought in turn.
struct ReleaseRemedy {
  /// What a leader would need more.
  struct Need: Hashable {
    /// The leader's position.
    let leader: Int
    /// Release half days in the year beyond what is left.
    let yearly: Int
    /// Months of the grid in which the leader has too little left, ascending, and the half days beyond it.
    let monthly: [Month]

    /// One of them.
    struct Month: Hashable {
      let month: Int
      let halfDays: Int
    }
  }

  /// By leader who would need more, in the order of leaders.csv; not empty.
  let needs: [Need]

  /// What a half day costs of a leader who has some left, and of one who has none.
  private static let price = (left: 1_000_000, beyond: 100_000_000)

  /// - Returns: `nil` where no placement was found, or one that needs no more release.
  /// - Complexity: That of one ``PlacementSearch``.
  init?(
    for space: PlacementSpace, beside full: TimetableState, in problem: TimetableProblem,
    search: inout PlacementSearch
  ) {
    let prices = ResourcePrices(
      byResource: problem.leaders.indices.map { leader in
        full.supply.yearly[leader].map { $0 > 0 ? Self.price.left : Self.price.beyond } ?? 0
      }, cuts: [:], options: problem.leaderOptions.count)
    var noise: PlacementSearch.Noise?
    guard
      let found = search.cheapest(in: space, state: full.withoutReleaseCaps(), prices: prices, noise: &noise)?
        .placement
    else { return nil }
    needs = found.team.map { Int(problem.leaderOptions[Int($0)].leader) }.sorted().compactMap { leader in
      Self.need(of: leader, for: found, beside: full, in: problem)
    }
    if needs.isEmpty { return nil }
  }

  private static func need(
    of leader: Int, for placement: Placement, beside full: TimetableState, in problem: TimetableProblem
  ) -> Need? {
    var yearly = 0
    var taken = Array(repeating: 0, count: problem.grid.months)
    for position in placement.starts {
      let start = problem.starts[Int(position)]
      let halfDays = problem.releasedHalfDays(of: leader, at: start)
      yearly += halfDays
      taken[problem.grid.monthOfDay[Int(start.day)]] += halfDays
    }
    let beyond = full.supply.yearly[leader].map { max(0, yearly - max(0, $0)) } ?? 0
    let monthly = taken.indices.compactMap { month -> Need.Month? in
      guard let left = full.supply.monthly[leader * problem.grid.months + month] else { return nil }
      let lacking = taken[month] - max(0, left)
      return lacking > 0 ? Need.Month(month: month, halfDays: lacking) : nil
    }
    return beyond > 0 || !monthly.isEmpty ? Need(leader: leader, yearly: beyond, monthly: monthly) : nil
  }
}
