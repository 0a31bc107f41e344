internal import MIP
internal import Planning

/// The work of the timetable engine: bound, construction and search in turn.
///
/// Work is counted in placements of a series that are looked for or priced. A unit of effort is a fixed number of
/// them, less where series have many starts and leaders. Before a deadline each part of the work has its share of the
/// time that is left, so that something remains for those that follow.
struct TimetableEngine {
  let problem: TimetableProblem
  let spaces: PlacementSpaces
  let empty: TimetableState
  let settings: SearchSettings
  private let substitutesForVisits: Int
  private let relaxation: TimetableRelaxation
  var ascent: PriceAscent
  /// The master of the bound and its columns, once there is one.
  private(set) var generated: (master: RestrictedMaster, found: RestrictedMaster.Result)?
  /// Prices at which whole teams fit into the leaders' years, once there is a master.
  private var shortYearPrices: ResourcePrices?
  /// The bound of the tree, once there is one.
  private var treeBound: Int?
  /// By series: what serving it saves where nothing is scarce.
  private(set) var unpricedSavings: [Int?] = []
  /// The cheapest timetable found.
  private(set) var best: Timetable
  private var bestCost = Int.max
  /// What each task of the last search ended with.
  var ends: [Timetable] = []
  /// Whether the stop signal ended some of the work, or its deadline shortened it.
  var wasCutShort = false

  /// Search tasks.
  static let tasks = 2

  /// Of the time that is left before a deadline, what a part of the work takes at most.
  enum MostTime {
    static let prices = 0.3
    static let bound = 0.4
    static let search = 0.15
    static let teams = 0.9
    /// Of the time of the teams.
    static let dates = 0.1
    static let neighbourhoods = 0.5
  }

  init(_ problem: TimetableProblem, visits: VisitPlanner, settings: SearchSettings) {
    self.problem = problem
    self.settings = settings
    spaces = PlacementSpaces(of: problem, threads: settings.threads)
    let engagements = visits.engagements
    empty = TimetableState(problem, visits: engagements)
    substitutesForVisits = Set(
      engagements.filter { problem.leaderIsReleased[$0.leader, $0.slots[0]] }.map {
        [$0.leader, $0.slots[0]]
      }
    ).reduce(0) { $0 + problem.leaders[$1[0]].substitutePrice }
    let served = zip(visits.jobs, visits.patterns).compactMap { $1 == nil ? nil : $0 }
    relaxation = TimetableRelaxation(problem, spaces: spaces, visits: served, threads: settings.threads)
    ascent = PriceAscent(problem, relaxation: relaxation)
    best = empty.timetable
  }

  /// No timetable with visits for the requests that are served costs less.
  var bound: Int { max(0, ascent.best?.bound ?? 0, treeBound ?? 0) }

  /// Whether the bound is above what prices alone prove.
  var isRaisedByBranching: Bool { treeBound.map { $0 > max(0, ascent.best?.bound ?? 0) } ?? false }

  /// The best prices of the relaxation and what they prove; `nil` where none were found.
  ///
  /// - Parameter compiled: What the problem was compiled from.
  func prices(of compiled: TimetableCompiler) -> Certificate.Prices? {
    ascent.best.map { PriceNames(compiled, resources: relaxation.resources).certified($0.prices, bound: $0.bound) }
  }

  /// Prices that lead searches; `nil` where none were found.
  var searchPrices: ResourcePrices? { shortYearPrices ?? ascent.best?.prices }

  /// What a search is charged at some prices.
  func charges(at prices: ResourcePrices) -> ResourceCharges {
    ResourceCharges(prices, of: relaxation.resources, in: problem)
  }

  /// What the best timetable costs, visits included.
  private var objective: Int { bestCost == .max ? .max : bestCost + substitutesForVisits }

