import Foundation
import Planning
import TestSupport
import Testing

@testable import Reporting

@Suite struct JSONTests {
  static let region = Foothills()
  static let report = Report(plan: region.plan, scenario: region.scenario)

  @Test(arguments: TextTests.audiences) func isJSON(audience: Audience) throws {
    let object = try JSONSerialization.jsonObject(with: Data(Self.report.json(for: audience).utf8))
    let report = try #require(object as? [String: Any])
    #expect(report["schema"] as? String == "cadre-report/1")
    #expect(report["illustrative"] as? Bool == true)
    #expect((report["audience"] as? [String: String])?["key"] == audience.description)
  }

  @Test func readsAsRecorded() throws {
    try expectSnapshot(Self.report.json(for: .leader("L6")), named: "leader-L6.json")
  }

  @Test func whatIsAnAudiencesIsItsOwn() throws {
    let data = Data(Self.report.json(for: .venue("CV2")).utf8)
    let report = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    let series = try #require(report["series"] as? [[String: Any]])
    #expect(series.map { $0["key"] as? String } == ["S1"])
    #expect((series[0]["sessions"] as? [Any])?.count == 1)
  }

  @Test(
    .enabled(if: Reader.jsonschema.isInstalled, "needs Python's jsonschema"),
    arguments: [Audience.everyone, .leader("L1"), .school("CV2"), .district("D3"), .venue("V1")])
  func keepsItsSchema(audience: Audience) throws {
    let root = Project.root
    let script = """
      import sys, json, pathlib, jsonschema
      read = lambda path: json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
      schema = read(sys.argv[2])
      jsonschema.Draft202012Validator.check_schema(schema)
      jsonschema.Draft202012Validator(schema).validate(read(sys.argv[1]))
      print("valid")
      """
    let answer = try Reader.jsonschema.read(
      Self.report.json(for: audience), with: script,
      arguments: [root.appending(path: "docs/report.schema.json").path])
    #expect(answer == "valid\n")
  }
}
