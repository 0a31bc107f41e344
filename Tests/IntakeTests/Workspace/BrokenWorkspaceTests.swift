import Foundation
import Testing

@testable import Intake

/// A workspace in which nearly everything is wrong: all of it is said in one pass, in the order of the files.
struct BrokenWorkspaceTests {
  private static let workspace = WorkspaceText(files: [
    "region.yaml": """
    title: Broken
    time_zone: California
    school_year: {from: 8/10/2026, to: 2027-06-11}
    seed: many
    weights: {travel: -1, fun: 3}
    limits: {leader_mile: 30, miles_per_hour: 0}
    money: {mileage: free}
    published: plans/none.json
    """,
    "periods.csv": "\u{FEFF}period,start,end,kind,weekdays\r\nAM,8:30,11:30,release,\r\nnoon,11:00,12,own-time,\r\n"
      + "late,16:00,15:00,own time,Mon Tusday\r\nAM,18:00,19:00,own-time,\r\n,,,,\r\n",
    "districts.csv": "district,name,substitutes\n01100170000000,Alameda,10\n1100170000000,Alameda,10\nD 2,South,\n",
    "schools.csv": """
    school,name,district,latitude,longitude,grades,enrollment,need_percent,
    01100170112607,One,01100170000000,37.8,-122.2,K-5,"1,200",70.2,
    1.1E+12,Two,01100170000000,37.8,-122.2,,,,
    N3,"Three
    in two lines",01100170000001,97.8,-122.2,K5,,101,
    N3,Four,01100170000000,x,,,,,

    """,
    "calendars.csv": """
    district,from,to,kind,label
    ,14/9/2026,,holiday,
    01100170000000,2026-12-24,2026-12-20,holidays,Winter
    ,2028-01-01,,testing,

    """,
    "venues.csv": """
    venue,name,latitude,longitude,capacity,open_from,periods
    01100170112607,,37.9,-122.2,40,,
    hall,Hall,37.8,,forty,yesterday,AM PM

    """,
    "leaders.csv": """
    leader,role,school,standards,release_days,minutes_per_week,max_miles,evaluates,joined,on_holidays
    ann,teacher,01100170112607,CCSS-M/9-13 NGSS//PS CCSS-M/3-5:leads,6.25,-5,1e3,N9,2027-07-01,never
    hall,principal,,,,,,,,
    bob,site,01100170112607,NGSS/6-8,,,,,,

    """,
    "unavailable.csv": "who,from,to,periods\nbob,2026-10-01,2026-10-02,AM;noon\nbib,,,\n",
    "coaching.csv": """
    request,school,standards,minutes_per_week,visit_every_weeks,priority
    C1,01100170112607,NGSS/6-8,45,1,3
    C2,,,4000,0,high
    C1,01100170112607,NGSS/6-8,45,,

    """,
    "series.csv": """
    series,host,attends,standards,sessions,gap_min_days,gap_max_days,earliest,latest,educators,team,delivery,place
    W1,01100170112607,,NGSS/6-8,4,200,100,,,30,teacher>=13,ongoing,online
    W2,01100170000000,01100170112607:20 bob:4,NGSS/6-8,0,,,2027-05-01,2027-04-01,,teacher>=1,sometimes,
    W3,01100170112607,,NGSS/6-8,30,21,42,,,30,size>=2 size<=1,,
    C1,01100170112607,,NGSS/6-8,1,,,,,,,,

    """,
    "preferences.csv": "who,whom,rank\nbob,C1,first\nC1,C1,1\n",
    "travel.csv": "from,to,minutes\n01100170112607,hall,20\n",
    "pins.csv":
      "what,field,value\nW1,leader,bob\nC1,coach,bob\nC1,not-coach,bob\nC1,visits,Sat AM\nC9,served,yes\n",
    "preference.csv": "who,whom,rank\n",
  ])

  /// `RECORD_SNAPSHOTS=1` writes the snapshot anew; then read it.
  @Test func everythingIsSaidInOnePass() throws {
    let text = try Self.workspace.messages().joined(separator: "\n") + "\n"
    let snapshot = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Snapshots/broken-workspace.txt")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      try text.write(to: snapshot, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: snapshot, encoding: .utf8) == text)
  }
}
