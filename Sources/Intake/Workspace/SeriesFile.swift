internal import Planning

/// The columns of series.csv.
enum SeriesColumn: Int, TableColumn {
  case series, title, host, attends, standards, sessions, periodsPerSession, gapMinDays, gapMaxDays
  case earliest, latest, educators, cohorts, team, priority, delivery, place, periods

  static let file = "series.csv"
  static let about = """
    Ordered sessions on the same standards for the same educators with the same team. A workspace has this \
    file, coaching.csv or both.
    """

  var column: FileFormat.Column {
    switch self {
    case .series: .required("series", "its key, any text without spaces")
    case .title: .optional("title", "what calendars call it", whenEmpty: "its key")
    case .host: .required("host", "the key of the school or district that asks for it")
    case .attends:
      .optional(
        "attends",
        "a list of the schools or districts whose educators come, all with numbers (D1:20 D2:4) or none: then "
          + "educators are spread evenly, what remains from the first on",
        whenEmpty: "the host")
    case .standards: .required("standards", "a list of what the team must cover jointly at lead")
    case .sessions: .required("sessions", "how many sessions, 1 to 60")
    case .periodsPerSession:
      .optional(
        "periods_per_session", "how many periods of a day in a row a session takes, 1 to 12", whenEmpty: "1")
    case .gapMinDays:
      .optional(
        "gap_min_days", "the least number of days from one session to the next, 0 to 366",
        whenEmpty: "21, or `gap_max_days` where that is less")
    case .gapMaxDays:
      .optional(
        "gap_max_days", "the greatest number of days from one session to the next, 0 to 366",
        whenEmpty: "twice `gap_min_days`")
    case .earliest: .optional("earliest", "the first date of a session", whenEmpty: "start of the school year")
    case .latest: .optional("latest", "the last date of a session", whenEmpty: "end of the school year")
    case .educators:
      .optional(
        "educators", "how many educators attend, 1 to 100,000", whenEmpty: "the sum of the numbers in `attends`")
    case .cohorts: .optional("cohorts", "a list of the cohorts that attend", whenEmpty: "none")
    case .team:
      .optional(
        "team", "who must be in the team: teacher>=2 site|admin>=1 highered<=1 size<=4",
        whenEmpty: SeriesColumn.usualTeam)
    case .priority: .optional("priority", "how much it matters, 1 to 1,000", whenEmpty: "1")
    case .delivery:
      .optional(
        "delivery", "ongoing, conference (fixed dates, also without instruction) or train-the-trainer",
        whenEmpty: "ongoing")
    case .place: .optional("place", "in-person or virtual (no venue, no travel)", whenEmpty: "in-person")
    case .periods: .optional("periods", "a list of the periods it may meet in", whenEmpty: "all periods")
    }
  }

  /// Two teachers and somebody of the site or the administration.
  static let usualTeam = "teacher>=2 site|admin>=1"
}

extension WorkspaceReader {
  mutating func readSeries() {
    guard let table = table(SeriesColumn.self, keys: \.seriesKeys) else { return }
    for row in table.rows {
      let host = row.required(.host).flatMap { hostKey($0, of: row) }
      let attendance = attendance(of: row, host: host)
      let wanted = standards.read(.standards, of: row)
      let sessions = row.integer(.sessions, in: 1...60)
      let perSession = row.integer(.periodsPerSession, in: 1...12, default: 1)
      let gaps = gaps(of: row)
      let window = row.days(.earliest, .latest, in: year)
      let cohorts = row.words(.cohorts).map(\.text)
      let team = team(of: row)
      let priority = row.integer(.priority, in: 1...1000, default: 1)
      let delivery = row.choice(.delivery, default: Series.Delivery.ongoing)
      let setting = row.choice(.place, default: Series.Setting.inPerson)
      let held = row.periods(.periods, of: periods, keys: periodKeys)
      if let sessions, let gaps, let window { checkGapsFit(gaps, sessions: sessions, window: window, row) }
      checkPeriodsSuffice(held, perSession: perSession, row)
      guard let id = row.key(.series) else {
        seriesKeys.isComplete = false
        continue
      }
      guard row.enter(id, at: .series, into: &seriesKeys) else { continue }
      row.refuse(id, at: .series, takenIn: requestKeys)
      guard row.isSound, let host, let district = district(ofHost: host), let coordinate = coordinate(ofHost: host),
        let attendance, let sessions, let gaps, let window, let team
      else { continue }
      series.append(
        Series(
          id: id, title: row.text(.title) ?? id, host: host, hostDistrict: district, hostCoordinate: coordinate,
          attendance: attendance, standards: wanted, sessions: sessions, periodsPerSession: perSession,
          gapMinDays: gaps.lowerBound, gapMaxDays: gaps.upperBound, window: window,
          educators: attendance.reduce(0) { $0 + $1.educators }, cohorts: cohorts, team: team,
          priority: priority, delivery: delivery, setting: setting, periods: held))
    }
  }

