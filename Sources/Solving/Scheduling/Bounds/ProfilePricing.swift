/// The cheapest profile and team of a series at given prices: what no placement of it undercuts.
///
/// One team holds all sessions, each leader at the nearest venue. For a profile each leader has one price, and the
/// cheapest composition of the cheapest leaders is the best team: exact, but for dates on which somebody is
/// absent or led elsewhere. O(profiles x (leaders + compositions)).
struct ProfilePricing: Sendable {
  /// A profile, a team, and their price.
  struct Found: Sendable {
    /// Prices on release included.
    let cost: Int
    /// In ``ReleaseProfiles/profiles``.
    let profile: Int
    /// Positions in ``TimetableProblem/leaderOptions``, ascending.
    let team: [Int32]
  }

  private let problem: TimetableProblem
  private let resources: ReleaseResources
  private let decisions: TeamDecisions?
  private var sums: [Int] = []
  private var chosen: [Int32] = []
  private var smallest: [(price: Int, option: Int32)] = []

  /// Taken off the price of leaders who must be in the team, so that the cheapest team has all of them.
  private static let requirement = 1 << 44

  /// - Parameter decisions: What teams have to keep.
  init(_ problem: TimetableProblem, resources: ReleaseResources, decisions: TeamDecisions? = nil) {
    self.problem = problem
    self.resources = resources
    self.decisions = decisions
  }

  /// The cheapest; `nil` where there is none.
  ///
  /// - Parameter requiring: A leader who must be in the team too, who is open; a position in
  ///   ``TimetableProblem/leaderOptions``.
  /// - Precondition: The compositions of the series are complete.
  mutating func cheapest(
    in space: PlacementSpace, of profiles: ReleaseProfiles, prices: ResourcePrices, requiring: Int? = nil
  ) -> Found? {
    let growth = problem.series[space.series].team.missedGrowthPrice
    sums = Array(repeating: 0, count: space.teams.tableSize)
    chosen = Array(repeating: 0, count: space.teams.tableSize)
    let count = (decisions?.requiredCount[space.series] ?? 0) + (requiring == nil ? 0 : 1)
    let required = count * Self.requirement
    var best: Found?
    for (number, profile) in profiles.profiles.enumerated() {
      fill(space, profile, of: profiles, prices: prices, requiring: requiring)
      guard let team = space.teams.cheapest(sums: sums, missedGrowth: growth),
        team.cost + required < Self.requirement / 2
      else { continue }
      var dates = profile.cost
      for day in profile.daysOff.map({ profiles.daysOff[$0] }) {
        for use in day.pools { dates += use.halfDays * prices[resources.pool(use.pool, week: day.week)] }
      }
      guard dates + team.cost + required < best?.cost ?? .max else { continue }
      let members = space.teams.counts(of: team.composition).flatMap { kind, count in
        (0..<count).map { chosen[space.teams.offsets[kind] + $0] }
      }
      best = Found(cost: dates + team.cost + required, profile: number, team: members.sorted())
    }
    return best
  }

  /// Puts the sums of the cheapest leaders of each kind where compositions look for them.
  private mutating func fill(
    _ space: PlacementSpace, _ profile: ReleaseProfiles.Profile, of profiles: ReleaseProfiles,
    prices: ResourcePrices, requiring: Int?
  ) {
    let first = problem.series[space.series].leaders.lowerBound
    for (kind, members) in space.kinds.map(\.members).enumerated() {
      let most = space.teams.most[kind]
      guard most > 0 else { continue }
      smallest.removeAll(keepingCapacity: true)
      for option in members where !(decisions?.isExcluded(Int(option)) ?? false) {
        let offset = Int(option) - first
        let leader = Int(problem.leaderOptions[Int(option)].leader)
        let group = Int(profiles.groups[offset])
        let halfDays = Int(profile.halfDays[group])
        if let most = resources.capacity[resources.year(of: leader)], halfDays > most { continue }
        var price =
          space.sessions * space.leastPrice[offset]
          + halfDays * (problem.leaders[leader].substitutePrice + prices.release(of: leader, option: Int(option)))
        for day in profile.daysOff {
          let day = profiles.daysOff[day]
          price += Int(day.idle[group]) * prices[resources.idle(leader, week: day.week)]
        }
        if Int(option) == requiring || decisions?.isRequired(Int(option)) ?? false { price -= Self.requirement }
        insert(price, option, most: most)
      }
      let offset = space.teams.offsets[kind]
      for number in 0..<most {
        guard number < smallest.count else {
          sums[offset + number + 1] = SessionChain.unreachable
          continue
        }
        sums[offset + number + 1] = sums[offset + number] + smallest[number].price
        chosen[offset + number] = smallest[number].option
      }
    }
  }

  private mutating func insert(_ price: Int, _ option: Int32, most: Int) {
    if smallest.count == most {
      guard price < smallest[most - 1].price else { return }
      smallest.removeLast()
    }
    var place = smallest.count
    smallest.append((price, option))
    while place > 0, smallest[place - 1].price > price {
      smallest[place] = smallest[place - 1]
      place -= 1
    }
    smallest[place] = (price, option)
  }
}
