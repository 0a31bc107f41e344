internal import Planning

/// Dates as planners and spreadsheets write them.
///
/// Two forms are read: `2026-09-14`, and `9/14/2026` in the order that spreadsheets use in the United States.
/// Anything else is refused with the dates that it might mean.
enum DateText {
  /// Why a text is not read as a date, and what to write.
  struct Fault: Error {
    let message: String
  }

  /// Reads a date.
  static func read(_ text: String) throws(Fault) -> Day {
    if let day = Day(iso: text) { return day }
    let parts = numbers(in: text, separator: "/")
    if let parts, parts[2].digits == 4, parts[0].digits <= 2, parts[1].digits <= 2 {
      if let day = Day(year: parts[2].value, month: parts[0].value, day: parts[1].value) { return day }
      throw Fault(message: wrongUSOrder(text, parts))
    }
    throw Fault(message: "`\(text)` is no date; \(advice(readings(of: text)))")
  }

  private static func wrongUSOrder(_ text: String, _ parts: [Number]) -> String {
    let (first, second, year) = (parts[0].value, parts[1].value, parts[2].value)
    let asUS =
      (1...12).contains(first) ? "month \(first) has no day \(second)" : "there is no month \(first)"
    guard let other = Day(year: year, month: second, day: first) else {
      return "`\(text)` is no date: read as month/day/year, \(asUS); write it like 2026-09-14 or 9/14/2026"
    }
    return """
      `\(text)` is read as month/day/year, and \(asUS); as day/month/year it would be \(other). Write \(other) or \
      \(second)/\(first)/\(year)
      """
  }

  private static func advice(_ readings: [Day]) -> String {
    guard !readings.isEmpty else { return "write it like 2026-09-14 or 9/14/2026" }
    return "write " + readings.map(\.description).joined(separator: " or ")
  }

  private struct Number {
    let value: Int
    let digits: Int
  }

  private static func numbers(in text: some StringProtocol, separator: Character) -> [Number]? {
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    var numbers: [Number] = []
    for part in parts {
      guard (1...4).contains(part.utf8.count), let value = NumberText.integer(String(part)), value >= 0,
        part.utf8.allSatisfy({ (0x30...0x39).contains($0) })
      else { return nil }
      numbers.append(Number(value: value, digits: part.utf8.count))
    }
    return numbers
  }

  /// The dates that a text might mean, each once.
  private static func readings(of text: String) -> [Day] {
    if let serial = NumberText.integer(text), (30_000...80_000).contains(serial) {
      // Spreadsheets count days from 1899-12-30.
      return [Day(number: serial - 25_569)]
    }
    // A date with a time behind it.
    let date = text.prefix { $0 != "T" }
    if date.count > 7, let end = date.firstIndex(of: " "), date[end...].contains(":") {
      return readings(of: String(date[..<end]))
    }
    if date.count < text.count, let day = Day(iso: date) { return [day] }
    for separator in ["/", "-", "."] as [Character] {
      guard let parts = numbers(in: date, separator: separator) else { continue }
      var found: [Day] = []
      func add(_ year: Number, _ month: Number, _ day: Number) {
        let full = year.digits == 4 ? year.value : year.digits == 2 ? 2000 + year.value : 0
        guard let reading = Day(year: full, month: month.value, day: day.value), !found.contains(reading) else {
          return
        }
        found.append(reading)
      }
      if parts[0].digits == 4 {
        add(parts[0], parts[1], parts[2])
      } else {
        add(parts[2], parts[0], parts[1])
        add(parts[2], parts[1], parts[0])
      }
      return found
    }
    return namedMonth(in: text).map { [$0] } ?? []
  }

  /// `14-Sep-26`, `September 14, 2026`.
  private static func namedMonth(in text: String) -> Day? {
    let words = text.lowercased().split { !($0.isLetter || $0.isNumber) }
    guard words.count == 3, let name = words.firstIndex(where: { $0.first?.isLetter ?? false }) else { return nil }
    let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    guard let month = months.firstIndex(of: String(words[name].prefix(3))) else { return nil }
    let rest = words.indices.filter { $0 != name }.compactMap { NumberText.integer(String(words[$0])) }
    guard rest.count == 2, rest[1] >= 0 else { return nil }
    return Day(year: rest[1] < 100 ? 2000 + rest[1] : rest[1], month: month + 1, day: rest[0])
  }
}
