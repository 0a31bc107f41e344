import Testing

@testable import Solving

/// Who is wanted by more sessions of a day than there is time for.
@Suite struct FixedDaysTests {
  /// Three days of four periods, two leaders and a cohort.
  private struct Conference {
    var problem: TimetableProblem

    init(absent: [Int] = []) {
      let grid = TimetableGrid(days: 3, periods: 4)
      var isFree = BitMatrix(rows: 2, columns: grid.slots, repeating: true)
      for slot in absent { isFree[0, slot] = false }
      problem = TimetableProblem(
        grid: grid, venues: [], leaders: [.init(), .init()], leaderIsFree: isFree, isolationPrice: [0])
    }

    /// A series with sessions of some periods that begin in some slots.
    mutating func add(
      starts: [Int], span: Int = 1, sessions: Int = 1, gap: ClosedRange<Int> = 1...1, leaders: [Int] = [0],
      attended: Bool = false
    ) {
      var request = TimetableProblem.SeriesRequest(sessions: sessions, gap: gap)
      request.starts = starts.map { .init(span: Array($0..<$0 + span)) }
      request.leaders = leaders.map {
        .init(leader: Int32($0), role: 1, leads: 1, grows: false, isPinned: false, price: 0)
      }
      request.teamSize = 1...1
      request.standards = 1
      request.cohorts = attended ? [0] : []
      request.unservedPrice = 1_000
      problem.add(request)
    }

    var fixedDays: FixedDays { FixedDays(problem, spaces: PlacementSpaces(of: problem, threads: 1)) }
    func crowds(_ person: FixedDays.Person) -> [FixedDays.Crowd] { fixedDays.crowds.filter { $0.person == person } }
  }

  @Test func moreTalksThanPeriodsAreACrowd() {
    var conference = Conference()
    for _ in 0..<4 { conference.add(starts: [4, 5, 6, 7]) }
    #expect(conference.fixedDays.crowds.isEmpty)
    conference.add(starts: [4, 5, 6, 7], attended: true)
    let fixedDays = conference.fixedDays
    #expect(fixedDays.crowds.count == 1)
    #expect(fixedDays.crowds[0].person == .leader(0))
    #expect(fixedDays.crowds[0].slots == [4, 5, 6, 7])
    #expect(fixedDays.crowds[0].capacity == 4)
    for option in 0..<5 {
      #expect(fixedDays.uses(ofOption: option).map(\.crowd) == [0])
      #expect(fixedDays.uses(ofOption: option).map(\.sessions) == [1])
    }
    #expect((0..<5).allSatisfy { fixedDays.uses(ofSeries: $0).isEmpty })
  }

  @Test func absencesAndLongSessionsLeaveLessTime() {
    var conference = Conference(absent: [5])
    for _ in 0..<2 { conference.add(starts: [4, 5, 6], span: 2, leaders: [0, 1], attended: true) }
    // Three free periods hold one session of two, four hold two.
    #expect(conference.crowds(.leader(0)).map(\.capacity) == [1])
    #expect(conference.crowds(.leader(1)).isEmpty)
    #expect(conference.crowds(.cohort(0)).isEmpty)
    conference.add(starts: [4], attended: true)
    // One period is the least that any of them takes.
    #expect(conference.crowds(.cohort(0)).isEmpty)
    for _ in 0..<2 { conference.add(starts: [7], leaders: [], attended: true) }
    #expect(conference.crowds(.cohort(0)).map(\.slots) == [[4, 5, 6, 7], [7]])
    #expect(conference.crowds(.cohort(0)).map(\.capacity) == [4, 1])
  }

  @Test func datesThatFollowOneAnotherFixSessionsToo() {
    // The second of two sessions a day apart, on two days only.
    var conference = Conference()
    conference.add(starts: [0, 1, 4, 5], sessions: 2)
    conference.add(starts: [4], attended: true)
    conference.add(starts: [5], attended: true)
    let fixedDays = conference.fixedDays
    #expect(fixedDays.crowds.map(\.slots) == [[4, 5]])
    #expect(fixedDays.uses(ofOption: 0).map(\.sessions) == [1])
    // With a third day nothing is fixed.
    var free = Conference()
    free.add(starts: [0, 1, 4, 5, 8], sessions: 2)
    free.add(starts: [4])
    free.add(starts: [5])
    #expect(free.fixedDays.crowds.isEmpty)
  }

  @Test func theBoundLeavesOutWhatThereIsNoTimeFor() {
    var conference = Conference()
    for _ in 0..<6 { conference.add(starts: [4, 5, 6, 7]) }
    for _ in 0..<5 { conference.add(starts: [8, 9, 10, 11], leaders: [1], attended: true) }
    let problem = conference.problem
    let relaxation = TimetableRelaxation(
      problem, spaces: PlacementSpaces(of: problem, threads: 1), visits: [], threads: 1)
    var byResource = relaxation.resources.capacity.map { _ in 0 }
    for (number, crowd) in relaxation.resources.fixedDays.crowds.enumerated() where crowd.person != .cohort(0) {
      byResource[relaxation.resources.sessions(ofCrowd: number)] = 1_000
    }
    let value = relaxation.value(
      at: ResourcePrices(byResource: byResource, cuts: [:], options: problem.leaderOptions.count))
    // Two of six and one of five stay unserved.
    #expect(value?.bound == 3_000)
  }

  /// What is reached is what some chain of starts has, by enumeration.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func reachableStartsAreThoseOfChains(seed: UInt64) {
    var generator = RandomScenario(seed: seed)
    let (scenario, _) = generator.make(leaders: 3, series: 4, requests: 0, days: 5)
    let problem = TimetableCompiler(scenario: scenario, match: []).problem
    let spaces = PlacementSpaces(of: problem, threads: 1)
    for index in problem.series.indices {
      let space = spaces[index]
      var reached = Array(repeating: Set<Int>(), count: space.sessions)
      func extend(_ chain: [Int]) {
        guard chain.count < space.sessions else {
          for (session, start) in chain.enumerated() { reached[session].insert(start) }
          return
        }
        for start in 0..<space.startCount
        where space.venuePrice[start] < SessionChain.unreachable
          && space.sessionPrice(chain.count, at: start) < SessionChain.unreachable
          && (chain.last.map { (space.windowStart[start]..<space.windowEnd[start]).contains(Int32($0)) } ?? true)
        { extend(chain + [start]) }
      }
      extend([])
      #expect(space.reachableStarts == reached.map { $0.sorted() })
    }
  }
}
