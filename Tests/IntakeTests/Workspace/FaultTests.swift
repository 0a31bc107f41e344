import Testing

@testable import Intake

/// One thing that is wrong in a workspace without other faults, and all that is said about it.
struct Fault: Sendable, CustomTestStringConvertible {
  let file: String
  let old: String
  let new: String
  let messages: [String]

  /// - Parameters:
  ///   - file: Where to break something.
  ///   - old: What stands there once.
  ///   - new: What stands there instead.
  ///   - messages: What is said, after the file's name.
  init(_ file: String, _ old: String, _ new: String, _ messages: String...) {
    (self.file, self.old, self.new) = (file, old, new)
    self.messages = messages.map { "\(file)\($0)" }
  }

  var testDescription: String { "\(file): \(old) -> \(new)" }

  func check() throws {
    var workspace = WorkspaceText()
    #expect(try workspace.messages() == [])
    workspace.replace(old, with: new, in: file)
    let found = try workspace.messages()
    #expect(found == messages)
  }
}

/// Each check both ways: the workspace has no fault, and with one thing changed it has exactly this one.
struct FaultTests {
  @Test(arguments: [
    Fault("region.yaml", "title: Two Rivers\n", "", ": the key `title` is missing (what the region is called)"),
    Fault("region.yaml", "Two Rivers", "", ":1:1: `title` has no value (what the region is called)"),
    Fault(
      "region.yaml", "title:", "tittle:", ": the key `title` is missing (what the region is called)",
      ":1:1: unknown key `tittle`; did you mean `title`?"),
    Fault(
      "region.yaml", "  to: 2027-06-11", "  to: 2026-06-11",
      ":4:7: `school_year.to` 2026-06-11 is before `school_year.from` 2026-08-10"),
    Fault(
      "region.yaml", "  to: 2027-06-11", "  to: 2030-06-11",
      ":4:7: the school year has 1402 days; it has at most 731"),
    Fault(
      "region.yaml", "  to: 2027-06-11", "  until: 2027-06-11",
      ":3:3: the key `school_year.to` is missing (the last date that can be planned)",
      ":4:3: unknown key `school_year.until`; the keys are from, to"),
    Fault(
      "region.yaml", "title: Two Rivers", "title: [Two, Rivers]",
      ":1:8: `title` is one value, not a list or a mapping"),
    Fault(
      "region.yaml", "title: Two Rivers", "title: Two Rivers\ntime_zone: America/Los_Angles",
      ":2:12: unknown time zone `America/Los_Angles`; did you mean `America/Los_Angeles`?"),
    Fault(
      "region.yaml", "title: Two Rivers", "title: Two Rivers\nseed: -1",
      ":2:7: `seed` is a whole number from 0 to 18446744073709551615, not `-1`"),
    Fault(
      "region.yaml", "title: Two Rivers", "title: Two Rivers\nweights: {travell: 3, substitutes: 1.5}",
      ":2:11: unknown key `weights.travell`; did you mean `travel`?",
      ":2:36: `weights.substitutes` is a whole number from 0 to 1,000,000, not `1.5`"),
    Fault(
      "region.yaml", "title: Two Rivers", "title: Two Rivers\nlimits: {leader_miles: far, overflow: maybe}",
      ":2:24: `limits.leader_miles` is a number from 0 to 10,000 with at most 3 decimals, not `far`",
      ":2:39: `limits.overflow` is true or false, not `maybe`"),
    Fault(
      "region.yaml", "title: Two Rivers", "title: Two Rivers\nmoney: {mileage: 0.7255}",
      ":2:18: `money.mileage` is a number from 0 to 1,000 with at most 3 decimals, not `0.7255`"),
    Fault(
      "region.yaml", "title: Two Rivers", "title: Two Rivers\ntitle: Three",
      ":1:1: the key `title` stands here twice"),
    Fault(
      "region.yaml", "title: Two Rivers",
      "weights: {unserved-need: 1000000}\ntitle: Two Rivers\nlast_year: old.json",
      ":3:12: `last_year` is `old.json`: there is no such file"),
  ])
  func region(fault: Fault) throws { try fault.check() }

