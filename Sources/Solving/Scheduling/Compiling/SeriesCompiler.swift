internal import Planning

/// Compiles one series after the other, keeping what series have in common.
struct SeriesCompiler {
  private let scenario: Scenario
  private let grid: TimetableGrid
  private let pools: [District.ID: Int]
  private let cohorts: [String: Int]
  private let pins: [Series.ID: [Pin]]
  private let published: [Series.ID: ScheduledSeries]
  private let travelPrices: TravelPrices
  private var expertise: Expertise
  private var sessionSlots: SessionSlots

  init(
    scenario: Scenario, grid: TimetableGrid, pools: [District.ID: Int], cohorts: [String: Int],
    travelPrices: TravelPrices
  ) {
    self.scenario = scenario
    self.grid = grid
    self.pools = pools
    self.cohorts = cohorts
    self.travelPrices = travelPrices
    expertise = Expertise(scenario: scenario)
    sessionSlots = SessionSlots(scenario: scenario, grid: grid)
    pins = Dictionary(grouping: scenario.pins) { $0.decision.series ?? "" }
    published = Dictionary(
      (scenario.published?.timetable ?? []).map { ($0.series, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The series as a request to the problem, and the pin that cannot hold if it is served, if any.
  ///
  /// A series that is not to be served, or has such a pin, gets no starts.
  mutating func compile(_ series: Series) -> (TimetableProblem.SeriesRequest, impossible: String?) {
    let region = scenario.region
    var request = TimetableProblem.SeriesRequest(
      sessions: series.sessions, gap: series.gapMinDays...series.gapMaxDays)
    request.unservedPrice = scenario.need(of: series) * region.weight(of: .unservedNeed)
    request.missedGrowthPrice = region.weight(of: .missedGrowth)
    request.changePrice = region.weight(of: .changes)
    request.venueChangePrice = region.weight(of: .venueChanges)
    // What a served series lacks for each minute it does not meet; a conference lacks nothing.
    request.contact = region.limits.contact.value
    request.missingMinutePrice =
      scenario.missingContact(of: series, given: Minutes(region.limits.contact.value - 1))
      * region.weight(of: .missingContact)
    request.cohorts = series.cohorts.map { cohorts[$0]! }
    request.needsVenue = series.setting == .inPerson
    request.teamSize = series.team.size
    request.clauses = series.team.clauses.map { clause in
      .init(roles: clause.roles.reduce(0) { $0 | $1.bit }, count: clause.count)
    }
    let own = pins[series.id] ?? []
    if own.contains(where: { $0.decision == .seriesServed(series: series.id, true) }) {
      request.unservedPrice = nil
    }
    if own.contains(where: { $0.decision == .seriesServed(series: series.id, false) }) { return (request, nil) }

    request.starts = sessionSlots.starts(of: series, pools: pools)
    let venues = venues(of: series)
    request.venues = venues.map { venue in
      let excess = max(0, series.educators - scenario.venues[venue].capacity)
      return .init(venue: Int32(venue), price: excess * region.weight(of: .overflow))
    }
    let distinct = expertise.distinct(series.standards)
    request.standards = distinct.count == 64 ? .max : (1 << UInt64(distinct.count)) - 1
    for leader in expertise.eligible(for: series) {
      add(leader, to: &request, standards: distinct, venues: venues, series: series)
    }
    var impossible: String?
    request.sessionRules = sessionRules(of: series, in: request, venues: venues)
    for pin in own where impossible == nil {
      if !fix(pin, series: series, venues: venues, in: &request) { impossible = pin.text }
    }
    if impossible != nil { request.starts = [] }
    if request.sessionRules.allSatisfy({ $0 == .init() }) { request.sessionRules = [] }
    if request.starts.isEmpty { request.sessionRules = [] }
    return (request, impossible)
  }

  /// Venues in reach of the host that hold the educators, or may be too small.
  private func venues(of series: Series) -> [Int] {
    guard series.setting == .inPerson else { return [] }
    return scenario.venues.indices.filter { position in
      let venue = scenario.venues[position]
      return (venue.capacity >= series.educators || scenario.region.limits.overflowIsAllowed)
        && scenario.isInReach(venue, of: series)
    }
  }

  private func add(
    _ position: Int, to request: inout TimetableProblem.SeriesRequest, standards: [Standard], venues: [Int],
    series: Series
  ) {
    let region = scenario.region
    let leader = scenario.leaders[position]
    if !venues.isEmpty, !venues.contains(where: { travelPrices[position, $0] != nil }) { return }
    var leads: UInt64 = 0
    for (bit, standard) in standards.enumerated() where expertise.leads(position, standard) {
      leads |= 1 << UInt64(bit)
    }
    var price =
      scenario.preferences.distance(who: leader.id, whom: series.id) * region.weight(of: .preferences)
      + (scenario.isLocal(leader, to: series) ? 0 : region.weight(of: .notLocal))
    if let old = published[series.id], !old.team.contains(where: { $0.leader == leader.id }) {
      price += region.weight(of: .changes)
    }
    request.leaders.append(
      .init(
        leader: Int32(position), role: leader.role.bit, leads: leads,
        grows: expertise.holds(position, anyOf: series.standards) && scenario.grows(leader, in: series),
        isPinned: false, price: price))
  }

  /// Where the sessions were when they were handed out.
  private func sessionRules(
    of series: Series, in request: TimetableProblem.SeriesRequest, venues: [Int]
  ) -> [TimetableProblem.SessionRule] {
    var rules = Array(repeating: TimetableProblem.SessionRule(), count: series.sessions)
    guard let old = published[series.id] else { return rules }
    let first = grid.dates.first ?? 0
    for (session, previous) in zip(rules.indices, old.sessions) {
      rules[session].isPublished = true
      rules[session].publishedStart = request.starts.firstIndex { start in
        grid.day(of: start.span[0]) == previous.day.number - first
          && start.span.map { scenario.periods[grid.period(of: $0)].id } == previous.periods
      }
      rules[session].publishedVenue = venues.firstIndex { scenario.venues[$0].id == previous.venue }
      rules[session].publishedVenueIsKept = !request.needsVenue && previous.venue == nil
    }
    return rules
  }

  /// Applies a pin; false where no placement can keep it.
  private func fix(
    _ pin: Pin, series: Series, venues: [Int], in request: inout TimetableProblem.SeriesRequest
  ) -> Bool {
    switch pin.decision {
    case .inTeam(_, let id):
      guard let index = request.leaders.firstIndex(where: { scenario.leaders[Int($0.leader)].id == id }) else {
        return false
      }
      let option = request.leaders[index]
      request.leaders[index] = .init(
        leader: option.leader, role: option.role, leads: option.leads, grows: option.grows, isPinned: true,
        price: option.price)
    case .notInTeam(_, let id):
      guard let index = request.leaders.firstIndex(where: { scenario.leaders[Int($0.leader)].id == id }) else {
        return true
      }
      guard !request.leaders[index].isPinned else { return false }
      request.leaders.remove(at: index)
    case .sessionStarts(_, let session, let slot):
      let day = slot.day.number - (grid.dates.first ?? 0)
      guard session <= series.sessions, day >= 0, day < grid.days else { return false }
      let wanted = grid.slot(day: day, period: slot.period)
      let index = request.starts.firstIndex { $0.span[0] == wanted }
      guard let index, [nil, index].contains(request.sessionRules[session - 1].fixedStart) else { return false }
      request.sessionRules[session - 1].fixedStart = index
    case .sessionMeets(_, let session, let id):
      guard let venue = venues.firstIndex(where: { scenario.venues[$0].id == id }),
        (session ?? 1) <= series.sessions
      else { return (session ?? 1) > series.sessions && session != nil }
      for number in session.map({ $0 - 1...$0 - 1 }) ?? 0...series.sessions - 1 {
        guard [nil, venue].contains(request.sessionRules[number].fixedVenue) else { return false }
        request.sessionRules[number].fixedVenue = venue
      }
    case .seriesServed, .coach, .notCoach, .requestServed, .visits: break
    }
    return true
  }
}

extension Pin.Decision {
  /// The series that a pin is about.
  fileprivate var series: Series.ID? {
    switch self {
    case .inTeam(let series, _), .notInTeam(let series, _), .sessionStarts(let series, _, _),
      .sessionMeets(let series, _, _), .seriesServed(let series, _):
      series
    case .coach, .notCoach, .requestServed, .visits: nil
    }
  }
}

extension Role {
  /// The role's bit in ``TimetableProblem/Clause/roles``.
  fileprivate var bit: UInt8 { 1 << UInt8(Role.allCases.firstIndex(of: self)!) }
}
