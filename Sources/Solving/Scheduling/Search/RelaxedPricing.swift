/// The cheapest placement of a series if each session could have its own team.
///
/// At each start the team is the cheapest composition of the cheapest leaders who are free then, so that the
/// dates are left to ``SessionChain``. Since a real placement has one team for all sessions, no placement costs
/// less: the value is a lower bound, and its dates and leaders are a good guess. Prices that belong to a whole
/// placement (a leader's own price, missed growth) are spread over the sessions and rounded down.
///
/// Leaders of a kind are kept in the order of their price with and without release; release prices differ by
/// month, so that there is one order a month at most and a start only has to walk down a list until it has
/// enough free leaders. O(starts x compositions + months x leaders · log leaders).
struct RelaxedPricing: Sendable {
  /// A chain of dates with a team for each.
  struct Found: Sendable {
    /// No placement of the series costs less at these prices.
    let cost: Int
    /// By session: a start, counted from the first of the series.
    let starts: [Int]
    /// By session: positions in ``TimetableProblem/leaderOptions``.
    let teams: [[Int32]]
  }

  private let problem: TimetableProblem
  private var chain = SessionChain()
  private var costs: [Int] = []
  /// Where nobody is released, and where everybody is.
  private var orders: [[Entry]] = []
  private var kindStart: [Int] = []
  private var sums: [Int] = []
  private var chosen: [Int32] = []
  private var known: [Known] = []
  private var reserve = 1

  /// A leader option and its price for one session.
  private struct Entry {
    var price: Int
    var option: Int32
    var leader: Int32
  }

  /// The sums of the last start of a class, and what they came to.
  private struct Known {
    var sums: [Int]
    var cost: Int
  }

  init(_ problem: TimetableProblem) { self.problem = problem }

  /// The cheapest dates and teams; `nil` where there are none.
  ///
  /// - Parameters:
  ///   - space: What is known of the series.
  ///   - prices: Prices on resources.
  ///   - supply: Who can be had when.
  ///   - base: By start: the price of a session without its leaders; ``SessionChain/unreachable`` for none.
  ///   - reserve: A leader is only released who has half days left in the year for so many sessions.
  mutating func cheapest(
    in space: PlacementSpace, prices: ResourcePrices, supply: LeaderSupply, base: [Int], reserve: Int
  ) -> Found? {
    prepare(space, prices: prices, reserve: reserve)
    let series = problem.series[space.series]
    let growth = series.team.missedGrowthPrice / max(1, space.sessions)
    if costs.count < space.startCount { costs = Array(repeating: 0, count: space.startCount) }
    for start in 0..<space.startCount {
      guard base[start] < SessionChain.unreachable else {
        costs[start] = SessionChain.unreachable
        continue
      }
      let position = problem.starts[series.starts.lowerBound + start]
      fill(start, position, space: space, supply: supply)
      let team = teamCost(class: space.release[start] == .nobody ? 0 : 1, space: space, growth: growth)
      costs[start] =
        team >= SessionChain.unreachable
        ? SessionChain.unreachable : base[start] + team - space.contact.minutePrice * Int(position.minutes)
    }
    guard let found = chain.cheapest(in: space, costs: costs) else { return nil }
    let teams = found.starts.map { start -> [Int32] in
      let position = problem.starts[series.starts.lowerBound + start]
      fill(start, position, space: space, supply: supply)
      guard space.teams.isComplete, let best = space.teams.cheapest(sums: sums, missedGrowth: growth) else {
        return []
      }
      return space.teams.counts(of: best.composition).flatMap { kind, count in
        (0..<count).map { chosen[space.teams.offsets[kind] + $0] }
      }
    }
    return Found(cost: found.cost, starts: found.starts, teams: teams)
  }

  /// Lays out who is cheapest: without release by the space's own order, with release by month when asked.
  private mutating func prepare(_ space: PlacementSpace, prices: ResourcePrices, reserve: Int) {
    self.reserve = reserve
    let first = problem.series[space.series].leaders.lowerBound
    kindStart.removeAll(keepingCapacity: true)

    sums = Array(repeating: 0, count: space.teams.tableSize)
    chosen = Array(repeating: 0, count: space.teams.tableSize)
    known = Array(repeating: Known(sums: [], cost: 0), count: 2)
    var unreleased: [Entry] = []
    var released: [Entry] = []
    for kind in space.kinds {
      kindStart.append(unreleased.count)
      var own: [Entry] = []
      for option in kind.members {
        let leader = problem.leaderOptions[Int(option)].leader
        let price = space.leastPrice[Int(option) - first]
        unreleased.append(Entry(price: price, option: option, leader: leader))
        let release =
          space.span
          * (problem.leaders[Int(leader)].substitutePrice + prices.release(of: Int(leader), option: Int(option)))
        own.append(Entry(price: price + release, option: option, leader: leader))
      }
      own.sort { ($0.price, $0.option) < ($1.price, $1.option) }
      released += own
    }
    kindStart.append(unreleased.count)
    orders = [unreleased, released]
  }

