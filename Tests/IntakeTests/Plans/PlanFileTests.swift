import Foundation
import Planning
import TestSupport
import Testing

@testable import Intake

struct PlanFileTests {
  /// A plan with something in every place, and numbers that a floating-point number does not hold.
  static func plan() throws -> Plan {
    let scenario = try WorkspaceText().read().scenario
    let day = try #require(Day(iso: "2026-09-15"))
    let match = [
      MatchedRequest(
        request: "C1", coach: "ann",
        visiting: .init(
          weekday: .thursday, period: "AM", everyWeeks: 2, visits: [day],
          missed: [.init(day: day, reason: "holiday: Thanksgiving")]))
    ]
    let timetable = [
      ScheduledSeries(
        series: "W1", team: [.init(leader: "ann", part: .lead), .init(leader: "bob", part: .support)],
        sessions: [
          .init(day: day, periods: ["AM", "PM"], venue: "hall"), .init(day: day, periods: ["AM"], venue: nil),
        ])
    ]
    return Plan(
      title: "Two \"Rivers\" / Río", illustrative: true, workspace: "..",
      input: InputDigest([.init(name: "pins.csv", bytes: [1])]), match: match, timetable: timetable,
      shadowing: [.init(leader: "bob", coach: "ann", request: "C1", visits: [day])],
      unserved: [.init(kind: .series, id: "W2", reason: "None of 3.", funnel: [.init(count: 3, what: "leaders")])],
      score: Score(of: ResolvedPlan(match: match, timetable: timetable, in: scenario)),
      certificate: Certificate(
        match: .init(
          objective: 9_007_199_254_740_993, bound: -9_007_199_254_740_993, boundMethod: "none", cutShort: true,
          proof: .init(bound: -3, denominator: 7, numerators: [-1, 9_007_199_254_740_993]),
          prices: .init(
            bound: -4, release: [.init(leader: "ann", price: 9_007_199_254_740_993)],
            daysOff: [.init(leader: "bob", week: day, price: 2)],
            substitutes: [
              .init(district: "D1", week: day, price: 3), .init(district: "D1", week: day, multiplier: 4, price: 8),
            ],
            packings: [.init(leader: "ann", weights: [.init(series: "W1", weight: 5)], level: 10, price: 4)],
            sums: [
              .init(
                terms: [.init(packing: 0, multiplier: 9)], services: [.init(series: "W1", multiplier: 3)],
                divisor: 2,
                level: 46, price: 5)
            ],
            fixedDays: [
              .init(leader: "ann", day: day, periods: ["AM", "PM"], price: 6),
              .init(cohort: "grade 5", day: day, periods: ["AM"], price: 7),
            ]),
          aim: .init(objective: .stable, bestFit: 9_007_199_254_740_992, price: 1, isReached: false)),
        timetable: nil, seed: .max, effort: 7, versions: ["cadre": "0.1.0", "glpk": "5.0"]))
  }

