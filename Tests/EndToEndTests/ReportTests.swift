import Foundation
import Testing

/// What `report` prints, and where.
@Suite(.serialized) struct ReportTests {
  static let formats = ["text", "html", "ics", "csv", "svg", "json"]
  static let audiences = ["everyone", "leader:L1", "school:A", "district:D1", "venue:V1"]

  let folder: Folder

  init() throws {
    folder = try Folder()
    try SmallWorkspace.write(to: folder)
    let run = try folder.cadre("plan", "W", "--effort", "1")
    try #require(run.status == 0, "\(run.diagnostics)")
  }

  @Test(arguments: formats, audiences)
  func everyFormatIsForEveryAudience(format: String, audience: String) throws {
    let run = try folder.cadre("report", "W/plans/plan.json", "--format", format, "--for", audience)
    #expect(run.status == 0, "\(run.diagnostics)")
    #expect(run.diagnostics == "")
    #expect(!run.output.contains("\u{1B}"), "no colour where there is no terminal")
    switch format {
    case "text":
      #expect(run.output.split(whereSeparator: \.isNewline).allSatisfy { $0.count <= 80 })
    case "html":
      #expect(run.output.hasPrefix("<!DOCTYPE html>") || run.output.hasPrefix("<!doctype html>"))
      // One file: nothing is fetched when it is opened.
      #expect(run.output.firstMatch(of: #/(src|href)\s*=\s*"(https?:)?\/\//#) == nil)
    case "ics":
      #expect(run.output.hasPrefix("BEGIN:VCALENDAR\r\n"))
      #expect(run.output.hasSuffix("END:VCALENDAR\r\n"))
    case "svg": #expect(run.output.contains("<svg"))
    case "json": #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(run.output.utf8)) }
    default: #expect(run.output.contains(","))
    }
    #expect(
      try folder.cadre("report", "W/plans/plan.json", "--format", format, "--for", audience).output == run.output)
  }

  @Test func whatIsWrittenIsWhatIsPrinted() throws {
    let printed = try folder.cadre("report", "W/plans/plan.json", "--format", "html")
    let written = try folder.cadre("report", "W/plans/plan.json", "--format", "html", "--output", "a/b.html")
    #expect(written.status == 0)
    #expect(written.output == "")
    #expect(written.diagnostics.contains("a/b.html"))
    #expect(try folder.text("a/b.html") == printed.output)
  }

  @Test func aFolderGetsACalendarAPersonAndOneOfAll() throws {
    let run = try folder.cadre("report", "W/plans/plan.json", "--format", "ics", "--output", "calendars/")
    #expect(run.status == 0, "\(run.diagnostics)")
    let files = try folder.contents(of: "calendars")
    #expect(files.count == 4, "three leaders and all: \(files.keys.sorted())")
    for (name, data) in files {
      #expect(name.hasSuffix(".ics"))
      #expect(String(decoding: data, as: UTF8.self).hasPrefix("BEGIN:VCALENDAR"))
    }
  }

  @Test func anInputIsNeverOverwritten() throws {
    let before = try folder.contents(of: "W")
    for target in ["W/plans/plan.json", "W/leaders.csv", "W/plans/../region.yaml"] {
      let run = try folder.cadre("report", "W/plans/plan.json", "--format", "csv", "--output", target)
      #expect(run.status == 64)
      #expect(run.diagnostics.contains("is an input"))
    }
    let plan = try folder.cadre("plan", "W", "--effort", "1", "--output", "W/series.csv")
    #expect(plan.status == 64)
    #expect(try folder.contents(of: "W") == before)
  }

  @Test func thePublishedPlanIsAnInputToo() throws {
    let region = try folder.text("W/region.yaml") + "published: plans/plan.json\n"
    try folder.write(region, to: "W/region.yaml")
    let before = try folder.contents(of: "W")
    let run = try folder.cadre("plan", "W", "--effort", "1")
    #expect(run.status == 64)
    #expect(try folder.contents(of: "W") == before)
    #expect(try folder.cadre("plan", "W", "--effort", "1", "--output", "W/plans/next.json").status == 0)
  }

  @Test func somebodyWhoIsNotThereIsNamed() throws {
    let run = try folder.cadre("report", "W/plans/plan.json", "--format", "text", "--for", "leader:L9")
    #expect(run.status == 64)
    #expect(run.diagnostics.contains("L9"))
  }
}
