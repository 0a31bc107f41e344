/// All that one workspace says, checked and cross-referenced.
public struct Scenario: Sendable {
  /// What holds for the whole region.
  public let region: Region
  /// The periods, sorted by starting time, then name.
  public let periods: [Period]
  /// The districts: those of districts.csv, then those that only schools.csv names.
  public let districts: Table<District>
  /// The schools.
  public let schools: Table<School>
  /// The venues.
  public let venues: Table<Venue>
  /// The leaders.
  public let leaders: Table<Leader>
  /// When leaders and venues cannot be had.
  public let absences: [Absence]
  /// The coaching requests.
  public let requests: Table<CoachingRequest>
  /// The series.
  public let series: Table<Series>
  /// Who prefers whom.
  public let preferences: Preferences
  /// Distances and driving times.
  public let travel: Travel
  /// What the planner has fixed.
  public let pins: [Pin]
  /// Last year's coach of each request, where region.yaml names last year's plan.
  public let lastYear: [CoachingRequest.ID: Leader.ID]
  /// The plan that was handed out, where region.yaml names one; changes against it are counted.
  public let published: Plan?

  private let calendars: [District.ID: DistrictCalendar]
  private let absencesByWho: [String: [Absence]]

  /// See the properties. `calendarEntries` are laid over every district they name.
  public init(
    region: Region, periods: [Period], districts: [District] = [], schools: [School], venues: [Venue] = [],
    leaders: [Leader], absences: [Absence] = [], requests: [CoachingRequest] = [], series: [Series] = [],
    preferences: Preferences = Preferences(), travel: Travel? = nil, pins: [Pin] = [],
    calendarEntries: [CalendarEntry] = [], lastYear: [CoachingRequest.ID: Leader.ID] = [:],
    published: Plan? = nil
  ) {
    self.region = region
    self.periods = periods
    let named = Set(districts.map(\.id))
    var unnamed: [District] = []
    var seen = named
    for school in schools where seen.insert(school.district).inserted {
      unnamed.append(
        District(id: school.district, name: school.district, county: school.county, substitutesPerDay: nil))
    }
    let all = districts + unnamed
    self.districts = Table(all)
    self.schools = Table(schools)
    self.venues = Table(venues)
    self.leaders = Table(leaders)
    self.absences = absences
    self.requests = Table(requests)
    self.series = Table(series)
    self.preferences = preferences
    self.travel =
      travel
      ?? Travel(
        roadFactorPercent: region.limits.roadFactorPercent, milesPerHour: region.limits.milesPerHour)
    self.pins = pins
    self.lastYear = lastYear
    self.published = published
    absencesByWho = Dictionary(grouping: absences, by: \.who)

    let common = calendarEntries.filter { $0.district == nil }
    let own = Dictionary(grouping: calendarEntries.filter { $0.district != nil }, by: { $0.district! })
    let ordinary = DistrictCalendar(year: region.year, entries: common)
    var calendars: [District.ID: DistrictCalendar] = [:]
    for district in all {
      calendars[district.id] =
        own[district.id].map { DistrictCalendar(year: region.year, entries: common + $0) } ?? ordinary
    }
    self.calendars = calendars
  }

  /// A district's calendar.
  ///
  /// - Precondition: The district is one of the region's.
  public func calendar(of district: District.ID) -> DistrictCalendar { calendars[district]! }

  /// The revision of a plan made now: one more than that of the published plan, 0 where there is none.
  public var nextRevision: Int { published.map { $0.revision + 1 } ?? 0 }

  /// The absences of a leader or a venue, in the order of the file.
  public func absences(of who: String) -> [Absence] { absencesByWho[who] ?? [] }

  /// The absence that keeps a leader or venue from a slot, if any.
  public func absence(of who: String, in slot: Slot) -> Absence? {
    absences(of: who).first { $0.days.contains(slot.day) && $0.periods.contains(slot.period) }
  }

  /// The district a leader belongs to: that of the leader's school.
  public func district(of leader: Leader) -> District.ID? {
    leader.school.flatMap { schools[id: $0]?.district }
  }

  /// Whether a period of a date is held in the calendars of the host and of every district that attends.
  public func holds(_ period: Int, on day: Day, for series: Series) -> Bool {
    let isEvent = series.delivery == .conference
    guard calendar(of: series.hostDistrict).holds(periods[period], on: day, isEvent: isEvent) else {
      return false
    }
    return series.attendance.allSatisfy {
      $0.district == series.hostDistrict
        || calendar(of: $0.district).holds(periods[period], on: day, isEvent: isEvent)
    }
  }

  /// The periods a session takes when it starts in a slot, or `nil` where it cannot: they are held, are
  /// the series' own and of one kind, and follow one another in that day's order.
  public func span(of series: Series, startingAt slot: Slot) -> [Int]? {
    let kind = periods[slot.period].kind
    var span: [Int] = []
    for period in slot.period..<periods.count where holds(period, on: slot.day, for: series) {
      guard series.periods.contains(period), periods[period].kind == kind else { break }
      if span.isEmpty, period != slot.period { break }
      span.append(period)
      if span.count == series.periodsPerSession { return span }
    }
    return nil
  }

  /// How long a span of periods is, breaks not counted.
  public func length(of span: [Int]) -> Minutes {
    span.reduce(.zero) { $0 + periods[$1].length }
  }

  /// No session of a series is longer: its longest periods of one kind together.
  public func longestSession(of series: Series) -> Minutes {
    Period.Kind.allCases.map { kind in
      let lengths = series.periods.filter { periods[$0].kind == kind }.map { periods[$0].length }
      guard lengths.count >= series.periodsPerSession else { return .zero }
      return lengths.sorted(by: >).prefix(series.periodsPerSession).reduce(.zero, +)
    }.max() ?? .zero
  }

  /// Whether a period of a date takes a leader out of class: release is counted for the leader, and the
  /// leader's own district, where there is one, is in session.
  public func releases(_ leader: Leader, from period: Int, on day: Day) -> Bool {
    guard periods[period].kind == .release else { return false }
    guard let district = district(of: leader) else { return true }
    return calendar(of: district).isInSession(day)
  }
}
