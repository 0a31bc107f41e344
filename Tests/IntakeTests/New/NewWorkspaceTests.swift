import Foundation
import Planning
import Testing

@testable import Intake

struct NewWorkspaceTests {
  @Test(arguments: Pattern.allCases, [1, 2] as [UInt64])
  func isReadBackWithoutAFault(pattern: Pattern, seed: UInt64) throws {
    let scenario = try readBack(NewWorkspace(pattern: pattern, seed: seed))
    #expect(scenario.region.isIllustrative)
    #expect(scenario.region.seed == seed)
    #expect(!scenario.series.isEmpty && !scenario.requests.isEmpty && !scenario.pins.isEmpty)
    #expect(!scenario.lastYear.isEmpty)
    #expect(scenario.districts.allSatisfy { $0.substitutesPerDay != nil })
    // Whom the files of before name is still there.
    #expect(
      scenario.lastYear.allSatisfy { scenario.requests[id: $0.key] != nil && scenario.leaders[id: $0.value] != nil }
    )
  }

  @Test(arguments: Pattern.allCases)
  func sameSeedSameBytes(pattern: Pattern) throws {
    func bytes(_ seed: UInt64) throws -> [String] {
      try NewWorkspace(pattern: pattern, seed: seed).files.flatMap { [$0.name, $0.text] }
    }
    #expect(try bytes(5) == bytes(5))
    #expect(try bytes(5) != bytes(6))
  }

  @Test func hasTheSizesThatAreAskedFor() throws {
    let sizes = WorkspaceSizes(leaders: 33, series: 41, coaching: 57)
    for pattern in Pattern.allCases {
      let scenario = try readBack(NewWorkspace(pattern: pattern, seed: 3, sizes: sizes))
      #expect(scenario.leaders.count == 33)
      #expect(scenario.series.count == 41)
      #expect(scenario.requests.count == 57)
    }
  }

  @Test(arguments: [Pattern.district, .alliance, .conference, .state], [1.0, 1.3, 2.0])
  func asksForSoMuchMoreThanLeadersCanGive(pattern: Pattern, pressure: Double) throws {
    let sizes = WorkspaceSizes(leaders: 60, series: 110, coaching: 90, pressure: pressure)
    let demand = Demand(of: try readBack(NewWorkspace(pattern: pattern, seed: 4, sizes: sizes)))
    let release = Double(demand.halfDays) / Double(demand.halfDaysGiven)
    let coaching = Double(demand.coaching.value) / Double(demand.coachingGiven.value)
    #expect(abs(release / pressure - 1) < 0.03, "release: \(release)")
    #expect(abs(coaching / pressure - 1) < 0.03, "coaching: \(coaching)")
  }

  @Test func moreTalksThanRoomsHaveTimesFor() throws {
    let scenario = try readBack(
      NewWorkspace(pattern: .conference, seed: 2, sizes: WorkspaceSizes(leaders: 60, series: 120)))
    let talks = scenario.series.filter { $0.delivery == .conference && !$0.title.hasPrefix("Keynote") }
    let days = Set(talks.map(\.window.lowerBound))
    let rooms = scenario.venues.filter { $0.id.hasPrefix("room-") }
    let times = rooms.reduce(0) { $0 + $1.periods.count } * days.count
    #expect(days.count == 2)
    #expect(abs(Double(talks.count) / Double(times) / 1.3 - 1) < 0.03)
    #expect(talks.allSatisfy { $0.sessions == 1 && $0.window.count == 1 && $0.cohorts.count == 1 })
    #expect(scenario.leaders.contains { $0.role == .highered })
  }

  @Test func moreNewTeachersThanMentorsHavePlacesFor() throws {
    let scenario = try readBack(
      NewWorkspace(pattern: .mentoring, seed: 2, sizes: WorkspaceSizes(coaching: 600)))
    let mentors = scenario.leaders.filter { $0.coachingPerWeek > .zero }
    let places = mentors.reduce(0) { $0 + ($1.maxMentees ?? 0) }
    #expect(abs(600 / Double(places) / 1.3 - 1) < 0.04, "\(places) places")
    #expect(scenario.requests.allSatisfy { $0.mentee != nil && $0.perWeek == Minutes(60) })
    #expect(Set(mentors.filter { $0.releaseHalfDays != nil }.map(\.maxMentees)) == [3])
    #expect(mentors.filter { $0.releaseHalfDays == nil }.allSatisfy { (12...15).contains($0.maxMentees ?? 0) })
    // Minutes never bind before the number of mentees does.
    for request in scenario.requests {
      let school = try #require(scenario.schools[id: request.school])
      for mentor in mentors
      where scenario.travel.leg(from: mentor.home, to: school.place).distance <= mentor.reach {
        #expect(
          scenario.load(of: request, on: mentor).value * (mentor.maxMentees ?? 0) <= mentor.coachingPerWeek.value)
      }
    }
  }

  /// Most of what is asked for could be served on its own, and a little could not, to show why.
  @Test(arguments: [Pattern.district, .alliance, .conference, .state])
  func fewAreHopeless(pattern: Pattern) throws {
    let sizes = WorkspaceSizes(leaders: 50, series: 90, coaching: 80)
    let scenario = try readBack(NewWorkspace(pattern: pattern, seed: 7, sizes: sizes))
    let series = scenario.series.count { scenario.funnel(of: $0).isEmpty }
    let requests = scenario.requests.count { scenario.funnel(of: $0).isEmpty }
    #expect((1...5).contains(series), "\(series) of 90 series")
    #expect((1...6).contains(requests), "\(requests) of 80 requests")
  }

  @Test func allianceHasSeveralCalendarsAndSharedSeries() throws {
    let scenario = try readBack(NewWorkspace(pattern: .alliance, seed: 1))
    let year = scenario.region.year
    let calendars = Set(
      scenario.districts.map { scenario.calendar(of: $0.id) }.map { calendar in year.map { calendar[$0] } })
    #expect(calendars.count == scenario.districts.count)
    #expect(scenario.series.contains { Set($0.attendance.map(\.district)).count > 1 })
    for district in scenario.districts {
      let calendar = scenario.calendar(of: district.id)
      #expect((170...190).contains(year.filter(calendar.isInSession).count))
    }
  }

  @Test func refusesWhatCannotBe() throws {
    #expect(throws: NewWorkspaceError.sizeOutOfRange(option: "leaders", count: 0, range: 1...100_000)) {
      try NewWorkspace(pattern: .state, sizes: WorkspaceSizes(leaders: 0))
    }
    #expect(throws: NewWorkspaceError.sizeOutOfRange(option: "series", count: -1, range: 0...100_000)) {
      try NewWorkspace(pattern: .state, sizes: WorkspaceSizes(series: -1))
    }
    #expect(throws: NewWorkspaceError.pressureOutOfRange(0)) {
      try NewWorkspace(pattern: .state, sizes: WorkspaceSizes(pressure: 0))
    }
    let one = try SchoolDirectory(Array(DirectoryTests.small.utf8), file: "d").selecting(
      districts: ["North"], counties: [])
    #expect(throws: NewWorkspaceError.oneDistrict(name: "North")) {
      try NewWorkspace(pattern: .alliance, schools: one)
    }
  }

  @Test func leavesAFolderInUseAlone() throws {
    try withTemporaryFolder { folder in
      let first = try NewWorkspace(pattern: .district, seed: 1)
      try first.write(to: folder)
      let before = try String(contentsOfFile: "\(folder)/series.csv", encoding: .utf8)
      #expect(throws: NewWorkspaceError.folderInUse(folder: folder, file: "region.yaml")) {
        try NewWorkspace(pattern: .state, seed: 2).write(to: folder)
      }
      #expect(try String(contentsOfFile: "\(folder)/series.csv", encoding: .utf8) == before)
    }
  }

  @Test func writesNothingWhereOneFileCannotBe() throws {
    try withTemporaryFolder { folder in
      // A file stands where the folder should be made.
      try Data().write(to: URL(filePath: "\(folder)/W"))
      #expect(throws: FileError.self) { try NewWorkspace(pattern: .district).write(to: "\(folder)/W") }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["W"])
    }
  }

  @Test(.enabled(if: SharedFolder.isPresent, "needs the shared data"))
  func realSchoolsOfADistrict() throws {
    let schools = try SchoolDirectory(reading: SharedFolder.newDirectory)
      .selecting(districts: ["Madera Unified"], counties: [])
    let scenario = try readBack(NewWorkspace(pattern: .district, seed: 1, schools: schools))
    #expect(scenario.schools.count == 32)
    #expect(scenario.leaders.count == 40)
    #expect(scenario.series.count == 60)
    #expect(Demand(of: scenario).halfDays * 100 / Demand(of: scenario).halfDaysGiven == 130)
  }

  @Test(.enabled(if: SharedFolder.isPresent, "needs the shared data"))
  func inductionOfTheState() throws {
    let schools = try SchoolDirectory(reading: SharedFolder.newDirectory)
    let sizes = WorkspaceSizes(leaders: 11_000, coaching: 32_587)
    let scenario = try readBack(NewWorkspace(pattern: .mentoring, seed: 1, sizes: sizes, schools: schools))
    #expect(scenario.requests.count == 32_587)
    #expect(scenario.leaders.count == 11_000)
  }

  private func readBack(_ workspace: NewWorkspace) throws -> Scenario {
    try withTemporaryFolder { folder in
      try workspace.write(to: "\(folder)/W")
      return try Workspace(reading: "\(folder)/W").scenario
    }
  }
}
