import Foundation

/// A workspace of two schools, three leaders, one request and two series, whole and right: what a test
/// breaks in one place.
enum SmallWorkspace {
  static let files: [String: String] = [
    "region.yaml": """
    title: Two schools
    time_zone: America/Los_Angeles
    school_year: {from: 2026-08-10, to: 2027-06-04}
    seed: 7
    illustrative: true

    """,
    "periods.csv": """
    period,start,end,kind
    AM,08:00,11:30,release
    PM,12:30,15:30,release
    after-school,16:00,17:30,own-time

    """,
    "calendars.csv": """
    district,from,to,kind,label
    D1,2026-08-12,2027-06-03,instructional,School year
    D1,2026-11-23,2026-11-27,holiday,Thanksgiving
    D1,2026-12-21,2027-01-08,holiday,Winter

    """,
    "districts.csv": """
    district,name,county,substitutes_per_day
    D1,First Unified,Madera,60

    """,
    "schools.csv": """
    school,name,district,county,latitude,longitude,grades,enrollment,need_percent
    A,Alder Elementary,D1,Madera,36.96,-120.06,K-6,500,60
    B,Birch Middle,D1,Madera,36.98,-120.08,7-8,600,55

    """,
    "venues.csv": """
    venue,name,latitude,longitude,capacity,open_from,open_to,periods
    V1,District office,36.97,-120.07,60,2026-08-10,2027-06-04,

    """,
    "leaders.csv": """
    leader,name,role,school,latitude,longitude,standards,release_days,release_days_per_month,minutes_per_week,max_schools,max_miles
    L1,Ana Ruiz,teacher,A,36.96,-120.06,CCSS-M/K-12:lead,12,3,120,2,40
    L2,Ben Cho,teacher,B,36.98,-120.08,CCSS-M/K-12:lead NGSS/K-12:support,12,3,120,2,40
    L3,Cai Moss,site,B,36.98,-120.08,NGSS/K-12:lead,12,3,,,40

    """,
    "coaching.csv": """
    request,school,standards,minutes_per_week,visit_every_weeks,earliest,latest,priority
    C1,B,CCSS-M/6-8,60,2,2026-09-07,2026-12-11,2

    """,
    "series.csv": """
    series,title,host,standards,sessions,periods_per_session,gap_min_days,gap_max_days,earliest,latest,educators,team,priority
    S1,Fractions,A,CCSS-M/3-5/NF,3,1,14,42,2026-09-07,2027-03-26,20,teacher>=2,2
    S2,Models of matter,B,NGSS/6-8/PS,2,1,14,42,2026-09-07,2027-03-26,15,site>=1,1

    """,
  ]

  /// Writes it.
  static func write(to folder: Folder, as name: String = "W") throws {
    try FileManager.default.createDirectory(at: folder[name], withIntermediateDirectories: true)
    for (file, text) in files { try folder.write(text, to: "\(name)/\(file)") }
  }
}
