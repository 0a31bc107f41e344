import Foundation
import TestSupport
import Testing

/// The directory of California\'s schools, where it is at hand.
private let schools = Project.shared("data/ca-schools-2025-26.csv")

/// A real district's schools, from the directory to calendars. The directory is no part of the project.
@Suite(.serialized, .enabled(if: schools != nil, "needs ca-schools-2025-26.csv in a folder `shared`"))
struct MaderaTests {
  private func lay(out name: String, in folder: Folder) throws {
    let run = try folder.cadre(
      "new", name, "--pattern", "district", "--schools", schools!, "--district", "Madera Unified", "--seed",
      "1")
    try #require(run.status == 0, "\(run.diagnostics)")
  }

  @Test func itIsPlannedVerifiedAndPrinted() throws {
    let folder = try Folder()
    try lay(out: "W", in: folder)
    let schools = try folder.text("W/schools.csv").split(whereSeparator: \.isNewline)
    #expect(schools.count - 1 == 32)
    #expect(schools.dropFirst().allSatisfy { $0.contains("Madera") })

    let check = try folder.cadre("check", "W")
    #expect(check.status == 0, "\(check.diagnostics)")
    let plan = try folder.cadre("plan", "W", "--output", "W/plans/p.json")
    #expect(plan.status == 0, "\(plan.diagnostics)")
    let verify = try folder.cadre("verify", "W/plans/p.json")
    #expect(verify.status == 0, "\(verify.output)\(verify.diagnostics)")
    for format in ReportTests.formats {
      let report = try folder.cadre("report", "W/plans/p.json", "--format", format)
      #expect(report.status == 0, "\(report.diagnostics)")
      #expect(report.output.count > 1000, "\(format)")
    }
  }

  @Test func theSameFilesComeTwice() throws {
    let folder = try Folder()
    for name in ["A", "B"] { try lay(out: name, in: folder) }
    #expect(try folder.contents(of: "A") == folder.contents(of: "B"))
  }
}
