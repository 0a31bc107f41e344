import Foundation
import Planning
import TestSupport
import Testing

@testable import Intake

@Suite(.enabled(if: JSONSchemaPeer.isInstalled, "Python's jsonschema is not installed"))
struct PlanSchemaTests {
  private let schema = Project.root.appending(path: "docs/plan.schema.json")

  @Test func aWrittenPlanIsValid() throws {
    #expect(try JSONSchemaPeer.faults(of: PlanFile.text(of: PlanFileTests.plan()), schema: schema) == [])
  }

  @Test func aPlanOfOnePartIsValid() throws {
    var plan = try PlanFileTests.plan()
    plan.match[0].visiting = nil
    plan.certificate.timetable = plan.certificate.match
    plan.certificate.match = nil
    #expect(try JSONSchemaPeer.faults(of: PlanFile.text(of: plan), schema: schema) == [])
  }

  @Test func anotherFileIsNot() throws {
    let text = PlanFile.text(of: try PlanFileTests.plan()).replacingOccurrences(
      of: "\"thursday\"", with: "\"Donnerstag\"")
    let faults = try JSONSchemaPeer.faults(of: text, schema: schema)
    #expect(faults.count == 1)
    #expect(faults.first?.hasPrefix("$.match[0].visiting.weekday 'Donnerstag' is not one of") ?? false)
  }

  /// The schema's list of terms is that of the score.
  @Test func theTermsAreThoseOfTheScore() throws {
    let text = try String(contentsOf: Project.root.appending(path: "docs/plan.schema.json"), encoding: .utf8)
    for term in Term.allCases { #expect(text.contains("\"\(term.rawValue)\"")) }
  }
}
