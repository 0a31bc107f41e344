/// Dates and venues of a series, with what each leader would cost and give there. A class: the search hands it on at
/// every change, which then counts one reference and not four.
final class PricedDates: Sendable {
  /// By session: a position in ``TimetableProblem/starts``.
  let starts: [Int32]
  /// By session: a position in ``TimetableProblem/venueOptions``; empty where the series takes no venue.
  let venues: [Int32]
  /// What they cost without a team.
  let cost: Int
  /// By leader option, from the first of the series: what the leader costs in the team, travel and substitutes
  /// included; ``SessionChain/unreachable`` where the leader is away or out of reach.
  let prices: [Int]
  /// By leader option, from the first of the series: release half days.
  let halfDays: [Int32]
  /// The cost with what the search charges for substitutes.
  let chargedCost: Int
  /// By leader option, from the first of the series: the price with what the search charges for half days.
  let chargedPrices: [Int]

  /// - Parameter charges: What the search charges beyond costs, if anything.
  /// - Complexity: O(leader options x slots).
  init(of placement: Placement, for index: Int, in problem: TimetableProblem, charges: ResourceCharges?) {
    let series = problem.series[index]
    starts = placement.starts
    venues = placement.venues
    cost =
      problem.cost(of: Placement(starts: starts, venues: venues, team: []), for: index)
      - series.team.missedGrowthPrice
    var prices: [Int] = []
    var halfDays: [Int32] = []
    for option in series.leaders {
      let leader = Int(problem.leaderOptions[option].leader)
      var price = problem.leaderOptions[option].price
      var released = 0
      for (session, position) in placement.starts.enumerated() {
        if series.needsVenue {
          let travel = problem.travelPrice(of: option, to: Int(placement.venues[session]), for: series)
          price = travel.map { price + $0 } ?? SessionChain.unreachable
        }
        for slot in problem.span(of: problem.starts[Int(position)]) {
          let slot = Int(problem.spans[slot])
          if !problem.leaderIsFree[leader, slot] { price = SessionChain.unreachable }
          if problem.leaderIsReleased[leader, slot] { released += 1 }
        }
        if price >= SessionChain.unreachable { break }
      }
      prices.append(min(SessionChain.unreachable, price + released * problem.leaders[leader].substitutePrice))
      halfDays.append(Int32(released))
    }
    self.prices = prices
    self.halfDays = halfDays
    guard let charges else {
      (chargedCost, chargedPrices) = (cost, prices)
      return
    }
    chargedCost = cost + charges.charge(at: starts)
    chargedPrices = series.leaders.enumerated().map { offset, option in
      guard prices[offset] < SessionChain.unreachable else { return prices[offset] }
      let leader = Int(problem.leaderOptions[option].leader)
      return prices[offset] + charges.charge(of: option, leader: leader, halfDays: Int(halfDays[offset]))
    }
  }
}
