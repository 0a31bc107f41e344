import Testing

@testable import Planning

struct DistrictCalendarTests {
  /// A date that is a holiday inside a testing window is called by the holiday's name, in either order.
  @Test(arguments: [false, true]) func aDateIsNamedByWhatHindersMost(isReversed: Bool) {
    let entries = [
      CalendarEntry(
        district: nil, days: Fixture.day("2027-03-22")...Fixture.day("2027-03-26"), status: .holiday,
        label: "Spring break"),
      CalendarEntry(
        district: nil, days: Fixture.day("2027-03-15")...Fixture.day("2027-04-30"), status: .testing,
        label: "State tests"),
    ]
    let calendar = DistrictCalendar(
      year: Fixture.day("2026-08-10")...Fixture.day("2027-06-11"),
      entries: isReversed ? entries.reversed() : entries)
    #expect(calendar.reasonForNoVisit(on: Fixture.day("2027-03-23")) == "holiday: Spring break")
    #expect(calendar.reasonForNoVisit(on: Fixture.day("2027-03-30")) == "testing: State tests")
    #expect(calendar.reasonForNoVisit(on: Fixture.day("2027-05-03")) == nil)
  }
}
