/// Local search that takes a few series which compete for the same leaders out and puts them back otherwise
/// (ruin and recreate: Schrimpf et al. 2000; with chance in the insertion as in Christiaens and Vanden Berghe
/// 2020), under ``FallingThreshold``.
///
/// Four times out of five it starts from a series that is not served: it takes out some that hold leaders which
/// it could have, and tries to place it first. So a series is ejected for a better one, and finds another place
/// or not. What comes out is judged by its cost alone; prices on resources only lead the insertions.
struct RuinAndRecreate: Sendable {
  /// How it is led.
  struct Settings: Sendable {
    /// How many times it ruins.
    var iterations: Int
    /// The largest rise in cost that is accepted, at first; it falls to nothing.
    var threshold: Int
    /// The series it may move; `nil` for all.
    var scope: [Int]?
    /// When to end.
    var stop: StopSignal
  }

  private let construction: Construction
  /// The same without prices: what is cheapest now, whatever it takes.
  private let plain: Construction
  private let settings: Settings
  private var randomness: Randomness
  private var search: PlacementSearch
  private let isInScope: [Bool]
  /// How many more series that are not served are tried in each iteration, at most.
  private static let others = 2
  private let scope: [Int]

  init(_ construction: Construction, problem: TimetableProblem, settings: Settings, randomness: Randomness) {
    self.construction = construction
    plain = Construction(spaces: construction.spaces, prices: ResourcePrices(of: problem))
    self.settings = settings
    self.randomness = randomness
    search = PlacementSearch(problem)
    scope = settings.scope ?? Array(problem.series.indices)
    var isInScope = Array(repeating: false, count: problem.series.count)
    for index in scope { isInScope[index] = true }
    self.isInScope = isInScope
  }

  /// The best timetable found from a state on.
  mutating func improve(_ start: TimetableState) -> Timetable {
    var state = start
    var best = start.timetable
    var bestCost = start.cost
    var changed: Set<Int> = []
    var unserved = scope.filter { start.placements[$0] == nil && construction.spaces[$0].canBePlaced }
    guard !scope.isEmpty else { return best }
    let threshold = FallingThreshold(first: settings.threshold, steps: settings.iterations)
    for iteration in 0..<settings.iterations {
      if settings.stop.isRaised { break }
      let before = state.cost
      guard let (seed, isUnserved) = seed(in: state, unserved: unserved) else { continue }
      let ruined = ruin(seed, in: &state)
      var moved = isUnserved ? [seed] + ruined.map(\.index) : ruined.map(\.index)
      // Others may find room where something was taken out.
      for _ in 0..<Self.others where !unserved.isEmpty {
        let other = unserved[randomness.below(unserved.count)]
        if !moved.contains(other) { moved.append(other) }
      }
      recreate(moved, first: isUnserved ? seed : nil, in: &state)
      guard threshold.accepts(state.cost - before, after: iteration, &randomness),
        keepsMandatory(ruined.map(\.index), in: state)
      else {
        for index in moved { state.remove(index) }
        for entry in ruined { state.add(entry.placement, for: entry.index) }
        continue
      }
      changed.formUnion(moved)
      unserved.removeAll { state.placements[$0] != nil }
      for index in moved where state.placements[index] == nil && !unserved.contains(index) {
        unserved.append(index)
      }
      if state.cost < bestCost {
        bestCost = state.cost
        for index in changed { best.placements[index] = state.placements[index] }
        changed.removeAll(keepingCapacity: true)
      }
    }
    return best
  }

  private func keepsMandatory(_ ruined: [Int], in state: TimetableState) -> Bool {
    ruined.allSatisfy { state.problem.series[$0].unservedPrice != nil || state.placements[$0] != nil }
  }

  private mutating func seed(in state: TimetableState, unserved: [Int]) -> (Int, isUnserved: Bool)? {
    if !unserved.isEmpty, randomness.below(5) < 4 { return (unserved[randomness.below(unserved.count)], true) }
    for _ in 0..<8 {
      let index = scope[randomness.below(scope.count)]
      if state.placements[index] != nil { return (index, false) }
    }
    return nil
  }

  /// Takes out a few series around one.
  private mutating func ruin(
    _ seed: Int, in state: inout TimetableState
  ) -> [(index: Int, placement: Placement)] {
    let problem = state.problem
    var ruined: [(index: Int, placement: Placement)] = []
    if let placement = state.remove(seed) { ruined.append((seed, placement)) }
    let wanted = ruined.count + 1 + randomness.below(4)
    let options = problem.series[seed].leaders
    guard !options.isEmpty else { return ruined }
    for _ in 0..<4 * wanted where ruined.count < wanted {
      let option = options.lowerBound + randomness.below(options.count)
      let leader = Int(problem.leaderOptions[option].leader)
      let led = state.seriesOfLeader[leader]
      guard !led.isEmpty else { continue }
      let index = Int(led[randomness.below(led.count)])
      guard isInScope[index], problem.series[index].unservedPrice != nil, let placement = state.remove(index)
      else { continue }
      ruined.append((index, placement))
    }
    return ruined
  }

  private mutating func recreate(_ series: [Int], first: Int?, in state: inout TimetableState) {
    let problem = state.problem
    var order = series
    // By what is at stake, blurred.
    let weights = series.map { index -> Int in
      let worth = problem.series[index].unservedPrice ?? Int.max / 4
      return worth / 1024 * (512 + randomness.below(1024))
    }
    let ranks = Dictionary(uniqueKeysWithValues: zip(series, weights))
    order.sort { (-ranks[$0]!, $0) < (-ranks[$1]!, $1) }
    if let first, randomness.below(4) > 0 {
      order.removeAll { $0 == first }
      order.insert(first, at: 0)
    }
    var noise: PlacementSearch.Noise? = .init(
      largest: 1 << (8 + randomness.below(11)), randomness: Randomness(seed: randomness.next()))
    if randomness.below(3) == 0 { noise = nil }
    let leading = randomness.below(4) == 0 ? plain : construction
    for index in order { leading.place(index, in: &state, search: &search, noise: &noise) }
  }
}
