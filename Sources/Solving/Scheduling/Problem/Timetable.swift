/// A series as it is held: where its sessions start, where they meet and who leads them.
package struct Placement: Hashable, Sendable {
  /// By session, in order of time: a position in ``TimetableProblem/starts``.
  package var starts: [Int32]
  /// By session: a position in ``TimetableProblem/venueOptions``; empty where the series takes no venue.
  package var venues: [Int32]
  /// Positions in ``TimetableProblem/leaderOptions``, ascending.
  package var team: [Int32]

  package init(starts: [Int32], venues: [Int32], team: [Int32]) {
    self.starts = starts
    self.venues = venues
    self.team = team
  }
}

/// A solution of a ``TimetableProblem``.
package struct Timetable: Hashable, Sendable {
  /// By series; `nil` where it is not served.
  package var placements: [Placement?]

  package init(placements: [Placement?]) { self.placements = placements }
}

extension TimetableProblem {
  /// What a placement costs in all terms that concern its series alone. O(sessions x team).
  package func cost(of placement: Placement, for index: Int) -> Int {
    let series = series[index]
    var cost = 0
    var minutes = 0
    var days: Set<Int32> = []
    for (session, position) in placement.starts.enumerated() {
      let start = starts[Int(position)]
      cost += start.price
      minutes += Int(start.minutes)
      if series.missingDayPrice > 0 { days.insert(start.day) }
      let venue = series.needsVenue ? Int(placement.venues[session]) : nil
      if let venue { cost += venueOptions[venue].price }
      for option in placement.team {
        if let venue { cost += travelPrice(of: Int(option), to: venue, for: series) ?? 0 }
        let leader = Int(leaderOptions[Int(option)].leader)
        cost += releasedHalfDays(of: leader, at: start) * leaders[leader].substitutePrice
      }
      cost += changePrice(of: session, start: Int(position), venue: venue, for: series)
    }
    for option in placement.team { cost += leaderOptions[Int(option)].price }
    if !placement.team.contains(where: { leaderOptions[Int($0)].grows }) { cost += series.team.missedGrowthPrice }
    cost += series.missingMinutePrice * max(0, series.contact - minutes)
    cost += series.missingDayPrice * max(0, series.leastDays - days.count)
    if series.needsVenue, series.venueChangePrice > 0 {
      cost += series.venueChangePrice * max(0, Set(placement.venues).count - 1)
    }
    return cost
  }

  /// What it costs that a session is moved against what was handed out. O(1).
  ///
  /// - Parameters:
  ///   - session: 0 is the first.
  ///   - start: In ``starts``.
  ///   - venue: In ``venueOptions``; `nil` for none.
  package func changePrice(of session: Int, start: Int, venue: Int?, for series: Series) -> Int {
    guard !series.sessionRules.isEmpty else { return 0 }
    let rule = sessionRules[series.sessionRules.lowerBound + session]
    guard rule.isPublished else { return 0 }
    let isMoved = rule.publishedStart.map { $0 + series.starts.lowerBound != start } ?? true
    let isElsewhere: Bool
    if let venue {
      isElsewhere = rule.publishedVenue.map { $0 + series.venues.lowerBound != venue } ?? true
    } else {
      isElsewhere = !rule.publishedVenueIsKept
    }
    return series.changePrice * ((isMoved ? 1 : 0) + (isElsewhere ? 1 : 0))
  }

  /// What a timetable costs, by the definition; the search keeps the same number by differences.
  ///
  /// - Precondition: A placement for each series, or `nil`; every series that must be served is.
  /// - Complexity: O(sessions x (team + cohorts)).
  package func cost(of timetable: Timetable) -> Int {
    var cost = constant
    var sessions = Array(repeating: 0, count: leaders.count)
    var attended = BitMatrix(rows: isolationPrice.count, columns: grid.slots)
    for (index, placement) in timetable.placements.enumerated() {
      guard let placement else {
        cost += series[index].unservedPrice ?? 0
        continue
      }
      cost += self.cost(of: placement, for: index)
      for option in placement.team {
        sessions[Int(leaderOptions[Int(option)].leader)] += placement.starts.count
      }
      for cohort in cohortsOfSeries[series[index].cohorts] {
        for start in placement.starts {
          for slot in spans[span(of: starts[Int(start)])] { attended[Int(cohort), Int(slot)] = true }
        }
      }
    }
    for count in sessions {
      let above = max(0, count - fairShare)
      cost += unfairPrice * above * above
    }
    for (index, placement) in timetable.placements.enumerated() {
      guard let placement else { continue }
      for cohort in cohortsOfSeries[series[index].cohorts] where isolationPrice[Int(cohort)] > 0 {
        for start in placement.starts {
          let start = starts[Int(start)]
          let before = Int(start.slot) - 1
          let after = Int(start.last) + 1
          let isBesideEarlier =
            grid.period(of: Int(start.slot)) > 0 && attended[Int(cohort), before]
          let isBesideLater = grid.period(of: Int(start.last)) < grid.periods - 1 && attended[Int(cohort), after]
          if !isBesideEarlier, !isBesideLater { cost += isolationPrice[Int(cohort)] }
        }
      }
    }
    return cost
  }
}
