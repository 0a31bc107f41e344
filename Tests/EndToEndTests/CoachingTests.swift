import Foundation
import Testing

/// Coaches and mentors, from the files to the calendars.
@Suite(.serialized) struct CoachingTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  private func json(_ run: Cadre.Run) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }

  private func plan(_ name: String = "W/plans/plan.json") throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: folder.data(name)) as? [String: Any])
  }

  /// Five requests for two coaches with two places each, and one coach with a minute too few.
  @Test func whatIsNotServedSaysWhatWouldServeIt() throws {
    try SmallWorkspace.write(to: folder)
    let rows = (1...5).map { "C\($0),B,CCSS-M/6-8,30,2,2026-09-07,2026-12-11,\($0)" }
    let header = "request,school,standards,minutes_per_week,visit_every_weeks,earliest,latest,priority"
    try folder.write(([header] + rows).joined(separator: "\n") + "\n", to: "W/coaching.csv")
    let run = try folder.cadre(["match", "W", "--effort", "1", "--json"])
    #expect(run.status == 0, "\(run.diagnostics)")
    let unserved = try #require(try json(run)["unserved"] as? [[String: Any]])
    let entry = try #require(unserved.first { $0["id"] as? String == "C1" })
    let reason = try #require(entry["reason"] as? String)
    #expect(reason.contains("(2 of 2 schools) has"), "\(reason)")
    #expect(reason.hasSuffix("With one school more, Ben Cho could take it."), "\(reason)")
    // That is so: with the place that is named everything is served.
    let leaders = try folder.text("W/leaders.csv").replacing("12,3,120,2,40", with: "12,3,150,3,40")
    try folder.write(leaders, to: "W/leaders.csv")
    let again = try folder.cadre(["match", "W", "--effort", "1", "--json"])
    #expect(try json(again)["unserved"] as? [[String: String]] == [])
  }

  @Test func mentorsBeginInTimeAndStayForTheSecondYear() throws {
    try folder.copySample("mentoring")
    let run = try folder.cadre("plan", "W", "--effort", "20")
    #expect(run.status == 0, "\(run.diagnostics)")
    let verify = try folder.cadre("verify", "W/plans/plan.json")
    #expect(verify.status == 0, "\(verify.output)")
    let plan = try plan()
    let match = try #require(plan["match"] as? [[String: Any]])
    #expect(match.count > 10)
    let earliest = Dictionary(
      uniqueKeysWithValues: try folder.text("W/coaching.csv").split(separator: "\n").dropFirst().map { line in
        let fields = line.split(separator: ",", omittingEmptySubsequences: false)
        return (String(fields[0]), String(fields[5]))
      })
    for entry in match {
      let visits = try #require((entry["visiting"] as? [String: Any])?["visits"] as? [String])
      let first = try #require(visits.first)
      let day = try #require(earliest[entry["request"] as! String])
      let days =
        try
        (Date(first, strategy: .iso8601.year().month().day())
        .timeIntervalSince(Date(day, strategy: .iso8601.year().month().day()))) / 86_400
      #expect(days <= 30, "\(entry["request"]!)")
    }
    let lines = (plan["score"] as! [String: Any])["lines"] as! [[String: Any]]
    let changes = try #require(lines.first { $0["term"] as? String == "mentor-changes" })
    #expect(changes["amount"] as? Int == 0)
  }

  @Test func tooLittleMentoringIsReported() throws {
    try folder.copySample("mentoring")
    let text = try folder.text("W/coaching.csv").replacing(
      "N01,redbud-glen-high,SS-HIST/9-12,60", with: "N01,redbud-glen-high,SS-HIST/9-12,45")
    try folder.write(text, to: "W/coaching.csv")
    let check = try folder.cadre("check", "W", "--json")
    let advice = try #require(try json(check)["advice"] as? [[String: Any]])
    #expect(advice.map { $0["subject"] as? String } == ["N01"])
    #expect(try folder.cadre("check", "W").output.contains("induction needs 60"))
  }

  /// Two requests of an hour every second week, each coach with one.
  private func writeCoaches(joined: String, pins: String) throws {
    try SmallWorkspace.write(to: folder)
    try folder.write(
      """
      leader,name,role,school,standards,release_days,minutes_per_week,min_schools,max_schools,joined
      L1,Ana Ruiz,teacher,A,CCSS-M/K-12:lead,12,120,,1,
      L2,Ben Cho,teacher,B,CCSS-M/K-12:lead NGSS/K-12:support,12,120,,1,\(joined)
      L3,Cai Moss,site,B,NGSS/K-12:lead,12,,,,

      """, to: "W/leaders.csv")
    try folder.write(
      """
      request,school,standards,minutes_per_week,visit_every_weeks,earliest,latest,priority
      C1,A,CCSS-M/3-5,30,2,2026-09-07,2026-12-11,2
      C2,B,CCSS-M/6-8,30,2,2026-09-07,2026-12-11,2

      """, to: "W/coaching.csv")
    try folder.write("what,field,value\n" + pins, to: "W/pins.csv")
  }

  @Test func aNewCoachShadowsAnExperiencedOneInBothCalendars() throws {
    try writeCoaches(
      joined: "2026-08-20", pins: "C1,visits,Tue after-school\nC2,visits,Thu after-school\nC1,coach,L1\n")
    let run = try folder.cadre("plan", "W", "--effort", "1")
    #expect(run.status == 0, "\(run.diagnostics)")
    #expect(run.output.contains("Ben Cho, new this year, shadows Ana Ruiz"))
    let plan = try plan()
    let shadowing = try #require(plan["shadowing"] as? [[String: Any]])
    #expect(shadowing.count == 1)
    #expect(shadowing[0]["leader"] as? String == "L2")
    #expect(shadowing[0]["coach"] as? String == "L1")
    #expect((shadowing[0]["visits"] as? [String])?.count == 3)
    #expect(try folder.cadre("verify", "W/plans/plan.json").status == 0)
    let mine = try folder.cadre("report", "W/plans/plan.json", "--for", "leader:L2").output
    #expect(mine.contains("You shadow Ana Ruiz"))
    let hers = try folder.cadre("report", "W/plans/plan.json", "--for", "leader:L1").output
    #expect(hers.contains("Ben Cho shadows you"))
    let calendar = try folder.cadre("report", "W/plans/plan.json", "--for", "leader:L2", "--format", "ics").output
    #expect(calendar.contains("Alder Elementary"))
    let report = try json(folder.cadre("report", "W/plans/plan.json", "--format", "json"))
    let coaching = try #require(report["coaching"] as? [[String: Any]])
    #expect(coaching.count { $0["shadow"] != nil } == 1)
    try folder.write(
      try folder.text("W/plans/plan.json").replacing(
        "\"leader\" : \"L2\",\n      \"request\"", with: "\"leader\" : \"L3\",\n      \"request\""),
      to: "W/plans/plan.json")
    #expect(try folder.cadre("verify", "W/plans/plan.json").status == 1)
  }

  @Test func whoJoinedBeforeShadowsNobody() throws {
    try writeCoaches(joined: "2020-08-20", pins: "")
    #expect(try folder.cadre("plan", "W", "--effort", "1").status == 0)
    #expect(try plan()["shadowing"] == nil)
  }

  @Test func aCoachHasTheLeastSchoolsOrThePlanSaysWhyNot() throws {
    try writeCoaches(joined: "", pins: "")
    let leaders = try folder.text("W/leaders.csv").replacing("120,,1,\nL2", with: "120,2,2,\nL2")
    try folder.write(leaders, to: "W/leaders.csv")
    let run = try folder.cadre("plan", "W", "--effort", "1")
    #expect(run.status == 0, "\(run.diagnostics)")
    #expect((try plan()["match"] as? [[String: Any]])?.map { $0["coach"] as? String } == ["L1", "L1"])
    #expect(try folder.cadre("verify", "W/plans/plan.json").status == 0)
    try folder.write(leaders.replacing("120,2,2,\nL2", with: "120,3,3,\nL2"), to: "W/leaders.csv")
    let impossible = try folder.cadre("plan", "W", "--effort", "1")
    #expect(impossible.status == 1)
    #expect(impossible.diagnostics.contains("L1"))
  }

  @Test func lastYearsCoachStaysWhereAllElseIsNearlyEqual() throws {
    try writeCoaches(joined: "", pins: "")
    try folder.cadre("plan", "W", "--effort", "1", "--output", "W/last.json")
    #expect((try plan("W/last.json")["match"] as? [[String: Any]])?.map { $0["coach"] as? String } == ["L1", "L2"])
    // Each has coached at the other's school.
    let last = try folder.text("W/last.json").replacing("\"coach\" : \"L1\"", with: "\"coach\" : \"L0\"")
      .replacing("\"coach\" : \"L2\"", with: "\"coach\" : \"L1\"").replacing(
        "\"coach\" : \"L0\"", with: "\"coach\" : \"L2\"")
    try folder.write(last, to: "W/last.json")
    try folder.write(try folder.text("W/region.yaml") + "last_year: last.json\n", to: "W/region.yaml")
    let run = try folder.cadre("plan", "W", "--effort", "1")
    #expect(run.status == 0, "\(run.diagnostics)")
    #expect((try plan()["match"] as? [[String: Any]])?.map { $0["coach"] as? String } == ["L2", "L1"])
  }
}
