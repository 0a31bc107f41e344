internal import Planning

/// The columns of periods.csv.
enum PeriodColumn: Int, TableColumn {
  case period, start, end, kind, weekdays, occasion

  static let file = "periods.csv"
  static let about = "A named part of a day in which sessions and visits take place."
  static let isRequired = true

  var column: FileFormat.Column {
    switch self {
    case .period: .required("period", "its name, for example AM or after-school")
    case .start: .required("start", "when it starts: 8:30, 16:00 or 4:00 PM")
    case .end: .required("end", "when it ends, after the start")
    case .kind: .required("kind", "release where it takes people out of class, own-time where it does not")
    case .weekdays: .optional("weekdays", "a list of Mon, Tue, ... Sun", whenEmpty: "Monday to Friday")
    case .occasion:
      .optional(
        "occasion", "any, full-day or minimum-day: the sort of day it is held on", whenEmpty: "any")
    }
  }
}

extension WorkspaceReader {
  mutating func readPeriods() {
    guard let table = table(PeriodColumn.self, keys: \.periodKeys) else { return }
    var lines: [Period.ID: Int] = [:]
    for row in table.rows {
      let start = row.time(.start)
      let end = row.time(.end)
      if let start, let end, end <= start {
        row.complain(.end, "`end` \(end.asClock) is not after `start` \(start.asClock)")
      }
      let kind = row.choice(.kind, of: Period.Kind.self)
      let weekdays = weekdays(of: row)
      let occasion = row.choice(.occasion, default: Period.Occasion.any)
      guard let id = row.key(.period) else {
        periodKeys.isComplete = false
        continue
      }
      guard row.enter(id, at: .period, into: &periodKeys), row.isSound, let start, let end, let kind else {
        continue
      }
      let period = Period(id: id, start: start, end: end, kind: kind, weekdays: weekdays, occasion: occasion)
      for other in periods where other.overlaps(period) {
        row.complain(
          .start,
          """
          `\(id)` (\(start.asClock) to \(end.asClock)) overlaps `\(other.id)` (\(other.start.asClock) to \
          \(other.end.asClock), line \(lines[other.id] ?? 0)) on a day that has both
          """)
      }
      lines[id] = row.line
      periods.append(period)
    }
    if periodKeys.keys.isEmpty, periodKeys.isComplete {
      log.add(Diagnostic(file: PeriodColumn.file, message: "there is no period; a workspace has one at least"))
      periodKeys.isComplete = false
    }
    periods.sort { ($0.start, $0.id) < ($1.start, $1.id) }
  }

  private func weekdays(of row: InputRow<PeriodColumn>) -> [Weekday] {
    guard row.field(.weekdays) != nil else { return Period.schoolWeek }
    let names = Weekday.allCases.map(\.abbreviation)
    let read = row.words(.weekdays).compactMap { word -> Weekday? in
      if let weekday = Weekday(text: word.text) { return weekday }
      let suggestion = log.suggestion(for: word.text, among: names + Weekday.allCases.map(\.name))
      log.add(
        word.diagnostic("`\(word.text)` is no weekday; they are \(names.joined(separator: ", "))\(suggestion)"))
      return nil
    }
    return Weekday.allCases.filter(read.contains)
  }
}
