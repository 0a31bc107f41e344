/// The cheapest dates and venues for a given team, in what a state has left.
///
/// At each start the team meets at the cheapest venue that is free, in reach of all and near enough to whatever
/// its members do besides that day; ``SessionChain`` then chooses the dates. Caps on release count over several
/// sessions: where the chain breaks one, releasing that leader (in that month) is made dearer until it does
/// not, as in Lagrangian relaxation of a few constraints (Handler and Zang 1980).
struct TeamDates: Sendable {
  private let problem: TimetableProblem
  private var chain = SessionChain()
  private var costs: [Int] = []
  private var venueAt: [Int32] = []
  private var released: [Int32] = []

  init(_ problem: TimetableProblem) { self.problem = problem }

  /// A placement that fits, and its price with those of resources; `nil` where none was found.
  ///
  /// - Parameters:
  ///   - team: Positions in ``TimetableProblem/leaderOptions``, ascending.
  ///   - base: By start: the price of a session without team and venue; ``SessionChain/unreachable`` for none.
  mutating func cheapest(
    for team: [Int32], in space: PlacementSpace, base: [Int], prices: ResourcePrices, state: TimetableState
  ) -> (placement: Placement, price: Int)? {
    let series = problem.series[space.series]
    let venues = venues(for: team, of: series)
    if series.needsVenue, venues.isEmpty { return nil }
    lay(team, venues, in: space, base: base, prices: prices, state: state)
    // By member: for the year, then for each month.
    var surcharges: [Int] = []
    for _ in 0..<Self.attempts {
      let priced = surcharges.isEmpty ? costs : surcharged(surcharges, team, in: space)
      guard let found = chain.cheapest(in: space, costs: priced) else { return nil }
      let placement = placement(team, at: found.starts, venues: venues, in: space, state: state)
      guard let conflict = state.conflict(of: placement, for: space.series) else {
        return (placement, prices.price(of: placement, for: space.series, in: problem))
      }
      switch conflict {
      case .yearly(let member):
        raise(&surcharges, member, 0, of: team.count)
      case .monthly(let member, let session):
        let day = Int(problem.starts[Int(placement.starts[session])].day)
        raise(&surcharges, member, 1 + problem.grid.monthOfDay[day], of: team.count)
      case .leader(_, let session), .travel(_, let session), .venue(let session), .cohort(let session),
        .pool(let session):
        // Each start fits by itself: sessions of one day are in each other's way.
        costs[found.starts[session]] = SessionChain.unreachable
      }
    }
    return nil
  }

  private static let attempts = 10
  private static let firstSurcharge = 250_000

  private func raise(_ surcharges: inout [Int], _ member: Int, _ cap: Int, of members: Int) {
    let width = problem.grid.months + 1
    if surcharges.isEmpty { surcharges = Array(repeating: 0, count: members * width) }
    let cell = member * width + cap
    surcharges[cell] = surcharges[cell] == 0 ? Self.firstSurcharge : surcharges[cell] * 4
  }

  /// The venues that all of a team can reach, the cheapest first.
  private func venues(for team: [Int32], of series: TimetableProblem.Series) -> [(option: Int32, price: Int)] {
    guard series.needsVenue else { return [] }
    let fixed = problem.sessionRules[series.sessionRules].map(\.fixedVenue)
    let isFixed = Set(fixed).count == 1 && fixed.first != .some(nil)
    var venues: [(option: Int32, price: Int)] = []
    for venue in series.venues where !isFixed || fixed[0].map({ $0 + series.venues.lowerBound }) == venue {
      var price = problem.venueOptions[venue].price
      var isInReach = true
      for option in team {
        guard let travel = problem.travelPrice(of: Int(option), to: venue, for: series) else {
          isInReach = false
          break
        }
        price += travel
      }
      if isInReach { venues.append((Int32(venue), price)) }
    }
    return venues.sorted { ($0.price, $0.option) < ($1.price, $1.option) }
  }

  /// Fills the price of each start and its venue.
  private mutating func lay(
    _ team: [Int32], _ venues: [(option: Int32, price: Int)], in space: PlacementSpace, base: [Int],
    prices: ResourcePrices, state: TimetableState
  ) {
    let series = problem.series[space.series]
    let leaders = team.map { Int(problem.leaderOptions[Int($0)].leader) }
    if costs.count != space.startCount { costs = Array(repeating: 0, count: space.startCount) }
    if venueAt.count < space.startCount { venueAt = Array(repeating: -1, count: space.startCount) }
    for offset in 0..<space.startCount {
      costs[offset] = SessionChain.unreachable
      guard base[offset] < SessionChain.unreachable else { continue }
      let start = problem.starts[series.starts.lowerBound + offset]
      guard let release = release(of: team, at: start, prices: prices, state: state) else { continue }
      var price = base[offset] + release - space.contact.minutePrice * Int(start.minutes)
      if series.needsVenue {
        guard let venue = venue(among: venues, at: start, for: leaders, state: state) else { continue }
        venueAt[offset] = venues[venue].option
        price += venues[venue].price
      } else if !leaders.allSatisfy({ state.canTravel($0, to: nil, at: start) }) {
        continue
      }
      costs[offset] = price
    }
  }

