internal import Foundation
internal import Planning

/// A time zone over one school year: its offset and every change of the clocks, from a year before to a year
/// after, as the system's time zone data have them.
struct ClockChanges: Sendable {
  /// A change of the clocks.
  struct Change: Sendable {
    /// When, in seconds since 1970-01-01 UTC.
    let instant: Int
    /// Seconds east of UTC before and after.
    let offsets: (before: Int, after: Int)
    /// Whether daylight saving time begins.
    let startsDaylightTime: Bool
  }

  /// The zone's IANA name.
  let name: String
  /// The changes, in order.
  let changes: [Change]
  /// Seconds east of UTC before the first of them.
  let firstOffset: Int

  /// `nil` where the system does not know the zone.
  init?(of zone: String, over year: ClosedRange<Day>) {
    guard let timeZone = TimeZone(identifier: zone) else { return nil }
    name = zone
    let start = Self.date(year.lowerBound.advanced(by: -366))
    let end = Self.date(year.upperBound.advanced(by: 366))
    firstOffset = timeZone.secondsFromGMT(for: start)
    var changes: [Change] = []
    var date = start
    while let next = timeZone.nextDaylightSavingTimeTransition(after: date), next > date, next < end {
      let before = timeZone.secondsFromGMT(for: next.addingTimeInterval(-1))
      let after = timeZone.secondsFromGMT(for: next)
      if before != after {
        changes.append(
          Change(
            instant: Int(next.timeIntervalSince1970), offsets: (before, after),
            startsDaylightTime: timeZone.isDaylightSavingTime(for: next)))
      }
      date = next
    }
    self.changes = changes
  }

  private static func date(_ day: Day) -> Date { Date(timeIntervalSince1970: TimeInterval(day.number * 86_400)) }

  /// Seconds since 1970-01-01 UTC of a clock time. A time that the clocks skip counts by the offset before the
  /// change, and so does one that comes twice.
  func instant(of time: Minutes, on day: Day) -> Int {
    let local = day.number * 86_400 + time.value * 60
    let last = changes.last { local - $0.offsets.before >= $0.instant && local - $0.offsets.after >= $0.instant }
    return local - (last?.offsets.after ?? firstOffset)
  }
}

extension ContentLines {
  /// The VTIMEZONE (RFC 5545, section 3.6.5): one observance for the time before the first change, then one a
  /// change.
  mutating func add(_ zone: ClockChanges) {
    add("BEGIN", "VTIMEZONE")
    add("TZID", zone.name)
    let startsInDaylightTime = zone.changes.first.map { !$0.startsDaylightTime } ?? false
    addObservance(
      isDaylight: startsInDaylightTime, start: "19700101T000000", from: zone.firstOffset, to: zone.firstOffset)
    for change in zone.changes {
      addObservance(
        isDaylight: change.startsDaylightTime, start: stamp(change.instant + change.offsets.before),
        from: change.offsets.before, to: change.offsets.after)
    }
    add("END", "VTIMEZONE")
  }

  private mutating func addObservance(isDaylight: Bool, start: String, from: Int, to: Int) {
    let kind = isDaylight ? "DAYLIGHT" : "STANDARD"
    add("BEGIN", kind)
    add("DTSTART", start)
    add("TZOFFSETFROM", Self.offset(from))
    add("TZOFFSETTO", Self.offset(to))
    add("END", kind)
  }

  /// `-0800`.
  private static func offset(_ seconds: Int) -> String {
    let minutes = abs(seconds) / 60
    return (seconds < 0 ? "-" : "+") + two(minutes / 60) + two(minutes % 60)
  }
}

/// `20260922T083000`, of seconds since 1970-01-01.
func stamp(_ seconds: Int) -> String {
  let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
  let rest = seconds - day * 86_400
  return basic(Day(number: day)) + "T" + two(rest / 3600) + two(rest / 60 % 60) + two(rest % 60)
}

/// `20260922`.
func basic(_ day: Day) -> String { day.description.filter { $0 != "-" } }

private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
