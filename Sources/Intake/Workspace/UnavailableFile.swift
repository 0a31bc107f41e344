internal import Planning

/// The columns of unavailable.csv.
enum UnavailableColumn: Int, TableColumn {
  case who, from, to, periods, reason

  static let file = "unavailable.csv"
  static let about = "When a leader or a venue cannot be had."

  var column: FileFormat.Column {
    switch self {
    case .who: .required("who", "the key of a leader or of a venue")
    case .from: .required("from", "the first date")
    case .to: .optional("to", "the last date", whenEmpty: "the first date")
    case .periods: .optional("periods", "a list of periods", whenEmpty: "the whole day")
    case .reason: .optional("reason", "why, for calendars and messages", whenEmpty: "not available")
    }
  }
}

extension WorkspaceReader {
  mutating func readUnavailable() {
    guard let table = table(UnavailableColumn.self) else { return }
    for row in table.rows {
      let who = row.required(.who).flatMap { row.reference($0, to: leaderKeys, venueKeys) }
      let days = row.days(.from, .to, in: year, emptyEnd: .start)
      let missed = row.periods(.periods, of: periods, keys: periodKeys)
      guard row.isSound, let who, let days else { continue }
      absences.append(
        Absence(who: who, days: days, periods: missed, reason: row.text(.reason) ?? "not available"))
    }
  }
}
