extension TimetableProblem {
  /// Every breach of the problem's constraints by a timetable, a sentence each; written from the definition,
  /// so that it judges the engines. O(timetable · log timetable).
  package func violations(of timetable: Timetable) -> [String] {
    var found: [String] = []
    for (index, placement) in timetable.placements.enumerated() {
      if let placement {
        found += violations(of: placement, for: index).map { "Series \(index): \($0)" }
      } else if series[index].unservedPrice == nil {
        found.append("Series \(index) must be served.")
      }
    }
    return found.isEmpty ? sharedViolations(of: timetable) : found
  }

  /// The breaches of what concerns one series alone.
  package func violations(of placement: Placement, for index: Int) -> [String] {
    let series = series[index]
    var found: [String] = []
    func require(_ condition: Bool, _ message: @autoclosure () -> String) {
      if !condition { found.append(message()) }
    }
    require(
      placement.starts.count == series.sessions,
      "\(placement.starts.count) sessions instead of \(series.sessions)")
    require(
      placement.venues.count == (series.needsVenue ? series.sessions : 0), "\(placement.venues.count) venues")
    require(placement.starts.allSatisfy { series.starts.contains(Int($0)) }, "a start of another series")
    require(placement.venues.allSatisfy { series.venues.contains(Int($0)) }, "a venue of another series")
    require(placement.team.allSatisfy { series.leaders.contains(Int($0)) }, "a leader of another series")
    require(zip(placement.team, placement.team.dropFirst()).allSatisfy(<), "a team that is not ascending")
    guard found.isEmpty else { return found }

    let used = placement.starts.map { starts[Int($0)] }
    for (first, second) in zip(used, used.dropFirst()) {
      require(first.last < second.slot, "sessions in slots \(first.slot) and \(second.slot) overlap")
      if let gap = series.gap {
        let days = grid.dates[Int(second.day)] - grid.dates[Int(first.day)]
        require(gap.contains(days), "sessions \(days) days apart")
      }
    }
    for (session, start) in used.enumerated() where series.needsVenue {
      let venue = Int(venueOptions[Int(placement.venues[session])].venue)
      for slot in spans[span(of: start)] {
        require(venueIsOpen[venue, Int(slot)], "venue \(venue) is closed in slot \(slot)")
      }
    }
    if !series.sessionRules.isEmpty {
      for (session, rule) in sessionRules[series.sessionRules].enumerated() {
        if let fixed = rule.fixedStart {
          require(
            Int(placement.starts[session]) == series.starts.lowerBound + fixed, "session \(session) is moved")
        }
        if let fixed = rule.fixedVenue {
          require(
            Int(placement.venues[session]) == series.venues.lowerBound + fixed,
            "session \(session) meets elsewhere")
        }
      }
    }
    found += teamViolations(of: placement, for: series)
    return found
  }

  private func teamViolations(of placement: Placement, for series: Series) -> [String] {
    var found: [String] = []
    let members = placement.team.map { leaderOptions[Int($0)] }
    if !series.team.size.contains(members.count) { found.append("a team of \(members.count)") }
    for clause in clauses[series.team.clauses] {
      let count = members.count { $0.role & clause.roles != 0 }
      if !clause.count.contains(count) { found.append("\(count) members of roles \(clause.roles)") }
    }
    let covered = members.reduce(0) { $0 | $1.leads }
    if covered & series.team.standards != series.team.standards { found.append("standards are not covered") }
    for option in series.leaders where leaderOptions[option].isPinned && !placement.team.contains(Int32(option)) {
      found.append("leader option \(option) is not in the team")
    }
    for (option, member) in zip(placement.team, members) {
      let leader = Int(member.leader)
      for position in placement.starts {
        for slot in spans[span(of: starts[Int(position)])] where !leaderIsFree[leader, Int(slot)] {
          found.append("leader \(leader) cannot be had in slot \(slot)")
        }
      }
      for venue in Set(placement.venues).sorted()
      where travelPrice(of: Int(option), to: Int(venue), for: series) == nil {
        found.append("venue option \(venue) is out of reach of leader \(leader)")
      }
    }
    return found
  }

