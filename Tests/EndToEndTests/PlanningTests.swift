import Foundation
import Testing

/// From a workspace to a verified plan.
@Suite(.serialized) struct PlanningTests {
  static let samples = ["district", "mentoring", "alliance", "conference"]

  @Test(arguments: samples)
  func aSampleIsCheckedPlannedAndVerified(sample: String) throws {
    let folder = try Folder()
    try folder.copySample(sample)
    let check = try folder.cadre("check", "W")
    #expect(check.status == 0, "\(check.diagnostics)")
    #expect(check.output.contains("asked"))

    let plan = try folder.cadre("plan", "W", "--effort", "20")
    #expect(plan.status == 0, "\(plan.diagnostics)")
    #expect(plan.output.contains("W/plans/plan.json"))

    let verify = try folder.cadre("verify", "W/plans/plan.json")
    #expect(verify.status == 0, "\(verify.output)\(verify.diagnostics)")
  }

  /// With the seeds of samples/README.md.
  @Test(arguments: zip(samples, ["1", "3", "1", "1"]))
  func aSampleIsWhatNewMakes(sample: String, seed: String) throws {
    let folder = try Folder()
    try folder.copySample(sample)
    let run = try folder.cadre("new", "again", "--pattern", sample, "--seed", seed)
    #expect(run.status == 0, "\(run.diagnostics)")
    #expect(try folder.contents(of: "again") == folder.contents(of: "W"))
  }

  @Test func theSamePlanComesWithAnyNumberOfThreads() throws {
    let folder = try Folder()
    try folder.copySample("district")
    var plans: Set<Data> = []
    for (threads, output) in [("1", "a"), ("1", "b"), ("2", "c"), ("3", "d")] {
      let run = try folder.cadre(
        "plan", "W", "--effort", "10", "--threads", threads, "--output", "W/plans/\(output).json")
      #expect(run.status == 0, "\(run.diagnostics)")
      plans.insert(try folder.data("W/plans/\(output).json"))
    }
    #expect(plans.count == 1)
  }

  @Test func theSeedIsTheCommandsElseTheWorkspaces() throws {
    let folder = try Folder()
    try SmallWorkspace.write(to: folder)
    try folder.cadre("plan", "W", "--effort", "1", "--output", "a.json")
    try folder.cadre("plan", "W", "--effort", "1", "--output", "b.json", "--seed", "99")
    #expect(try Seeds(of: folder.data("a.json")).certificate.seed == 7)
    #expect(try Seeds(of: folder.data("b.json")).certificate.seed == 99)
  }

  private struct Seeds: Decodable {
    struct Certificate: Decodable { let seed: UInt64 }
    let certificate: Certificate
    init(of data: Data) throws { self = try JSONDecoder().decode(Seeds.self, from: data) }
  }

  @Test(arguments: [("match", "match", "timetable"), ("schedule", "timetable", "match")])
  func aPartIsPlannedAlone(command: String, answered: String, left: String) throws {
    let folder = try Folder()
    try SmallWorkspace.write(to: folder)
    let run = try folder.cadre(command, "W", "--effort", "1", "--json")
    #expect(run.status == 0, "\(run.diagnostics)")
    let outcome = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(outcome[answered] != nil)
    #expect(outcome[left] == nil)
    #expect(try folder.cadre("verify", "W/plans/plan.json").status == 0)
  }

  @Test func aPlanKnowsItsWorkspaceFromWhereverItLies() throws {
    let folder = try Folder()
    try SmallWorkspace.write(to: folder)
    let run = try folder.cadre("plan", "W", "--effort", "1", "--output", "elsewhere/deep/p.json")
    #expect(run.status == 0, "\(run.diagnostics)")
    #expect(try folder.cadre("verify", "elsewhere/deep/p.json").status == 0)
    #expect(try folder.text("elsewhere/deep/p.json").contains(#""workspace" : "../../W""#))
  }

  @Test func demandThatMustBeServedAndCannotBeEndsWithTheReason() throws {
    let folder = try Folder()
    try SmallWorkspace.write(to: folder)
    let requests = (1...3).map { "C\($0),A,CCSS-M/6-8,100,1,2026-09-07,2026-12-11,2\n" }.joined()
    let header = try folder.text("W/coaching.csv").prefix { !$0.isNewline }
    try folder.write(header + "\n" + requests, to: "W/coaching.csv")
    try folder.write("what,field,value\nC1,served,yes\nC2,served,yes\nC3,served,yes\n", to: "W/pins.csv")
    let run = try folder.cadre("plan", "W", "--effort", "1")
    #expect(run.status == 1)
    #expect(run.output == "")
    #expect(run.diagnostics.contains("300 min"))
    #expect(!FileManager.default.fileExists(atPath: folder["W/plans"].path()))
  }
}
