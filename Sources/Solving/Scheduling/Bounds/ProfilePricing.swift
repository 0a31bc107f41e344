/// The cheapest profile and team of a series at given prices: what no placement of it undercuts.
///
/// One team holds all sessions, each leader at the nearest venue. For a profile each leader has one price, and the
/// cheapest composition of the cheapest leaders is the best team: exact, but for dates on which somebody is
/// absent or led elsewhere. O(profiles x (leaders + compositions)). Where inequalities of ``SubsetRowCut`` have a price,
/// members may pay more together than alone; then branch and bound decides who is in the team.
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
  private var draft = TeamDraft()
  /// Who must be in the team, and who must not.
  private var required: [Int32] = []
  private var barred: [Int32] = []
  /// By inequality on columns: what is known of its sum.
  private var together: [Int] = []

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
    if together.count != prices.subsetRows.count {
      together = Array(repeating: 0, count: prices.subsetRows.count)
    }
    required.removeAll(keepingCapacity: true)
    if let requiring { required.append(Int32(requiring)) }
    if let decisions, decisions.requiredCount[space.series] > 0 {
      for option in problem.series[space.series].leaders where decisions.isRequired(option) {
        required.append(Int32(option))
      }
    }
    guard let attended = price(of: resources.fixedDays.uses(ofSeries: space.series), prices) else { return nil }
    let substitutes = profiles.daysOff.indices.map { kind in
      resources.substitutes(ofSeries: space.series, dayOff: kind).reduce(0) { $0 + $1.amount * prices[$1.resource] }
    }
    var best: Found?
    for (number, profile) in profiles.profiles.enumerated() {
      let dates = profile.daysOff.reduce(profile.cost + attended) { $0 + substitutes[$1] }
      let terms = Terms(space: space, profile: profile, profiles: profiles, prices: prices)
      var found = Cheapest(limit: (best?.cost).map { $0 - dates })
      look(for: &found, terms)
      if let team = found.team {
        best = Found(cost: dates + team.cost, profile: number, team: team.members)
      }
    }
    return best
  }

  /// The price of sessions on fixed days; `nil` where there is no time for them.
  private func price(of uses: [FixedDays.Use], _ prices: ResourcePrices) -> Int? {
    var price = 0
    for use in uses {
      let resource = resources.sessions(ofCrowd: use.crowd)
      if let left = resources.capacity[resource], use.sessions > left { return nil }
      price += use.sessions * prices[resource]
    }
    return price
  }

  /// The price of a leader's half days on days off; `nil` where there are fewer.
  @inline(__always)
  private func idle(of leader: Int, group: Int, _ terms: Terms) -> Int? {
    var price = 0
    for kind in terms.profile.daysOff {
      let day = terms.profiles.daysOff[kind]
      let halfDays = Int(day.idle[group])
      if halfDays == 0 { continue }
      let resource = resources.idle(leader, week: day.week)
      if let most = resources.capacity[resource], halfDays > most { return nil }
      price += halfDays * terms.prices[resource]
    }
    return price
  }

  /// What a team is looked for with.
  private struct Terms {
    let space: PlacementSpace
    let profile: ReleaseProfiles.Profile
    let profiles: ReleaseProfiles
    let prices: ResourcePrices
  }

  /// The cheapest team so far; others have to cost less than the limit.
  private struct Cheapest {
    var limit: Int?
    var team: (cost: Int, members: [Int32])? {
      didSet { limit = team?.cost ?? limit }
    }

    func isWorth(_ cost: Int) -> Bool { limit.map { cost < $0 } ?? true }
  }

  /// Branch and bound on members: the cheapest sum of leaders' own prices is exact unless members pay together; then
  /// one of them is left out or required.
  private mutating func look(for found: inout Cheapest, _ terms: Terms) {
    let growth = problem.series[terms.space.series].team.missedGrowthPrice
    let offset = required.count * Self.requirement
    fill(terms)
    guard let team = draft.cheapest(in: terms.space, missedGrowth: growth),
      team.cost + offset < Self.requirement / 2, found.isWorth(team.cost + offset)
    else { return }
    let members = team.members
    let all = together(members, terms)
    if found.isWorth(team.cost + offset + all) { found.team = (team.cost + offset + all, members) }
    guard all > 0, found.isWorth(team.cost + offset + together(required, terms)) else { return }
    // The one without whom the others pay least.
    let open = members.filter { !required.contains($0) }
    let branched = open.min { one, other in
      let (left, right) = (
        together(members.filter { $0 != one }, terms), together(members.filter { $0 != other }, terms)
      )
      return (left, one) < (right, other)
    }
    guard let branched else { return }
    barred.append(branched)
    look(for: &found, terms)
    barred.removeLast()
    required.append(branched)
    look(for: &found, terms)
    required.removeLast()
  }

  /// What members pay beyond their own prices.
  private mutating func together(_ members: [Int32], _ terms: Terms) -> Int {
    if terms.prices.subsetRows.isEmpty { return 0 }
    let first = problem.series[terms.space.series].leaders.lowerBound
    return terms.prices.subsetRows.together(
      members.map { ($0, Int(terms.profile.halfDays[Int(terms.profiles.groups[Int($0) - first])])) },
      series: terms.space.series, sums: &together)
  }

  /// Puts the sums of the cheapest leaders of each kind where compositions look for them.
  private mutating func fill(_ terms: Terms) {
    let (space, profile, profiles, prices) = (terms.space, terms.profile, terms.profiles, terms.prices)
    let first = problem.series[space.series].leaders.lowerBound
    let isPricedByColumn = !prices.subsetRows.isEmpty
    draft.begin(space)
    for kind in space.kinds.indices {
      let most = space.teams.most[kind]
      guard most > 0 else { continue }
      for option in space.kinds[kind].members
      where !(decisions?.isExcluded(Int(option)) ?? false) && !barred.contains(option) {
        let offset = Int(option) - first
        let leader = Int(problem.leaderOptions[Int(option)].leader)
        let group = Int(profiles.groups[offset])
        let halfDays = Int(profile.halfDays[group])
        if let most = resources.capacity[resources.year(of: leader)], halfDays > most { continue }
        var price =
          space.sessions * space.leastPrice[offset]
          + halfDays * (problem.leaders[leader].substitutePrice + prices.release(of: leader, option: Int(option)))
        if isPricedByColumn { price += prices.subsetRows.own(Int(option), halfDays: halfDays) }
        guard let idle = idle(of: leader, group: group, terms) else { continue }
        price += idle
        guard let held = self.price(of: resources.fixedDays.uses(ofOption: Int(option)), prices) else { continue }
        price += held
        if required.contains(option) { price -= Self.requirement }
        if draft.isWorth(price, most: most) { draft.offer(option, price: price, most: most) }
      }
      draft.end(kind: kind, in: space)
    }
  }
}
