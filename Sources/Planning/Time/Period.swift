/// A named part of a day.
public struct Period: Identifiable, Hashable, Sendable {
  /// Whether those who meet have to be released from class.
  public enum Kind: String, CaseIterable, Sendable {
    case release
    case ownTime = "own-time"
  }

  /// On which sort of day it is held, besides its weekdays.
  public enum Occasion: String, CaseIterable, Sendable {
    /// Any day.
    case any
    /// Days with the full number of lessons.
    case fullDay = "full-day"
    /// Days on which pupils leave early.
    case minimumDay = "minimum-day"
  }

  /// Its name, for example `AM`.
  public let id: String
  /// When it starts, from midnight.
  public let start: Minutes
  /// When it ends, from midnight.
  public let end: Minutes
  /// Whether it takes people out of class.
  public let kind: Kind
  /// The weekdays it is held on, in order.
  public let weekdays: [Weekday]
  /// The sort of day it is held on.
  public let occasion: Occasion

  /// See the properties.
  public init(
    id: String, start: Minutes, end: Minutes, kind: Kind, weekdays: [Weekday] = Period.schoolWeek,
    occasion: Occasion = .any
  ) {
    self.id = id
    self.start = start
    self.end = end
    self.kind = kind
    self.weekdays = weekdays
    self.occasion = occasion
  }

  /// Monday to Friday.
  public static let schoolWeek: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]

  /// How long it is.
  public var length: Minutes { end - start }

  /// Whether both can be held on one day and share a minute of it.
  public func overlaps(_ other: Period) -> Bool {
    guard start < other.end, other.start < end else { return false }
    guard weekdays.contains(where: other.weekdays.contains) else { return false }
    return occasion == .any || other.occasion == .any || occasion == other.occasion
  }
}

/// A date and a period.
public struct Slot: Hashable, Comparable, Sendable {
  /// The date.
  public let day: Day
  /// The position of the period in ``Scenario/periods``, which are sorted by starting time.
  public let period: Int

  /// See the properties.
  public init(day: Day, period: Int) {
    self.day = day
    self.period = period
  }

  public static func < (left: Slot, right: Slot) -> Bool {
    (left.day, left.period) < (right.day, right.period)
  }
}