  /// The breaches of what series share.
  private func sharedViolations(of timetable: Timetable) -> [String] {
    var found: [String] = []
    var venueUse: [Int: Int] = [:]
    var cohortUse: Set<Int> = []
    var poolUse = Array(repeating: 0, count: poolCapacity.count)
    var engaged: [[Engagement]] = engagementsOfLeader.map { Array(engagements[$0]) }
    for (index, placement) in timetable.placements.enumerated() {
      guard let placement else { continue }
      let series = series[index]
      for (session, position) in placement.starts.enumerated() {
        let start = starts[Int(position)]
        let slots = spans[span(of: start)].map(Int.init)
        var place: Int?
        if series.needsVenue {
          let venue = Int(venueOptions[Int(placement.venues[session])].venue)
          place = placeOfVenue[venue]
          for slot in slots { venueUse[venue * grid.slots + slot, default: 0] += 1 }
        }
        for cohort in cohortsOfSeries[series.cohorts] {
          for slot in slots where !cohortUse.insert(Int(cohort) * grid.slots + slot).inserted {
            found.append("Cohort \(cohort) has two sessions in slot \(slot).")
          }
        }
        for use in poolUses[poolUses(of: start)] { poolUse[Int(use.cell)] += Int(use.halfDays) }
        for option in placement.team {
          let leader = Int(leaderOptions[Int(option)].leader)
          engaged[leader].append(Engagement(leader: leader, day: Int(start.day), slots: slots, place: place))
          for slot in slots where leaderIsReleased[leader, slot] {
            if let pool = leaders[leader].pool { poolUse[pool * grid.days + Int(start.day)] += 1 }
          }
        }
      }
    }
    for (use, count) in venueUse.sorted(by: { $0.key < $1.key }) where count > rooms[use / grid.slots] {
      found.append("Venue \(use / grid.slots) has \(count) sessions in slot \(use % grid.slots).")
    }
    for (cell, use) in poolUse.enumerated() where use > max(0, poolCapacity[cell]) {
      found.append("Pool \(cell / grid.days) gives \(use) half days on day \(cell % grid.days).")
    }
    for (leader, own) in engaged.enumerated() { found += violations(ofLeader: leader, engaged: own) }
    return found
  }

  private func violations(ofLeader leader: Int, engaged: [Engagement]) -> [String] {
    var found: [String] = []
    let own = engaged.sorted { ($0.day, $0.first) < ($1.day, $1.first) }
    let given = Set(engagements[engagementsOfLeader[leader]])
    for first in own.indices {
      for second in own.indices.dropFirst(first + 1) {
        guard own[second].day == own[first].day else { break }
        if given.contains(own[first]), given.contains(own[second]) { continue }
        if own[first].slots.contains(where: own[second].slots.contains) {
          found.append("Leader \(leader) has two sessions in slot \(own[second].first).")
        } else if needsMoreTime(from: own[first], to: own[second]) {
          found.append("Leader \(leader) cannot travel between two sessions of day \(own[first].day).")
        }
      }
    }
    var yearly = 0
    var monthly = Array(repeating: 0, count: grid.months)
    for engagement in own where !given.contains(engagement) {
      for slot in engagement.slots where leaderIsReleased[leader, slot] {
        yearly += 1
        monthly[grid.monthOfDay[engagement.day]] += 1
      }
    }
    if let cap = leaders[leader].yearlyRelease, yearly > max(0, cap) {
      found.append("Leader \(leader) is released for \(yearly) half days of \(cap).")
    }
    for (month, count) in monthly.enumerated() {
      if let cap = monthlyRelease[leader * grid.months + month], count > max(0, cap) {
        found.append("Leader \(leader) is released for \(count) half days of \(cap) in month \(month).")
      }
    }
    return found
  }

  private func needsMoreTime(from first: Engagement, to second: Engagement) -> Bool {
    guard let from = first.place, let to = second.place else { return false }
    let pause = grid.opens[grid.period(of: second.first)] - grid.closes[grid.period(of: first.last)]
    return pause < travelTimes.minutes(from: from, to: to)
  }
}
