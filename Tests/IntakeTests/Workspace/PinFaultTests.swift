import Testing

@testable import Intake

/// Pins added to a workspace that has `W1,session 1,2026-09-15 AM`, `W1,venue,hall` and `C1,coach,ann` on lines
/// 2 to 4 of pins.csv, and what is said.
struct PinFaultTests {
  @Test(arguments: [
    (
      ["W9,team,ann"],
      ["5:1: unknown series or coaching request `W9`; it is in no row of series.csv or coaching.csv"]
    ),
    (["W1,team,anna"], ["5:9: unknown leader `anna`; did you mean `ann`?"]),
    (
      ["W1,teem,ann"],
      [
        "5:4: `teem` is no field of a series to pin; it is `team`, `not-team`, `session 1`, `venue`, `venue 1` or `served`; "
          + "did you mean `team`?"
      ]
    ),
    (
      ["C1,team,ann"],
      ["5:4: `team` is no field of a coaching request to pin; it is `coach`, `not-coach`, `visits` or `served`"]
    ),
    (["W1,session 4,2026-10-15 AM"], ["5:4: there is no session 4 of `W1`, which has 3"]),
    (["W1,session 2,2026-10-06"], ["5:14: `2026-10-06` is no date and period; write it like 2026-09-14 AM"]),
    (["W1,session 2,2026-10-06 MA"], ["5:25: unknown period `MA`; it is in no row of periods.csv"]),
    (["W1,served,perhaps"], ["5:11: `perhaps` is neither yes nor no"]),
    (["C1,visits,Mo AM"], ["5:11: `Mo` is no weekday; they are Mon, Tue, Wed, Thu, Fri, Sat, Sun"]),
    (["C1,visits,AM"], ["5:11: `AM` is no weekday and period; write it like Mon after-school"]),
  ])
  func aPinThatCannotBeRead(pins: [String], messages: [String]) throws { try check(pins, messages) }

  @Test(arguments: [
    (["C1,coach,ann"], ["5:10: this pin stands on line 4 already"]),
    (["W1,session 1,2026-09-16 AM"], ["5:14: session 1 of `W1` is pinned to 2026-09-15 AM as well (line 2)"]),
    (
      ["W1,team,ann", "W1,not-team,ann"], ["6:13: `ann` cannot be both in the team of `W1` and not in it (line 5)"]
    ),
    (
      ["W1,venue 2,N1"],
      ["5:12: every session of `W1` is pinned to `hall` (line 3)"]
    ),
    (["W1,served,yes", "W1,served,no"], ["6:11: `W1` cannot be both served and not served (line 5)"]),
    (["C1,not-coach,ann"], ["5:14: `ann` cannot both coach `C1` and not coach it (line 4)"]),
    (["C2,served,yes", "C2,served,no"], ["6:11: `C2` cannot be both served and not served (line 5)"]),
    (
      ["C1,visits,Mon AM", "C1,visits,Tue AM"],
      ["6:11: the visits of `C1` are pinned to Monday AM as well (line 5)"]
    ),
  ])
  func aPinThatContradictsAnother(pins: [String], messages: [String]) throws { try check(pins, messages) }

  @Test(arguments: [
    (
      ["W1,session 2,2026-12-20 AM"],
      [
        "5:14: session 2 of `W1` cannot be on 2026-12-20: its window is 2026-09-01 to 2026-12-18",
        "5:14: sessions 1 and 2 of `W1` are pinned to 2026-09-15 AM and 2026-12-20 AM, 96 days apart; 14 to 28 are asked for",
      ]
    ),
    (
      ["W2,session 1,2026-11-25 AM"],
      [
        "5:14: session 1 of `W2` cannot begin on 2026-11-25 AM: the calendar of `D1` does not hold `AM` that day (Thanksgiving)"
      ]
    ),
    (
      ["W2,session 1,2026-09-19 AM"],
      ["5:14: session 1 of `W2` cannot begin on 2026-09-19 AM: `AM` is not held on a Saturday"]
    ),
    (
      ["W1,session 3,2026-11-24 PM"],
      [
        "5:14: session 3 of `W1` cannot begin on 2026-11-24 PM: the calendar of `D1` does not hold `PM` that day (Thanksgiving)",
        "5:14: sessions 1 and 3 of `W1` are pinned to 2026-09-15 AM and 2026-11-24 PM, 70 days apart; 28 to 56 are asked for",
      ]
    ),
    (
      ["W1,session 2,2026-09-22 AM"],
      [
        "5:14: sessions 1 and 2 of `W1` are pinned to 2026-09-15 AM and 2026-09-22 AM, 7 days apart; 14 to 28 are asked for"
      ]
    ),
    (
      ["W1,session 2,2026-12-11 AM"],
      [
        "5:14: session 2 of `W1` cannot be on 2026-12-11: the sessions after it need 14 days to 2026-12-18",
        "5:14: sessions 1 and 2 of `W1` are pinned to 2026-09-15 AM and 2026-12-11 AM, 87 days apart; 14 to 28 are asked for",
      ]
    ),
  ])
  func aSessionThatCannotBeThere(pins: [String], messages: [String]) throws { try check(pins, messages) }

