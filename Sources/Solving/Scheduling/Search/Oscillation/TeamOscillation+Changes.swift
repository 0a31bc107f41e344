// Some functions here are mutating that change nothing: others may be handed a copy of the search, which is large.

extension TeamOscillation {
  /// Work of a change that looks for new dates, in others.
  private static let datesWork = 150
  /// Dates that are kept for a series.
  private static let keptDates = 8
  /// Of a hundred changes of a series that is placed: up to where they are of which kind.
  private static let exchanges = 45
  private static let substitutions = 92
  private static let rebuilds = 95
  /// Of a hundred changes, those that begin with a leader who gives too much, while there is one.
  private static let reliefs = 20

  /// Tries one change.
  ///
  /// - Returns: The work it took.
  mutating func change() -> Int {
    if !weights.overdrawnLeaders.isEmpty, randomness.below(100) < Self.reliefs, relieve() { return 1 }
    let index = placeable[randomness.below(placeable.count)]
    guard state.placements[index] != nil else { return serve(index) }
    let kind = randomness.below(100)
    if kind < Self.exchanges {
      exchange(index)
    } else if kind < Self.substitutions {
      substitute(index)
    } else if kind < Self.rebuilds {
      return rebuild(index)
    } else {
      drop(index)
    }
    return 1
  }

  // MARK: One leader for another

  /// Another leader, or an exchange, for somebody who gives too much.
  ///
  /// - Returns: Whether the series that was drawn takes half days of theirs.
  private mutating func relieve() -> Bool {
    let leader = weights.overdrawnLeaders[randomness.below(weights.overdrawnLeaders.count)]
    let led = state.seriesOfLeader[leader]
    let index = Int(led[randomness.below(led.count)])
    guard let dates = held[index], let option = option(of: leader, in: index),
      dates.halfDays[Int(option) - problem.series[index].leaders.lowerBound] > 0
    else { return false }
    if randomness.below(2) == 0 {
      exchange(index, member: option)
    } else {
      substitute(index, member: option)
    }
    return true
  }

