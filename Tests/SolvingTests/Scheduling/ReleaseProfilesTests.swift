import Testing

@testable import Solving

@Suite struct ReleaseProfilesTests {
  /// One group more than there are lanes: the last, with a day off, shares that of a leader who has none, to whom no
  /// half days off may be charged.
  @Test func leadersWhoShareALaneAreChargedWhatAllOfThemTake() throws {
    let lanes = ReleaseProfiles.HalfDays.scalarCount
    let days = lanes + 1
    let grid = TimetableGrid(
      dates: Array(0..<days), monthOfDay: Array(repeating: 0, count: days), opens: [0], closes: [60])
    // The first is always released, each other one but on a day of their own.
    var released = BitMatrix(rows: lanes + 1, columns: days)
    for leader in 0...lanes { for day in 0..<days { released[leader, day] = leader == 0 || day != leader } }
    var problem = TimetableProblem(
      grid: grid, venues: [], leaders: Array(repeating: .init(yearlyRelease: 4), count: lanes + 1),
      leaderIsReleased: released, isolationPrice: [])
    var request = TimetableProblem.SeriesRequest(sessions: 1, gap: 1...5)
    request.starts = (0..<days).map { .init(span: [$0], minutes: 60) }
    request.leaders = (0...lanes).map {
      .init(leader: Int32($0), role: 1, leads: 0, grows: true, isPinned: false, price: 0)
    }
    request.teamSize = 1...1
    request.unservedPrice = 1_000_000
    problem.add(request)
    let spaces = PlacementSpaces(of: problem, threads: 1)
    let profiles = ReleaseProfiles(of: spaces[0], in: problem, groups: ReleaseGroups(problem))
    #expect(profiles.groups.first == profiles.groups.last)
    #expect(profiles.daysOff.count == lanes - 1)
    #expect(profiles.daysOff.allSatisfy { $0.idle[0] == 0 })
    for lane in 1..<lanes { #expect(profiles.daysOff.contains { $0.idle[lane] == 1 }) }
  }
}