  @Test(arguments: [
    (
      ["W2,session 1,2027-06-03 AM", "W2,venue 1,hall"],
      ["6:12: `hall` is closed on 2027-06-03 AM, to which session 1 is pinned"]
    ),
    (
      ["W2,session 1,2026-12-24 AM", "W2,venue,hall"],
      ["6:10: `hall` cannot be had (not available) on 2026-12-24 AM, to which session 1 is pinned"]
    ),
    (["W1,team,cat", "W1,team,ann", "W1,team,bob"], []),
    (["W2,team,bob"], ["5:9: `bob`, a teacher, holds none of the standards of `W2`: NGSS/6-8/PS"]),
    (
      ["W2,session 1,2026-10-06 AM", "W2,team,ann"],
      ["6:9: `ann` is not available (conference) on 2026-10-06 AM, to which session 1 of `W2` is pinned"]
    ),
    (
      ["W2,session 1,2026-09-15 AM", "W2,venue,hall"],
      [
        "5:14: cohort `K` cannot be in both session 1 of `W1` and session 1 of `W2` on 2026-09-15 AM (line 2)",
        "5:14: venue `hall` cannot be in both session 1 of `W1` and session 1 of `W2` on 2026-09-15 AM (line 2)",
      ]
    ),
    (
      ["C2,coach,ann", "C2,not-coach,bob"],
      [
        "5:10: `ann` does not hold NGSS/6-8; the coach of `C2` holds it at lead"
      ]
    ),
    (
      ["C2,coach,cat"],
      [
        "5:10: `cat` evaluates at `N2` and so cannot mentor Kim Ito (`C2`)"
      ]
    ),
    (
      ["C1,visits,Sat after-school"],
      ["5:11: `after-school` is not held on a Saturday"]
    ),
  ])
  func aVenueLeaderOrCoachThatCannotBe(pins: [String], messages: [String]) throws { try check(pins, messages) }

  @Test func aVenueThatIsTooSmallOrTooFar() throws {
    var workspace = WorkspaceText()
    workspace.replace(",120,", with: ",20,", in: "venues.csv")
    #expect(try workspace.messages() == ["pins.csv:3:10: `hall` holds 20; `W1` has 25 educators"])
    workspace.replace("title: Two Rivers", with: "title: Two Rivers\nlimits: {overflow: true}", in: "region.yaml")
    #expect(try workspace.messages() == [])
    workspace.replace("overflow: true", with: "overflow: true, venue_miles: 2", in: "region.yaml")
    #expect(
      try workspace.messages() == [
        "pins.csv:3:10: `hall` is further from `D1`, the host of `W1`, than 2.0 mi (`venue_miles` of region.yaml)"
      ])
  }

  @Test func aCoachWhoCannotTakeAllThatIsPinned() throws {
    var workspace = WorkspaceText()
    workspace.replace(",8,120,", with: ",8,60,", in: "leaders.csv")
    workspace.add("C3,N1,CCSS-M/3-5/NF,40,1,,,1,", to: "coaching.csv")
    for pin in ["C1,served,yes", "C3,coach,ann", "C3,served,yes"] { workspace.add(pin, to: "pins.csv") }
    #expect(
      try workspace.messages() == [
        "pins.csv:4:10: `C1` takes 65 minutes a week of `ann`, travel included, who has 60"
      ])
    workspace.replace(",8,60,", with: ",8,100,", in: "leaders.csv")
    #expect(
      try workspace.messages() == [
        "pins.csv:6:10: the requests that are pinned to `ann` and to be served take 105 minutes a week, travel included; "
          + "`ann` has 100"
      ])
    workspace.replace(",8,100,", with: ",8,105,", in: "leaders.csv")
    #expect(try workspace.messages() == [])
  }

  @Test func aTeamThatLeavesNoRoom() throws {
    var workspace = WorkspaceText()
    workspace.replace("teacher>=2 size<=3", with: "teacher>=2 size<=2", in: "series.csv")
    for pin in ["W1,team,cat", "W1,team,ann"] { workspace.add(pin, to: "pins.csv") }
    #expect(
      try workspace.messages() == [
        "pins.csv:6:9: `cat`, `ann` cannot all be in the team of `W1`, which asks for teacher>=2 size<=2"
      ])
    workspace.replace("W1,team,cat", with: "W1,team,bob", in: "pins.csv")
    #expect(try workspace.messages() == [])
    workspace.replace(
      "ann,Ann Lee,teacher,N1,CCSS-M/3-5 ", with: "ann,Ann Lee,teacher,N1,CCSS-M/3-5:support ", in: "leaders.csv")
    #expect(
      try workspace.messages() == [
        "pins.csv:4:10: `ann` holds CCSS-M/3-5/NF at support; the coach of `C1` holds it at lead",
        "pins.csv:6:9: `bob`, `ann` are the whole team of `W1` (teacher>=2 size<=2), and none holds CCSS-M/3-5/NF at lead",
      ])
  }

  private func check(_ pins: [String], _ messages: [String]) throws {
    var workspace = WorkspaceText()
    for pin in pins { workspace.add(pin, to: "pins.csv") }
    let found = try workspace.messages()
    #expect(found == messages.map { "pins.csv:\($0)" })
  }
}
