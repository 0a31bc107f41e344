internal import Planning

/// Invented series, each made around leaders who could give it: so that nearly all could take place if
/// they were alone, and all together cannot.
struct InventedSeries {
  /// A series and what it was made around.
  struct Proposal {
    let series: Series
    /// Leaders who could be its team; empty where it was made hopeless, to show why a series is not served.
    let team: [Int]
    /// A venue that would do; `nil` for a virtual series and a hopeless one.
    let venue: Venue.ID?
    /// Dates on which its first session could be.
    let openings: [Day]
  }

  /// The series.
  private(set) var proposals: [Proposal] = []
  /// The venues, theirs added.
  private(set) var venues: InventedVenues

  private let pattern: Pattern
  private let leaders: [Leader]
  /// The position of each leader's school.
  private let homes: [Int?]
  private let geography: Geography
  private let calendars: InventedCalendars
  private let periods: [Period]
  private var audiences: InventedAudiences
  private var draws: Draws
  /// By school: those around it.
  private var neighbours: [Int: [Int]] = [:]
  /// By school: who reaches it.
  private var inReach: [Int: [Int]] = [:]
  /// Teachers who lead something, each as often.
  private var deck: Deck<Int>

  /// One series in so many is hopeless.
  private static let hopelessEvery = 33

  /// - Parameters:
  ///   - keys: One for each series.
  ///   - count: How many.
  ///   - halfDays: How many half days of leaders they should take together.
  init(
    _ keys: Keys, count: Int, halfDays: Int, pattern: Pattern, leaders drafts: [LeaderDraft], geography: Geography,
    calendars: InventedCalendars, periods: [Period], venues: InventedVenues, seed: UInt64
  ) {
    self.pattern = pattern
    let leaders = drafts.map { $0.leader(in: geography.schools) }
    self.leaders = leaders
    homes = drafts.map(\.school)
    self.geography = geography
    self.calendars = calendars
    self.periods = periods
    self.venues = venues
    audiences = InventedAudiences(in: geography, seed: seed)
    draws = Draws(seed: seed, topic: "series")
    deck = Deck(
      leaders.indices.filter { position in
        leaders[position].role == .teacher && leaders[position].standards.contains { $0.level == .lead }
      })
    var left = halfDays
    for number in 0..<count {
      let isHopeless = number % Self.hopelessEvery == Self.hopelessEvery / 2
      let proposal = proposal(keys[number], share: left / (count - number), isHopeless: isHopeless)
      left -= Self.halfDays(of: proposal.series, in: periods)
      proposals.append(proposal)
    }
  }

  /// Half days of leaders that the least team takes.
  static func halfDays(of series: Series, in periods: [Period]) -> Int {
    let takesRelease = series.periods.contains { periods[$0].kind == .release }
    return takesRelease ? series.sessions * series.periodsPerSession * series.team.leastSize : 0
  }

  private mutating func proposal(_ id: String, share: Int, isHopeless: Bool) -> Proposal {
    let isVirtual = draws.chance(5)
    let isRelease = !isVirtual && !draws.chance(11)
    let format = SeriesFormat.drawn(isRelease: isRelease, share: share, &draws)
    // A lonely leader finds no colleague in reach: try another one.
    var content: Content?
    for _ in 0..<8 where content == nil && !deck.isEmpty {
      content = drawnContent(format: format, isVirtual: isVirtual)
    }
    let host = content?.host ?? draws.below(geography.schools.count)
    let band =
      content?.standards.first?.standard.band ?? Curriculum.bands(of: geography.schools[host]).first
      ?? Curriculum.bands[0]
    var standards = content?.standards.map(\.standard) ?? []
    var title = content?.standards.map(\.title).joined(separator: "; ") ?? ""
    if isHopeless || content == nil {
      standards = [Standard(framework: Curriculum.unheld, band: band, domain: "AP")]
      title = "Computer science for everyone, grades \(band)"
    }
    let audience = content?.audience ?? audiences.drawn(at: host, band: band, with: [], isShared: false)
    let (window, openings) = dates(of: format, attendance: audience.attendance, host: host)
    let school = geography.schools[host]
    let middle = content.flatMap { districtMiddle(for: $0) }
    let series = Series(
      id: id, title: title, host: middle == nil ? school.id : school.district, hostDistrict: school.district,
      hostCoordinate: middle ?? school.coordinate,
      attendance: audience.attendance, standards: standards, sessions: format.sessions,
      periodsPerSession: format.periodsPerSession, gapMinDays: format.gap.lowerBound,
      gapMaxDays: format.gap.upperBound, window: window, educators: audience.educators,
      cohorts: audience.cohort.map { [$0] } ?? [],
      team: (content?.requirement ?? .pairAndSite).requirement,
      priority: min(5, 1 + (school.needPercent ?? 50) / 30 + draws.below(2)),
      delivery: draws.chance(8) ? .trainTheTrainer : .ongoing, setting: isVirtual ? .virtual : .inPerson,
      periods: periods.indices.filter { format.periods.contains(periods[$0].id) })
    guard !isHopeless, let content else {
      return Proposal(series: series, team: [], venue: nil, openings: openings)
    }
    return Proposal(series: series, team: content.team, venue: content.venue?.id, openings: openings)
  }

  /// What a series is about, where, for whom, and who could lead it.
  private struct Content {
    let host: Int
    let standards: [Curriculum.Domain]
    let audience: InventedAudiences.Audience
    let venue: Venue?
    let requirement: InventedTeam
    let team: [Int]
  }

