/// The days and periods that a timetable is laid on.
///
/// A *slot* is a period of a day: `slot = day * periods + period`. Days need not follow one another in the
/// calendar; `dates` says how far apart they are.
package struct TimetableGrid: Hashable, Sendable {
  /// By day: its date, counted in days from any origin, ascending.
  package let dates: [Int]
  /// By day: its month, `0..<months`, ascending.
  package let monthOfDay: [Int]
  /// By period: minutes from midnight at which it starts, ascending.
  package let opens: [Int]
  /// By period: minutes from midnight at which it ends.
  package let closes: [Int]

  /// How many days.
  package var days: Int { dates.count }
  /// How many periods a day has.
  package let periods: Int
  /// How many months.
  package let months: Int
  /// How many slots.
  package var slots: Int { dates.count * periods }

  /// - Parameters:
  ///   - dates: By day, ascending.
  ///   - monthOfDay: By day, ascending from 0.
  ///   - opens: By period: when it starts.
  ///   - closes: By period: when it ends.
  package init(dates: [Int], monthOfDay: [Int], opens: [Int], closes: [Int]) {
    precondition(dates.count == monthOfDay.count, "a month for each day")
    precondition(opens.count == closes.count, "a start and an end for each period")
    self.dates = dates
    self.monthOfDay = monthOfDay
    self.opens = opens
    self.closes = closes
    periods = opens.count
    months = (monthOfDay.last ?? -1) + 1
  }

  /// A week of equal periods, as in university course timetabling: days one after the other, in one month.
  package init(days: Int, periods: Int) {
    self.init(
      dates: Array(0..<days), monthOfDay: Array(repeating: 0, count: days),
      opens: (0..<periods).map { $0 * 60 }, closes: (0..<periods).map { ($0 + 1) * 60 })
  }

  /// The slot of a period of a day.
  package func slot(day: Int, period: Int) -> Int { day * periods + period }
  /// The day a slot lies on.
  package func day(of slot: Int) -> Int { slot / periods }
  /// The period of its day that a slot is.
  package func period(of slot: Int) -> Int { slot % periods }
}
