extension Scenario {
  /// What could serve a series: its dates, its venues, the leaders for each of its standards and for each
  /// bound on its team. The first of them that is not enough, else the leaders for its rarest standard.
  ///
  /// - Complexity: O(days of the window x periods + venues + leaders x (standards + venues in reach)
  ///   + leaders left x days of the window x sessions), leaders of one calendar without absences counting once.
  public func funnel(of series: Series) -> Funnel {
    let days = SessionDays(of: series, in: self)
    var releases = LeastReleases(days: days, scenario: self)
    if let funnel = pinFunnel(of: series), funnel.isEmpty { return funnel }
    let dates = days.funnel
    if dates.isEmpty { return dates }
    var places: [Venue] = []
    if series.setting == .inPerson {
      let (funnel, left) = venueFunnel(of: series, on: days)
      if funnel.isEmpty { return funnel }
      places = left
    }
    var tightest: Funnel?
    for standard in series.standards {
      let funnel = leaderFunnel(of: series, releases: &releases, venues: places) { builder in
        builder.keep("hold \(standard) at lead") { $0.level(of: standard) == .lead }
      }
      if funnel.isEmpty { return funnel }
      if funnel.left < tightest?.left ?? .max { tightest = funnel }
    }
    for clause in series.team.clauses where clause.count.lowerBound > 0 {
      let roles = clause.roles.map(\.rawValue).joined(separator: "|")
      let funnel = leaderFunnel(of: series, releases: &releases, venues: places, needed: clause.count.lowerBound) {
        builder in
        builder.keep("have the role \(roles)") { clause.roles.contains($0.role) }
        builder.keep("may be in its team") { isEligible($0, for: series) }
      }
      if funnel.isEmpty { return funnel }
      if tightest == nil { tightest = funnel }
    }
    let members = leaderFunnel(of: series, releases: &releases, venues: places, needed: series.team.size.lowerBound)
    {
      $0.keep("may be in its team") { isEligible($0, for: series) }
    }
    return members.isEmpty ? members : tightest ?? members
  }

  /// A teacher holds one of the series' standards; others may be in the team without.
  private func isEligible(_ leader: Leader, for series: Series) -> Bool {
    leader.role != .teacher || series.standards.contains { leader.level(of: $0) != nil }
  }

  private func pinFunnel(of series: Series) -> Funnel? {
    let isRuledOut = pins.contains { $0.decision == .seriesServed(series: series.id, false) }
    guard isRuledOut else { return nil }
    return Funnel(steps: [.init(count: 1, what: "series"), .init(count: 0, what: "is not ruled out by a pin")])
  }

  private func venueFunnel(of series: Series, on days: SessionDays) -> (Funnel, [Venue]) {
    var builder = FunnelBuilder(venues, called: "venues")
    builder.keep("lie within \(region.limits.venueReach.inMiles) of the host") { isInReach($0, of: series) }
    if !region.limits.overflowIsAllowed {
      builder.keep("hold \(series.educators) educators") { $0.capacity >= series.educators }
    }
    builder.keep("are open on one of its dates") { venue in
      days.starts.contains { start in
        venue.open.contains(start.day)
          && start.span.allSatisfy {
            venue.periods.contains($0) && absence(of: venue.id, in: Slot(day: start.day, period: $0)) == nil
          }
      }
    }
    return (builder.funnel(), builder.left)
  }

  private func leaderFunnel(
    of series: Series, releases: inout LeastReleases, venues: [Venue], needed: Int = 1,
    first: (inout FunnelBuilder<Leader>) -> Void
  ) -> Funnel {
    var builder = FunnelBuilder(leaders, called: "leaders")
    first(&builder)
    let barred = Set(
      pins.compactMap { pin in
        if case .notInTeam(series.id, let leader) = pin.decision { leader } else { nil }
      })
    if !barred.isEmpty { builder.keep("are not ruled out by a pin") { !barred.contains($0.id) } }
    if series.setting == .inPerson {
      builder.keep("travel as far as one of its venues") { leader in
        venues.contains { travel.leg(from: leader.home, to: $0.place).distance <= leader.reach }
      }
    }
    builder.keep("are free on enough of its dates") { releases.least(of: $0) != nil }
    builder.keep("have release days for its sessions") { leader in
      guard let cap = leader.releaseHalfDays, let least = releases.least(of: leader) else { return true }
      return least <= cap
    }
    return builder.funnel(needed: needed)
  }
}

extension Funnel {
  /// How many are left in the end.
  fileprivate var left: Int { steps[steps.count - 1].count }
}

/// The least numbers of half days for which leaders are released for one series, each looked for once.
private struct LeastReleases {
  let days: SessionDays
  let scenario: Scenario
  private var ofCalendar: [HomeCalendar: Int?] = [:]
  private var ofLeader: [Leader.ID: Int?] = [:]