  private mutating func drawnContent(format: SeriesFormat, isVirtual: Bool) -> Content? {
    let first = deck.deal(&draws)
    guard let home = homes[first], let domain = drawnDomain(of: leaders[first], near: home),
      let band = domain.standard.band, let host = drawnHost(near: home, band: band)
    else { return nil }

    let wish = InventedTeam.drawn(&draws)
    let isShared = draws.chance(pattern.sharedSeriesPercent)
    let colleagues = leaders(inReachOf: host, isVirtual).filter { $0 != first }
    // A second leader brings a second standard where nobody else holds the first, and now and then anyway.
    var domains = [domain]
    var team = [first]
    let teachers = colleagues.filter { leaders[$0].role == .teacher }
    let partners = teachers.filter { leaders[$0].level(of: domain.standard) != nil }
    if wish.teachers > 1, partners.isEmpty || draws.chance(25) || isShared && pattern == .alliance {
      let others = teachers.filter { position in
        leaders[position].standards.contains { $0.level == .lead }
          && (pattern != .alliance || !isShared || district(of: position) != district(of: first))
      }
      if let second = others.isEmpty ? nil : draws.pick(others),
        let other = drawnDomain(of: leaders[second], near: host)
      {
        if other.standard != domain.standard { domains.append(other) }
        team.append(second)
      }
    }
    while team.count < wish.teachers {
      guard let partner = partners.first(where: { !team.contains($0) }) else { break }
      team.append(partner)
    }
    let sites = colleagues.filter { leaders[$0].role == .site || leaders[$0].role == .admin }
    let partnersOfUniversities = colleagues.filter { leaders[$0].role == .highered }
    let requirement = wish.fitted(
      teachers: team.count, sites: sites.count, highered: partnersOfUniversities.count)
    if requirement.sites > 0 { team.append(draws.pick(sites)) }
    if requirement.highered > 0 { team.append(draws.pick(partnersOfUniversities)) }
    guard team.count >= 2 else { return nil }

    let audience = audiences.drawn(
      at: host, band: band, with: team.compactMap { district(of: $0) }, isShared: isShared)
    var venue: Venue?
    if !isVirtual {
      let meeting = venues.venue(near: host, seats: audience.educators)
      guard team.allSatisfy({ isInReach(leaders[$0], of: meeting.coordinate) }) else { return nil }
      venue = meeting
    }
    return Content(
      host: host, standards: domains, audience: audience, venue: venue, requirement: requirement, team: team)
  }

  /// Where a district is that hosts a series itself, as one in four does in a district-wide programme whose
  /// venue is near enough to its middle.
  private mutating func districtMiddle(for content: Content) -> Coordinate? {
    guard pattern == .district, draws.chance(25), let venue = content.venue,
      let middle = geography.middle(of: geography.schools[content.host].district)
    else { return nil }
    return geography.road(from: middle, to: venue.coordinate) < Region.Limits().venueReach ? middle : nil
  }

  /// A domain that a leader can lead, of a band that is taught near a school.
  private mutating func drawnDomain(of leader: Leader, near school: Int) -> Curriculum.Domain? {
    let held = leader.standards.filter { $0.level == .lead }.map(\.standard)
    let taught = Curriculum.bands(of: geography.schools[school])
    let domains = held.flatMap { Curriculum.domains(under: $0, in: Curriculum.bands) }
    let local = domains.filter { $0.standard.band.map(taught.contains) == true }
    return domains.isEmpty ? nil : draws.pick(local.isEmpty ? domains : local)
  }

  /// A school that teaches a band, near another one; needier ones more likely.
  private mutating func drawnHost(near home: Int, band: GradeBand) -> Int? {
    let around = neighbours[home] ?? geography.nearest(40, to: geography.schools[home].coordinate)
    neighbours[home] = around
    let near = around.filter { Curriculum.bands(of: geography.schools[$0]).contains(band) }
    let own = near.filter { geography.schools[$0].district == geography.schools[home].district }
    let choices = draws.chance(75) && !own.isEmpty ? own : near
    guard !choices.isEmpty else { return nil }
    return draws.pick(weighted: choices.map { ($0, 20 + (geography.schools[$0].needPercent ?? 50)) })
  }

  /// A window in which the sessions have room, and the dates on which the first can be.
  private mutating func dates(
    of format: SeriesFormat, attendance: [Series.Attendance], host: Int
  ) -> (ClosedRange<Day>, [Day]) {
    let districts = [geography.schools[host].district] + attendance.map(\.district)
    let own = periods.filter { format.periods.contains($0.id) }
    func openings(_ window: ClosedRange<Day>) -> [Day] {
      SessionDates(
        window: window, periods: own, together: format.periodsPerSession == own.count,
        calendars: districts.map { calendars.calendar(of: $0) }
      ).openings(sessions: format.sessions, gap: format.gap)
    }
    let window = draws.pick(weighted: format.windows)
    let found = openings(window)
    if !found.isEmpty { return (window, found) }
    return (SeriesFormat.wholeYear, openings(SeriesFormat.wholeYear))
  }

  private func district(of leader: Int) -> District.ID? {
    homes[leader].map { geography.schools[$0].district }
  }

  private func isInReach(_ leader: Leader, of point: Coordinate) -> Bool {
    geography.road(from: leader.home.coordinate, to: point) <= leader.reach
  }

  /// Who reaches a school; all, where nobody travels. O(leaders) the first time a school is asked for.
  private mutating func leaders(inReachOf school: Int, _ isVirtual: Bool) -> [Int] {
    if isVirtual { return Array(leaders.indices) }
    if let known = inReach[school] { return known }
    let found = leaders.indices.filter { isInReach(leaders[$0], of: geography.schools[school].coordinate) }
    inReach[school] = found
    return found
  }
}
