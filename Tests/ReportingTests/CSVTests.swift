import Planning
import Testing

@testable import Reporting

@Suite struct CSVTests {
  static let region = Foothills()
  static let report = Report(plan: region.plan, scenario: region.scenario)

  @Test func readsBack() throws {
    let rows = try #require(Self.rows(Self.report.csv(for: .everyone)))
    #expect(rows[0] == Report.columns)
    #expect(rows.allSatisfy { $0.count == Report.columns.count })
    let table = rows.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(Report.columns, $0)) }
    let plan = Self.region.plan
    #expect(table.count { $0["kind"] == "session" } == plan.timetable.reduce(0) { $0 + $1.sessions.count })
    #expect(table.count { $0["kind"] == "visit" } == plan.match.reduce(0) { $0 + ($1.visiting?.visits.count ?? 0) })
    #expect(table.count { $0["kind"] == "team" } == plan.timetable.reduce(0) { $0 + $1.team.count })
    #expect(table.filter { $0["kind"] == "unserved" }.map { $0["key"] } == ["request:C4", "series:S9"])
    #expect(table.contains { $0["title"] == "Talk, argue & <write> like scientists" })
    #expect(table.contains { $0["place_key"] == "venue:V2" && $0["start"] == "08:30" && $0["end"] == "15:30" })
  }

  @Test func noFieldIsAFormula() throws {
    let rows = try #require(Self.rows(Self.report.csv(for: .everyone)))
    #expect(rows.joined().contains("'=Leading \"lesson study\", online"))
    for field in rows.joined() { #expect(!SpreadsheetText.isFormula(field), "\(field)") }
  }

  @Test func aLeaderGetsOnlyTheirOwn() throws {
    let rows = try #require(Self.rows(Self.report.csv(for: .leader("L6"))))
    let keys = Set(rows.dropFirst().map { $0[1] })
    #expect(keys == ["series:S3", "request:C3"])
  }

  /// RFC 4180 by its grammar; `nil` where the text breaks it.
  static func rows(_ text: String) -> [[String]]? {
    var rows: [[String]] = []
    var row: [String] = []
    var field = String.UnicodeScalarView()
    var scalars = text.unicodeScalars.dropFirst(text.unicodeScalars.first == "\u{FEFF}" ? 1 : 0)[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"" where field.isEmpty:
        while let inner = scalars.popFirst() {
          if inner != "\"" {
            field.append(inner)
          } else if scalars.first == "\"" {
            field.append(scalars.removeFirst())
          } else {
            break
          }
        }
        guard scalars.first == "," || scalars.first == "\r" else { return nil }
      case "\"": return nil
      case ",":
        row.append(String(field))
        field = String.UnicodeScalarView()
      case "\r":
        guard scalars.popFirst() == "\n" else { return nil }
        rows.append(row + [String(field)])
        row = []
        field = String.UnicodeScalarView()
      default: field.append(scalar)
      }
    }
    return row.isEmpty && field.isEmpty ? rows : nil
  }
}
