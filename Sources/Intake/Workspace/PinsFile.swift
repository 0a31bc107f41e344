internal import Planning

/// The columns of pins.csv.
enum PinColumn: Int, TableColumn {
  case what, field, value

  static let file = "pins.csv"
  static let about = """
    A decision that every plan keeps. Of a series: `team` and `not-team` (a leader), `session 2` (2026-09-14 AM), \
    `venue` or `venue 2` (a venue), `served` (yes or no). Of a coaching request: `coach` and `not-coach` (a \
    leader), `visits` (Mon after-school), `served` (yes or no).
    """

  var column: FileFormat.Column {
    switch self {
    case .what: .required("what", "the key of a series or of a coaching request")
    case .field: .required("field", "what is decided of it")
    case .value: .required("value", "what it is to be")
    }
  }
}

/// A pin and where it was written.
struct WrittenPin {
  let pin: Pin
  let what: CSVField
  let value: CSVField
}

extension WorkspaceReader {
  mutating func readPins() {
    guard let table = table(PinColumn.self) else { return }
    for row in table.rows {
      let what = row.required(.what)
      let field = row.required(.field)
      let value = row.required(.value)
      guard let what, let field, let value, let key = row.reference(what, to: seriesKeys, requestKeys) else {
        continue
      }
      // A key of both has had its message in series.csv.
      if seriesKeys.contains(key), requestKeys.contains(key) { continue }
      let decision =
        seriesKeys.contains(key)
        ? decision(on: key, series: field, value, row) : decision(on: key, request: field, value, row)
      guard row.isSound, let decision else { continue }
      let pin = Pin(decision: decision, text: "\(key),\(field.text),\(value.text)")
      pins.append(WrittenPin(pin: pin, what: what, value: value))
    }
  }

  private func decision(
    on key: String, series field: CSVField, _ value: CSVField, _ row: InputRow<PinColumn>
  ) -> Pin.Decision? {
    let (name, number) = nameAndNumber(of: field, series: key)
    switch (name, number) {
    case ("team", nil): return row.reference(value, to: leaderKeys).map { .inTeam(series: key, leader: $0) }
    case ("not-team", nil): return row.reference(value, to: leaderKeys).map { .notInTeam(series: key, leader: $0) }
    case ("session", .some(let session)):
      return slot(value, row).map { .sessionStarts(series: key, session: session, at: $0) }
    case ("venue", let session):
      return row.reference(value, to: venueKeys).map { .sessionMeets(series: key, session: session, venue: $0) }
    case ("served", nil): return row.yesOrNo(value).map { .seriesServed(series: key, $0) }
    default:
      refuse(field, of: "series", fields: ["team", "not-team", "session 1", "venue", "venue 1", "served"])
      return nil
    }
  }

  private func decision(
    on key: String, request field: CSVField, _ value: CSVField, _ row: InputRow<PinColumn>
  ) -> Pin.Decision? {
    switch field.text {
    case "coach": return row.reference(value, to: leaderKeys).map { .coach(request: key, leader: $0) }
    case "not-coach": return row.reference(value, to: leaderKeys).map { .notCoach(request: key, leader: $0) }
    case "served": return row.yesOrNo(value).map { .requestServed(request: key, $0) }
    case "visits": return visits(value, of: key, row)
    default:
      refuse(field, of: "coaching request", fields: ["coach", "not-coach", "visits", "served"])
      return nil
    }
  }

  private func refuse(_ field: CSVField, of kind: String, fields: [String]) {
    let suggestion = log.suggestion(for: field.text, among: fields)
    log.add(
      field.diagnostic("`\(field.text)` is no field of a \(kind) to pin; it is \(fields.alternatives)\(suggestion)")
    )
  }

  /// `session 2` or `session-2`: the name, and a number that the series has.
  private func nameAndNumber(of field: CSVField, series key: String) -> (String, Int?) {
    let text = field.text
    let end = text.lastIndex { $0 == " " || $0 == "-" }
    guard let end, let number = NumberText.integer(String(text[text.index(after: end)...])) else {
      return (text, nil)
    }
    let last = series.first { $0.id == key }?.sessions ?? 60
    if !(1...last).contains(number) {
      log.add(field.diagnostic("there is no session \(number) of `\(key)`, which has \(last)"))
    }
    return (String(text[..<end]), number)
  }

  /// `2026-09-14 AM`.
  private func slot(_ value: CSVField, _ row: InputRow<PinColumn>) -> Slot? {
    let words = value.words
    guard words.count == 2 else {
      log.add(value.diagnostic("`\(value.text)` is no date and period; write it like 2026-09-14 AM"))
      return nil
    }
    let day = row.day(words[0], in: year)
    let period = period(words[1], row)
    guard let day, let period else { return nil }
    return Slot(day: day, period: period)
  }

  /// `Mon after-school`.
  private func visits(_ value: CSVField, of key: String, _ row: InputRow<PinColumn>) -> Pin.Decision? {
    let words = value.words
    guard words.count == 2 else {
      log.add(value.diagnostic("`\(value.text)` is no weekday and period; write it like Mon after-school"))
      return nil
    }
    let weekday = Weekday(text: words[0].text)
    if weekday == nil {
      let names = Weekday.allCases.map(\.abbreviation).joined(separator: ", ")
      log.add(words[0].diagnostic("`\(words[0].text)` is no weekday; they are \(names)"))
    }
    let period = period(words[1], row)
    guard let weekday, let period else { return nil }
    return .visits(request: key, on: weekday, period: period)
  }

  private func period(_ field: CSVField, _ row: InputRow<PinColumn>) -> Int? {
    guard let id = row.reference(field, to: periodKeys) else { return nil }
    return periods.firstIndex { $0.id == id }
  }
}