  @Test(arguments: [
    Fault(
      "periods.csv", "PM,12:30,", "PM,11:00,",
      ":3:4: `PM` (11:00 to 15:30) overlaps `AM` (08:30 to 11:30, line 2) on a day that has both"),
    Fault("periods.csv", "8:30,11:30", "11:30,8:30", ":2:10: `end` 08:30 is not after `start` 11:30"),
    Fault("periods.csv", "8:30,", "25:00,", ":2:4: `25:00` is no time of day; write it like 8:30 or 16:00"),
    Fault(
      "periods.csv", "11:30,release", "11:30,relase",
      ":2:15: `relase` is no `kind`; it is `release` or `own-time`; did you mean `release`?"),
    Fault(
      "periods.csv", "PM,12:30,15:30,release", "PM,12:30,15:30,release\nPM,18:00,19:00,release",
      ":4:1: the period `PM` stands in this file twice, first on line 3"),
  ])
  func periods(fault: Fault) throws { try fault.check() }

  @Test(arguments: [
    Fault(
      "districts.csv", "D1,North,Rivers,20", "D1,North,Rivers,many",
      ":2:17: `many` is no whole number; `substitutes_per_day` is one from 0 to 100,000"),
    Fault(
      "districts.csv", "D2,South", "D1,South,Rivers,\nD2,South",
      ":3:1: the district `D1` stands in this file twice, first on line 2"),
    Fault(
      "schools.csv", "North Two,D1", "North Two,D3",
      ":3:14: unknown district `D3`; it is in no row of districts.csv"),
    Fault(
      "schools.csv", "D1,37.1,-120.0", "D1,-120.0,37.1",
      ":3:17: -120.0 is out of range; `latitude` is from -90 to 90; are latitude and longitude swapped?"),
    Fault(
      "schools.csv", "D1,37.1,", "D1,37.1N,",
      ":3:17: `37.1N` is no number of degrees; `latitude` is one from -90 to 90"),
    Fault(
      "schools.csv", "D1,37.1,", "D1,,",
      ":3:17: `latitude` is empty; every row needs it (degrees north, from -90 to 90)"),
    Fault(
      "schools.csv", "K-5,400", "K-15,400", ":2:29: `K-15` is no range of grades; write it like K-5, 6-8 or TK-12"),
    Fault("schools.csv", "61.4", "161.4", ":2:37: 161.4 is out of range; `need_percent` is from 0 to 100"),
    Fault(
      "schools.csv", "400", "\"1,400\"",
      ":2:33: `1,400` is no whole number; `enrollment` is one from 0 to 100,000; write 1400"),
    Fault(
      "schools.csv", "school,name", "id,name",
      ":1: the column `school` is missing (its key: the CDS code, 14 digits as text, or any text without spaces)",
      ":1:1: unknown column `id`; the columns are school, name, district, county, latitude, longitude, grades, enrollment, "
        + "need_percent"),
    Fault(
      "schools.csv", "need_percent", "need_procent",
      ":1:59: unknown column `need_procent`; did you mean `need_percent`?"),
    Fault(
      "schools.csv", "S1,South One", "S1,South One,D2,36,-120,,,\nS1,South One",
      ":5:1: the school `S1` stands in this file twice, first on line 4"),
    Fault(
      "schools.csv", "S1,South One,D2", "S 1,South One,D2",
      ":4:1: `S 1` is no key: a key has no spaces, commas, semicolons or colons; write for example `S-1`"),
    Fault(
      "schools.csv", "S1,South One,D2", "1100170112607,One,D2,36.8,-120,,,\nS1,South One,D2",
      ":4:1: `1100170112607` has 13 digits, a CDS code has 14: a spreadsheet has dropped the leading zero. Write "
        + "`01100170112607`, and format the column as text before the file is opened or the code is typed"),
    Fault(
      "schools.csv", "S1,South One,D2", "1.1E+12,One,D2,36.8,-120,,,\nS1,South One,D2",
      ":4:1: `1.1E+12` is a number as a spreadsheet shortens it, not a code: its last digits are lost. Take the code "
        + "from its source again and format the column as text before the file is opened or the code is typed"),
  ])
  func districtsAndSchools(fault: Fault) throws { try fault.check() }