  /// The key of a school, or of a district that has one.
  private func hostKey(_ field: CSVField, of row: InputRow<SeriesColumn>) -> String? {
    guard let key = row.reference(field, to: schoolKeys, districtKeys, isCDS: true) else { return nil }
    if !schoolKeys.contains(key), schoolsByDistrict[key] == nil, schoolKeys.isComplete,
      schools.count == schoolKeys.keys.count
    {
      log.add(field.diagnostic("the district `\(key)` has no school in schools.csv"))
      return nil
    }
    return key
  }

  /// The district of a school, or the district itself; `nil` where no row of schools.csv that is sound has it.
  private func district(ofHost key: String) -> District.ID? {
    schoolPositions[key].map { schools[$0].district } ?? (schoolsByDistrict[key] == nil ? nil : key)
  }

  /// Where the educators come from, each district once.
  private func attendance(of row: InputRow<SeriesColumn>, host: String?) -> [Series.Attendance]? {
    let educators = row.integer(ifAny: .educators, in: 1...100_000)
    var keys: [String] = []
    var numbers: [Int] = []
    var isSound = row.field(.educators) == nil || educators != nil
    for word in row.words(.attends) {
      let parts = word.parts { $0 == UInt8(ascii: ":") }
      guard let first = parts.first, parts.count <= 2, let key = hostKey(first, of: row) else {
        isSound = false
        continue
      }
      keys.append(key)
      guard parts.count == 2 else { continue }
      if let number = NumberText.integer(parts[1].text), (1...100_000).contains(number) {
        numbers.append(number)
      } else {
        log.add(parts[1].diagnostic("`\(parts[1].text)` is no number of educators; it is from 1 to 100,000"))
        isSound = false
      }
    }
    guard isSound else { return nil }
    if row.field(.attends) == nil {
      guard let host else { return nil }
      keys = [host]
    }
    guard let shares = shares(of: educators, among: keys.count, numbers: numbers, row) else { return nil }
    return merged(keys, shares)
  }

  /// How many educators come from each entry.
  private func shares(
    of educators: Int?, among entries: Int, numbers: [Int], _ row: InputRow<SeriesColumn>
  ) -> [Int]? {
    if numbers.isEmpty {
      guard let educators else {
        row.complainOfEmpty(.educators, "it is needed where `attends` has no numbers")
        return nil
      }
      guard educators >= entries else {
        row.complain(.educators, "\(educators) educators cannot come from \(entries) places")
        return nil
      }
      return (0..<entries).map { educators / entries + ($0 < educators % entries ? 1 : 0) }
    }
    guard numbers.count == entries else {
      row.complain(.attends, "`attends` gives a number for some and not for all; give all or none")
      return nil
    }
    let sum = numbers.reduce(0, +)
    guard educators == nil || educators == sum else {
      row.complain(.attends, "the numbers in `attends` make \(sum); `educators` is \(educators ?? 0)")
      return nil
    }
    guard sum <= 100_000 else {
      row.complain(.attends, "the numbers in `attends` make \(sum.grouped); at most 100,000 educators attend")
      return nil
    }
    return numbers
  }

  /// By district, in the order of the list; `nil` where one is wrong in its own file.
  private func merged(_ keys: [String], _ shares: [Int]) -> [Series.Attendance]? {
    var attendance: [Series.Attendance] = []
    for (key, share) in zip(keys, shares) {
      guard let district = district(ofHost: key) else { return nil }
      if let known = attendance.firstIndex(where: { $0.district == district }) {
        attendance[known] = .init(district: district, educators: attendance[known].educators + share)
      } else {
        attendance.append(.init(district: district, educators: share))
      }
    }
    return attendance
  }

  private func team(of row: InputRow<SeriesColumn>) -> TeamRequirement? {
    let text = row.text(.team) ?? SeriesColumn.usualTeam
    do throws(TeamRequirement.Problem) {
      return try TeamRequirement(parsing: text)
    } catch {
      let roles = Role.allCases.map(\.rawValue) + ["size"]
      switch error {
      case .unreadable(let word):
        row.complain(
          .team,
          "`\(word)` is no bound on a team; write it like teacher>=2, site|admin>=1 or size<=4 (numbers 0 to "
            + "\(TeamRequirement.largestSize))")
      case .unknownRole(let name):
        let suggestion = log.suggestion(for: name, among: roles)
        row.complain(.team, "unknown role `\(name)`; it is \(roles.alternatives)\(suggestion)")
      case .impossible(let what): row.complain(.team, "no team can have \(what)")
      }
      return nil
    }
  }
}
