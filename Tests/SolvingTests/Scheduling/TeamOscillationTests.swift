import Testing

@testable import Solving

@Suite struct TeamOscillationTests {
  private func oscillation(_ problem: TimetableProblem, seed: UInt64) -> TeamOscillation {
    TeamOscillation(
      problem, spaces: PlacementSpaces(of: problem, threads: 1), empty: TimetableState(problem, visits: []),
      randomness: Randomness(seed: seed))
  }

  /// A first timetable, series by series.
  private func first(_ problem: TimetableProblem) -> Timetable {
    let construction = Construction(
      spaces: PlacementSpaces(of: problem, threads: 1), prices: ResourcePrices(of: problem))
    var state = TimetableState(problem, visits: [])
    var search = PlacementSearch(problem)
    var noise: PlacementSearch.Noise?
    construction.fill(
      &state, order: Array(problem.series.indices), search: &search, noise: &noise, stop: .never)
    return state.timetable
  }

  /// Every rule on or off: what is kept breaks none, costs no more than what it began with, and what was kept by
  /// differences is what the definition says.
  @Test(arguments: 0..<150 as Range<UInt64>, [false, true])
  func rulesAreKept(seed: UInt64, fromColumns: Bool) throws {
    var generator = RandomScenario(seed: seed)
    let (scenario, _) = generator.make(
      leaders: 3 + Int(seed % 5), series: 2 + Int(seed % 9), requests: 0, days: 12 + Int(seed % 30))
    let problem = TimetableCompiler(scenario: scenario, match: []).problem
    let start = first(problem)
    guard problem.violations(of: start).isEmpty else { return }
    var oscillation = oscillation(problem, seed: seed)
    if fromColumns {
      let relaxation = TimetableRelaxation(
        problem, spaces: PlacementSpaces(of: problem, threads: 1), visits: [], threads: 1)
      // The best of each series alone, whatever they take together, at any prices.
      var randomness = Randomness(seed: seed)
      let prices = ResourcePrices(
        byResource: relaxation.resources.capacity.map { $0 == nil ? 0 : randomness.below(300_000) }, cuts: [:],
        options: problem.leaderOptions.count)
      oscillation.begin(
        with: try #require(relaxation.value(at: prices)).columns,
        charges: ResourceCharges(prices, of: relaxation.resources, in: problem), changes: 2_000, stop: .never)
    }
    let found = oscillation.improve(start, changes: 6_000, stop: .never)
    #expect(problem.violations(of: found).isEmpty)
    #expect(problem.cost(of: found) <= problem.cost(of: start))

    let last = oscillation.state.timetable
    #expect(oscillation.state.cost == problem.cost(of: last))
    var taken = Array(repeating: 0, count: problem.leaders.count)
    for placement in last.placements.compactMap(\.self) {
      for leader in placement.team.map({ Int(problem.leaderOptions[Int($0)].leader) }) {
        for start in placement.starts.map({ problem.starts[Int($0)] }) {
          for slot in problem.spans[problem.span(of: start)]
          where problem.leaderIsReleased[leader, Int(slot)] { taken[leader] += 1 }
        }
      }
    }
    #expect(oscillation.weights.taken == taken)
    let overdrawn = zip(taken, oscillation.weights.capacity).reduce(0) { $0 + max(0, $1.0 - $1.1) }
    #expect(oscillation.weights.overdrawn == overdrawn)
    #expect(
      oscillation.weights.overdrawnLeaders.sorted()
        == taken.indices.filter { taken[$0] > oscillation.weights.capacity[$0] })
    #expect(Set(oscillation.unserved) == Set(oscillation.placeable.filter { last.placements[$0] == nil }))
  }

  /// Every rule on or off: what a change is judged by while the series that leaves is still there is what it costs once it
  /// is gone, half days above the caps at their weights.
  @Test(arguments: 0..<100 as Range<UInt64>)
  func changesAreJudgedByWhatTheyCost(seed: UInt64) throws {
    var generator = RandomScenario(seed: seed)
    let (scenario, _) = generator.make(
      leaders: 3 + Int(seed % 3), series: 4 + Int(seed % 6), requests: 0, days: 12 + Int(seed % 30))
    let problem = TimetableCompiler(scenario: scenario, match: []).problem
    let start = first(problem)
    guard problem.violations(of: start).isEmpty else { return }
    var oscillation = oscillation(problem, seed: seed)
    oscillation.take(start)
    func total(_ search: TeamOscillation) -> Int {
      search.state.cost + search.weights.first * search.weights.overdrawn
    }
    // Isolation of cohorts is not judged.
    let alone = problem.series.indices.filter { problem.series[$0].cohorts.isEmpty }
    for leaving in alone where start.placements[leaving] != nil {
      var search = oscillation
      let left = search.takeOut(leaving)
      #expect(oscillation.rise(from: left, to: nil) == total(search) - total(oscillation))
      for coming in alone where coming == leaving || start.placements[coming] == nil {
        guard let (placement, dates) = search.lookForDates(coming) else { continue }
        let new = HeldSeries(index: coming, placement: placement, dates: dates)
        var changed = search
        changed.place(new)
        #expect(oscillation.rise(from: left, to: new) == total(changed) - total(oscillation))
      }
    }
  }

  /// Three leaders with six half days each, and three series of three sessions for teams of two: all can be
  /// served where nobody leads all three, which no single change leads to from two that share both leaders.
  @Test(arguments: 0..<8 as Range<UInt64>)
  func severalLeadersMoveAtOnce(seed: UInt64) throws {
    let grid = TimetableGrid(
      dates: Array(0..<60), monthOfDay: Array(repeating: 0, count: 60), opens: [0], closes: [60])
    var released = BitMatrix(rows: 3, columns: grid.slots)
    for leader in 0..<3 { for slot in 0..<grid.slots { released[leader, slot] = true } }
    var problem = TimetableProblem(
      grid: grid, venues: [], leaders: Array(repeating: .init(yearlyRelease: 6), count: 3),
      leaderIsReleased: released, isolationPrice: [])
    for _ in 0..<3 {
      var request = TimetableProblem.SeriesRequest(sessions: 3, gap: 1...5)
      request.starts = (0..<grid.slots).map { .init(span: [$0], minutes: 60) }
      request.leaders = (0..<3).map {
        .init(leader: $0, role: 1, leads: 0, grows: true, isPinned: false, price: 0)
      }
      request.teamSize = 2...2
      request.unservedPrice = 1_000_000
      problem.add(request)
    }
    let pair = (0..<2).map { index in
      let series = problem.series[index]
      return Placement(
        starts: (0..<3).map { Int32(series.starts.lowerBound + 9 * index + $0) }, venues: [],
        team: (0..<2).map { Int32(series.leaders.lowerBound + $0) })
    }
    let start = Timetable(placements: pair + [nil])
    #expect(problem.violations(of: start).isEmpty)
    var oscillation = oscillation(problem, seed: seed)
    let found = oscillation.improve(start, changes: 20_000, stop: .never)
    #expect(problem.cost(of: found) == 0)
  }

  @Test func aHalfDayAboveTheYearCostsItsWeight() {
    var weights = ReleaseWeights(capacity: [4, nil], first: 300)
    #expect(weights.rise(0, 4) == 0)
    #expect(weights.rise(0, 6) == 600)
    weights.take(0, 6)
    weights.take(1, 90)
    #expect(weights.overdrawn == 2)
    #expect(weights.overdrawnLeaders == [0])
    #expect(weights.rise(0, -1) == -300)
    #expect(weights.rise(0, -5) == -600)
    weights.follow(isWandering: true)
    #expect(weights.weights == [306, 299])
    weights.take(0, -2)
    weights.follow(isWandering: false)
    #expect(weights.weights == [306, 299])
    #expect(weights.overdrawn == 0)
    #expect(weights.overdrawnLeaders.isEmpty)
  }

  /// A leader with four half days has three series of two: the one of which least is at stake goes, unless it must be
  /// served.
  @Test(arguments: [([3, 1, 2], 1), ([3, nil, 2], 2), ([nil, nil, 9], 2)] as [([Int?], Int)])
  func whatIsTooMuchIsTakenOut(prices: [Int?], left: Int) throws {
    let grid = TimetableGrid(
      dates: Array(0..<60), monthOfDay: Array(repeating: 0, count: 60), opens: [0], closes: [60])
    var released = BitMatrix(rows: 1, columns: grid.slots)
    for slot in 0..<grid.slots { released[0, slot] = true }
    var problem = TimetableProblem(
      grid: grid, venues: [], leaders: [.init(yearlyRelease: 4)], leaderIsReleased: released, isolationPrice: [])
    for price in prices {
      var request = TimetableProblem.SeriesRequest(sessions: 2, gap: 1...5)
      request.starts = (0..<grid.slots).map { .init(span: [$0], minutes: 60) }
      request.leaders = [.init(leader: 0, role: 1, leads: 0, grows: true, isPinned: false, price: 0)]
      request.teamSize = 1...1
      request.unservedPrice = price.map { $0 * 1_000_000 }
      problem.add(request)
    }
    let relaxation = TimetableRelaxation(
      problem, spaces: PlacementSpaces(of: problem, threads: 1), visits: [], threads: 1)
    let free = ResourcePrices(of: problem)
    var oscillation = oscillation(problem, seed: 1)
    oscillation.begin(
      with: try #require(relaxation.value(at: free)).columns,
      charges: ResourceCharges(free, of: relaxation.resources, in: problem), changes: 0, stop: .never)
    #expect(oscillation.weights.overdrawn == 2)
    if !prices.contains(nil) {
      // The search keeps what is left, though it has no change to come back with.
      var search = oscillation
      let found = search.improve(Timetable(placements: [nil, nil, nil]), changes: 0, stop: .never)
      #expect(found.placements.indices.filter { found.placements[$0] == nil } == [left])
      #expect(problem.violations(of: found).isEmpty)
    }
    #expect(oscillation.comeBack() == [left])
    #expect(oscillation.weights.overdrawn == 0)
    let timetable = oscillation.state.timetable
    #expect(timetable.placements.indices.filter { timetable.placements[$0] == nil } == [left])
    #expect(problem.violations(of: timetable).isEmpty)
  }

  /// One leader with few half days, who is released on the first days only, and series that others cannot lead.
  private func alone(release: Int, releasedDays: Int, series: [(sessions: Int, price: Int)]) -> TimetableProblem {
    let grid = TimetableGrid(
      dates: Array(0..<9), monthOfDay: Array(repeating: 0, count: 9), opens: [0], closes: [60])
    var released = BitMatrix(rows: 1, columns: grid.slots)
    for slot in 0..<releasedDays { released[0, slot] = true }
    var problem = TimetableProblem(
      grid: grid, venues: [], leaders: [.init(yearlyRelease: release)], leaderIsReleased: released,
      isolationPrice: [])
    for (sessions, price) in series {
      var request = TimetableProblem.SeriesRequest(sessions: sessions, gap: 1...5)
      request.starts = (0..<grid.slots).map { .init(span: [$0], minutes: 60) }
      request.leaders = [.init(leader: 0, role: 1, leads: 0, grows: true, isPinned: false, price: 0)]
      request.teamSize = 1...1
      request.unservedPrice = price
      problem.add(request)
    }
    return problem
  }

  /// A series that meets on the first days, one after the other.
  private func early(_ index: Int, in problem: TimetableProblem, from day: Int = 0) -> Placement {
    let series = problem.series[index]
    return Placement(
      starts: (0..<series.sessions).map { Int32(series.starts.lowerBound + day + $0) }, venues: [],
      team: [Int32(series.leaders.lowerBound)])
  }

  private func relieve(_ oscillation: inout TeamOscillation) {
    for _ in 0..<500 where !oscillation.weights.overdrawnLeaders.isEmpty { _ = oscillation.relieve() }
  }

  /// Where nobody else can lead, a series meets on days that take no release.
  @Test func otherDatesRelieve() {
    let problem = alone(release: 2, releasedDays: 4, series: [(3, 1_000_000)])
    var oscillation = oscillation(problem, seed: 1)
    oscillation.take(Timetable(placements: [early(0, in: problem)]))
    #expect(oscillation.weights.overdrawn == 1)
    let late = early(0, in: problem, from: 5)
    oscillation.dates[0].append(PricedDates(of: late, for: 0, in: problem, charges: nil))
    relieve(&oscillation)
    #expect(oscillation.weights.overdrawn == 0)
    #expect(oscillation.state.placements[0]?.starts == late.starts)
  }

  /// Where all days take release, a smaller series takes the place of one that is worth its half day too many.
  @Test func anotherSeriesRelieves() {
    let problem = alone(release: 2, releasedDays: 9, series: [(3, 1_200_000), (2, 1_000_000)])
    var oscillation = oscillation(problem, seed: 1)
    oscillation.take(Timetable(placements: [early(0, in: problem), nil]))
    #expect(oscillation.weights.overdrawn == 1)
    oscillation.dates[1].append(PricedDates(of: early(1, in: problem, from: 4), for: 1, in: problem, charges: nil))
    relieve(&oscillation)
    #expect(oscillation.weights.overdrawn == 0)
    #expect(oscillation.state.placements[0] == nil)
    #expect(oscillation.state.placements[1] != nil)
  }

  /// More work than an hour has time for: each phase has less, and the search comes to its end without a stop.
  @Test func aDeadlineShortensThePhases() throws {
    var generator = RandomScenario(seed: 12)
    let (scenario, _) = generator.make(leaders: 6, series: 20, requests: 0, days: 60)
    let problem = TimetableCompiler(scenario: scenario, match: []).problem
    let start = first(problem)
    var oscillation = oscillation(problem, seed: 1)
    let found = oscillation.improve(start, changes: 1 << 33, deadline: .now + .milliseconds(500), stop: .never)
    #expect(oscillation.isShortened)
    #expect(problem.violations(of: found).isEmpty)
    #expect(problem.cost(of: found) <= problem.cost(of: start))
  }

  /// Two series want the only leader in the only slot, and one of them must be served: to begin with the other
  /// costs less and is no timetable.
  @Test func whatMustBeServedIsServedInTheEnd() throws {
    let grid = TimetableGrid(dates: [0], monthOfDay: [0], opens: [0], closes: [60])
    var released = BitMatrix(rows: 1, columns: grid.slots)
    released[0, 0] = true
    var problem = TimetableProblem(
      grid: grid, venues: [], leaders: [.init(yearlyRelease: 1)], leaderIsReleased: released, isolationPrice: [])
    for price in [nil, 1_000_000] {
      var request = TimetableProblem.SeriesRequest(sessions: 1, gap: 1...5)
      request.starts = [.init(span: [0], minutes: 60)]
      request.leaders = [.init(leader: 0, role: 1, leads: 0, grows: true, isPinned: false, price: 0)]
      request.teamSize = 1...1
      request.unservedPrice = price
      problem.add(request)
    }
    let start = first(problem)
    #expect(start.placements[0] != nil && start.placements[1] == nil)
    let relaxation = TimetableRelaxation(
      problem, spaces: PlacementSpaces(of: problem, threads: 1), visits: [], threads: 1)
    let prices = ResourcePrices(of: problem)
    let columns = try #require(relaxation.value(at: prices)).columns.filter { $0.series == 1 }
    var oscillation = oscillation(problem, seed: 1)
    oscillation.begin(
      with: columns, charges: ResourceCharges(prices, of: relaxation.resources, in: problem), changes: 0,
      stop: .never)
    #expect(oscillation.state.placements[1] != nil)
    #expect(oscillation.improve(start, changes: 5_000, stop: .never).placements[0] != nil)
  }
}