  @Test(arguments: [
    Fault("calendars.csv", "\nD2,", "\nD9,", ":3:1: unknown district `D9`; it is in no row of districts.csv"),
    Fault(
      "calendars.csv", "2026-11-23", "2025-11-23",
      ":2:2: 2025-11-23 lies outside the school year, which is 2026-08-10 to 2027-06-11 (region.yaml)"),
    Fault("calendars.csv", "2026-11-27", "2026-11-20", ":2:13: `to` 2026-11-20 is before `from` 2026-11-23"),
    Fault(
      "calendars.csv", "2026-09-14", "14/9/2026",
      ":3:4: `14/9/2026` is read as month/day/year, and there is no month 14; as day/month/year it would be 2026-09-14. "
        + "Write 2026-09-14 or 9/14/2026"),
    Fault("calendars.csv", "2026-09-14", "9/14/26", ":3:4: `9/14/26` is no date; write 2026-09-14"),
    Fault("calendars.csv", "2026-09-14", "46279", ":3:4: `46279` is no date; write 2026-09-14"),
    Fault(
      "calendars.csv", ",holiday", ",hollyday",
      ":2:24: `hollyday` is no `kind`; it is `instructional`, `holiday`, `testing`, `minimum-day` or `blackout`; did you "
        + "mean `holiday`?"),
    Fault("venues.csv", ",120,", ",0,", ":3:30: 0 is out of range; `capacity` is from 1 to 100,000"),
    Fault(
      "venues.csv", "36.95,-120.05", ",",
      ":3:16: `latitude` is empty; a venue that is no school needs its coordinates"),
    Fault("venues.csv", "-120.05", "", ":3:22: `longitude` is empty; `latitude` needs it"),
    Fault("venues.csv", "AM PM", "AM XM", ":3:59: unknown period `XM`; it is in no row of periods.csv"),
    Fault(
      "venues.csv", "N1,,,,40", "N1,,37.5,-120.0,40",
      ":2:5: `N1` is the key of a school, which schools.csv has at 37.0, -120.0; leave both coordinates empty, or give "
        + "the venue a key of its own"),
    Fault(
      "venues.csv", "2026-09-01,2027-05-31", "2027-09-01,",
      ":3:34: 2027-09-01 lies outside the school year, which is 2026-08-10 to 2027-06-11 (region.yaml)"),
  ])
  func calendarsAndVenues(fault: Fault) throws { try fault.check() }

  @Test(arguments: [
    Fault(
      "leaders.csv", "Ann Lee,teacher", "Ann Lee,Teacher",
      ":2:13: `Teacher` is no `role`; it is `teacher`, `site`, `admin` or `highered`; did you mean `teacher`?"),
    Fault("leaders.csv", "teacher,N1", "teacher,N11", ":2:21: unknown school `N11`; did you mean `N1`?"),
    Fault("leaders.csv", "site,N2", "site,", ":4:17: `school` is empty; a leader has a school or coordinates"),
    Fault(
      "leaders.csv", "CCSS-M/3-5 ", "CCSS-M/9-13 ",
      ":2:24: unknown standard `CCSS-M/9-13`; did you mean `CCSS-M/9-12`?"),
    Fault(
      "leaders.csv", "PS:support,8", "PS:suport,8",
      ":2:47: `suport` is no level; it is `support` or `lead`; did you mean `support`?"),
    Fault(
      "leaders.csv", "PS:support,8", "PS:,8",
      ":2:35: `NGSS/6-8/PS:` is no standard; write it like CCSS-M/3-5/NF or CCSS-M/3-5/NF:support"),
    Fault(
      "leaders.csv", "CCSS-M/3-5 NGSS", "CCSS-M/3-5 CCSS-M/3-5:lead NGSS",
      ":2:35: `CCSS-M/3-5` stands here twice; give it one level"),
    Fault("leaders.csv", "7.5", "7.3", ":3:46: `release_days` counts in steps of a half: write 7 or 7.5"),
    Fault(
      "leaders.csv", "25.5", "25.1234", ":3:52: `25.1234` is no number with at most 3 decimals; `max_miles` is one"),
    Fault("leaders.csv", ",N2,,\n", ",N2 N2,,\n", ":4:37: `N2` stands in `evaluates` twice"),
    Fault(
      "leaders.csv", "2020-08-01", "2028-08-01",
      ":3:58: 2028-08-01 lies behind the school year, which ends on 2027-06-11 (region.yaml)"),
    Fault(
      "leaders.csv", "cat,Cat", "hall,H,site,N1,,,,,,\ncat,Cat",
      ":4:1: `hall` is the key of a venue as well (venues.csv:3); they need keys of their own"),
    Fault("unavailable.csv", "ann,", "anne,", ":2:1: unknown leader or venue `anne`; did you mean `ann`?"),
    Fault("unavailable.csv", "AM;PM", "AM;PM AM", ":2:33: `AM` stands in `periods` twice"),
  ])
  func leaders(fault: Fault) throws { try fault.check() }

