import Foundation
import Testing

/// What `verify` says of plans that were touched.
@Suite(.serialized) struct VerifyTests {
  let folder: Folder

  init() throws {
    folder = try Folder()
    try SmallWorkspace.write(to: folder)
    let run = try folder.cadre("plan", "W", "--effort", "1")
    try #require(run.status == 0, "\(run.diagnostics)")
  }

  private func edit(_ change: (inout [String: Any]) -> Void) throws {
    var plan = try #require(
      try JSONSerialization.jsonObject(with: folder.data("W/plans/plan.json")) as? [String: Any])
    change(&plan)
    try JSONSerialization.data(withJSONObject: plan).write(to: folder["W/plans/plan.json"])
  }

  @Test func anUntouchedPlanIsValid() throws {
    let run = try folder.cadre("verify", "W/plans/plan.json")
    #expect(run.status == 0)
    #expect(run.diagnostics == "")
    let json = try folder.cadre("verify", "W/plans/plan.json", "--json")
    #expect(json.status == 0)
    let report = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(report["valid"] as? Bool == true)
  }

  @Test func aMovedSessionIsFound() throws {
    try edit { plan in
      var timetable = plan["timetable"] as! [[String: Any]]
      var sessions = timetable[0]["sessions"] as! [[String: Any]]
      sessions[0]["day"] = "2026-11-26"
      timetable[0]["sessions"] = sessions
      plan["timetable"] = timetable
    }
    let run = try folder.cadre("verify", "W/plans/plan.json")
    #expect(run.status == 1)
    #expect(run.output.contains("2026-11-26") || run.output.contains("Nov 26"))
  }

  @Test func aBetterScoreThanIsTrueIsFound() throws {
    try edit { plan in
      var score = plan["score"] as! [String: Any]
      score["total"] = (score["total"] as! Int) - 1
      plan["score"] = score
    }
    let run = try folder.cadre("verify", "W/plans/plan.json", "--json")
    #expect(run.status == 1)
    #expect(run.output.contains("The total is given as"))
  }

  @Test func aBoundAboveTheObjectiveIsFound() throws {
    try edit { plan in
      var certificate = plan["certificate"] as! [String: Any]
      var timetable = certificate["timetable"] as! [String: Any]
      timetable["bound"] = (timetable["objective"] as! Int) + 1
      certificate["timetable"] = timetable
      plan["certificate"] = certificate
    }
    #expect(try folder.cadre("verify", "W/plans/plan.json").status == 1)
  }

  private func editPrices(_ change: (inout [String: Any]) -> Void) throws {
    try edit { plan in
      var certificate = plan["certificate"] as! [String: Any]
      var timetable = certificate["timetable"] as! [String: Any]
      var prices = timetable["prices"] as! [String: Any]
      change(&prices)
      timetable["prices"] = prices
      certificate["timetable"] = timetable
      plan["certificate"] = certificate
    }
  }

  @Test func theTimetablesBoundIsComputedAgain() throws {
    let run = try folder.cadre("verify", "W/plans/plan.json", "--json")
    let report = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let certificate = try #require(report["certificate"] as? [String: Any])
    let timetable = try #require(certificate["timetable"] as? [String: Any])
    let prices = try #require(timetable["prices"] as? [String: Any])
    #expect(report["timetableBound"] as? Int == prices["bound"] as? Int)
    let text = try folder.cadre("verify", "W/plans/plan.json").output.replacing(/\s+/, with: " ")
    #expect(text.contains("Its prices prove"))
  }

  @Test func aHigherBoundThanThePricesProveIsFound() throws {
    try editPrices { $0["bound"] = ($0["bound"] as! Int) + 1 }
    let run = try folder.cadre("verify", "W/plans/plan.json")
    #expect(run.status == 1)
    #expect(run.output.replacing(/\s+/, with: " ").contains("The timetable's prices are said to prove the bound"))
  }

  @Test func aChangedPriceIsFound() throws {
    // Nobody's release is scarce here: a price on it lowers the bound.
    try editPrices { $0["release"] = [["leader": "L1", "price": 1_000_000]] }
    let run = try folder.cadre("verify", "W/plans/plan.json")
    #expect(run.status == 1)
    #expect(run.output.replacing(/\s+/, with: " ").contains("The timetable's prices are said to prove the bound"))
  }

  @Test func anInequalityThatDoesNotHoldIsFound() throws {
    try editPrices {
      $0["packings"] = [
        ["leader": "L1", "weights": [["series": "S1", "weight": 2]], "level": 5, "price": 1] as [String: Any]
      ]
    }
    let run = try folder.cadre("verify", "W/plans/plan.json")
    #expect(run.status == 1)
    #expect(
      run.output.replacing(/\s+/, with: " ").contains("has the level 5; series that fit into the year weigh 6"))
  }

  @Test func aSumThatIsNotWhatItAddsUpToIsFound() throws {
    try editPrices {
      $0["packings"] = [
        ["leader": "L1", "weights": [["series": "S1", "weight": 1]], "level": 3, "price": 0] as [String: Any]
      ]
      $0["sums"] = [
        [
          "terms": [["packing": 0, "multiplier": 1]], "services": [] as [Any], "divisor": 2, "level": 0, "price": 1,
        ] as [String: Any]
      ]
    }
    let run = try folder.cadre("verify", "W/plans/plan.json")
    #expect(run.status == 1)
    #expect(
      run.output.replacing(/\s+/, with: " ").contains("has the level 0; its packings and series come to 1"))
  }

  @Test func aPlanWithoutPricesIsStillRead() throws {
    try edit { plan in
      var certificate = plan["certificate"] as! [String: Any]
      var timetable = certificate["timetable"] as! [String: Any]
      timetable["prices"] = nil
      certificate["timetable"] = timetable
      plan["certificate"] = certificate
    }
    let run = try folder.cadre("verify", "W/plans/plan.json")
    #expect(run.status == 0)
    #expect(run.output.replacing(/\s+/, with: " ").contains("It was not computed again here."))
  }

  @Test func aChangedInputIsRefusedAndNamed() throws {
    let leaders = try folder.text("W/leaders.csv").replacing("Ana Ruiz", with: "Ana Reyes")
    try folder.write(leaders, to: "W/leaders.csv")
    try folder.write("who,from,to,periods,reason\nL3,2026-10-01,2026-10-02,,Away\n", to: "W/unavailable.csv")
    for command in [["verify"], ["report", "--format", "text"]] {
      let run = try folder.cadre([command[0], "W/plans/plan.json"] + command.dropFirst())
      #expect(run.status == 65)
      #expect(run.output == "")
      #expect(run.diagnostics.contains("leaders.csv has changed"))
      #expect(run.diagnostics.contains("unavailable.csv is new"))
    }
  }

  @Test(arguments: ["", "{", "[]", "{\"schema\": 1}", "{\"schema\": 99}", "\u{0}\u{1}"])
  func whatIsNoPlanIsRefused(text: String) throws {
    try folder.write(text, to: "W/plans/plan.json")
    let run = try folder.cadre("verify", "W/plans/plan.json")
    #expect(run.status == 65)
    #expect(run.diagnostics.hasPrefix("W/plans/plan.json"))
  }

  @Test func aPlanThatIsNotThereIsNamed() throws {
    let run = try folder.cadre("verify", "W/plans/other.json")
    #expect(run.status == 65)
    #expect(run.diagnostics.contains("W/plans/other.json"))
  }
}
