/// A date of the Gregorian calendar, without a time zone.
///
/// Conversion follows Howard Hinnant, "chrono-compatible low-level date algorithms": O(1), exact for
/// every year that fits.
public struct Day: Hashable, Comparable, Sendable, Strideable {
  /// Days since 1970-01-01.
  public let number: Int

  /// - Parameter number: Days since 1970-01-01.
  public init(number: Int) { self.number = number }

  /// The date of a year, month (1-12) and day of the month; `nil` where there is no such date.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, in: year)
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// Reads `2026-09-14`; `nil` for anything else.
  public init?(iso text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Year, month (1-12) and day of the month.
  public var components: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The day of the week.
  public var weekday: Weekday {
    let monday = (number + 3) % 7
    return Weekday(rawValue: monday < 0 ? monday + 7 : monday)!
  }

  /// The month it lies in.
  public var month: Month {
    let parts = components
    return Month(year: parts.year, month: parts.month)
  }

  /// The Monday of its week.
  public var monday: Day { Day(number: number - weekday.rawValue) }

  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }
  public func distance(to other: Day) -> Int { other.number - number }
  public func advanced(by days: Int) -> Day { Day(number: number + days) }

  static func length(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 2: (year.isMultiple(of: 4) && !year.isMultiple(of: 100)) || year.isMultiple(of: 400) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension Day: CustomStringConvertible {
  /// `2026-09-14`.
  public var description: String {
    let parts = components
    let year = String(parts.year)
    return String(repeating: "0", count: 4 - year.count) + year + "-" + Self.two(parts.month) + "-"
      + Self.two(parts.day)
  }

  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension Day: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let day = Day(iso: text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "`\(text)` is not a date like 2026-09-14.")
    }
    self = day
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// A day of the week; Monday is 0, as in ISO 8601.
public enum Weekday: Int, CaseIterable, Hashable, Sendable, Comparable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  /// `Mon`.
  public var abbreviation: String { String(name.prefix(3)) }

  /// `Monday`.
  public var name: String {
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][rawValue]
  }

  /// Reads `mon`, `Mon` or `Monday`.
  public init?(text: some StringProtocol) {
    let lower = text.lowercased()
    guard
      let match = Weekday.allCases.first(where: {
        $0.name.lowercased() == lower || $0.abbreviation.lowercased() == lower
      })
    else { return nil }
    self = match
  }

  public static func < (left: Weekday, right: Weekday) -> Bool { left.rawValue < right.rawValue }
}

extension Weekday: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let weekday = Weekday(text: text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "`\(text)` is not a weekday.")
    }
    self = weekday
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name.lowercased())
  }
}

/// A month of a year.
public struct Month: Hashable, Comparable, Sendable {
  /// The year.
  public let year: Int
  /// The month, 1-12.
  public let month: Int

  /// - Parameters:
  ///   - year: The year.
  ///   - month: The month, 1-12.
  public init(year: Int, month: Int) {
    self.year = year
    self.month = month
  }

  /// Its first day.
  public var first: Day { Day(year: year, month: month, day: 1)! }
  /// The month after it.
  public var next: Month { month == 12 ? Month(year: year + 1, month: 1) : Month(year: year, month: month + 1) }
  /// Its last day.
  public var last: Day { next.first.advanced(by: -1) }

  /// `September 2026`.
  public var name: String { "\(Self.names[month - 1]) \(year)" }

  static let names = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]

  public static func < (left: Month, right: Month) -> Bool {
    (left.year, left.month) < (right.year, right.month)
  }
}
