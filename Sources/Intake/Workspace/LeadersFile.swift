internal import Planning

/// The columns of leaders.csv.
enum LeaderColumn: Int, TableColumn {
  case leader, name, role, school, latitude, longitude, standards, releaseDays, releaseDaysPerMonth
  case minutesPerWeek, minSchools, maxSchools, maxMentees, maxMiles, evaluates, joined, onHolidays

  static let file = "leaders.csv"
  static let about = "A person who leads sessions or coaches."
  static let isRequired = true

  var column: FileFormat.Column {
    switch self {
    case .leader: .required("leader", "the leader's key, any text without spaces")
    case .name: .optional("name", "the leader's name", whenEmpty: "the key")
    case .role: .required("role", "teacher, site, admin or highered")
    case .school: .optional("school", "the key of the school where the leader works", whenEmpty: "none")
    case .latitude: .optional("latitude", "degrees north of where journeys begin", whenEmpty: "that of the school")
    case .longitude: .optional("longitude", "degrees east of where journeys begin", whenEmpty: "that of the school")
    case .standards:
      .optional(
        "standards", "a list like CCSS-M/3-5 NGSS/6-8/PS:support; without :support the leader leads it",
        whenEmpty: "none")
    case .releaseDays:
      .optional(
        "release_days", "days out of class in the school year, in steps of a half",
        whenEmpty: "not counted: the leader needs no release")
    case .releaseDaysPerMonth:
      .optional(
        "release_days_per_month", "days out of class in a calendar month, in steps of a half",
        whenEmpty: "no limit of its own")
    case .minutesPerWeek:
      .optional("minutes_per_week", "minutes of coaching in a week, travel included", whenEmpty: "0: no coaching")
    case .minSchools:
      .optional("min_schools", "the least coaching requests of schools; every plan gives that many", whenEmpty: "0")
    case .maxSchools:
      .optional(
        "max_schools", "the most coaching requests of schools", whenEmpty: "`limits.max_schools` of region.yaml")
    case .maxMentees:
      .optional(
        "max_mentees", "the most mentees; 12 to 15 are usual on full release",
        whenEmpty: "`limits.max_mentees` of region.yaml")
    case .maxMiles:
      .optional("max_miles", "how far the leader travels one way", whenEmpty: "`leader_miles` of region.yaml")
    case .evaluates:
      .optional("evaluates", "a list of the schools whose teachers the leader evaluates", whenEmpty: "none")
    case .joined:
      .optional("joined", "the first date on which the leader leads or coaches", whenEmpty: "always there")
    case .onHolidays:
      .optional(
        "on_holidays", "yes where the leader may be asked on holidays of the school's district, else no",
        whenEmpty: "no")
    }
  }
}

extension WorkspaceReader {
  mutating func readLeaders() {
    guard let table = table(LeaderColumn.self, keys: \.leaderKeys) else { return }
    for row in table.rows {
      let id = row.key(.leader)
      let role = row.choice(.role, of: Role.self)
      let school = row.field(.school).flatMap { row.reference($0, to: schoolKeys, isCDS: true) }
      let home = home(of: row, key: id, school: school)
      let expertise = expertise(of: row)
      let releaseHalfDays = halfDays(.releaseDays, of: row, most: 366)
      let perMonth = halfDays(.releaseDaysPerMonth, of: row, most: 31)
      let coaching = row.integer(.minutesPerWeek, in: 0...10_080, default: 0)
      let minSchools = row.integer(.minSchools, in: 0...10_000, default: 0)
      let maxSchools = row.integer(ifAny: .maxSchools, in: 0...10_000) ?? limits.coachSchools.upperBound
      if minSchools > maxSchools {
        row.complain(.minSchools, "`min_schools` \(minSchools) is more than `max_schools` \(maxSchools)")
      }
      let maxMentees = row.integer(ifAny: .maxMentees, in: 0...10_000) ?? limits.mentees
      let reach = row.miles(ifAny: .maxMiles)
      let evaluates = row.words(.evaluates).compactMap { row.reference($0, to: schoolKeys, isCDS: true) }
      let joined = joined(of: row)
      let onHolidays = row.yesOrNo(.onHolidays, default: false)
      guard let id else {
        leaderKeys.isComplete = false
        continue
      }
      guard row.enter(id, at: .leader, into: &leaderKeys) else { continue }
      row.refuse(id, at: .leader, takenIn: schoolKeys, districtKeys, venueKeys)
      guard row.isSound, let role, let home else { continue }
      leaders.append(
        Leader(
          id: id, name: row.text(.name) ?? id, role: role, school: school, home: home, standards: expertise,
          releaseHalfDays: releaseHalfDays, releaseHalfDaysPerMonth: perMonth,
          coachingPerWeek: Minutes(coaching), minSchools: minSchools, maxSchools: maxSchools,
          maxMentees: maxMentees,
          reach: reach ?? limits.leaderReach, evaluates: evaluates, joined: joined,
          worksOnHolidays: onHolidays))
    }
  }

