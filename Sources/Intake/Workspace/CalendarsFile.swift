internal import Planning

/// The columns of calendars.csv.
enum CalendarColumn: Int, TableColumn {
  case district, from, to, kind, label

  static let file = "calendars.csv"
  static let about = """
    Days of one sort in the calendar of a district, or of all. Monday to Friday are instructional unless a \
    district has rows that say which days are. Nobody who attends from there, and nobody whose own school lies \
    there, is asked on its holidays and blackout days, nor released from class during testing.
    """

  var column: FileFormat.Column {
    switch self {
    case .district: .optional("district", "the key of the district", whenEmpty: "every district")
    case .from: .required("from", "the first date")
    case .to: .optional("to", "the last date", whenEmpty: "the first date")
    case .kind:
      .required("kind", "instructional, holiday, testing (no release from class), minimum-day or blackout")
    case .label: .optional("label", "what it is called, for example Thanksgiving", whenEmpty: "its kind")
    }
  }
}

/// The kinds of calendars.csv.
private enum CalendarKind: String, CaseIterable {
  case instructional
  case holiday
  case testing
  case minimumDay = "minimum-day"
  case blackout

  var status: DayStatus {
    switch self {
    case .instructional: .instructional
    case .holiday: .holiday
    case .testing: .testing
    case .minimumDay: .minimumDay
    case .blackout: .blackout
    }
  }
}

extension WorkspaceReader {
  mutating func readCalendars() {
    guard let table = table(CalendarColumn.self) else { return }
    for row in table.rows {
      let district = row.field(.district).map { row.reference($0, to: districtKeys, isCDS: true) }
      let days = row.days(.from, .to, in: year, emptyEnd: .start)
      let kind = row.choice(.kind, of: CalendarKind.self)
      guard row.isSound, let days, let kind else { continue }
      calendarEntries.append(
        CalendarEntry(
          district: district ?? nil, days: days, status: kind.status, label: row.text(.label) ?? kind.rawValue))
    }
  }
}
