/// Looks for a cheap placement of one series in what a timetable has left.
///
/// Dates and team are chosen in turn: ``RelaxedPricing`` gives dates at which some team or other could be had;
/// ``TeamChoice`` finds the best team for those dates, ``TeamDates`` the best dates and venues for that team,
/// and so on while the price falls. Each half is solved exactly, the whole is a heuristic.
struct PlacementSearch: Sendable {
  private let problem: TimetableProblem
  private let choice: TeamChoice
  private var relaxed: RelaxedPricing
  private var dates: TeamDates
  private var base: [Int] = []
  private var relaxedBase: [Int] = []
  /// How many times a series was priced: the work done.
  private(set) var calls = 0

  init(_ problem: TimetableProblem) {
    self.problem = problem
    choice = TeamChoice(problem)
    relaxed = RelaxedPricing(problem)
    dates = TeamDates(problem)
  }

  /// Chance that the search is led by, so that it does not find the same placement again.
  struct Noise {
    /// The most that is added to the price of a session or a leader.
    var largest: Int
    var randomness: Randomness
  }

  /// A placement that fits, and its price with those of the resources it takes; `nil` where none was found.
  ///
  /// - Parameters:
  ///   - space: What is known of the series, which is not placed in the state.
  ///   - noise: Chance, if any.
  mutating func cheapest(
    in space: PlacementSpace, state: TimetableState, prices: ResourcePrices, noise: inout Noise?
  ) -> (placement: Placement, price: Int)? {
    calls += 1
    guard space.startCount > 0, space.teams.count > 0 else { return nil }
    lay(space, state: state, noise: &noise)
    let found =
      relaxed.cheapest(
        in: space, prices: prices, supply: state.supply, base: relaxedBase, reserve: space.sessions)
      ?? relaxed.cheapest(in: space, prices: prices, supply: state.supply, base: relaxedBase, reserve: 1)
    guard let found else { return nil }
    var biases: [Int] = []
    if noise != nil {
      for _ in space.leastPrice { biases.append(noise!.randomness.below(noise!.largest + 1)) }
    }
    func bias(_ offset: Int) -> Int { biases.isEmpty ? 0 : biases[offset] }

    var tried: [[Int32]] = []
    var best: (placement: Placement, price: Int)?
    let first = choice.cheapest(for: found.starts, in: space, prices: prices, supply: state.supply, bias: bias)
    var candidates = first.map { [$0] } ?? found.teams.filter { !$0.isEmpty }.map { $0.sorted() }
    while let team = candidates.popLast(), tried.count < Self.teams {
      if tried.contains(team) { continue }
      tried.append(team)
      guard let held = dates.cheapest(for: team, in: space, base: base, prices: prices, state: state) else {
        if candidates.isEmpty, best == nil {
          // Nobody of this team if there is another.
          let next = choice.cheapest(for: found.starts, in: space, prices: prices, supply: state.supply) {
            offset in
            tried.contains { $0.contains(Int32(problem.series[space.series].leaders.lowerBound + offset)) }
              ? Self.avoided : 0
          }
          if let next { candidates.append(next) }
        }
        continue
      }
      guard held.price < best?.price ?? .max else { continue }
      best = held
      let starts = held.placement.starts.map { Int($0) - problem.series[space.series].starts.lowerBound }
      if let next = choice.cheapest(for: starts, in: space, prices: prices, supply: state.supply, bias: bias) {
        candidates.append(next)
      }
    }
    return best
  }

  /// Dates and venues for a team that is given; `nil` where none were found.
  ///
  /// - Parameter surcharge: What a start of ``TimetableProblem/starts`` costs more.
  mutating func dates(
    for team: [Int32], in space: PlacementSpace, state: TimetableState, prices: ResourcePrices,
    surcharge: ((Int) -> Int)? = nil
  ) -> Placement? {
    calls += 1
    var noise: Noise?
    lay(space, state: state, noise: &noise)
    if let surcharge {
      for (offset, position) in problem.series[space.series].starts.enumerated()
      where base[offset] < SessionChain.unreachable {
        base[offset] += surcharge(position)
      }
    }
    return dates.cheapest(for: team, in: space, base: base, prices: prices, state: state)?.placement
  }

  /// How many teams are tried for a series.
  private static let teams = 5
  /// What a leader costs more who was in a team that could not be had.
  private static let avoided = 1_000_000_000

  /// Fills the price of each start without leaders.
  private mutating func lay(_ space: PlacementSpace, state: TimetableState, noise: inout Noise?) {
    let series = problem.series[space.series]
    base.removeAll(keepingCapacity: true)
    relaxedBase.removeAll(keepingCapacity: true)
    for (offset, position) in series.starts.enumerated() {
      let start = problem.starts[position]
      guard space.venuePrice[offset] < SessionChain.unreachable, state.poolsSuffice(for: start),
        state.cohortsAreFree(series, in: problem.span(of: start))
      else {
        base.append(SessionChain.unreachable)
        relaxedBase.append(SessionChain.unreachable)
        continue
      }
      var price = start.price
      if noise != nil { price += noise!.randomness.below(noise!.largest + 1) }
      base.append(price)
      relaxedBase.append(price + space.venuePrice[offset])
    }
  }
}
