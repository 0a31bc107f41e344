import Testing

@testable import Solving

@Suite struct ReleaseRemedyTests {
  /// A leader with fourteen half days, and three series of six: the third lacks four.
  @Test func theThirdSeriesLacksFourHalfDays() throws {
    let grid = TimetableGrid(
      dates: Array(0..<60), monthOfDay: Array(repeating: 0, count: 60), opens: [0], closes: [60])
    var released = BitMatrix(rows: 1, columns: grid.slots)
    for slot in 0..<grid.slots { released[0, slot] = true }
    var problem = TimetableProblem(
      grid: grid, venues: [], leaders: [.init(yearlyRelease: 14)], leaderIsReleased: released, isolationPrice: [])
    for _ in 0..<3 {
      var request = TimetableProblem.SeriesRequest(sessions: 6, gap: 1...5)
      request.starts = (0..<grid.slots).map { .init(span: [$0], minutes: 60) }
      request.leaders = [.init(leader: 0, role: 1, leads: 0, grows: true, isPinned: false, price: 0)]
      request.teamSize = 1...1
      request.unservedPrice = 1_000_000_000
      problem.add(request)
    }
    let groups = ReleaseGroups(problem)
    func space(_ index: Int) -> PlacementSpace { PlacementSpace(of: index, in: problem, groups: groups) }
    var state = TimetableState(problem, visits: [])
    var search = PlacementSearch(problem)
    var noise: PlacementSearch.Noise?
    let free = ResourcePrices(of: problem)
    for index in 0..<2 {
      let found = try #require(search.cheapest(in: space(index), state: state, prices: free, noise: &noise))
      state.add(found.placement, for: index)
    }
    #expect(search.cheapest(in: space(2), state: state, prices: free, noise: &noise) == nil)
    let remedy = try #require(ReleaseRemedy(for: space(2), beside: state, in: problem, search: &search))
    #expect(remedy.needs == [.init(leader: 0, yearly: 4, monthly: [])])
    // What fits already needs nothing.
    state.remove(1)
    #expect(ReleaseRemedy(for: space(2), beside: state, in: problem, search: &search) == nil)
  }
}
