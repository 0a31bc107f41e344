internal import MIP

/// The phases of a search for a match, each of which may end it.
///
/// A unit of effort is ``cellsPerUnit`` cells of knapsack tables; a node of a knapsack's own tree counts as a cell, a
/// priced move of a local search as twenty.
struct MatchSolver {
  let problem: MatchProblem
  let settings: SearchSettings
  /// Cells of a round, shared by four tasks.
  let cells: Int
  var root: RootBound
  var tree: MatchTree
  /// The best match and what it costs.
  var best: Match?
  var bestCost = 0
  /// No match costs less.
  var bound: Int
  var relinking: PathRelinking
  var neighbourhoods: [NeighbourhoodSearch] = []
  let rises: [Int]
  /// Refutations that the proof would close the gap in: fewer where they are quick.
  var thresholdSteps = MatchSolver.mostThresholdSteps
  /// Rounds so far.
  var rounds = 0
  /// What the searches have gained, the last rounds most.
  var gains = (relinking: 0.0, neighbourhoods: 0.0)
  /// The bound before the first round.
  var firstBound: Int

  /// Cells of a unit of effort: half or an eighth of them for the proof, the rest for better matches.
  static let cellsPerUnit = 200_000_000

  /// Constructs a match and bounds the problem.
  ///
  /// - Parameters:
  ///   - problem: Without pins; every job that has to be served has as many arcs as it wants.
  ///   - denominator: Of the multipliers.
  ///   - cells: Of a round.
  ///   - start: A match to start from; it need not keep all constraints.
  ///   - known: Multipliers of a problem that differed little.
  init(
    _ problem: MatchProblem, denominator: Int, cells: Int, settings: SearchSettings, start: Match?,
    known: Multipliers?
  ) throws(MatchFailure) {
    self.problem = problem
    self.cells = cells
    self.settings = settings
    var state = MatchConstruction.regret(problem)
    if let start { state.take(start) }
    var search = MatchSearch(state, random: Randomness(seed: settings.seed))
    search.run(work: 4 * problem.arcs.count + 10_000, floor: .min, stop: settings.stop)
    best = search.best
    bestCost = search.bestCost
    guard
      var root = RootBound(
        problem, denominator: denominator, incumbent: best == nil ? nil : bestCost, known: known,
        work: settings.effort.units * cells / 4, stop: settings.stop),
      !root.provesInfeasible
    else { throw .infeasible(.together) }
    if known == nil, best == nil || root.bound < bestCost {
      do {
        try root.generateColumns(
          from: best, work: min(settings.effort.units, Effort.standard.units) * cells / 4, stop: settings.stop)
      } catch {
        throw .brokenSolver("\(error)")
      }
      guard !root.provesInfeasible else { throw .infeasible(.together) }
    }
    self.root = root
    rises = self.root.rises()
    bound = root.bound
    firstBound = bound
    relinking = PathRelinking(
      problem, core: MatchCore(problem, multipliers: root.multipliers, rises: rises),
      multipliers: root.multipliers)
    tree = MatchTree(problem, multipliers: root.multipliers, threshold: bound)
    report()
  }

  /// Whether the best match is proven.
  var isDone: Bool { best != nil && bound >= bestCost }

  private func report() {
    settings.progress(Progress(phase: "match", incumbent: best == nil ? nil : bestCost, bound: bound))
  }

  mutating func note(_ match: Match) {
    let cost = problem.cost(of: match)
    guard best == nil || cost < bestCost else { return }
    best = match
    bestCost = cost
    report()
  }

  /// What comes before the rounds.
  mutating func open() throws(MatchFailure) {
    if !isDone {
      relinking = relinking.searched(
        Randomness(seed: settings.seed, task: 3), work: cells / 8, floor: bound, stop: settings.stop)
      if let match = relinking.best { note(match) }
    }
    try dive()
    if !isDone, !settings.stop.isRaised { try solveFormulation() }
    firstBound = bound
    tree.restart(threshold: bound)
  }

  /// Narrows the gap by thresholds inside of it: what is found is a better match, what is refuted a better bound.
  /// The first threshold is in the middle; one that is not decided is followed by a higher one.
  private mutating func dive() throws(MatchFailure) {
    var width = max(1, abs(bound) / 200)
    // Some looks at all agents' choices for each job that is decided on the way down.
    let descent = 40 * max(1, root.work / max(1, root.steps)) * problem.jobs.count
    var portion = cells / 8
    if best == nil { portion = min(max(portion, descent), settings.effort.units * portion) }
    var part = 2
    for _ in 0..<16 where !isDone && part <= 8 && !settings.stop.isRaised {
      let threshold = best == nil ? bound + width : bestCost - 1 - (bestCost - 1 - bound) / part
      var dive = MatchTree(problem, multipliers: root.multipliers, threshold: threshold)
      switch dive.run(work: portion, stop: settings.stop) {
      case .found(let match):
        note(match)
        part = 2
        portion = cells / 8
      case .refuted: try raiseBound(to: threshold + 1)
      case .unfinished:
        guard best == nil else {
          part *= 2
          continue
        }
        width *= 2
        portion = min(portion + portion / 2, settings.effort.units * cells / 8)
      }
    }
  }

  mutating func raiseBound(to value: Int) throws(MatchFailure) {
    bound = max(bound, value)
    if bound > root.dearest { throw .infeasible(.together) }
    report()
  }

  /// The textbook program, where it is small: its branch and bound closes such gaps at once.
  private mutating func solveFormulation() throws(MatchFailure) {
    guard problem.arcs.count <= (best == nil ? 2 : 1) * Self.smallProgram else { return }
    let base = best == nil ? bound : bestCost
    let formulation = MatchFormulation(problem, above: base)
    let stop = settings.stop
    let outcome: Outcome
    do {
      outcome = try formulation.program.solve(
        Limits(iterations: 100_000, nodes: 5_000, interrupt: { stop.isRaised }), tactics: Tactics(cuts: true))
    } catch {
      throw .brokenSolver("\(error)")
    }
    if outcome.termination == .infeasible { throw .infeasible(.together) }
    if let solution = outcome.solution {
      let match = formulation.match(of: solution)
      if problem.violations(of: match).isEmpty { note(match) }
    }
    guard let proven = outcome.bound, proven.isFinite else { return }
    let margin = Self.pruningTolerance * (1 + abs(outcome.solution?.objective ?? 0))
    let raised = base + Int((proven - margin - Self.roundingTolerance * (1 + abs(proven))).rounded(.up))
    try raiseBound(to: best == nil ? raised : min(raised, bestCost))
  }

  /// Arcs of a program that GLPK solves soon; twice as many are worth it where no match is known.
  private static let smallProgram = 300
  /// Twice what GLPK gives up of its best objective, and what its arithmetic is good to, each relative.
  private static let pruningTolerance = 2e-7
  private static let roundingTolerance = 1e-9
}
