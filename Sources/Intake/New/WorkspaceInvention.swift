internal import Planning

/// Invents a workspace topic by topic: schools, calendars, leaders, series, coaching, then the time that
/// leaders can give.
struct WorkspaceInvention {
  /// What was invented.
  private(set) var draft = WorkspaceDraft()
  /// What was made, a line a fact.
  private(set) var summary = ""

  private let pattern: Pattern
  private let seed: UInt64
  private let sizes: ResolvedSizes
  private let geography: Geography
  private let calendars: InventedCalendars
  private let periods: [Period]

  private var leaders: [LeaderDraft] = []
  private var proposals: [InventedSeries.Proposal] = []
  private var requests: [CoachingRequest] = []
  private var natural: [CoachingRequest.ID: Leader.ID] = [:]
  private var lastYear: [(request: CoachingRequest.ID, leader: Leader.ID)] = []
  private var venues: [Venue] = []
  private var settlement: PressureSettlement?
  private var conference: InventedConference?

  init(
    pattern: Pattern, seed: UInt64, sizes asked: WorkspaceSizes, directory: SchoolDirectory?
  ) throws(NewWorkspaceError) {
    self.pattern = pattern
    self.seed = seed
    let schools: [School]
    let districts: [District]
    if let directory {
      schools = directory.schools
      districts = directory.districts
    } else {
      let invented = InventedSchools(pattern: pattern, seed: seed)
      schools = invented.schools
      districts = invented.districts
    }
    // Adult schools and such take part in nothing, but stay in schools.csv.
    guard schools.contains(where: { !Curriculum.bands(of: $0).isEmpty }) else { throw .noSchools }
    if pattern == .alliance, districts.count < 2 { throw .oneDistrict(name: districts.first?.name ?? "nobody") }
    sizes = try ResolvedSizes(asked, pattern: pattern, schools: schools)
    geography = Geography(schools: schools, districts: districts)
    calendars = InventedCalendars(of: districts, seed: seed)
    periods = InventedPeriods.of(pattern)

    addPeople()
    settleTime()
    draft.schoolsAreInvented = directory == nil
    draft.title = title(of: districts, schools: schools)
    fillDraft()
    summary = summaryText()
  }

  /// Leaders, and what is asked of them.
  private mutating func addPeople() {
    let taught = geography.schools.indices.filter { !Curriculum.bands(of: geography.schools[$0]).isEmpty }
    var area = taught
    var campus: Int?
    if pattern == .conference {
      let school = InventedConference.campus(in: geography)
      campus = school
      area = geography.schools(within: 25, of: geography.schools[school].coordinate).filter(Set(taught).contains)
    }
    // Few mentors lead seminars.
    let leading = pattern == .mentoring ? min(sizes.leaders / 2, max(3, sizes.series * 2 / 3)) : sizes.leaders
    let keys = Keys("L", count: sizes.leaders)
    leaders = InventedLeaders(count: leading, in: geography, area: area, keys: keys, seed: seed).leaders
    var venues = InventedVenues(in: geography, calendars: calendars, periods: periods, seed: seed)
    let seriesKeys = Keys("S", count: sizes.series)
    if let campus {
      let days = InventedConference(
        keys: seriesKeys, series: sizes.series, campus: campus, leaders: leaders,
        pressurePermille: sizes.pressurePermille, geography: geography, periods: periods, seed: seed)
      proposals = days.proposals
      for room in days.rooms { venues.add(room) }
      conference = days
    }
    let first = proposals.count
    // Eight days of release a leader is usual; sessions are made as long as that allows.
    let follow = InventedSeries(
      seriesKeys.from(first), count: sizes.series - first, halfDays: leading * 16 * sizes.pressurePermille / 1000,
      pattern: pattern, leaders: leaders, geography: geography, calendars: calendars, periods: periods,
      venues: venues, seed: seed)
    proposals += follow.proposals
    self.venues = follow.venues.venues

    if pattern == .mentoring {
      let mentors = InventedMentors(
        newTeachers: sizes.coaching, mentors: sizes.leaders - leading, keys: keys, firstKey: leading,
        pressurePermille: sizes.pressurePermille, geography: geography, seed: seed)
      requests = mentors.requests
      natural = mentors.natural
      lastYear = mentors.lastYear
      leaders += mentors.mentors
    } else {
      let coaching = InventedCoaching(
        count: sizes.coaching, leaders: &leaders, pressurePermille: sizes.pressurePermille, geography: geography,
        seed: seed)
      requests = coaching.requests
      natural = coaching.natural
      lastYear = coaching.lastYear
    }
  }

