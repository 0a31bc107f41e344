import Foundation
import Testing

/// `--fewest-changes`: a coach who is gone, and everybody else as before.
@Suite(.serialized) struct FewestChangesTests {
  let folder: Folder

  init() throws {
    folder = try Folder()
    try SmallWorkspace.write(to: folder)
    // Three requests at Birch: Ben, who is there, is cheapest for all of them, and has two places.
    try folder.write(
      """
      request,school,standards,minutes_per_week,visit_every_weeks,earliest,latest,priority
      C1,B,CCSS-M/6-8,40,2,2026-09-07,2026-12-11,2
      C2,B,CCSS-M/6-8,40,2,2026-09-07,2026-12-11,2
      C3,A,CCSS-M/3-5,40,2,2026-09-07,2026-12-11,2

      """, to: "W/coaching.csv")
  }

  private func match(_ arguments: String...) throws -> (part: [String: Any], coaches: [String: String]) {
    let run = try folder.cadre(["match", "W", "--effort", "1", "--json"] + arguments)
    try #require(run.status == 0, "\(run.diagnostics)")
    let outcome = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let path = try #require(outcome?["plan"] as? String)
    let plan = try JSONSerialization.jsonObject(with: Data(folder.text(path).utf8)) as? [String: Any]
    let pairs = try #require(plan?["match"] as? [[String: Any]])
    let coaches = pairs.map { ($0["request"] as! String, $0["coach"] as! String) }
    return (try #require(outcome?["match"] as? [String: Any]), Dictionary(uniqueKeysWithValues: coaches))
  }

  @Test func onlyTheRequestsOfACoachWhoIsGoneChange() throws {
    let before = try match()
    #expect(before.coaches.count == 3)
    #expect(before.part["changes"] == nil)
    let gone = try #require(before.coaches["C1"])
    try folder.write(
      try folder.text("W/region.yaml") + "published: plans/plan.json\n", to: "W/region.yaml")
    let leaders = try folder.text("W/leaders.csv").split(separator: "\n")
    let others = leaders.filter { !$0.hasPrefix(gone + ",") }.joined(separator: "\n") + "\n"
    // Nobody leads a series any more: it is only the match that is asked for.
    try folder.write(others, to: "W/leaders.csv")
    let after = try match("--fewest-changes", "--output", "W/plans/again.json")
    let changes = try #require(after.part["changes"] as? [String: Int])
    let orphans = before.coaches.filter { $0.value == gone }.count
    #expect(changes["made"] == orphans)
    #expect(changes["fewest"] == orphans)
    #expect(changes["bound"] == after.part["objective"] as? Int)
    for (request, coach) in before.coaches where coach != gone { #expect(after.coaches[request] == coach) }
    let verify = try folder.cadre("verify", "W/plans/again.json")
    #expect(verify.status == 0)
    #expect(verify.output.contains("it is proven that no match changes"))
    let text = try folder.text("W/plans/again.json")
    try folder.write(text.replacing("\"made\" : ", with: "\"made\" : 9"), to: "W/plans/again.json")
    #expect(try folder.cadre("verify", "W/plans/again.json").status == 1)
  }

  @Test func withoutAPublishedPlanItIsAnError() throws {
    let run = try folder.cadre("match", "W", "--fewest-changes")
    #expect(run.status == 64)
    #expect(run.diagnostics.contains("names no published plan"))
    #expect(try folder.cadre("match", "W", "--fewest-changes", "--objective", "fair").status == 64)
  }
}