  /// A leader option of a series for a leader; `nil` for none.
  mutating func option(of leader: Int, in index: Int) -> Int32? {
    let options = optionsOfLeader[leader]
    let range = problem.series[index].leaders
    var low = 0
    var high = options.count
    while low < high {
      let middle = (low + high) / 2
      if Int(options[middle]) < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < options.count && range.contains(Int(options[low])) ? options[low] : nil
  }

  private func leader(_ option: Int32) -> Int { Int(problem.leaderOptions[Int(option)].leader) }

  /// A member and somebody of the same kind who is not in the team; `nil` where there is none.
  ///
  /// - Parameter member: The member; `nil` for any.
  private mutating func replacement(of member: Int32?, in index: Int) -> (old: Int32, new: Int32)? {
    guard let dates = held[index], let team = state.placements[index]?.team, !team.isEmpty else { return nil }
    let old = member ?? team[randomness.below(team.count)]
    let kind = kinds[Int(old)]
    guard kind >= 0 else { return nil }
    let members = membersOfKind[firstKind[index] + Int(kind)]
    let new = members[randomness.below(members.count)]
    // Most changes fail here.
    guard dates.prices[Int(new) - problem.series[index].leaders.lowerBound] < SessionChain.unreachable else {
      return nil
    }
    return team.contains(new) ? nil : (old, new)
  }

  private mutating func substitute(_ index: Int, member: Int32? = nil) {
    guard let (old, new) = replacement(of: member, in: index), let dates = held[index] else { return }
    let first = problem.series[index].leaders.lowerBound
    let price = dates.chargedPrices[Int(new) - first]
    guard price < SessionChain.unreachable else { return }
    let (from, to) = (leader(old), leader(new))
    var rise = price - dates.chargedPrices[Int(old) - first]
    rise += weights.rise(to, Int(dates.halfDays[Int(new) - first]))
    rise += weights.rise(from, -Int(dates.halfDays[Int(old) - first]))
    rise += state.unfairnessRise(to, dates.starts.count) + state.unfairnessRise(from, -dates.starts.count)
    guard accepts(rise), isFree(to, at: dates.starts) else { return }
    replace([(index, old, new)])
  }

  private mutating func exchange(_ index: Int, member: Int32? = nil) {
    guard let (old, new) = replacement(of: member, in: index), let dates = held[index] else { return }
    let (mine, theirs) = (leader(old), leader(new))
    let count = state.seriesOfLeader[theirs].count
    guard count > 0 else { return }
    let other = Int(state.seriesOfLeader[theirs][randomness.below(count)])
    guard let otherOld = option(of: theirs, in: other), let otherNew = option(of: mine, in: other),
      kinds[Int(otherOld)] == kinds[Int(otherNew)], let otherDates = held[other],
      let team = state.placements[other]?.team, !team.contains(otherNew)
    else { return }
    let first = problem.series[index].leaders.lowerBound
    let otherFirst = problem.series[other].leaders.lowerBound
    let prices = (dates.chargedPrices[Int(new) - first], otherDates.chargedPrices[Int(otherNew) - otherFirst])
    guard prices.0 < SessionChain.unreachable, prices.1 < SessionChain.unreachable else { return }
    var rise = prices.0 - dates.chargedPrices[Int(old) - first]
    rise += prices.1 - otherDates.chargedPrices[Int(otherOld) - otherFirst]
    let mineChange = Int(otherDates.halfDays[Int(otherNew) - otherFirst]) - Int(dates.halfDays[Int(old) - first])
    let theirsChange = Int(dates.halfDays[Int(new) - first]) - Int(otherDates.halfDays[Int(otherOld) - otherFirst])
    rise += weights.rise(mine, mineChange) + weights.rise(theirs, theirsChange)
    let sessions = otherDates.starts.count - dates.starts.count
    rise += state.unfairnessRise(mine, sessions) + state.unfairnessRise(theirs, -sessions)
    guard accepts(rise) else { return }
    replace([(index, old, new), (other, otherOld, otherNew)])
  }

  /// Puts leaders in the place of others, if the rules allow it.
  private mutating func replace(_ changes: [(index: Int, old: Int32, new: Int32)]) {
    for change in changes { removeMember(change.old, of: change.index) }
    for (number, change) in changes.enumerated() {
      guard state.fits(change.new, in: change.index) else {
        for earlier in changes[..<number] { removeMember(earlier.new, of: earlier.index) }
        for change in changes { addMember(change.old, of: change.index) }
        return
      }
      addMember(change.new, of: change.index)
    }
  }

  /// Whether a leader does nothing else in the slots of some starts.
  private mutating func isFree(_ leader: Int, at starts: [Int32]) -> Bool {
    for position in starts {
      for slot in problem.span(of: problem.starts[Int(position)])
      where !state.supply.isFree[leader, Int(problem.spans[slot])] {
        return false
      }
    }
    return true
  }

  // MARK: Whole series

  private mutating func serve(_ index: Int) -> Int {
    if wantsDates(index) {
      if let (found, dates) = lookForDates(index) { settle(index, found, at: dates, instead: nil) }
      return Self.datesWork
    }
    let dates = self.dates[index][randomness.below(self.dates[index].count)]
    if let found = draft(index, at: dates) { settle(index, found, at: dates, instead: nil) }
    return 1
  }

  private mutating func rebuild(_ index: Int) -> Int {
    let old = takeOut(index)
    var work = 1
    if wantsDates(index) {
      work = Self.datesWork
      if let (found, dates) = lookForDates(index) {
        settle(index, found, at: dates, instead: (index, old.placement, old.dates))
        return work
      }
    } else {
      let dates = self.dates[index][randomness.below(self.dates[index].count)]
      if let found = draft(index, at: dates) {
        settle(index, found, at: dates, instead: (index, old.placement, old.dates))
        return work
      }
    }
    place(old.placement, at: old.dates, for: index)
    return work
  }

  private mutating func drop(_ index: Int) {
    guard problem.series[index].unservedPrice != nil else { return }
    let old = takeOut(index)
    let other = unserved[randomness.below(unserved.count)]
    if other != index, randomness.below(5) > 0, !dates[other].isEmpty {
      let dates = self.dates[other][randomness.below(self.dates[other].count)]
      if let found = draft(other, at: dates) {
        settle(other, found, at: dates, instead: (index, old.placement, old.dates))
        return
      }
    }
    if !accepts(rise(from: (index, old.placement, old.dates), to: nil)) {
      place(old.placement, at: old.dates, for: index)
    }
  }

  /// What it costs more if one series that was taken out is left out, and another is placed.
  private mutating func rise(
    from old: (index: Int, placement: Placement, dates: PricedDates)?,
    to new: (index: Int, placement: Placement, dates: PricedDates)?
  ) -> Int {
    var rise = 0
    if let old { rise -= worth(old.index, old.placement, old.dates) }
    if let new { rise += worth(new.index, new.placement, new.dates) }
    return rise
  }

  /// What placing a series costs against leaving it unserved, in a state in which it is not placed; isolation
  /// left out.
  private mutating func worth(_ index: Int, _ placement: Placement, _ dates: PricedDates) -> Int {
    let series = problem.series[index]
    var cost = dates.chargedCost - (series.unservedPrice ?? 0)
    var grows = false
    for option in placement.team {
      let offset = Int(option) - series.leaders.lowerBound
      cost += dates.chargedPrices[offset]
      cost += weights.rise(leader(option), Int(dates.halfDays[offset]))
      cost += state.unfairnessRise(leader(option), placement.starts.count)
      if problem.leaderOptions[Int(option)].grows { grows = true }
    }
    return grows ? cost : cost + series.team.missedGrowthPrice
  }

  /// Places a series if the rules allow it and the change is accepted; else what was taken out comes back.
  private mutating func settle(
    _ index: Int, _ placement: Placement, at dates: PricedDates,
    instead old: (index: Int, placement: Placement, dates: PricedDates)?
  ) {
    if accepts(rise(from: old, to: (index, placement, dates))), state.conflict(of: placement, for: index) == nil {
      place(placement, at: dates, for: index)
    } else if let old {
      place(old.placement, at: old.dates, for: old.index)
    }
  }

  // MARK: Dates and teams

  private mutating func wantsDates(_ index: Int) -> Bool {
    let count = dates[index].count
    return count == 0 || randomness.below(count < Self.keptDates / 2 ? 8 : 128) == 0
  }

  /// Dates that are new perhaps, for a series that is not placed, and a team for them; both are led by the weights.
  mutating func lookForDates(_ index: Int) -> (Placement, PricedDates)? {
    let prices = ResourcePrices(byResource: weights.marginal, cuts: [:], options: 0)
    var noise: PlacementSearch.Noise? = .init(
      largest: 1 << (8 + randomness.below(13)), randomness: Randomness(seed: randomness.next()))
    guard let found = search.cheapest(in: spaces[index], state: state, prices: prices, noise: &noise) else {
      return nil
    }
    let known = dates[index].first {
      $0.starts == found.placement.starts && $0.venues == found.placement.venues
    }
    if let known { return (found.placement, known) }
    let new = PricedDates(of: found.placement, for: index, in: problem, charges: charges)
    if dates[index].count < Self.keptDates {
      dates[index].append(new)
    } else {
      dates[index][randomness.below(Self.keptDates)] = new
    }
    return (found.placement, new)
  }

  /// A team for dates, the cheapest but for chance, for a series that is not placed.
  private mutating func draft(_ index: Int, at dates: PricedDates) -> Placement? {
    let series = problem.series[index]
    for (session, position) in dates.starts.enumerated() {
      let start = problem.starts[Int(position)]
      let slots = problem.span(of: start)
      guard state.poolsSuffice(for: start), state.cohortsAreFree(series, in: slots) else { return nil }
      if series.needsVenue {
        let venue = Int(problem.venueOptions[Int(dates.venues[session])].venue)
        guard state.isFree(venue: venue, in: slots) else { return nil }
      }
    }
    let space = spaces[index]
    team.begin(space)
    for (kind, members) in space.kinds.map(\.members).enumerated() {
      let most = space.teams.most[kind]
      guard most > 0 else { continue }
      for option in members {
        let offset = Int(option) - series.leaders.lowerBound
        var price = dates.chargedPrices[offset]
        guard price < SessionChain.unreachable else { continue }
        let leader = leader(option)
        price += weights.rise(leader, Int(dates.halfDays[offset])) + noise()
        guard team.isWorth(price, most: most), isFree(leader, at: dates.starts) else { continue }
        team.offer(option, price: price, most: most)
      }
      team.end(kind: kind, in: space)
    }
    return team.cheapest(in: space, missedGrowth: series.team.missedGrowthPrice).map {
      Placement(starts: dates.starts, venues: dates.venues, team: $0.members)
    }
  }
}