  /// Puts the sums of the cheapest free leaders of each kind into `sums`, and who they are into `chosen`.
  private mutating func fill(
    _ start: Int, _ position: TimetableProblem.Start, space: PlacementSpace, supply: LeaderSupply
  ) {
    let months = problem.grid.months
    let month = problem.grid.monthOfDay[Int(position.day)]
    let slots = problem.span(of: position)
    let release = space.release[start]
    let order = release == .nobody ? 0 : 1
    for kind in space.kinds.indices {
      let most = space.teams.most[kind]
      guard most > 0 else { continue }
      let offset = space.teams.offsets[kind]
      var found = 0
      if release == .some {
        found = fillMixed(kind, position, order: order, space: space, supply: supply)
      } else {
        for entry in kindStart[kind]..<kindStart[kind + 1] {
          let price = orders[order][entry].price
          let leader = Int(orders[order][entry].leader)
          guard isFree(leader, slots, supply) else { continue }
          guard release == .nobody || canRelease(leader, space.span, cell: leader &* months &+ month, supply)
          else { continue }
          chosen[offset + found] = orders[order][entry].option
          sums[offset + found + 1] = sums[offset + found] + price
          found += 1
          if found == most { break }
        }
      }
      if found < most {
        for count in found + 1...most { sums[offset + count] = SessionChain.unreachable }
      }
    }
  }

  /// The same where some are released and some are not: prices are worked out one by one.
  private mutating func fillMixed(
    _ kind: Int, _ position: TimetableProblem.Start, order: Int, space: PlacementSpace, supply: LeaderSupply
  ) -> Int {
    let months = problem.grid.months
    let month = problem.grid.monthOfDay[Int(position.day)]
    let slots = problem.span(of: position)
    let first = problem.series[space.series].leaders.lowerBound
    var own: [Entry] = []
    for entry in orders[order][kindStart[kind]..<kindStart[kind + 1]] {
      let leader = Int(entry.leader)
      guard isFree(leader, slots, supply) else { continue }
      let released = problem.releasedHalfDays(of: leader, at: position)
      let least = space.leastPrice[Int(entry.option) - first]
      var price = least
      if released > 0 {
        guard canRelease(leader, released, cell: leader * months + month, supply) else { continue }
        // The price of a release of all slots, in proportion.
        price += (entry.price - least) / space.span * released
      }
      own.append(Entry(price: price, option: entry.option, leader: entry.leader))
    }
    own.sort { ($0.price, $0.option) < ($1.price, $1.option) }
    let offset = space.teams.offsets[kind]
    let found = min(own.count, space.teams.most[kind])
    for number in 0..<found {
      chosen[offset + number] = own[number].option
      sums[offset + number + 1] = sums[offset + number] + own[number].price
    }
    return found
  }

  @inline(__always)
  private func isFree(_ leader: Int, _ slots: Range<Int>, _ supply: LeaderSupply) -> Bool {
    for slot in slots where !supply.isFree[leader, Int(problem.spans[slot])] { return false }
    return true
  }

  /// Whether a leader has half days left for one session in the month and for `reserve` sessions in the year.
  @inline(__always)
  private func canRelease(_ leader: Int, _ halfDays: Int, cell: Int, _ supply: LeaderSupply) -> Bool {
    if let left = supply.yearly[leader], left < halfDays &* reserve { return false }
    if let left = supply.monthly[cell], left < halfDays { return false }
    return true
  }

  private mutating func teamCost(class number: Int, space: PlacementSpace, growth: Int) -> Int {
    if known[number].sums == sums { return known[number].cost }
    let cost =
      space.teams.isComplete
      ? space.teams.cheapest(sums: sums, missedGrowth: growth)?.cost ?? SessionChain.unreachable
      : cheapestOfSize(problem.series[space.series].team.size.lowerBound, space: space)
    known[number] = Known(sums: sums, cost: cost)
    return cost
  }

  /// What the cheapest leaders cost, whatever their kind: for a series with too many compositions.
  private func cheapestOfSize(_ size: Int, space: PlacementSpace) -> Int {
    var prices: [Int] = []
    for (kind, most) in space.teams.most.enumerated() where most > 0 {
      let offset = space.teams.offsets[kind]
      for count in 1...most where sums[offset + count] < SessionChain.unreachable {
        prices.append(sums[offset + count] - sums[offset + count - 1])
      }
    }
    return prices.count < size ? 0 : prices.sorted().prefix(size).reduce(0, +)
  }
}
