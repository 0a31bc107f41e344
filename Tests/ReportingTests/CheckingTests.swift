import Planning
import Testing

@testable import Reporting

@Suite struct CheckingTests {
  static let region = Foothills()

  @Test func theCheckReadsAsRecorded() throws {
    let check = CheckReport(of: Self.region.scenario)
    #expect(!check.isServable)
    #expect(check.unservableCount == 2)
    for line in check.text().split(separator: "\n") { #expect(displayWidth(of: line) <= 80) }
    try expectSnapshot(check.text(), named: "check.txt")
    try expectSnapshot(check.json, named: "check.json")
  }

  @Test func aValidPlanIsSaidToBeValid() throws {
    let verification = Verification(of: Self.region.plan, in: Self.region.scenario)
    let report = VerificationReport(verification, of: Self.region.plan)
    try expectSnapshot(report.text(), named: "verification.txt")
    #expect(report.json.contains("\"valid\" : true"))
  }

  @Test func eachViolationStandsUnderItsRule() throws {
    var plan = Self.region.plan
    plan.timetable[1].team.removeFirst()
    plan.timetable[2].sessions[1].day = Foothills.day("2027-03-10")
    plan.match[0].coach = "nobody"
    let verification = Verification(of: plan, in: Self.region.scenario)
    let report = VerificationReport(verification, of: plan)
    #expect(Set(report.findings.filter { !$0.violations.isEmpty }.map(\.name)) == ["names", "gaps", "team"])
    #expect(report.findings.reduce(0) { $0 + $1.violations.count } == verification.violations.count)
    let text = report.text()
    #expect(text.contains("NOT VALID"))
    for line in text.split(separator: "\n") { #expect(displayWidth(of: line) <= 80) }
    try expectSnapshot(text, named: "verification-broken.txt")
    #expect(report.json.contains("\"valid\" : false"))
  }
}