  /// Where journeys begin: the leader's own coordinates, else the school, and then travel.csv finds the
  /// leader under the school's key.
  private func home(of row: InputRow<LeaderColumn>, key: String?, school: String?) -> Place? {
    if row.field(.latitude) != nil || row.field(.longitude) != nil {
      guard let coordinate = row.coordinate(.latitude, .longitude), let key else { return nil }
      return Place(id: key, coordinate: coordinate)
    }
    if row.field(.school) == nil {
      row.complainOfEmpty(.school, "a leader has a school or coordinates")
      return nil
    }
    return school.flatMap { schoolPositions[$0] }.map { schools[$0].place }
  }

  private mutating func expertise(of row: InputRow<LeaderColumn>) -> [Leader.Expertise] {
    var seen: Set<Standard> = []
    var found: [Leader.Expertise] = []
    for word in row.words(.standards) {
      let parts = word.parts { $0 == UInt8(ascii: ":") }
      guard let first = parts.first, parts.count <= 2, parts.count == 2 || first.text == word.text else {
        log.add(
          word.diagnostic("`\(word.text)` is no standard; write it like CCSS-M/3-5/NF or CCSS-M/3-5/NF:support"))
        continue
      }
      guard let standard = standards.read(first, log: log) else { continue }
      guard seen.insert(standard).inserted else {
        log.add(first.diagnostic("`\(standard)` stands here twice; give it one level"))
        continue
      }
      let levels = Level.allCases.map(\.rawValue)
      guard let level = parts.count < 2 ? .lead : Level(rawValue: parts[1].text) else {
        let text = parts[1].text
        let suggestion = log.suggestion(for: text, among: levels)
        log.add(parts[1].diagnostic("`\(text)` is no level; it is \(levels.alternatives)\(suggestion)"))
        continue
      }
      found.append(.init(standard: standard, level: level))
    }
    return found
  }

  private func halfDays(_ column: LeaderColumn, of row: InputRow<LeaderColumn>, most: Int) -> Int? {
    guard let tenths = row.decimal(ifAny: column, places: 1, in: 0...most) else { return nil }
    guard tenths.isMultiple(of: 5) else {
      row.complain(column, "`\(column.name)` counts in steps of a half: write \(tenths / 10) or \(tenths / 10).5")
      return nil
    }
    return tenths / 5
  }

  /// A leader may have joined long before the school year, not after it.
  private func joined(of row: InputRow<LeaderColumn>) -> Day? {
    guard let field = row.field(.joined), let day = row.day(field, in: nil) else { return nil }
    guard day > year.upperBound else { return day }
    log.add(field.diagnostic("\(day) lies behind the school year, which ends on \(year.upperBound) (region.yaml)"))
    return nil
  }
}