  /// What the release of a team at a start costs; `nil` where somebody cannot be had.
  private func release(
    of team: [Int32], at start: TimetableProblem.Start, prices: ResourcePrices, state: TimetableState
  ) -> Int? {
    let month = problem.grid.monthOfDay[Int(start.day)]
    let slots = problem.span(of: start)
    var price = 0
    for option in team {
      let leader = Int(problem.leaderOptions[Int(option)].leader)
      var halfDays = 0
      for slot in slots {
        let slot = Int(problem.spans[slot])
        guard state.supply.isFree[leader, slot] else { return nil }
        if problem.leaderIsReleased[leader, slot] { halfDays += 1 }
      }
      guard halfDays > 0 else { continue }
      let cell = leader * problem.grid.months + month
      if let left = state.supply.yearly[leader], left < halfDays { return nil }
      if let left = state.supply.monthly[cell], left < halfDays { return nil }
      if let pool = problem.leaders[leader].pool,
        state.poolLeft[pool * problem.grid.days + Int(start.day)] < halfDays
      {
        return nil
      }
      price +=
        halfDays * (problem.leaders[leader].substitutePrice + prices.release(of: leader, option: Int(option)))
    }
    return price
  }

  private func venue(
    among venues: [(option: Int32, price: Int)], at start: TimetableProblem.Start, for leaders: [Int],
    state: TimetableState
  ) -> Int? {
    let slots = problem.span(of: start)
    return venues.firstIndex { entry in
      let venue = Int(problem.venueOptions[Int(entry.option)].venue)
      return state.isFree(venue: venue, in: slots)
        && leaders.allSatisfy { state.canTravel($0, to: problem.placeOfVenue[venue], at: start) }
    }
  }

  private func surcharged(_ surcharges: [Int], _ team: [Int32], in space: PlacementSpace) -> [Int] {
    let series = problem.series[space.series]
    let width = problem.grid.months + 1
    let leaders = team.map { Int(problem.leaderOptions[Int($0)].leader) }
    var priced = costs
    for offset in 0..<space.startCount where priced[offset] < SessionChain.unreachable {
      let start = problem.starts[series.starts.lowerBound + offset]
      let month = problem.grid.monthOfDay[Int(start.day)]
      for (member, leader) in leaders.enumerated() {
        let surcharge = surcharges[member * width] + surcharges[member * width + 1 + month]
        guard surcharge > 0 else { continue }
        priced[offset] += problem.releasedHalfDays(of: leader, at: start) * surcharge
      }
    }
    return priced
  }

  /// The dates with venues: one for all sessions where that is no dearer than the cheapest for each.
  private func placement(
    _ team: [Int32], at starts: [Int], venues: [(option: Int32, price: Int)], in space: PlacementSpace,
    state: TimetableState
  ) -> Placement {
    let series = problem.series[space.series]
    let positions = starts.map { Int32(series.starts.lowerBound + $0) }
    guard series.needsVenue else { return Placement(starts: positions, venues: [], team: team) }
    let separate = Placement(starts: positions, venues: fixed(starts.map { venueAt[$0] }, of: series), team: team)
    guard series.sessionRules.isEmpty, Set(separate.venues).count > 1 else { return separate }
    let leaders = team.map { Int(problem.leaderOptions[Int($0)].leader) }
    let common = venues.first { entry in
      let venue = Int(problem.venueOptions[Int(entry.option)].venue)
      return positions.allSatisfy { position in
        let start = problem.starts[Int(position)]
        return state.isFree(venue: venue, in: problem.span(of: start))
          && leaders.allSatisfy { state.canTravel($0, to: problem.placeOfVenue[venue], at: start) }
      }
    }
    guard let common else { return separate }
    let together = Placement(
      starts: positions, venues: Array(repeating: common.option, count: starts.count), team: team)
    return problem.cost(of: together, for: space.series) <= problem.cost(of: separate, for: space.series)
      ? together : separate
  }

  /// Venues with those that are fixed put in their place.
  private func fixed(_ venues: [Int32], of series: TimetableProblem.Series) -> [Int32] {
    guard !series.sessionRules.isEmpty else { return venues }
    return zip(venues, problem.sessionRules[series.sessionRules]).map { venue, rule in
      rule.fixedVenue.map { Int32(series.venues.lowerBound + $0) } ?? venue
    }
  }
}