  /// The release days of those who lead series.
  private mutating func settleTime() {
    let leading = pattern == .mentoring ? leaders.prefix { $0.maxMentees == nil }.count : leaders.count
    var settled = Array(leaders.prefix(leading))
    settlement = PressureSettlement(
      leaders: &settled, proposals: proposals, periods: periods,
      pressurePermille: sizes.pressurePermille, seed: seed)
    leaders.replaceSubrange(0..<leading, with: settled)
  }

  private mutating func fillDraft() {
    var details = InventedDetails(seed: seed)
    draft.seed = seed
    draft.periods = periods
    draft.calendar = calendars.entries
    draft.schools = geography.schools
    draft.districts = details.substitutes(
      of: geography.districts, proposals: proposals, leaders: leaders, geography: geography, periods: periods)
    draft.venues = venues
    draft.leaders = leaders.map { $0.leader(in: geography.schools) }
    draft.series = proposals.map(\.series)
    draft.requests = requests
    draft.absences = details.absences(of: draft.leaders, venues: venues, periods: periods)
    draft.preferences = details.preferences(
      proposals: proposals, requests: requests, natural: natural, leaders: draft.leaders)
    draft.pins = details.pins(
      proposals: proposals, requests: requests, natural: natural, leaders: draft.leaders, geography: geography,
      periods: periods)
    draft.lastYear = lastYear.map { MatchedRequest(request: $0.request, coach: $0.leader) }
  }

  private func title(of districts: [District], schools: [School]) -> String {
    let counties = Set(schools.map(\.county))
    let place =
      districts.count == 1
      ? districts[0].name : counties.count == 1 ? "\(schools[0].county) County" : "\(counties.count) counties"
    switch pattern {
    case .district: return "\(place): teachers leading learning"
    case .mentoring: return "\(place): induction"
    case .alliance: return "\(place): alliance of \(districts.count) districts"
    case .conference: return "\(place): conference and follow-up"
    case .state: return "\(place): leadership corps"
    }
  }

  private func summaryText() -> String {
    func count(_ number: Int, _ one: String, _ many: String) -> String {
      "\(number.grouped) \(number == 1 ? one : many)"
    }
    let roles = Role.allCases.compactMap { role -> String? in
      let number = leaders.count { $0.role == role }
      return number == 0 ? nil : "\(number.grouped) \(role.rawValue)"
    }
    let sessions = proposals.reduce(0) { $0 + $1.series.sessions }
    var lines = [
      draft.title,
      "  \(count(draft.districts.count, "district", "districts")), \(count(draft.schools.count, "school", "schools"))"
        + (draft.schoolsAreInvented ? " (invented)" : "") + ", \(count(venues.count, "venue", "venues"))",
      "  \(count(leaders.count, "leader", "leaders")) (\(roles.joined(separator: ", ")))",
      "  \(count(proposals.count, "series", "series")) with \(count(sessions, "session", "sessions"))",
      "  \(count(requests.count, "request", "requests")) for \(pattern == .mentoring ? "a mentor" : "coaching")",
    ]
    func pressure(_ asked: Int, _ given: Int, _ unit: String) {
      guard given > 0, asked > 0 else { return }
      let hundredths = (asked * 100 + given / 2) / given
      let times = "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
      lines.append("  \(asked.grouped) \(unit) asked for, \(given.grouped) can be given: \(times) times")
    }
    if let settlement { pressure(settlement.asked, settlement.given, "half days of release") }
    if let conference { pressure(conference.talks, conference.times, "talks at conferences") }
    if pattern == .mentoring {
      pressure(requests.count, leaders.reduce(0) { $0 + ($1.maxMentees ?? 0) }, "mentors for new teachers")
    } else {
      pressure(
        requests.reduce(0) { $0 + $1.perWeek.value }, leaders.reduce(0) { $0 + $1.coaching.value },
        "minutes of coaching a week")
    }
    return lines.joined(separator: "\n")
  }
}
