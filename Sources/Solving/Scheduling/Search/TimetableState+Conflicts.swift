extension TimetableState {
  /// What keeps a placement out.
  enum Conflict: Hashable, Sendable {
    /// A member (by number in the team) is engaged at a session.
    case leader(member: Int, session: Int)
    /// A member cannot travel between a session and something else that day.
    case travel(member: Int, session: Int)
    /// A member's release half days in the year.
    case yearly(member: Int)
    /// A member's release half days in the month of a session.
    case monthly(member: Int, session: Int)
    case venue(session: Int)
    case cohort(session: Int)
    case pool(session: Int)
  }

  /// The first resource that a placement would take and is not there; `nil` where it fits.
  ///
  /// - Precondition: The placement keeps what concerns its series alone, and the series is not placed.
  /// - Complexity: O(sessions x (sessions + team + cohorts)).
  func conflict(of placement: Placement, for index: Int) -> Conflict? {
    let series = problem.series[index]
    let starts = placement.starts.map { problem.starts[Int($0)] }
    let leaders = placement.team.map { Int(problem.leaderOptions[Int($0)].leader) }
    for (session, start) in starts.enumerated() {
      let slots = problem.span(of: start)
      if !cohortsAreFree(series, in: slots) { return .cohort(session: session) }
      var place: Int?
      if series.needsVenue {
        let venue = Int(problem.venueOptions[Int(placement.venues[session])].venue)
        if !isFree(venue: venue, in: slots) { return .venue(session: session) }
        place = problem.placeOfVenue[venue]
      }
      for (member, leader) in leaders.enumerated() {
        for slot in slots where !supply.isFree[leader, Int(problem.spans[slot])] {
          return .leader(member: member, session: session)
        }
        if !canTravel(leader, to: place, at: start) { return .travel(member: member, session: session) }
      }
      if !hasTimeBefore(session, starts, placement, series) { return .travel(member: 0, session: session) }
    }
    return releaseConflict(starts, leaders) ?? poolConflict(starts, leaders)
  }

  /// Whether a leader who is not in the team of a series that is placed could be: nothing else of the placement is
  /// looked at.
  ///
  /// - Complexity: O(sessions).
  func fits(_ option: Int32, in index: Int) -> Bool {
    guard let placement = placements[index] else { return false }
    let leader = Int(problem.leaderOptions[Int(option)].leader)
    let starts = placement.starts.map { problem.starts[Int($0)] }
    for (session, start) in starts.enumerated() {
      for slot in problem.span(of: start) where !supply.isFree[leader, Int(problem.spans[slot])] { return false }
      let place =
        placement.venues.isEmpty
        ? nil : problem.placeOfVenue[Int(problem.venueOptions[Int(placement.venues[session])].venue)]
      if !canTravel(leader, to: place, at: start) { return false }
    }
    return releaseConflict(starts, [leader]) == nil && hasSubstitutes(leader, at: starts)
  }

  /// Whether the leader's own pool has enough. O(sessions²).
  private func hasSubstitutes(_ leader: Int, at starts: [TimetableProblem.Start]) -> Bool {
    guard let pool = problem.leaders[leader].pool else { return true }
    return starts.allSatisfy { start in
      var halfDays = 0
      for other in starts where other.day == start.day {
        halfDays += problem.releasedHalfDays(of: leader, at: other)
      }
      return halfDays == 0 || halfDays <= poolLeft[pool * problem.grid.days + Int(start.day)]
    }
  }

  /// Whether the team can travel from the placement's own sessions earlier that day.
  private func hasTimeBefore(
    _ session: Int, _ starts: [TimetableProblem.Start], _ placement: Placement, _ series: TimetableProblem.Series
  ) -> Bool {
    guard series.needsVenue else { return true }
    func place(_ session: Int) -> Int {
      problem.placeOfVenue[Int(problem.venueOptions[Int(placement.venues[session])].venue)]
    }
    for earlier in 0..<session where starts[earlier].day == starts[session].day {
      let pause =
        problem.grid.opens[problem.grid.period(of: Int(starts[session].slot))]
        - problem.grid.closes[problem.grid.period(of: Int(starts[earlier].last))]
      if pause < problem.travelTimes.minutes(from: place(earlier), to: place(session)) { return false }
    }
    return true
  }

  private func releaseConflict(_ starts: [TimetableProblem.Start], _ leaders: [Int]) -> Conflict? {
    for (member, leader) in leaders.enumerated() {
      var yearly = 0
      var monthly = 0
      var month = -1
      for (session, start) in starts.enumerated() {
        let own = problem.grid.monthOfDay[Int(start.day)]
        if own != month {
          month = own
          monthly = 0
        }
        let halfDays = problem.releasedHalfDays(of: leader, at: start)
        yearly += halfDays
        monthly += halfDays
        if let left = supply.monthly[leader * problem.grid.months + month], monthly > 0, monthly > left {
          return .monthly(member: member, session: session)
        }
      }
      if let left = supply.yearly[leader], yearly > 0, yearly > left { return .yearly(member: member) }
    }
    return nil
  }

  private func poolConflict(_ starts: [TimetableProblem.Start], _ leaders: [Int]) -> Conflict? {
    var taken: [(cell: Int, halfDays: Int)] = []
    func take(_ cell: Int, _ halfDays: Int) -> Bool {
      if let known = taken.firstIndex(where: { $0.cell == cell }) {
        taken[known].halfDays += halfDays
        return taken[known].halfDays <= poolLeft[cell]
      }
      taken.append((cell, halfDays))
      return halfDays <= poolLeft[cell]
    }
    for (session, start) in starts.enumerated() {
      for use in problem.poolUses[problem.poolUses(of: start)] where !take(Int(use.cell), Int(use.halfDays)) {
        return .pool(session: session)
      }
      for leader in leaders {
        guard let pool = problem.leaders[leader].pool else { continue }
        for slot in problem.span(of: start)
        where problem.leaderIsReleased[leader, Int(problem.spans[slot])]
          && !take(pool * problem.grid.days + Int(start.day), 1)
        {
          return .pool(session: session)
        }
      }
    }
    return nil
  }
}