  /// Does all the work.
  ///
  /// - Parameter names: By series, for messages.
  mutating func run(names: [String]) throws(SolvingError) {
    try construct(
      Construction.order(of: problem, spaces: spaces), prices: ResourcePrices(of: problem), names: names)
    report("timetable: first plan")
    let work = Workload(settings.effort, problem: problem, spaces: spaces)
    ascent.climb(turns: 1, target: objective, stop: settings.stop)
    unpricedSavings = ascent.best?.savings ?? []
    climb(turns: work.priceTurns, stop: part(MostTime.prices))
    if ascent.isInfeasible { throw .infeasible(reasons: infeasible(names)) }
    report("timetable: prices")
    try generate(rounds: work.masterRounds, stop: part(MostTime.bound))
    report("timetable: bound")
    if isDone() { return }
    if let known = ascent.best {
      try construct(order(by: known.savings), prices: known.prices, names: names)
    }
    if isDone() { return }
    // Where nobody's release is limited this is most of the search.
    let share = problem.hasYearlyCaps ? MostTime.search : MostTime.teams
    // One long cooling finds more than several short ones.
    search(iterations: work.searches / Self.tasks, threshold: work.threshold, stop: part(share))
    report("timetable: search")
    if isDone() { return }
    oscillate(changes: work.changes)
    report("timetable: teams")
    if isDone() { return }
    try recombine(attempts: work.neighbourhoods / Self.tasks, stop: part(MostTime.neighbourhoods))
    report("timetable: search")
    if isDone() { return }
    try branch(nodes: work.nodes)
    report("timetable: tree")
    _ = isDone()
  }

  /// Raises the bound by prices.
  private mutating func climb(turns: Int, stop: StopSignal) {
    ascent.climb(turns: turns, target: objective, stop: stop)
    noteEnd(of: stop)
  }

  /// Raises the bound by column generation.
  private mutating func generate(rounds: Int, stop: StopSignal) throws(SolvingError) {
    defer { noteEnd(of: stop) }
    guard rounds > 0, let known = ascent.best, known.bound < objective, !stop.isRaised else { return }
    // The incumbent's own placements keep the first duals within reason.
    let held = best.placements.enumerated().compactMap { index, placement in
      placement.flatMap { relaxation.column(of: $0, for: index) }
    }
    let columns = held + ascent.chosen.columns + (relaxation.value(at: known.prices)?.columns ?? [])
    do {
      let knapsacks = KnapsackCuts(problem, spaces: spaces, relaxation: relaxation)
      let master = RestrictedMaster(problem, relaxation: relaxation, knapsacks: knapsacks)
      let found = try master.generate(
        &ascent, from: columns, rounds: rounds, iterations: Self.simplexIterations, target: objective, stop: stop)
      generated = (master, found)
      shortYearPrices = try master.pricesOfShortYear(
        from: found.leading, iterations: Self.simplexIterations, stop: stop)
      realize(found.dive.fixed)
    } catch {
      throw .brokenSolver(error.description)
    }
  }

  /// Raises the bound by branch and price, where it is near enough to the best timetable.
  private mutating func branch(nodes: Int) throws(SolvingError) {
    guard let (master, found) = generated, let known = ascent.best,
      Double(objective - known.bound) <= Self.smallGap * Double(objective)
    else { return }
    var tree = TeamTree(
      problem, relaxation: relaxation, master: master, bound: known.bound, prices: known.prices, target: objective)
    do {
      try tree.run(from: found.all, nodes: nodes, stop: settings.stop) { bound in
        settings.progress(Progress(phase: "timetable: tree", incumbent: objective, bound: bound))
      }
    } catch {
      throw .brokenSolver(error.description)
    }
    treeBound = tree.bound
    for solution in tree.solutions { realize(solution) }
  }

