import Foundation
import Testing

/// `--objective`: what a match is best at, what that costs, and who would rather have one another.
@Suite(.serialized) struct ObjectiveTests {
  let folder: Folder

  init() throws {
    folder = try Folder()
    try SmallWorkspace.write(to: folder)
  }

  /// Birch would have Ana, who lives at Alder and drives; the best fit is Ben, who is there.
  private func addPreferences() throws {
    try folder.write("who,whom,rank\nC1,L1,1\nC1,L2,2\n", to: "W/preferences.csv")
  }

  private func plan(_ arguments: String...) throws -> [String: Any] {
    let run = try folder.cadre(["plan", "W", "--effort", "1", "--json"] + arguments)
    try #require(run.status == 0, "\(run.diagnostics)")
    return try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }

  private static let sentence =
    "Birch Middle (C1) prefers Ana Ruiz (1st choice) to Ben Cho (2nd choice), and Ana Ruiz has room for it."

  @Test func theBestFitListsWhoWouldRatherHaveOneAnother() throws {
    try addPreferences()
    let outcome = try plan()
    #expect(outcome["blockingPairs"] as? [String] == [Self.sentence])
    #expect((outcome["match"] as? [String: Any])?["aim"] == nil)
    let verify = try folder.cadre("verify", "W/plans/plan.json", "--json")
    #expect(verify.status == 0)
    #expect(verify.output.contains(Self.sentence))
    for format in ["html", "json"] {
      #expect(try folder.cadre("report", "W/plans/plan.json", "--format", format).output.contains(Self.sentence))
    }
    let text = try folder.cadre("report", "W/plans/plan.json").output.split(separator: "\n")
      .map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
    #expect(text.contains(Self.sentence))
  }

  @Test func aStableMatchSaysWhatItCosts() throws {
    try addPreferences()
    let best = try #require(try plan()["match"] as? [String: Any])
    let outcome = try plan("--objective", "stable")
    let match = try #require(outcome["match"] as? [String: Any])
    let aim = try #require(match["aim"] as? [String: Any])
    #expect(outcome["blockingPairs"] as? [String] == [])
    #expect(aim["objective"] as? String == "stable")
    #expect(aim["isReached"] as? Bool == true)
    #expect(aim["bestFit"] as? Int == best["objective"] as? Int)
    let price = try #require(aim["price"] as? Int)
    #expect(price > 0)
    #expect(match["objective"] as? Int == (best["objective"] as! Int) + price)
    let verify = try folder.cadre("verify", "W/plans/plan.json")
    #expect(verify.status == 0)
    #expect(verify.output.contains("The match is stable"))
  }

  @Test func aFairMatchNeedsNoPreferences() throws {
    let outcome = try plan("--objective", "fair")
    let aim = (outcome["match"] as? [String: Any])?["aim"] as? [String: Any]
    #expect(aim?["objective"] as? String == "fair")
    #expect(outcome["blockingPairs"] == nil)
    #expect(try folder.cadre("verify", "W/plans/plan.json").status == 0)
  }

  @Test func aPriceThatWasTouchedIsFound() throws {
    try addPreferences()
    let run = try folder.cadre("match", "W", "--effort", "1", "--objective", "stable")
    #expect(run.status == 0, "\(run.diagnostics)")
    let text = try folder.text("W/plans/plan.json")
    let touched = text.replacing("\"price\" : ", with: "\"price\" : 9")
    #expect(touched != text)
    try folder.write(touched, to: "W/plans/plan.json")
    #expect(try folder.cadre("verify", "W/plans/plan.json").status == 1)
  }

  @Test(arguments: ["match", "plan"])
  func stabilityWithoutPreferencesIsRefused(command: String) throws {
    let missing = try folder.cadre(command, "W", "--objective", "stable")
    #expect(missing.status == 64)
    #expect(missing.diagnostics.contains("W has no preferences.csv"))
    try folder.write("who,whom,rank\nL1,S1,1\n", to: "W/preferences.csv")
    let other = try folder.cadre(command, "W", "--objective", "stable")
    #expect(other.status == 64)
    #expect(other.diagnostics.contains("no rank between a leader and a coaching request"))
    #expect(!FileManager.default.fileExists(atPath: folder["W/plans"].path()))
  }

  @Test func anUnknownObjectiveIsRefused() throws {
    #expect(try folder.cadre("match", "W", "--objective", "cheap").status == 64)
    #expect(try folder.cadre("schedule", "W", "--objective", "fair").status == 64)
  }
}