  @Test func whatIsWrittenIsRead() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/plans/p.json"
      let plan = try Self.plan()
      try PlanFile.write(plan, to: path)
      #expect(try PlanFile.read(path) == plan)
      let first = try Data(contentsOf: URL(filePath: path))
      try PlanFile.write(try PlanFile.read(path), to: path)
      #expect(try Data(contentsOf: URL(filePath: path)) == first)
    }
  }

  @Test func keysAreSortedAndTheFileEndsWithALine() throws {
    let text = PlanFile.text(of: try Self.plan())
    #expect(text.hasSuffix("}\n"))
    let keys = text.split(separator: "\n").filter { $0.hasPrefix("  \"") }.compactMap {
      $0.split(separator: "\"").dropFirst().first
    }
    #expect(keys == keys.sorted())
    #expect(text.contains("9007199254740993"))
  }

  private func message(_ text: String) throws -> String {
    try withTemporaryFolder { folder in
      let path = folder + "/p.json"
      try WholeFile.write(text, to: path)
      do throws(InputError) {
        _ = try PlanFile.read(path)
        return "no error"
      } catch {
        #expect(error.diagnostics.count == 1)
        return error.diagnostics[0].description.replacingOccurrences(of: path, with: "p.json")
      }
    }
  }

  @Test func namesWhereAPlanIsDamaged() throws {
    let text = PlanFile.text(of: try Self.plan())
    let comma = try message("{\"schema\": 1,}")
    #expect(comma == "p.json:1:14: the plan is damaged: unexpected `}`")
    let fraction = try message(text.replacingOccurrences(of: "\"effort\" : 7", with: "\"effort\" : 7.5"))
    #expect(fraction.hasPrefix("p.json:3:16:"))
    #expect(fraction.hasSuffix(": the plan is damaged: `7.5` is no whole number of 64 bits"))
    #expect(try message("") == "p.json:1:1: the plan is damaged: the file ends too early")
    #expect(try message("[]") == "p.json: the plan is damaged: this is not an object")
    #expect(try message("{}") == "p.json: the plan is damaged: `schema` is missing")
    #expect(try message(String(text.dropLast(3))).hasSuffix("the plan is damaged: the file ends too early"))
    #expect(
      try message(
        text.replacingOccurrences(
          of: "\"day\" : \"2026-09-15\",\n          \"periods\"",
          with: "\"day\" : \"2026-9-15\",\n          \"periods\""))
        == "p.json: the plan is damaged: timetable[0].sessions[0].day: `2026-9-15` is not a date like 2026-09-14.")
    #expect(
      try message(text.replacingOccurrences(of: "\"coach\" : \"ann\"", with: "\"coach\" : 1"))
        == "p.json: the plan is damaged: match[0].coach: this is not text")
    #expect(
      try message(text.replacingOccurrences(of: "\"title\" :", with: "\"titel\" :"))
        == "p.json: the plan is damaged: `title` is missing")
  }

  @Test func refusesAnotherSchema() throws {
    let text = PlanFile.text(of: try Self.plan())
    #expect(
      try message(text.replacingOccurrences(of: "\"schema\" : 1", with: "\"schema\" : 2"))
        == "p.json: the plan has schema 2; this program reads schema 1: a newer one is needed")
  }

  @Test func namesAFileThatIsNotThere() {
    #expect(throws: InputError([Diagnostic(file: "nowhere.json", message: "there is no such file")])) {
      try PlanFile.read("nowhere.json")
    }
  }

  /// Bytes changed at random give a plan or a message.
  @Test(arguments: 0..<200 as Range<UInt64>)
  func noBytesAreTooStrange(seed: UInt64) throws {
    var randomness = SplitMix(seed: seed)
    var bytes = Array(PlanFile.text(of: try Self.plan()).utf8)
    for _ in 0..<Int.random(in: 1...3, using: &randomness) {
      let position = Int.random(in: bytes.indices, using: &randomness)
      switch Int.random(in: 0..<3, using: &randomness) {
      case 0: bytes[position] = UInt8.random(in: 0...255, using: &randomness)
      case 1: bytes.remove(at: position)
      default: bytes.insert(Array("{}[]\",:0-e".utf8).randomElement(using: &randomness) ?? 0, at: position)
      }
    }
    do throws(InputError) {
      _ = try PlanFile.plan(from: bytes, file: "p.json")
    } catch {
      #expect(!error.diagnostics.isEmpty)
    }
  }

  @Test func knowsItsWorkspace() throws {
    try withTemporaryFolder { folder in
      try Folder.make(folder + "/w/plans")
      #expect(PlanFile.name(ofWorkspace: folder + "/w", forPlanAt: folder + "/w/plans/p.json") == "..")
      #expect(PlanFile.name(ofWorkspace: folder + "/w/", forPlanAt: folder + "/w/p.json") == ".")
      #expect(PlanFile.name(ofWorkspace: folder + "/w", forPlanAt: folder + "/out/new/p.json") == "../../w")
      var plan = try Self.plan()
      plan.workspace = "../../w"
      let workspace = PlanFile.workspace(of: plan, readFrom: folder + "/out/new/p.json")
      #expect(workspace == folder + "/out/new/../../w")
    }
  }
}

/// Plans that region.yaml names.
struct ReferencedPlanTests {
  @Test func lastYearAndPublishedAreReadAndDigested() throws {
    var workspace = WorkspaceText()
    workspace.files["old.json"] = PlanFile.text(of: try PlanFileTests.plan())
    workspace.add("last_year: old.json\npublished: old.json", to: "region.yaml")
    let read = try workspace.read()
    #expect(read.scenario.lastYear == ["C1": "ann"])
    #expect(try read.scenario.published == PlanFileTests.plan())
    #expect(read.digest.files.map(\.name).contains("old.json"))
  }

  @Test func aPlanThatRepeatsItselfIsRefused() throws {
    var plan = try PlanFileTests.plan()
    plan.match += plan.match
    var workspace = WorkspaceText()
    workspace.files["old.json"] = PlanFile.text(of: plan)
    workspace.add("published: old.json", to: "region.yaml")
    #expect(try workspace.messages() == ["old.json: the request `C1` is matched more than once"])
  }

  @Test func aDamagedPlanIsNamed() throws {
    var workspace = WorkspaceText()
    workspace.files["old.json"] = "{"
    workspace.add("published: old.json", to: "region.yaml")
    #expect(try workspace.messages() == ["old.json:1:2: the plan is damaged: the file ends too early"])
  }
}
