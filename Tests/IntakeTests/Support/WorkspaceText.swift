import Foundation
import Testing

@testable import Intake

/// A workspace as text: small, whole and without a fault, so that a test breaks one thing in it.
struct WorkspaceText {
  /// The content of each file by name.
  var files: [String: String] = [
    "region.yaml": """
    title: Two Rivers
    school_year:
      from: 2026-08-10
      to: 2027-06-11

    """,
    "periods.csv": """
    period,start,end,kind
    AM,8:30,11:30,release
    PM,12:30,15:30,release
    after-school,16:00,17:30,own-time

    """,
    "districts.csv": """
    district,name,county,substitutes_per_day
    D1,North,Rivers,20
    D2,South,Rivers,

    """,
    "schools.csv": """
    school,name,district,latitude,longitude,grades,enrollment,need_percent
    N1,North One,D1,37.0,-120.0,K-5,400,61.4
    N2,North Two,D1,37.1,-120.0,6-8,,
    S1,South One,D2,36.9,-120.0,K-8,250,88

    """,
    "calendars.csv": """
    district,from,to,kind,label
    ,2026-11-23,2026-11-27,holiday,Thanksgiving
    D2,2026-09-14,,minimum-day,

    """,
    "venues.csv": """
    venue,name,latitude,longitude,capacity,open_from,open_to,periods
    N1,,,,40,,,
    hall,Town Hall,36.95,-120.05,120,2026-09-01,2027-05-31,AM PM

    """,
    "leaders.csv": """
    leader,name,role,school,standards,release_days,minutes_per_week,max_miles,evaluates,joined,on_holidays
    ann,Ann Lee,teacher,N1,CCSS-M/3-5 NGSS/6-8/PS:support,8,120,,,,no
    bob,Bob Ray,teacher,S1,CCSS-M/3-5/NF:support,7.5,0,25.5,,2020-08-01,Yes
    cat,Cat Oh,site,N2,NGSS/6-8,,60,,N2,,

    """,
    "unavailable.csv": """
    who,from,to,periods,reason
    ann,2026-10-05,2026-10-09,AM;PM,conference
    hall,2026-12-24,,,

    """,
    "coaching.csv": """
    request,school,standards,minutes_per_week,visit_every_weeks,earliest,latest,priority,mentee
    C1,S1,CCSS-M/3-5/NF,45,2,2026-09-07,10/9/2026,2,
    C2,N2,NGSS/6-8,60,,,,,Kim Ito

    """,
    "series.csv": """
    series,title,host,attends,standards,sessions,gap_min_days,gap_max_days,earliest,latest,educators,cohorts,team
    W1,Fractions,D1,D1 S1,CCSS-M/3-5/NF,3,14,28,2026-09-01,2026-12-18,25,K,teacher>=2 size<=3
    W2,Matter,N2,D1:10 D2:4 N2:2,NGSS/6-8/PS,1,,,,,,K J,site>=1

    """,
    "preferences.csv": """
    who,whom,rank
    ann,C1,1
    C1,ann,1

    """,
    "travel.csv": """
    from,to,minutes,miles
    N1,S1,20,9.5

    """,
    "pins.csv": """
    what,field,value
    W1,session 1,2026-09-15 AM
    W1,venue,hall
    C1,coach,ann

    """,
  ]

  /// The workspace read from a folder that is gone afterwards.
  func read() throws -> Workspace {
    try inFolder { try Workspace(reading: $0) }
  }

  /// What is wrong with it, as it is shown; the folder's own path is `W`.
  func messages() throws -> [String] {
    try inFolder { folder in
      do throws(InputError) {
        _ = try Workspace(reading: folder)
        return []
      } catch {
        return error.diagnostics.map { $0.description.replacingOccurrences(of: folder, with: "W") }
      }
    }
  }

  /// Does something with the workspace as a folder.
  func inFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    try withTemporaryFolder { folder in
      for (name, text) in files { try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)")) }
      return try body(folder)
    }
  }

  /// Puts another text in place of one that is there once.
  mutating func replace(
    _ old: String, with new: String, in file: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let parts = files[file, default: ""].components(separatedBy: old)
    #expect(parts.count == 2, "`\(old)` stands once in \(file)", sourceLocation: sourceLocation)
    files[file] = parts.joined(separator: new)
  }

  /// Adds a line to a file.
  mutating func add(_ line: String, to file: String) { files[file, default: ""] += line + "\n" }
}

/// Does something in a new folder and removes it.
func withTemporaryFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(path: "cadre-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder.path)
}
