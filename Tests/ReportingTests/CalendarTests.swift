import Foundation
import Planning
import Testing

@testable import Reporting

@Suite struct CalendarTests {
  static let region = Foothills()
  static let report = Report(plan: region.plan, scenario: region.scenario)

  @Test(arguments: TextTests.audiences) func linesAreFoldedAndEnded(audience: Audience) {
    let text = Self.report.ics(for: audience)
    #expect(text.hasSuffix("END:VCALENDAR\r\n"))
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    for line in lines {
      #expect(line.last == "\r")
      #expect(String(line.dropLast()).utf8.count <= 75)
    }
  }

  @Test func textIsEscaped() {
    var lines = ContentLines()
    lines.add("X", text: "a;b,c\\d\ne\u{7}")
    #expect(lines.text == "X:a\\;b\\,c\\\\d\\ne\r\n")
  }

  @Test func noCharacterIsCutByFolding() {
    var lines = ContentLines()
    let value = String(repeating: "\u{674E}", count: 60)
    lines.add("X", text: value)
    #expect(lines.text.replacing("\r\n ", with: "") == "X:\(value)\r\n")
  }

  @Test func readsAsRecorded() throws {
    try expectSnapshot(Self.report.ics(for: .leader("L1")), named: "leader-L1.ics")
  }

  @Test func oneFileForEveryoneAndOneALeader() {
    let files = Self.report.calendarFiles()
    #expect(
      files.map(\.name) == [
        "everyone.ics", "leader-L1.ics", "leader-L2.ics", "leader-L3.ics", "leader-L4.ics", "leader-L5.ics",
        "leader-L6.ics", "leader-L8.ics",
      ])
    #expect(files[1].contents == Self.report.ics(for: .leader("L1")))
    #expect(identifier("a/b c\u{E9}") == "a~2Fb~20c~C3~A9")
  }

  /// Zones of both hemispheres and of none, a half-hour zone, and one the system does not know.
  @Test(arguments: [
    "America/Los_Angeles", "America/New_York", "America/Phoenix", "Europe/Berlin", "Australia/Adelaide",
    "Pacific/Honolulu",
  ]) func instantsAreThoseOfTheZone(zone: String) throws {
    let changes = try #require(ClockChanges(of: zone, over: Foothills.year))
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: zone))
    for day in Foothills.year {
      for hour in [0, 4, 8, 12, 16, 23] {
        let parts = day.components
        let date = calendar.date(
          from: DateComponents(year: parts.year, month: parts.month, day: parts.day, hour: hour))
        #expect(changes.instant(of: Minutes(hour * 60), on: day) == date.map { Int($0.timeIntervalSince1970) })
      }
    }
  }

  @Test func aZoneThatIsUnknownLeavesTimesFloating() {
    let region = Foothills(timeZone: "America/Atlantis")
    let text = Report(plan: region.plan, scenario: region.scenario).ics(for: .leader("L1"))
    #expect(!text.contains("TZID") && text.contains("DTSTART:20260922T083000\r\n"))
  }

  // MARK: Publishing again

  @Test func sequencesRiseWithChangesOnly() throws {
    let first = Foothills()
    #expect(
      Set(Self.sequences(Report(plan: first.plan, scenario: first.scenario).ics(for: .everyone)).values) == [0])

    let second = Foothills(published: first.plan) { timetable, match in
      timetable[0].sessions[5].day = Foothills.day("2027-03-17")
      match.removeLast()
    }
    #expect(second.plan.revision == 1)
    let report = Report(plan: second.plan, scenario: second.scenario)
    let text = report.ics(for: .everyone)
    let sequences = Self.sequences(text)
    let raised = sequences.filter { $0.value == 1 }.map { $0.key.prefix { $0 != "@" } }.sorted()
    #expect(
      raised == [
        "session-6.S1.2026-27.Sierra~20Foothills~20Alliance", "visits.C3.2026-27.Sierra~20Foothills~20Alliance",
      ])
    #expect(text.components(separatedBy: "STATUS:CANCELLED").count == 2)
    #expect(report.ics(for: .leader("L6")).contains("SUMMARY:Cancelled: Coaching visit at Granite High"))
    #expect(!report.ics(for: .leader("L1")).contains("CANCELLED"))
    #expect(report.ics(for: .school("GU1")).contains("CANCELLED"))

    // What does not change again keeps its number or rises; it never falls.
    let third = Foothills(published: second.plan) { timetable, _ in
      timetable[0].sessions[5].day = Foothills.day("2027-03-17")
    }
    let later = Self.sequences(Report(plan: third.plan, scenario: third.scenario).ics(for: .everyone))
    for (uid, sequence) in sequences { #expect(try #require(later[uid]) >= sequence) }
    #expect(later.first { $0.key.hasPrefix("visits.C3") }?.value == 2)
  }

  @Test func whoLeavesATeamIsToldSo() {
    let first = Foothills()
    let second = Foothills(published: first.plan) { timetable, _ in timetable[1].team.removeLast() }
    let report = Report(plan: second.plan, scenario: second.scenario)
    #expect(report.ics(for: .leader("L8")).components(separatedBy: "STATUS:CANCELLED").count == 4)
    #expect(!report.ics(for: .everyone).contains("STATUS:CANCELLED"))
    #expect(report.calendarFiles().contains { $0.name == "leader-L8.ics" })
  }

  @Test func aSeriesThatIsGoneFromTheFilesIsCancelled() {
    var published = Self.region.plan
    published.timetable[0].series = "gone"
    let now = Foothills(published: published)
    let text = Report(plan: now.plan, scenario: now.scenario).ics(for: .leader("L1"))
    #expect(text.components(separatedBy: "SUMMARY:Cancelled: session").count == 7)
    #expect(text.contains("DTSTART;VALUE=DATE:20260922"))
  }

  private static func sequences(_ text: String) -> [String: Int] {
    var found: [String: Int] = [:]
    var uid = ""
    for line in text.replacing("\r\n ", with: "").components(separatedBy: "\r\n") {
      if line.hasPrefix("UID:") { uid = String(line.dropFirst(4)) }
      if line.hasPrefix("SEQUENCE:") { found[uid] = Int(line.dropFirst(9)) }
    }
    return found
  }
}