  @Test(arguments: [
    Fault("coaching.csv", "C1,S1,", "C1,S9,", ":2:4: unknown school `S9`; it is in no row of schools.csv"),
    Fault(
      "coaching.csv", "C2,N2,NGSS/6-8,", "C2,N2,,",
      ":3:7: `standards` is empty; every row needs it (a list of what the coach must hold, all of it at lead)"),
    Fault(
      "coaching.csv", ",45,2,", ",lots,2,",
      ":2:21: `lots` is no whole number; `minutes_per_week` is one from 1 to 2,400"),
    Fault("coaching.csv", "10/9/2026", "9/1/2026", ":2:37: `latest` 2026-09-01 is before `earliest` 2026-09-07"),
    Fault(
      "coaching.csv", ",45,2,", ",45,6,",
      ":2:21: 45 minutes a week in a visit every 6 week(s) make a visit of 270 minutes; the longest period, `AM`, has 180"
    ),
    Fault(
      "coaching.csv", ",10/9/2026,2", ",10/9/2026,0", ":2:47: 0 is out of range; `priority` is from 1 to 1,000"),
    Fault(
      "series.csv", "Fractions,D1", "Fractions,D7",
      ":2:14: unknown school or district `D7`; it is in no row of schools.csv or districts.csv"),
    Fault(
      "series.csv", "D1 S1", "D1:20 S1",
      ":2:17: `attends` gives a number for some and not for all; give all or none"),
    Fault("series.csv", "D1 S1", "D1:20 S1:4", ":2:17: the numbers in `attends` make 24; `educators` is 25"),
    Fault("series.csv", "D1 S1", "D1:20 S1:x", ":2:26: `x` is no number of educators; it is from 1 to 100,000"),
    Fault(
      "series.csv", "2026-12-18,25,", "2026-12-18,,",
      ":2:67: `educators` is empty; it is needed where `attends` has no numbers"),
    Fault("series.csv", "2026-12-18,25,", "2026-12-18,1,", ":2:67: 1 educators cannot come from 2 places"),
    Fault(
      "series.csv", ",3,14,28,", ",3,29,28,",
      ":2:39: `gap_min_days` 29 is more than `gap_max_days` 28: no two sessions can be that far apart"),
    Fault(
      "series.csv", ",3,14,28,", ",9,14,28,",
      ":2:39: 9 sessions at least 14 days apart take 113 days; 2026-09-01 to 2026-12-18 has 109"),
    Fault(
      "series.csv", "teacher>=2", "teacher>2",
      ":2:72: `teacher>2` is no bound on a team; write it like teacher>=2, site|admin>=1 or size<=4 (numbers 0 to 12)"
    ),
    Fault(
      "series.csv", "teacher>=2", "techer>=2",
      ":2:72: unknown role `techer`; it is `teacher`, `site`, `admin`, `highered` or `size`; did you mean `teacher`?"
    ),
    Fault("series.csv", "teacher>=2 size<=3", "teacher>=4 size<=3", ":2:72: no team can have teacher>=4 size<=3"),
    Fault("series.csv", "K J,site", "K K,site", ":3:51: `K` stands in `cohorts` twice"),
    Fault(
      "series.csv", "W2,Matter", "C1,Matter",
      ":3:1: `C1` is the key of a coaching request as well (coaching.csv:2); they need keys of their own"),
    Fault(
      "preferences.csv", "ann,C1,1", "ann,C3,1",
      ":2:5: unknown coaching request or series `C3`; it is in no row of coaching.csv or series.csv"
    ),
    Fault("preferences.csv", "ann,C1,1", "ann,C1,0", ":2:8: 0 is out of range; `rank` is from 1 to 10,000"),
    Fault("preferences.csv", "ann,C1,1", "ann,C1,1\nann,C1,2", ":3:5: `ann` has ranked `C1` before, on line 2"),
    Fault(
      "travel.csv", "N1,S1", "N1,S2",
      ":2:4: unknown school, venue, leader or district `S2`; it is in no row of schools.csv, venues.csv, leaders.csv or districts.csv"
    ),
    Fault("travel.csv", "N1,S1", "N1,N1", ":2:4: `N1` is both `from` and `to`"),
    Fault("travel.csv", "9.5", "9.5\nN1,S1,1,1", ":3:4: the way from `N1` to `S1` stands on line 2 already"),
  ])
  func requestsAndSeries(fault: Fault) throws { try fault.check() }
}