  init(days: SessionDays, scenario: Scenario) {
    self.days = days
    self.scenario = scenario
  }

  /// `nil` where the leader is not free on enough dates. Leaders who are never absent share it with others of
  /// the same calendar.
  mutating func least(of leader: Leader) -> Int? {
    let isAlwaysThere =
      scenario.absences(of: leader.id).isEmpty && leader.joined.map { $0 <= days.series.window.lowerBound } ?? true
    guard isAlwaysThere else {
      if let known = ofLeader[leader.id] { return known }
      let least = days.leastReleased(of: leader, in: scenario)
      ofLeader[leader.id] = .some(least)
      return least
    }
    let home = scenario.homeCalendar(of: leader)
    if let known = ofCalendar[home] { return known }
    let least = days.leastReleased(of: leader, in: scenario)
    ofCalendar[home] = .some(least)
    return least
  }
}

/// The dates on which sessions of one series can be held, as far as its own window, periods, calendars and
/// gaps say.
private struct SessionDays {
  let series: Series
  /// How many periods of the span are release periods.
  let starts: [(day: Day, span: [Int], released: Int)]
  let funnel: Funnel

  init(of series: Series, in scenario: Scenario) {
    self.series = series
    var builder = FunnelBuilder(series.window, called: "dates in its window")
    var starts: [(day: Day, span: [Int], released: Int)] = []
    builder.keep("are allowed by the calendars of all that attend") { day in
      let before = starts.count
      for period in Set(series.periods).sorted() {
        if let span = scenario.span(of: series, startingAt: Slot(day: day, period: period)) {
          starts.append((day, span, span.count { scenario.periods[$0].kind == .release }))
        }
      }
      return starts.count > before
    }
    self.starts = starts
    let sessions = series.sessions
    let longest = Self.cheapest(sessions: sessions, gap: Self.gap(of: series), costs: starts.map { ($0.day, 0) })
    let spacing = "\(series.gapMinDays) to \(series.gapMaxDays) days"
    builder.keep("belong to \(sessions) sessions \(spacing) apart") { _ in longest != nil }
    funnel = builder.funnel()
  }

  private static func gap(of series: Series) -> ClosedRange<Int> {
    series.gapMinDays...max(series.gapMinDays, series.gapMaxDays)
  }

  /// The least number of half days that a leader is released if in all sessions; `nil` where the leader is
  /// not free on enough dates.
  func leastReleased(of leader: Leader, in scenario: Scenario) -> Int? {
    let absences = scenario.absences(of: leader.id)
    let calendar = scenario.district(of: leader).map { scenario.calendar(of: $0) }
    let home = scenario.homeCalendar(of: leader)
    var costs: [(day: Day, cost: Int)] = []
    for start in starts {
      if let joined = leader.joined, start.day < joined { continue }
      let isAbsent = absences.contains { absence in
        absence.days.contains(start.day) && start.span.contains { absence.periods.contains($0) }
      }
      if isAbsent { continue }
      if start.span.contains(where: { scenario.keepsHome(home, in: Slot(day: start.day, period: $0)) }) { continue }
      let isReleased = calendar.map { $0.isInSession(start.day) } ?? true
      let cost = isReleased ? start.released : 0
      if let last = costs.last, last.day == start.day {
        costs[costs.count - 1].cost = min(last.cost, cost)
      } else {
        costs.append((start.day, cost))
      }
    }
    return Self.cheapest(sessions: series.sessions, gap: Self.gap(of: series), costs: costs)
  }

  /// The least sum of costs of so many dates with the gap between them; `nil` where there are none. Dates
  /// are in order; one date may take several sessions where the gap begins at 0.
  private static func cheapest(
    sessions: Int, gap: ClosedRange<Int>, costs: [(day: Day, cost: Int)]
  ) -> Int? {
    var best: [Int?] = costs.map { $0.cost }
    for _ in 1..<max(1, sessions) {
      // A sliding minimum over the dates from which the next one can be reached: `window` holds positions of
      // rising cost, the least first.
      var next: [Int?] = Array(repeating: nil, count: costs.count)
      var window: [Int] = []
      var start = 0
      var entering = 0
      for position in costs.indices {
        let day = costs[position].day.number
        while entering <= position, day - costs[entering].day.number >= gap.lowerBound {
          if let cost = best[entering] {
            while window.count > start, let last = window.last, let other = best[last], other >= cost {
              window.removeLast()
            }
            window.append(entering)
          }
          entering += 1
        }
        while start < window.count, day - costs[window[start]].day.number > gap.upperBound { start += 1 }
        if start < window.count, let least = best[window[start]] { next[position] = least + costs[position].cost }
      }
      best = next
    }
    return best.compactMap { $0 }.min()
  }
}
