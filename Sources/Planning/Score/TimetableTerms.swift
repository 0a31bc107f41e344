extension ResolvedPlan {
  /// The amount of each term that a timetable has, visits included.
  var timetableAmounts: [Term: Int] {
    let served = Set(timetable.map(\.series.id))
    var amounts: [Term: Int] = [
      .unservedNeed: scenario.series.reduce(0) { $0 + (served.contains($1.id) ? 0 : scenario.need(of: $1)) },
      .missingContact: 0, .travel: 0, .substitutes: 0, .unfairLoad: unfairLoad, .preferences: 0, .notLocal: 0,
      .venueChanges: 0, .isolatedSessions: isolatedSessions, .missedGrowth: 0,
    ]
    if scenario.region.limits.overflowIsAllowed { amounts[.overflow] = 0 }
    for scheduled in timetable {
      let series = scheduled.series
      let minutes = scheduled.sessions.reduce(Minutes.zero) { $0 + scenario.length(of: $1.span) }
      amounts[.missingContact, default: 0] += scenario.missingContact(of: series, given: minutes)
      for session in scheduled.sessions {
        for period in session.span {
          amounts[.substitutes, default: 0] +=
            scenario.region.money.substituteHalfDay.value
            * scenario.educatorsReleased(from: period, on: session.day, for: series)
        }
        guard let venue = session.venue else { continue }
        for leader in scheduled.team {
          let distance = scenario.travel.leg(from: leader.home, to: venue.place).distance
          amounts[.travel, default: 0] += scenario.region.money.mileage(for: distance * 2).value
        }
        if scenario.region.limits.overflowIsAllowed {
          amounts[.overflow, default: 0] += max(0, series.educators - venue.capacity)
        }
      }
      amounts[.venueChanges, default: 0] += max(0, Set(scheduled.sessions.compactMap(\.venue?.id)).count - 1)
      for leader in scheduled.team {
        amounts[.preferences, default: 0] += scenario.preferences.distance(who: leader.id, whom: series.id)
        amounts[.notLocal, default: 0] += scenario.isLocal(leader, to: series) ? 0 : 1
      }
      amounts[.missedGrowth, default: 0] += scheduled.team.contains { scenario.grows($0, in: series) } ? 0 : 1
    }
    for own in engagements {
      guard let leader = own.first?.leader, leader.leavesAClass else { continue }
      amounts[.substitutes, default: 0] += scenario.region.money.substituteHalfDay.value * released(own).count
    }
    if let published = scenario.published { amounts[.changes] = changes(against: published) }
    return amounts
  }

  /// Σ over leaders of max(0, sessions - fair share)².
  private var unfairLoad: Int {
    let fair = scenario.fairShare
    return engagements.reduce(0) { sum, own in
      let above = max(0, own.count { $0.visit == nil } - fair)
      return sum + above * above
    }
  }

  /// Sessions of cohorts with several series that have none of the cohort's own in the period before or
  /// after them that day.
  private var isolatedSessions: Int {
    var slots: [String: Set<Slot>] = [:]
    for scheduled in timetable {
      for cohort in scheduled.series.cohorts where scenario.sharedCohorts.contains(cohort) {
        for session in scheduled.sessions {
          for period in session.span { slots[cohort, default: []].insert(Slot(day: session.day, period: period)) }
        }
      }
    }
    var isolated = 0
    for scheduled in timetable {
      for cohort in scheduled.series.cohorts {
        guard let own = slots[cohort] else { continue }
        for session in scheduled.sessions {
          guard let first = session.span.first, let last = session.span.last else { continue }
          let neighbours = [Slot(day: session.day, period: first - 1), Slot(day: session.day, period: last + 1)]
          if !neighbours.contains(where: own.contains) { isolated += 1 }
        }
      }
    }
    return isolated
  }

  /// Dates, venues and members that differ from those handed out, one each.
  private func changes(against published: Plan) -> Int {
    let before = Dictionary(uniqueKeysWithValues: published.timetable.map { ($0.series, $0) })
    return timetable.reduce(0) { sum, scheduled in
      guard let old = before[scheduled.series.id] else { return sum }
      let team = Set(old.team.map(\.leader))
      var changes = scheduled.team.count { !team.contains($0.id) }
      for (session, previous) in zip(scheduled.sessions, old.sessions) {
        let periods = session.span.map { scenario.periods[$0].id }
        if session.day != previous.day || periods != previous.periods { changes += 1 }
        if session.venue?.id != previous.venue { changes += 1 }
      }
      return sum + changes
    }
  }
}

extension Scenario {
  /// What it costs in need to leave a series unserved: priority x educators x the minutes it could give.
  public func need(of series: Series) -> Int {
    series.priority * series.educators * longestSession(of: series).value * series.sessions
  }

  /// The contact time that the educators of a series lack, over all of them. A conference lacks none.
  public func missingContact(of series: Series, given minutes: Minutes) -> Int {
    series.delivery == .conference ? 0 : series.educators * max(0, region.limits.contact.value - minutes.value)
  }

  /// How many educators of a series a period of a date takes out of class.
  public func educatorsReleased(from period: Int, on day: Day, for series: Series) -> Int {
    series.attendance.reduce(0) {
      $0 + (calendar(of: $1.district).releases(periods[period], on: day) ? $1.educators : 0)
    }
  }

  /// Whether a leader works in a district that hosts or attends a series.
  public func isLocal(_ leader: Leader, to series: Series) -> Bool {
    guard let district = district(of: leader) else { return false }
    return district == series.hostDistrict || series.attendance.contains { $0.district == district }
  }

  /// Whether a leader learns to lead in a series: holds one of its standards at `support` and none of
  /// them at `lead`.
  public func grows(_ leader: Leader, in series: Series) -> Bool {
    let levels = series.standards.compactMap { leader.level(of: $0) }
    return !levels.isEmpty && !levels.contains(.lead)
  }

  /// Cohorts that attend more than one series.
  public var sharedCohorts: Set<String> {
    var seen: Set<String> = []
    var shared: Set<String> = []
    for cohort in series.flatMap(\.cohorts) where !seen.insert(cohort).inserted { shared.insert(cohort) }
    return shared
  }

  /// Sessions that each leader would have if all series were served by the least teams and all leaders
  /// had the same, rounded up.
  public var fairShare: Int {
    let sessions = series.reduce(0) { $0 + $1.sessions * $1.team.leastSize }
    return leaders.isEmpty ? 0 : (sessions + leaders.count - 1) / leaders.count
  }
}
