internal import Planning

/// How a field is read as a value. What is wrong is said at the field; then the answer is `nil`, or the
/// default where there is one, and the row is no longer sound.
extension InputRow {
  /// Text; `nil` where the field is empty.
  func text(_ column: Column) -> String? { field(column)?.text }

  /// The row's own key.
  func key(_ column: Column, isCDS: Bool = false) -> String? {
    guard let field = required(column) else { return nil }
    let key = field.text
    guard let fault = KeyText.fault(of: key, isCDS: isCDS) else { return key }
    log.add(field.diagnostic(fault))
    return nil
  }

  /// A whole number that every row needs.
  func integer(_ column: Column, in range: ClosedRange<Int>) -> Int? {
    required(column).flatMap { integer(column, $0, range) }
  }

  /// A whole number; `nil` where the field is empty.
  func integer(ifAny column: Column, in range: ClosedRange<Int>) -> Int? {
    field(column).flatMap { integer(column, $0, range) }
  }

  /// A whole number with a default.
  func integer(_ column: Column, in range: ClosedRange<Int>, default value: Int) -> Int {
    integer(ifAny: column, in: range) ?? value
  }

  private func integer(_ column: Column, _ field: CSVField, _ range: ClosedRange<Int>) -> Int? {
    let text = field.text
    let bounds = "from \(range.lowerBound.grouped) to \(range.upperBound.grouped)"
    guard let number = NumberText.integer(text) else {
      let better = NumberText.plain(text).map { "; write \($0)" } ?? ""
      log.add(field.diagnostic("`\(text)` is no whole number; `\(column.name)` is one \(bounds)\(better)"))
      return nil
    }
    guard range.contains(number) else {
      log.add(field.diagnostic("\(text) is out of range; `\(column.name)` is \(bounds)"))
      return nil
    }
    return number
  }

  /// A decimal number as so many 10^-places; `nil` where the field is empty.
  ///
  /// - Parameter range: In whole numbers.
  func decimal(ifAny column: Column, places: Int, in range: ClosedRange<Int>) -> Int? {
    guard let field = field(column) else { return nil }
    let text = field.text
    let unit = (0..<places).reduce(1) { unit, _ in unit * 10 }
    guard let number = NumberText.decimal(text, places: places) else {
      let what = places == 1 ? "one decimal" : "\(places) decimals"
      log.add(field.diagnostic("`\(text)` is no number with at most \(what); `\(column.name)` is one"))
      return nil
    }
    guard (range.lowerBound * unit...range.upperBound * unit).contains(number) else {
      log.add(
        field.diagnostic(
          "\(text) is out of range; `\(column.name)` is from \(range.lowerBound) to \(range.upperBound.grouped)"))
      return nil
    }
    return number
  }

  /// Miles, to the metre; `nil` where the field is empty.
  func miles(ifAny column: Column) -> Metres? {
    // 1609.344 m to the mile, from thousandths of a mile to the nearest metre.
    decimal(ifAny: column, places: 3, in: 0...10_000).map { Metres(($0 * 1_609_344 + 500_000) / 1_000_000) }
  }

  /// A point on the earth; `nil` where both fields are empty.
  func coordinate(_ latitude: Column, _ longitude: Column) -> Coordinate? {
    let north = degrees(latitude, within: 90)
    let east = degrees(longitude, within: 180)
    if field(latitude) != nil, field(longitude) == nil { complainOfEmpty(longitude, "`\(latitude.name)` needs it") }
    if field(longitude) != nil, field(latitude) == nil { complainOfEmpty(latitude, "`\(longitude.name)` needs it") }
    guard let north, let east else { return nil }
    return Coordinate(latitude: north, longitude: east)
  }

  private func degrees(_ column: Column, within limit: Int) -> Double? {
    guard let field = field(column) else { return nil }
    let text = field.text
    guard let degrees = NumberText.degrees(text) else {
      log.add(
        field.diagnostic("`\(text)` is no number of degrees; `\(column.name)` is one from -\(limit) to \(limit)"))
      return nil
    }
    guard abs(degrees) <= Double(limit) else {
      let swapped = abs(degrees) <= 180 ? "; are latitude and longitude swapped?" : ""
      log.add(field.diagnostic("\(text) is out of range; `\(column.name)` is from -\(limit) to \(limit)\(swapped)"))
      return nil
    }
    return degrees
  }

  /// One of some words that every row needs.
  func choice<Choice: CaseIterable & RawRepresentable<String>>(_ column: Column, of type: Choice.Type) -> Choice? {
    required(column).flatMap { choice(column, $0) }
  }

  /// One of some words, with a default.
  func choice<Choice: CaseIterable & RawRepresentable<String>>(_ column: Column, default value: Choice) -> Choice {
    field(column).flatMap { choice(column, $0) } ?? value
  }

  private func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ column: Column, _ field: CSVField
  ) -> Choice? {
    let text = field.text
    if let choice = Choice(rawValue: text) { return choice }
    let words = Choice.allCases.map(\.rawValue)
    log.add(
      field.diagnostic(
        "`\(text)` is no `\(column.name)`; it is \(words.alternatives)\(log.suggestion(for: text, among: words))"))
    return nil
  }

  /// Yes or no, with a default.
  func yesOrNo(_ column: Column, default value: Bool) -> Bool { field(column).flatMap { yesOrNo($0) } ?? value }

  /// Yes or no.
  func yesOrNo(_ field: CSVField) -> Bool? {
    switch field.text.lowercased() {
    case "yes", "true": return true
    case "no", "false": return false
    default:
      log.add(field.diagnostic("`\(field.text)` is neither yes nor no"))
      return nil
    }
  }

  /// A time of day that every row needs.
  func time(_ column: Column) -> Minutes? {
    guard let field = required(column) else { return nil }
    if let time = TimeText.read(field.text) { return time }
    log.add(field.diagnostic("`\(field.text)` is no time of day; write it like 8:30 or 16:00"))
    return nil
  }
}

extension [String] {
  /// `a, b or c`.
  var anyOf: String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " or " + last
  }

  /// `` `a`, `b` or `c` ``.
  var alternatives: String { map { "`\($0)`" }.anyOf }
}
