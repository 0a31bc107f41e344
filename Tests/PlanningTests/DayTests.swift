import Planning
import Testing

@Suite struct DayTests {
  @Test func everyDayOfFourCenturiesComesBack() throws {
    var day = try #require(Day(iso: "1900-01-01"))
    let end = try #require(Day(iso: "2300-01-01"))
    var weekday = Weekday.monday
    while day < end {
      let parts = day.components
      #expect(Day(year: parts.year, month: parts.month, day: parts.day) == day)
      #expect(day.weekday == weekday)
      weekday = Weekday(rawValue: (weekday.rawValue + 1) % 7)!
      day = day.advanced(by: 1)
    }
  }

  @Test(arguments: ["2026-02-29", "2026-13-01", "2026-9-14", "20260914", "2026-04-31", ""])
  func whatIsNoDateIsRefused(text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test func knownDates() throws {
    #expect(Day(iso: "1970-01-01")?.number == 0)
    #expect(Day(iso: "2026-09-14")?.weekday == .monday)
    #expect(Day(iso: "2028-02-29")?.advanced(by: 1).description == "2028-03-01")
  }
}
