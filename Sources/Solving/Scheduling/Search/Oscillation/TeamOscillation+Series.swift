/// Changes of whole series: others served, other dates, other teams.
extension TeamOscillation {
  /// Work of a change that looks for new dates, in others.
  private static let datesWork = 150
  /// Dates that are kept for a series.
  private static let keptDates = 8

  mutating func serve(_ index: Int) -> Int {
    if wantsDates(index) {
      if let (found, dates) = lookForDates(index) {
        settle(HeldSeries(index: index, placement: found, dates: dates), instead: nil)
      }
      return Self.datesWork
    }
    let dates = self.dates[index][randomness.below(self.dates[index].count)]
    redraft(index, at: dates, instead: nil)
    return 1
  }

  mutating func rebuild(_ index: Int) -> Int {
    if wantsDates(index) {
      let old = takeOut(index)
      let found = lookForDates(index)
      place(old)
      if let (found, dates) = found {
        settle(HeldSeries(index: index, placement: found, dates: dates), instead: old)
      }
      return Self.datesWork
    }
    redate(index)
    return 1
  }

  /// Another team for a series that is placed, at dates that are known.
  mutating func redate(_ index: Int) {
    guard let old = placed(index), !dates[index].isEmpty else { return }
    redraft(index, at: dates[index][randomness.below(dates[index].count)], instead: old)
  }

  mutating func drop(_ index: Int) {
    guard problem.series[index].unservedPrice != nil, let old = placed(index) else { return }
    let number = randomness.below(unserved.count + 1)
    if number < unserved.count, randomness.below(5) > 0, !dates[unserved[number]].isEmpty {
      let other = unserved[number]
      let dates = self.dates[other][randomness.below(self.dates[other].count)]
      redraft(other, at: dates, instead: old)
    } else if accepts(rise(from: old, to: nil)) {
      takeOut(index)
    }
  }

  /// A series that is placed.
  private mutating func placed(_ index: Int) -> HeldSeries? {
    guard let placement = state.placements[index], let dates = held[index] else { return nil }
    return HeldSeries(index: index, placement: placement, dates: dates)
  }

  /// Places a series with another team, at dates that are known, instead of one that leaves.
  private mutating func redraft(_ index: Int, at dates: PricedDates, instead old: HeldSeries?) {
    departure.set(old, in: problem)
    if let found = draft(index, at: dates) {
      settle(HeldSeries(index: index, placement: found, dates: dates), instead: old)
    }
  }

  /// What it costs more if one series is left out, and another is placed.
  mutating func rise(from old: HeldSeries?, to new: HeldSeries?) -> Int {
    departure.set(old, in: problem)
    return (new.map { worth($0) } ?? 0) - (old.map { worth($0) } ?? 0)
  }

  /// What placing a series costs against leaving it unserved, once the one that leaves is gone; isolation left out.
  private mutating func worth(_ new: HeldSeries) -> Int {
    let series = problem.series[new.index]
    var cost = new.dates.chargedCost - (series.unservedPrice ?? 0)
    var grows = false
    for option in new.placement.team {
      let offset = Int(option) - series.leaders.lowerBound
      let leader = leader(option)
      cost += new.dates.chargedPrices[offset]
      cost += riseOfRelease(leader, Int(new.dates.halfDays[offset]))
      let back = departure.sessions[leader]
      cost += state.unfairnessRise(leader, new.dates.starts.count - back) - state.unfairnessRise(leader, -back)
      if problem.leaderOptions[Int(option)].grows { grows = true }
    }
    return grows ? cost : cost + series.team.missedGrowthPrice
  }

  /// What a leader's half days cost above the cap, once the series that leaves is gone.
  @inline(__always)
  private mutating func riseOfRelease(_ leader: Int, _ halfDays: Int) -> Int {
    let back = departure.halfDays[leader]
    return back == 0
      ? weights.rise(leader, halfDays) : weights.rise(leader, halfDays - back) - weights.rise(leader, -back)
  }

  /// Places a series if the change is accepted and the rules allow it, instead of one that leaves.
  private mutating func settle(_ new: HeldSeries, instead old: HeldSeries?) {
    guard accepts(rise(from: old, to: new)) else { return }
    if let old { takeOut(old.index) }
    if state.conflict(of: new.placement, for: new.index) == nil {
      place(new)
    } else if let old {
      place(old)
    }
  }

  // MARK: Dates and teams

  private mutating func wantsDates(_ index: Int) -> Bool {
    let count = dates[index].count
    return count == 0 || randomness.below(count < Self.keptDates / 2 ? 8 : 128) == 0
  }

  /// Dates that are new perhaps, for a series that is not placed, and a team for them; both are led by the weights, and
  /// where many half days are left by what they are charged.
  mutating func lookForDates(_ index: Int) -> (Placement, PricedDates)? {
    var halfDays = weights.marginal
    if let charges {
      for leader in halfDays.indices { halfDays[leader] = max(halfDays[leader], charges.halfDay(of: leader)) }
    }
    let prices = ResourcePrices(byResource: halfDays, cuts: [:], options: 0)
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

  /// A team for dates, the cheapest but for chance, once the series that leaves is gone. What may come free with it is
  /// not looked at: ``settle(_:instead:)`` looks at all rules.
  private mutating func draft(_ index: Int, at dates: PricedDates) -> Placement? {
    let series = problem.series[index]
    for (session, position) in dates.starts.enumerated() {
      let start = problem.starts[Int(position)]
      if departure.hasSession(on: Int(start.day)) { continue }
      let slots = problem.span(of: start)
      guard state.poolsSuffice(for: start), state.cohortsAreFree(series, in: slots) else { return nil }
      if series.needsVenue {
        let venue = Int(problem.venueOptions[Int(dates.venues[session])].venue)
        guard state.isFree(venue: venue, in: slots) else { return nil }
      }
    }
    let space = spaces[index]
    team.begin(space)
    for kind in space.kinds.indices {
      let most = space.teams.most[kind]
      guard most > 0 else { continue }
      for option in space.kinds[kind].members {
        let offset = Int(option) - series.leaders.lowerBound
        var price = dates.chargedPrices[offset]
        guard price < SessionChain.unreachable else { continue }
        let leader = leader(option)
        price += riseOfRelease(leader, Int(dates.halfDays[offset]))
        // Most are too dear without any noise.
        guard team.isWorth(price, most: most) else { continue }
        price += noise()
        guard team.isWorth(price, most: most), isFree(leader, at: dates.starts, departs: true) else { continue }
        team.offer(option, price: price, most: most)
      }
      team.end(kind: kind, in: space)
    }
    return team.cheapest(in: space, missedGrowth: series.team.missedGrowthPrice).map {
      Placement(starts: dates.starts, venues: dates.venues, team: $0.members)
    }
  }
}
