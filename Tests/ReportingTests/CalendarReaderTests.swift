import Foundation
import Planning
import Testing

@testable import Reporting

/// What an independent parser makes of the calendars: every session and visit at its clock time, across the
/// changes of November and March, by the rules that the file itself brings.
@Suite(.enabled(if: Reader.icalendar.isInstalled, "needs Python's icalendar")) struct CalendarReaderTests {
  private static let script = """
    import sys, datetime, pathlib, icalendar
    from dateutil.rrule import rrulestr
    text = pathlib.Path(sys.argv[1]).read_bytes()
    calendar = icalendar.Calendar.from_ical(text)
    for component in calendar.walk():
        assert not component.errors, component.errors
    zones = calendar.walk("VTIMEZONE")
    assert len(zones) == 1
    zone = zones[0].to_tz(lookup_tzid=False)
    assert len({event["UID"] for event in calendar.walk("VEVENT")}) == len(calendar.walk("VEVENT"))
    for event in calendar.walk("VEVENT"):
        assert event["DTSTART"].params["TZID"] == str(zones[0]["TZID"])
        start = event.decoded("DTSTART").replace(tzinfo=None)
        length = event.decoded("DTEND").replace(tzinfo=None) - start
        starts = [start]
        if "RRULE" in event:
            rule = event["RRULE"]
            until = rule["UNTIL"][0].astimezone(zone).replace(tzinfo=None)
            starts = list(rrulestr("FREQ=WEEKLY;INTERVAL=%d" % rule["INTERVAL"][0], dtstart=start).between(
                start, until, inc=True))
            out = event.get("EXDATE")
            excluded = [] if out is None else [d.dt.replace(tzinfo=None) for d in out.dts]
            assert all(date in starts for date in excluded)
            starts = [date for date in starts if date not in excluded]
        for date in starts:
            local = date.replace(tzinfo=zone)
            utc = local.astimezone(datetime.timezone.utc)
            print(date.strftime("%Y-%m-%d %H:%M"), (date + length).strftime("%H:%M"), utc.strftime("%Y-%m-%dT%H:%M"),
                  event["SUMMARY"].split(" (")[0], "|", event["LOCATION"], "|", len(event["DESCRIPTION"].split("\\n")))
    """

  @Test(arguments: [Audience.everyone, .leader("L1"), .leader("L6"), .school("CV2"), .district("D2"), .venue("V1")])
  func everythingIsThereAtItsTime(audience: Audience) throws {
    let region = Foothills()
    let report = Report(plan: region.plan, scenario: region.scenario)
    let read = try Reader.icalendar.read(report.ics(for: audience), with: Self.script)
    let found = read.split(separator: "\n").map(String.init).sorted()
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "America/Los_Angeles"))
    let expected = report.agenda.events(for: audience).map { event in
      let parts = event.day.components
      let start = calendar.date(
        from: DateComponents(
          year: parts.year, month: parts.month, day: parts.day, minute: event.clock.start.value))!
      let words = report.words(for: event)
      let lines = 4 + (report.note(on: event, for: audience) == nil ? 0 : 1)
      return "\(event.day) \(event.clock.start.asClock) \(event.clock.end.asClock) "
        + start.formatted(.iso8601.year().month().day().time(includingFractionalSeconds: false)).prefix(16)
        + " \(words.title.components(separatedBy: " (")[0]) | \(words.place ?? "Online") | \(lines)"
    }.sorted()
    #expect(!expected.isEmpty)
    #expect(found == expected)
  }

  @Test func theClocksChangeWhereTheyShould() throws {
    let region = Foothills()
    let report = Report(plan: region.plan, scenario: region.scenario)
    let read = try Reader.icalendar.read(report.ics(for: .leader("L1")), with: Self.script)
    // Daylight saving time ends on 2026-11-01 and begins on 2027-03-14.
    #expect(read.contains("2026-10-13 08:30 11:30 2026-10-13T15:30 Fractions"))
    #expect(read.contains("2026-11-03 08:30 11:30 2026-11-03T16:30 Fractions"))
    #expect(read.contains("2027-03-04 16:45 17:45 2027-03-05T00:45 Mentoring"))
    #expect(read.contains("2027-03-16 12:30 15:30 2027-03-16T19:30 Fractions"))
    #expect(read.contains("2027-03-18 16:45 17:45 2027-03-18T23:45 Mentoring"))
  }

  @Test func cancelledEventsAreRead() throws {
    let first = Foothills()
    let second = Foothills(published: first.plan) { timetable, match in
      timetable.remove(at: 1)
      match.removeFirst()
    }
    let text = Report(plan: second.plan, scenario: second.scenario).ics(for: .everyone)
    let script = """
      import sys, pathlib, icalendar
      calendar = icalendar.Calendar.from_ical(pathlib.Path(sys.argv[1]).read_bytes())
      print(sorted(str(e["UID"]).split(".2026")[0] for e in calendar.walk("VEVENT") if e["STATUS"] == "CANCELLED"))
      """
    let read = try Reader.icalendar.read(text, with: script)
    #expect(read == "['session-1.S2', 'session-2.S2', 'session-3.S2', 'visits.C1']\n")
  }
}
