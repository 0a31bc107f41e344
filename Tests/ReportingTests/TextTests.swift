import Planning
import Testing

@testable import Reporting

@Suite struct TextTests {
  static let region = Foothills()
  static let report = Report(plan: region.plan, scenario: region.scenario)

  static let audiences: [Audience] =
    [.everyone] + region.scenario.leaders.map { .leader($0.id) } + region.scenario.schools.map { .school($0.id) }
    + region.scenario.districts.map { .district($0.id) } + region.scenario.venues.map { .venue($0.id) }

  @Test(arguments: audiences) func fitsEightyColumns(audience: Audience) {
    let lines = Self.report.text(for: audience).split(separator: "\n", omittingEmptySubsequences: false)
    for line in lines { #expect(displayWidth(of: line) <= 80, "\(line)") }
    #expect(lines.allSatisfy { $0.last != " " })
  }

  /// A part of the work may be cut though the whole is proven in the end.
  @Test func whatIsProvenBestPromisesNothingMore() throws {
    var part = try #require(Self.region.plan.certificate.timetable)
    #expect(part.cutShort && part.words(for: .timetable).contains("a longer run may find a better one"))
    part.bound = part.objective
    #expect(!part.words(for: .timetable).contains("longer run"))
  }

  @Test(arguments: audiences) func colourChangesNothingButColour(audience: Audience) {
    let plain = Self.report.text(for: audience)
    let colored = Self.report.text(for: audience, color: true)
    #expect(colored != plain)
    #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
    #expect(!plain.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
  }

  @Test(arguments: [
    Audience.everyone, .leader("L1"), .school("CV2"), .school("RC1"), .district("D2"), .venue("V1"),
  ]) func readsAsRecorded(audience: Audience) throws {
    let name = audience.description.split(separator: ":").joined(separator: "-")
    try expectSnapshot(Self.report.text(for: audience), named: "\(name).txt")
  }

  @Test func theSummaryReadsAsRecorded() throws {
    try expectSnapshot(Self.report.summary.text, named: "summary.txt")
  }

  @Test func scoreTablesAddUp() {
    let score = Self.region.plan.score
    var page = TextPage(color: false)
    page.write(score)
    var sum = 0
    var totals = 0
    for line in page.text.split(separator: "\n") where line.hasPrefix("  ") && !line.contains("-----") {
      let words = line.split(separator: " ")
      guard let last = words.last, let value = Int(last.filter { $0 != "," }) else { continue }
      if words[0] == "total" {
        #expect(sum == value)
        sum = 0
        totals += value
      } else {
        sum += value
      }
    }
    #expect(totals == score.total)
  }

  @Test func aWordThatIsTooLongIsBroken() {
    #expect(wrapped("ab cdefghij k", to: 4) == ["ab", "cdef", "ghij", "k"])
    #expect(wrapped("\u{674E}\u{674E}\u{674E}", to: 4) == ["\u{674E}\u{674E}", "\u{674E}"])
    #expect(wrapped("  a\n\tb\u{1B}[31m ", to: 20) == ["a b [31m"])
    #expect(wrapped("", to: 5) == [""])
  }

  @Test func widthIsThatOfATerminal() {
    #expect(displayWidth(of: "Ann") == 3)
    #expect(displayWidth(of: "Jos\u{E9}") == 4)
    #expect(displayWidth(of: "Jose\u{301}") == 4)
    #expect(displayWidth(of: "\u{674E} Mei") == 6)
    #expect(displayWidth(of: "\u{1F393}") == 2)
  }

  @Test func clockTimesAreThoseOfALetter() {
    #expect(Clock(start: Minutes(510), end: Minutes(690)).text == "8:30-11:30 am")
    #expect(Clock(start: Minutes(690), end: Minutes(780)).text == "11:30 am-1:00 pm")
    #expect(Clock(start: Minutes(0), end: Minutes(720)).text == "12:00 am-12:00 pm")
  }

  @Test func visitsThatShareAPeriodFollowOneAnother() {
    let plan = Self.report.resolved
    let times = VisitTimes(of: plan)
    #expect(times[0]?.text == "4:00-4:45 pm")
    #expect(times[1]?.text == "4:45-5:45 pm")
  }

  @Test func aPlanWithoutDatesIsPrinted() throws {
    var plan = Self.region.plan
    plan.timetable = []
    plan.certificate.timetable = nil
    for position in plan.match.indices { plan.match[position].visiting = nil }
    let report = Report(plan: plan, scenario: Self.region.scenario)
    let text = report.text(for: .leader("L1"))
    #expect(text.contains("Nothing stands in this calendar.") && text.contains("Oakhurst Middle (C1)"))
    #expect(report.csv(for: .everyone).contains("coaching,request:C1"))
    #expect(report.html(for: .everyone).contains("not yet decided"))
    #expect(report.svg(for: .everyone).contains("class=\"journey\""))
    #expect(!report.ics(for: .everyone).contains("VEVENT"))
    #expect(report.calendarFiles().map(\.name) == ["everyone.ics"])
  }

  @Test func whatCannotBeLookedUpIsSaid() {
    var plan = Self.region.plan
    plan.match[0].coach = "nobody"
    let report = Report(plan: plan, scenario: Self.region.scenario)
    let notice = "1 entry of the plan cannot be looked up"
    #expect(report.text(for: .everyone).contains(notice) && report.html(for: .everyone).contains(notice))
    #expect(report.json(for: .everyone).contains("\"rule\" : \"names\""))
  }
}