  /// Looks for dates for the teams of columns, what is worth most first, and fills up with the rest.
  private mutating func realize(_ columns: [TimetableRelaxation.Column]) {
    // Without columns this is what is constructed next anyway.
    guard !columns.isEmpty, let known = ascent.best, bestCost < .max else { return }
    let construction = Construction(spaces: spaces, prices: known.prices)
    var search = PlacementSearch(problem)
    var noise: PlacementSearch.Noise?
    var state = empty
    for column in columns.sorted(by: { problem.hasMoreAtStake($0.series, than: $1.series) }) {
      if settings.stop.isRaised { return }
      let held = search.dates(for: column.team, in: spaces[column.series], state: state, prices: known.prices)
      guard let held, problem.cost(of: held, for: column.series) < problem.stake(of: column.series) else {
        continue
      }
      state.add(held, for: column.series)
    }
    construction.fill(
      &state, order: order(by: known.savings).filter { state.placements[$0] == nil }, search: &search,
      noise: &noise,
      stop: settings.stop)
    let isWhole = problem.series.indices.allSatisfy {
      problem.series[$0].unservedPrice != nil || state.placements[$0] != nil
    }
    if isWhole { keepBest(of: [state.timetable]) }
  }

  private static let simplexIterations = 50_000
  /// The largest gap that branching begins to close.
  private static let smallGap = 0.06

  /// The stop signal of a part of the work.
  private func part(_ share: Double) -> StopSignal { settings.stop.forPart(share) }

  /// Takes note of a clock that has ended a part of the work.
  mutating func noteEnd(of stop: StopSignal) {
    if stop.isRaised { wasCutShort = true }
  }

  private mutating func isDone() -> Bool {
    if settings.stop.isRaised {
      wasCutShort = true
      return true
    }
    return bound >= objective
  }

  private func report(_ phase: String) {
    settings.progress(
      Progress(
        phase: phase, incumbent: bestCost == .max ? nil : objective,
        bound: ascent.best.map { max($0.bound, treeBound ?? 0) }))
  }

  /// Series that save most at the prices of the bound come first.
  private func order(by savings: [Int?]) -> [Int] {
    problem.series.indices.sorted { (-(savings[$0] ?? .min / 2), $0) < (-(savings[$1] ?? .min / 2), $1) }
  }

  private mutating func construct(_ order: [Int], prices: ResourcePrices, names: [String]) throws(SolvingError) {
    let construction = Construction(spaces: spaces, prices: prices)
    var search = PlacementSearch(problem)
    var noise: PlacementSearch.Noise?
    var missing: [Int] = []
    for attempt in 0..<Self.attempts {
      var state = empty
      // What could not be placed last time goes first.
      let first = Set(missing)
      construction.fill(
        &state, order: missing + order.filter { !first.contains($0) }, search: &search, noise: &noise,
        stop: settings.stop)
      let unplaced = order.filter { problem.series[$0].unservedPrice == nil && state.placements[$0] == nil }
      guard !unplaced.isEmpty else {
        if state.cost < bestCost {
          bestCost = state.cost
          best = state.timetable
        }
        return
      }
      if bestCost < .max { return }
      missing = unplaced + missing.filter { !unplaced.contains($0) }
      noise = .init(largest: 1 << 18, randomness: Randomness(seed: settings.seed, task: UInt64(attempt)))
    }
    throw .noneFound(
      reasons: missing.map { "`\(names[$0])` must be served and found no free team, venue and dates." })
  }

  private static let attempts = 12

  private func infeasible(_ names: [String]) -> [String] {
    problem.series.indices.filter { index in
      problem.series[index].unservedPrice == nil && !spaces[index].canBePlaced
    }.map { "`\(names[$0])` must be served and has no team or no dates." }
  }

  /// The best timetable, to be changed.
  var state: TimetableState {
    var state = empty
    for (index, placement) in best.placements.enumerated() {
      if let placement { state.add(placement, for: index) }
    }
    return state
  }

  mutating func keepBest(of found: [Timetable]) {
    for timetable in found {
      let cost = problem.cost(of: timetable)
      if cost < bestCost {
        bestCost = cost
        best = timetable
      }
    }
  }
}
