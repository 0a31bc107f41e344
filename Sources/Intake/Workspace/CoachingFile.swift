internal import Planning

/// The columns of coaching.csv.
enum CoachingColumn: Int, TableColumn {
  case request, school, standards, minutesPerWeek, visitEveryWeeks, earliest, latest, priority, mentee

  static let file = "coaching.csv"
  static let about = """
    A school, or a new teacher, asks for a coach or mentor. A workspace has this file, series.csv or both.
    """

  var column: FileFormat.Column {
    switch self {
    case .request: .required("request", "its key, any text without spaces")
    case .school: .required("school", "the key of the school that is visited")
    case .standards: .required("standards", "a list of what the coach must hold, all of it at lead")
    case .minutesPerWeek: .required("minutes_per_week", "coaching in a week on average, without travel; 1 to 2,400")
    case .visitEveryWeeks: .optional("visit_every_weeks", "a visit every so many weeks, 1 to 26", whenEmpty: "1")
    case .earliest: .optional("earliest", "the first date of a visit", whenEmpty: "start of the school year")
    case .latest: .optional("latest", "the last date of a visit", whenEmpty: "end of the school year")
    case .priority: .optional("priority", "how much it matters, 1 to 1,000", whenEmpty: "1")
    case .mentee:
      .optional("mentee", "the new teacher to be mentored", whenEmpty: "the school asks for a coach")
    }
  }
}

extension WorkspaceReader {
  mutating func readCoaching() {
    guard let table = table(CoachingColumn.self, keys: \.requestKeys) else { return }
    for row in table.rows {
      let school = row.required(.school).flatMap { row.reference($0, to: schoolKeys, isCDS: true) }
      let wanted = standards.read(.standards, of: row)
      let minutes = row.integer(.minutesPerWeek, in: 1...2400)
      let everyWeeks = row.integer(.visitEveryWeeks, in: 1...26, default: 1)
      let window = row.days(.earliest, .latest, in: year)
      let priority = row.integer(.priority, in: 1...1000, default: 1)
      guard let id = row.key(.request) else {
        requestKeys.isComplete = false
        continue
      }
      guard row.enter(id, at: .request, into: &requestKeys), row.isSound, let school, let minutes, let window
      else { continue }
      let request = CoachingRequest(
        id: id, school: school, standards: wanted, perWeek: Minutes(minutes), visitEveryWeeks: everyWeeks,
        window: window, priority: priority, mentee: row.text(.mentee))
      checkVisitFits(request, row)
      if row.isSound { requests.append(request) }
    }
  }

  /// A visit lies within one period.
  private func checkVisitFits(_ request: CoachingRequest, _ row: InputRow<CoachingColumn>) {
    guard knowsEveryPeriod, let longest = periods.max(by: { $0.length < $1.length }),
      request.visitLength > longest.length
    else { return }
    row.complain(
      .minutesPerWeek,
      """
      \(request.perWeek.value) minutes a week in a visit every \(request.visitEveryWeeks) week(s) make a visit of \
      \(request.visitLength.value) minutes; the longest period, `\(longest.id)`, has \(longest.length.value)
      """)
  }
}
