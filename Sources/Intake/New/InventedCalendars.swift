internal import Planning

/// The periods and the school year of a new workspace, each district with its own breaks, testing and
/// minimum days.
struct InventedCalendars {
  /// The school year that is planned.
  static let year = day("2026-08-10")...day("2027-06-11")

  /// The lines of calendars.csv.
  let entries: [CalendarEntry]
  private let calendars: [District.ID: DistrictCalendar]

  /// - Parameters:
  ///   - districts: Whose calendars.
  ///   - seed: The workspace's seed.
  init(of districts: [District], seed: UInt64) {
    var draws = Draws(seed: seed, topic: "calendars")
    let common = Self.holidays
    var entries = common
    var calendars: [District.ID: DistrictCalendar] = [:]
    // A line a week in a state of a thousand districts says little and makes a file nobody opens.
    let weeklyPercent = districts.count > 60 ? 0 : 60
    for district in districts {
      let own = Self.entries(of: district.id, common: common, weeklyPercent: weeklyPercent, &draws)
      entries += own
      calendars[district.id] = DistrictCalendar(year: Self.year, entries: common + own)
    }
    self.entries = entries
    self.calendars = calendars
  }

  /// A district's calendar.
  ///
  /// - Precondition: The district was given.
  func calendar(of district: District.ID) -> DistrictCalendar { calendars[district]! }

  /// Days that are holidays in every district.
  private static let holidays: [CalendarEntry] = [
    ("2026-09-07", "2026-09-07", "Labor Day"), ("2026-11-11", "2026-11-11", "Veterans Day"),
    ("2026-11-26", "2026-11-27", "Thanksgiving"), ("2026-12-21", "2027-01-01", "Winter break"),
    ("2027-01-18", "2027-01-18", "Martin Luther King Jr. Day"),
    ("2027-02-15", "2027-02-15", "Presidents' Day"), ("2027-05-31", "2027-05-31", "Memorial Day"),
  ].map { from, to, label in
    CalendarEntry(district: nil, days: day(from)...day(to), status: .holiday, label: label)
  }

  private static func entries(
    of district: District.ID, common: [CalendarEntry], weeklyPercent: Int, _ draws: inout Draws
  ) -> [CalendarEntry] {
    let first = draws.pick([day("2026-08-12"), day("2026-08-13"), day("2026-08-17"), day("2026-08-19")])
    let last = draws.pick([day("2027-06-03"), day("2027-06-04"), day("2027-06-10"), day("2027-06-11")])
    var own = [
      CalendarEntry(district: district, days: first...last, status: .instructional, label: "School year")
    ]
    func add(_ days: ClosedRange<Day>, _ status: DayStatus, _ label: String) {
      own.append(CalendarEntry(district: district, days: days, status: status, label: label))
    }
    add(first...first.advanced(by: 4), .blackout, "First days of school")
    if draws.chance(50) { add(day("2026-11-23")...day("2026-11-25"), .holiday, "Thanksgiving week") }
    if draws.chance(35) { add(day("2027-01-04")...day("2027-01-08"), .holiday, "Winter break") }
    if draws.chance(50) { add(day("2027-02-12")...day("2027-02-12"), .holiday, "Lincoln's Birthday") }
    let spring = draws.pick([day("2027-03-22"), day("2027-03-29"), day("2027-04-05"), day("2027-04-12")])
    add(spring...spring.advanced(by: 4), .holiday, "Spring break")

    let sofar = DistrictCalendar(year: year, entries: common + own)
    let days = year.filter(sofar.isInSession)
    // Testing opens at 66 % of the instructional days; each district picks its own weeks after that.
    let opening = days[days.count * 66 / 100].monday
    let testing = opening.advanced(by: 7 * draws.number(in: 1...4))
    let weeks = draws.number(in: 2...3)
    add(testing...testing.advanced(by: 7 * weeks - 3), .testing, "State tests")

    let isWeekly = draws.chance(weeklyPercent)
    let weekday = draws.chance(80) ? Weekday.wednesday : Weekday.thursday
    let offset = draws.number(in: 0...3)
    let mornings = days.filter { $0.weekday == weekday && !(testing...testing.advanced(by: 20)).contains($0) }
    for (number, morning) in mornings.enumerated() where isWeekly || (number + offset).isMultiple(of: 4) {
      add(morning...morning, .minimumDay, "Minimum day")
    }
    return own
  }

  static func day(_ text: String) -> Day { Day(iso: text)! }
}

/// The periods of a new workspace.
enum InventedPeriods {
  /// The ordinary ones.
  static let ordinary = [
    Period(id: "AM", start: Minutes(8 * 60 + 30), end: Minutes(11 * 60 + 30), kind: .release),
    Period(
      id: "PM", start: Minutes(12 * 60 + 30), end: Minutes(15 * 60), kind: .release, occasion: .fullDay),
    Period(
      id: "minimum-day", start: Minutes(12 * 60 + 45), end: Minutes(15 * 60 + 15), kind: .ownTime,
      occasion: .minimumDay),
    Period(
      id: "after-school", start: Minutes(15 * 60 + 45), end: Minutes(17 * 60 + 15), kind: .ownTime,
      weekdays: [.monday, .tuesday, .wednesday, .thursday]),
    Period(
      id: "saturday", start: Minutes(9 * 60), end: Minutes(12 * 60), kind: .ownTime, weekdays: [.saturday]),
  ]

  /// Those of a Saturday conference: a keynote, then talks side by side.
  static let conference = [
    Period(
      id: "keynote", start: Minutes(8 * 60 + 30), end: Minutes(9 * 60 + 15), kind: .ownTime, weekdays: [.saturday]),
    Period(
      id: "talk-1", start: Minutes(9 * 60 + 30), end: Minutes(10 * 60 + 45), kind: .ownTime, weekdays: [.saturday]),
    Period(
      id: "talk-2", start: Minutes(11 * 60), end: Minutes(12 * 60 + 15), kind: .ownTime, weekdays: [.saturday]),
    Period(
      id: "talk-3", start: Minutes(13 * 60 + 15), end: Minutes(14 * 60 + 30), kind: .ownTime, weekdays: [.saturday]),
    Period(
      id: "talk-4", start: Minutes(14 * 60 + 45), end: Minutes(16 * 60), kind: .ownTime, weekdays: [.saturday]),
  ]

  /// The periods of a pattern, sorted by starting time, then name, as a scenario has them.
  static func of(_ pattern: Pattern) -> [Period] {
    let all = pattern == .conference ? ordinary.filter { $0.id != "saturday" } + conference : ordinary
    return all.sorted { ($0.start, $0.id) < ($1.start, $1.id) }
  }
}
