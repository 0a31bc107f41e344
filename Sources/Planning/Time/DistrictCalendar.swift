/// What one date is to a district.
public struct DayStatus: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Pupils are in class.
  public static let instructional = DayStatus(rawValue: 1)
  /// Nothing happens.
  public static let holiday = DayStatus(rawValue: 2)
  /// State tests: nobody is released from class.
  public static let testing = DayStatus(rawValue: 4)
  /// Pupils leave early.
  public static let minimumDay = DayStatus(rawValue: 8)
  /// The district has asked for no professional learning.
  public static let blackout = DayStatus(rawValue: 16)

  /// How much it hinders, for choosing among several: what is named first when a date is refused.
  fileprivate var weight: Int {
    if contains(.holiday) { return 4 }
    if contains(.testing) { return 3 }
    if contains(.blackout) { return 2 }
    return contains(.minimumDay) ? 1 : 0
  }

  /// What hinders most, as calendars.csv calls it; `nil` for nothing.
  fileprivate var kind: String? {
    switch weight {
    case 4: "holiday"
    case 3: "testing"
    case 2: "blackout"
    default: nil
    }
  }
}

/// A line of calendars.csv.
public struct CalendarEntry: Hashable, Sendable {
  /// The district, or `nil` where it holds for all.
  public let district: District.ID?
  /// First and last date.
  public let days: ClosedRange<Day>
  /// What those days are.
  public let status: DayStatus
  /// What the planner calls them, for example `Thanksgiving`.
  public let label: String

  /// See the properties.
  public init(district: District.ID?, days: ClosedRange<Day>, status: DayStatus, label: String) {
    self.district = district
    self.days = days
    self.status = status
    self.label = label
  }
}

/// A district's days of one school year.
public struct DistrictCalendar: Sendable {
  /// The school year.
  public let year: ClosedRange<Day>
  private var statuses: [DayStatus]
  private var labels: [Int: String] = [:]

  /// Lays the entries over the year: weekdays are instructional where no entry says which are.
  ///
  /// - Complexity: O(days of the year + days the entries cover).
  public init(year: ClosedRange<Day>, entries: [CalendarEntry]) {
    self.year = year
    statuses = Array(repeating: [], count: year.count)
    let givesInstruction = entries.contains { $0.status.contains(.instructional) }
    if !givesInstruction {
      for (offset, day) in year.enumerated() where day.weekday < .saturday { statuses[offset] = .instructional }
    }
    for entry in entries where entry.days.overlaps(year) {
      for day in entry.days.clamped(to: year) {
        let offset = day.number - year.lowerBound.number
        if entry.status == .instructional, day.weekday >= .saturday { continue }
        // Where several entries lie on one date, the name is that of the one that weighs most.
        if entry.status != .instructional, entry.status.weight > statuses[offset].weight {
          labels[offset] = entry.label
        }
        statuses[offset].formUnion(entry.status)
      }
    }
  }

  /// What a date is; outside the school year, nothing. O(1).
  public subscript(day: Day) -> DayStatus {
    year.contains(day) ? statuses[day.number - year.lowerBound.number] : []
  }

  /// The planner's name for a date that is not an ordinary school day.
  public func label(of day: Day) -> String? { labels[day.number - year.lowerBound.number] }

  /// Whether pupils are in class that day.
  public func isInSession(_ day: Day) -> Bool {
    let status = self[day]
    return status.contains(.instructional) && status.isDisjoint(with: [.holiday, .blackout])
  }

  /// Whether a period is held on a date.
  ///
  /// Monday to Friday it needs a day in session; a release period is not held during testing. Saturdays
  /// and Sundays only need to be no holiday or blackout. A fixed event (a conference) may also meet on
  /// days without instruction.
  ///
  /// - Parameter isEvent: Whether days without instruction are allowed.
  public func holds(_ period: Period, on day: Day, isEvent: Bool = false) -> Bool {
    guard year.contains(day), period.weekdays.contains(day.weekday) else { return false }
    guard hindrance(on: day, isReleased: period.kind == .release) == nil else { return false }
    let status = self[day]
    switch period.occasion {
    case .any: break
    case .fullDay: if status.contains(.minimumDay) { return false }
    case .minimumDay: if !status.contains(.minimumDay) { return false }
    }
    return day.weekday >= .saturday || isEvent || status.contains(.instructional)
  }

  /// Why people of the district are not to be asked to anything on a date, wherever it is: it is a holiday, the district has
  /// asked for no meetings, or it writes tests and they would be released from class; `nil` where nothing hinders. O(1).
  ///
  /// - Parameter holidaysCount: Whether holidays hinder.
  func hindrance(on day: Day, isReleased: Bool, holidaysCount: Bool = true) -> DayStatus? {
    let status = self[day]
    if holidaysCount, status.contains(.holiday) { return .holiday }
    if isReleased, status.contains(.testing) { return .testing }
    return status.contains(.blackout) ? .blackout : nil
  }

  /// The planner's name for what hinders on a date, else what calendars.csv calls it.
  func name(of hindrance: DayStatus, on day: Day) -> String? {
    let isWhatIsNamed = hindrance.weight == self[day].weight
    return (isWhatIsNamed ? label(of: day) : nil) ?? hindrance.kind
  }

  /// Whether a period of a date takes people out of class: a release period on a day in session.
  public func releases(_ period: Period, on day: Day) -> Bool {
    period.kind == .release && isInSession(day)
  }

  /// Why a school is not visited on a date, or `nil` where it is in session and not testing.
  public func reasonForNoVisit(on day: Day) -> String? {
    let status = self[day]
    guard let kind = status.kind else { return status.contains(.instructional) ? nil : "no instruction" }
    guard let label = label(of: day), label != kind else { return kind }
    return "\(kind): \(label)"
  }
}
