internal import MIP

/// Large neighbourhood search over teams: frees a handful of series that compete for the same leaders, lets GLPK
/// choose their teams together (``TeamProgram``) and looks for dates (fix and optimise: Lindahl, Sørensen and
/// Stidsen 2018).
struct TeamNeighbourhood: Sendable {
  private let construction: Construction
  private let program: TeamProgram
  private let size: Int
  private let stop: StopSignal
  private var randomness: Randomness
  private var search: PlacementSearch

  private static let limits = Limits(iterations: 6000, nodes: 150, gap: 0.002)

  /// - Parameter size: How many series are freed.
  init(
    _ construction: Construction, program: TeamProgram, problem: TimetableProblem, size: Int, stop: StopSignal,
    randomness: Randomness
  ) {
    self.construction = construction
    self.program = program
    self.size = size
    self.stop = stop
    self.randomness = randomness
    search = PlacementSearch(problem)
  }

  /// The best timetable found from a state on.
  ///
  /// - Parameter attempts: How many neighbourhoods are tried.
  /// - Throws: A broken solver.
  mutating func improve(_ start: TimetableState, attempts: Int) throws(MIPError) -> Timetable {
    var state = start
    let problem = start.problem
    for _ in 0..<attempts {
      if stop.isRaised { break }
      let unserved = problem.series.indices.filter {
        state.placements[$0] == nil && construction.spaces[$0].canBePlaced
      }
      guard !unserved.isEmpty else { break }
      let before = state.cost
      let chosen = neighbourhood(of: unserved[randomness.below(unserved.count)], unserved: unserved, in: state)
      let old = chosen.map { ($0, state.placements[$0]) }
      for index in chosen { state.remove(index) }
      let teams = try program.teams(for: chosen, in: state, limits: Self.limits)
      realize(teams, of: chosen, in: &state)
      let isWhole = old.allSatisfy { index, placement in
        placement == nil || problem.series[index].unservedPrice != nil || state.placements[index] != nil
      }
      if isWhole, state.cost <= before { continue }
      for index in chosen { state.remove(index) }
      for (index, placement) in old { if let placement { state.add(placement, for: index) } }
    }
    return state.timetable
  }

  /// Series around one, by leaders that they could or do have in common.
  private mutating func neighbourhood(of seed: Int, unserved: [Int], in state: TimetableState) -> [Int] {
    let problem = state.problem
    var chosen = [seed]
    var seen: Set<Int> = [seed]
    for _ in 0..<size * 8 where chosen.count < size {
      let from = chosen[randomness.below(min(chosen.count, 4))]
      let options = problem.series[from].leaders
      guard !options.isEmpty else { break }
      let leader = Int(problem.leaderOptions[options.lowerBound + randomness.below(options.count)].leader)
      let led = state.seriesOfLeader[leader]
      let next: Int
      if led.isEmpty || randomness.below(4) == 0 {
        next = unserved[randomness.below(unserved.count)]
      } else {
        next = Int(led[randomness.below(led.count)])
      }
      if seen.insert(next).inserted { chosen.append(next) }
    }
    return chosen
  }

  /// Dates for the teams, those at stake most first; then whatever else finds a place.
  private mutating func realize(
    _ teams: [(series: Int, team: [Int32])], of chosen: [Int], in state: inout TimetableState
  ) {
    let problem = state.problem
    var noise: PlacementSearch.Noise?
    for (index, team) in teams.sorted(by: { problem.hasMoreAtStake($0.series, than: $1.series) }) {
      let held = search.dates(
        for: team, in: construction.spaces[index], state: state, prices: construction.prices)
      guard let held, problem.cost(of: held, for: index) < problem.stake(of: index) else { continue }
      state.add(held, for: index)
    }
    let left = chosen.filter { state.placements[$0] == nil }
    for index in left.sorted(by: { problem.hasMoreAtStake($0, than: $1) }) {
      construction.place(index, in: &state, search: &search, noise: &noise)
    }
  }
}
