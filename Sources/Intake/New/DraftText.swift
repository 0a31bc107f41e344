internal import Planning

/// A draft as the files of a workspace.
struct DraftText {
  /// The files; region.yaml is last, so that an attempt that is cut short is not taken for a workspace.
  private(set) var files: [(name: String, text: String)] = []
  private let draft: WorkspaceDraft

  init(of draft: WorkspaceDraft) {
    self.draft = draft
    addPlaces()
    addPeople()
    addSeries()
    addLeadersWishes()
    if !draft.lastYear.isEmpty { files.append(("last-year.json", LastYearText.text(of: draft))) }
    files.append(("region.yaml", RegionText.text(of: draft)))
  }

  private mutating func add(_ name: String, _ header: [String], _ rows: [[String]]) {
    guard !rows.isEmpty else { return }
    var table = CSVText(header: header)
    for row in rows { table.append(row) }
    files.append((name, table.text))
  }

  private mutating func addPlaces() {
    add(
      "periods.csv", ["period", "start", "end", "kind", "weekdays", "occasion"],
      draft.periods.map { period in
        [
          period.id, period.start.asClock, period.end.asClock, period.kind.rawValue,
          period.weekdays.map(\.abbreviation).joined(separator: " "), period.occasion.rawValue,
        ]
      })
    add(
      "calendars.csv", ["district", "from", "to", "kind", "label"],
      draft.calendar.map { entry in
        [
          entry.district ?? "", "\(entry.days.lowerBound)", "\(entry.days.upperBound)", Self.kind(of: entry.status),
          entry.label,
        ]
      })
    add("districts.csv", DistrictRow.columns, draft.districts.map { DistrictRow.fields(of: $0) })
    add("schools.csv", SchoolRow.columns, draft.schools.map { SchoolRow.fields(of: $0) })
    add(
      "venues.csv",
      ["venue", "name", "latitude", "longitude", "capacity", "open_from", "open_to", "periods"],
      draft.venues.map { venue in
        [
          venue.id, venue.name, "\(venue.coordinate.latitude)", "\(venue.coordinate.longitude)",
          "\(venue.capacity)",
          "\(venue.open.lowerBound)", "\(venue.open.upperBound)", names(of: venue.periods),
        ]
      })
  }

  private mutating func addPeople() {
    add(
      "leaders.csv",
      [
        "leader", "name", "role", "school", "latitude", "longitude", "standards", "release_days",
        "release_days_per_month", "minutes_per_week", "max_schools", "max_mentees", "max_miles", "evaluates",
        "joined",
      ],
      draft.leaders.map { leader in
        let isAtSchool = leader.school != nil
        return [
          leader.id, leader.name, leader.role.rawValue, leader.school ?? "",
          isAtSchool ? "" : "\(leader.home.coordinate.latitude)",
          isAtSchool ? "" : "\(leader.home.coordinate.longitude)",
          leader.standards.map { $0.level == .lead ? "\($0.standard)" : "\($0.standard):support" }
            .joined(separator: " "),
          Self.days(leader.releaseHalfDays), Self.days(leader.releaseHalfDaysPerMonth),
          leader.coachingPerWeek == .zero ? "" : "\(leader.coachingPerWeek.value)",
          leader.maxSchools.map(String.init) ?? "", leader.maxMentees.map(String.init) ?? "",
          "\(leader.reach.tenthsOfMiles / 10)", leader.evaluates.joined(separator: " "),
          leader.joined.map(\.description) ?? "",
        ]
      })
    add(
      "unavailable.csv", ["who", "from", "to", "periods", "reason"],
      draft.absences.map { absence in
        [
          absence.who, "\(absence.days.lowerBound)", "\(absence.days.upperBound)", names(of: absence.periods),
          absence.reason,
        ]
      })
    add(
      "coaching.csv",
      [
        "request", "school", "standards", "minutes_per_week", "visit_every_weeks", "earliest", "latest", "priority",
        "mentee",
      ],
      draft.requests.map { request in
        [
          request.id, request.school, request.standards.map(\.description).joined(separator: " "),
          "\(request.perWeek.value)", "\(request.visitEveryWeeks)", "\(request.window.lowerBound)",
          "\(request.window.upperBound)", "\(request.priority)", request.mentee ?? "",
        ]
      })
  }

  private mutating func addSeries() {
    add(
      "series.csv",
      [
        "series", "title", "host", "attends", "standards", "sessions", "periods_per_session", "gap_min_days",
        "gap_max_days", "earliest", "latest", "educators", "cohorts", "team", "priority", "delivery", "place",
        "periods",
      ],
      draft.series.map { series in
        let isOwn = series.attendance.map(\.district) == [series.hostDistrict]
        return [
          series.id, series.title, series.host,
          isOwn ? "" : series.attendance.map { "\($0.district):\($0.educators)" }.joined(separator: " "),
          series.standards.map(\.description).joined(separator: " "), "\(series.sessions)",
          "\(series.periodsPerSession)", "\(series.gapMinDays)", "\(series.gapMaxDays)",
          "\(series.window.lowerBound)", "\(series.window.upperBound)", "\(series.educators)",
          series.cohorts.joined(separator: " "), "\(series.team)", "\(series.priority)", series.delivery.rawValue,
          series.setting.rawValue, names(of: series.periods),
        ]
      })
  }

  private mutating func addLeadersWishes() {
    add("preferences.csv", ["who", "whom", "rank"], draft.preferences.map { [$0.who, $0.whom, "\($0.rank)"] })
    add("pins.csv", ["what", "field", "value"], draft.pins.map { [$0.what, $0.field, $0.value] })
  }

  /// The names of periods; nothing where they are all.
  private func names(of periods: [Int]) -> String {
    periods.count == draft.periods.count ? "" : periods.map { draft.periods[$0].id }.joined(separator: " ")
  }

  private static func days(_ halfDays: Int?) -> String {
    halfDays.map { $0.isMultiple(of: 2) ? "\($0 / 2)" : "\($0 / 2).5" } ?? ""
  }

  private static func kind(of status: DayStatus) -> String {
    switch status {
    case .instructional: "instructional"
    case .holiday: "holiday"
    case .testing: "testing"
    case .minimumDay: "minimum-day"
    case .blackout: "blackout"
    default: preconditionFailure("a line of calendars.csv is of one kind")
    }
  }
}
