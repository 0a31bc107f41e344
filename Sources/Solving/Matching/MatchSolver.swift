internal import MIP

/// The phases of a search for a match, each of which may end it.
///
/// A unit of effort is ``cellsPerUnit`` cells of knapsack tables, shared by four tasks; a node of a knapsack's own
/// tree counts as a cell, a priced move of a local search as twenty.
struct MatchSolver {
  private let problem: MatchProblem
  private let settings: SearchSettings
  private var root: RootBound
  private var tree: MatchTree
  private var best: Match?
  private var bestCost = 0
  private var bound: Int

  /// Cells of a unit of effort: half or an eighth of them for the proof, the rest for better matches.
  static let cellsPerUnit = 200_000_000
  /// Rounds before it is asked how fast the bound rises.
  private static let trialRounds = 10
  /// Rounds that the bound may need to meet the best match at the pace it has had.
  private static let patience = 200
  /// Refutations that a gap is closed in, where it is that wide.
  private static let thresholdSteps = 50

  /// Constructs a match and bounds the problem.
  ///
  /// - Parameters:
  ///   - problem: Without pins.
  ///   - start: A match to start from; it need not keep all constraints.
  ///   - known: Multipliers of a problem that differed little.
  init(
    _ problem: MatchProblem, settings: SearchSettings, start: Match?, known: Multipliers?
  ) throws(MatchFailure) {
    self.problem = problem
    self.settings = settings
    for (job, properties) in problem.jobs.enumerated()
    where properties.unservedPrice == nil && problem.arcs(ofJob: job).count < properties.demand {
      throw .infeasible(
        .tooFewAgents(job: job, agents: problem.arcs(ofJob: job).count, demand: properties.demand))
    }
    var state = MatchConstruction.regret(problem)
    if let start { state.take(start) }
    var search = MatchSearch(state, random: Randomness(seed: settings.seed))
    search.run(work: 4 * problem.arcs.count + 10_000, floor: .min, stop: settings.stop)
    best = search.best
    bestCost = search.bestCost
    guard
      let root = RootBound(
        problem, incumbent: best == nil ? nil : bestCost, known: known,
        work: settings.effort.units * Self.cellsPerUnit / 4, stop: settings.stop),
      !root.provesInfeasible
    else { throw .infeasible(.together) }
    self.root = root
    bound = root.bound
    tree = MatchTree(problem, multipliers: root.multipliers, threshold: bound)
    report()
  }

  private var isDone: Bool { best != nil && bound >= bestCost }

  private func report() {
    settings.progress(Progress(phase: "match", incumbent: best == nil ? nil : bestCost, bound: bound))
  }

  private mutating func note(_ match: Match) {
    let cost = problem.cost(of: match)
    guard best == nil || cost < bestCost else { return }
    best = match
    bestCost = cost
    report()
  }

  /// All phases.
  mutating func run() throws(MatchFailure) -> MatchResult {
    let rises = root.rises()
    let core = MatchCore(problem, multipliers: root.multipliers, rises: rises)
    var relinking = PathRelinking(problem, core: core)
    if !isDone {
      relinking = relinking.searched(
        Randomness(seed: settings.seed, task: 2), work: Self.cellsPerUnit / 8, floor: bound, stop: settings.stop)
      if let match = relinking.best { note(match) }
    }
    try dive()
    if best == nil, !settings.stop.isRaised { try solveFormulation() }
    if !isDone { try improveAndProve(relinking, rises: rises) }
    guard let best else { throw .noneFound }
    // There is a match, so every agent can have its least counts.
    let relaxed = MatchRelaxation(problem).value(at: root.multipliers) ?? root.value
    let proven = min(relaxed.dividedRoundingUp(by: root.multipliers.denominator), bestCost)
    return MatchResult(
      match: best, cost: bestCost, bound: min(max(bound, proven), bestCost),
      method: bound > proven ? "branch and bound" : "Lagrangian relaxation", multipliers: root.multipliers,
      provenByMultipliers: proven, cutShort: settings.stop.isRaised)
  }

  /// Narrows the gap by thresholds inside of it: what is found is a better match, what is refuted a better bound.
  /// The first threshold is in the middle; one that is not decided is followed by a higher one.
  private mutating func dive() throws(MatchFailure) {
    var width = max(1, abs(bound) / 200)
    // Some looks at all agents' choices for each job that is decided on the way down.
    let descent = 40 * max(1, root.work / max(1, root.steps)) * problem.jobs.count
    var portion = Self.cellsPerUnit / 8
    if best == nil { portion = min(max(portion, descent), settings.effort.units * portion) }
    var part = 2
    for _ in 0..<16 where !isDone && part <= 8 && !settings.stop.isRaised {
      let threshold = best == nil ? bound + width : bestCost - 1 - (bestCost - 1 - bound) / part
      var dive = MatchTree(problem, multipliers: root.multipliers, threshold: threshold)
      switch dive.run(work: portion, stop: settings.stop) {
      case .found(let match):
        note(match)
        part = 2
        portion = Self.cellsPerUnit / 8
      case .refuted: try raiseBound(to: threshold + 1)
      case .unfinished:
        guard best == nil else {
          part *= 2
          continue
        }
        width *= 2
        portion = min(portion + portion / 2, settings.effort.units * Self.cellsPerUnit / 8)
      }
    }
  }

  private mutating func raiseBound(to value: Int) throws(MatchFailure) {
    bound = max(bound, value)
    if bound > root.dearest { throw .infeasible(.together) }
    report()
  }

  /// The textbook program, where it is small and nothing else has found a match.
  private mutating func solveFormulation() throws(MatchFailure) {
    guard problem.arcs.count <= 500 else { return }
    let formulation = MatchFormulation(problem)
    let stop = settings.stop
    let outcome: Outcome
    do {
      outcome = try formulation.program.solve(
        Limits(iterations: 100_000, nodes: 10_000, interrupt: { stop.isRaised }), tactics: Tactics(cuts: true))
    } catch {
      throw .brokenSolver("\(error)")
    }
    if outcome.termination == .infeasible { throw .infeasible(.together) }
    guard let solution = outcome.solution else { return }
    let match = formulation.match(of: solution)
    if problem.violations(of: match).isEmpty { note(match) }
  }

  /// What a task of a round came to.
  private enum Part {
    case proof(MatchTree, bound: Int, found: Match?)
    case relinking(PathRelinking)
    case neighbourhoods(NeighbourhoodSearch)
  }

  /// Rounds of four tasks: the tree asks for matches at thresholds that rise from the bound; the other three relink
  /// elite matches or search neighbourhoods of the best match: one and two where neighbourhoods have gained more, two
  /// and one where they have gained less, and all three relink where neighbourhoods have gained nothing. Between
  /// rounds they tell one another.
  private mutating func improveAndProve(
    _ given: PathRelinking, rises: [Int]
  ) throws(MatchFailure) {
    tree.restart(threshold: bound)
    var relinking = given
    var neighbourhoods: [NeighbourhoodSearch] = []
    var gains = (relinking: 0, neighbourhoods: 0)
    let first = bound
    for round in 0..<settings.effort.units where !isDone && !settings.stop.isRaised {
      if let best {
        relinking.adopt(best, cost: bestCost)
        if neighbourhoods.isEmpty {
          neighbourhoods = [1, 3].map { task in
            NeighbourhoodSearch(
              problem, multipliers: root.multipliers, value: root.value, rises: rises, match: best,
              random: Randomness(seed: settings.seed, task: task))
          }
        }
        for index in neighbourhoods.indices { neighbourhoods[index].adopt(best, cost: bestCost) }
      }
      let (tree, bound, base, stop) = (tree, bound, best, settings.stop)
      let (cost, dearest) = (base == nil ? nil : bestCost, root.dearest)
      let (relinked, searched, seed) = (relinking, neighbourhoods, settings.seed)
      let proof = proofCells(round: round, first: first)
      let rest = (Self.cellsPerUnit - proof) / 3
      let relinkings =
        gains.neighbourhoods > gains.relinking ? 1 : gains.neighbourhoods > 0 || round < Self.trialRounds ? 2 : 3
      let parts = runTasks(searched.isEmpty ? 1 + relinkings : 4, threads: settings.threads) { task -> Part in
        if task == 0 {
          return Self.prove(tree, bound: bound, incumbent: cost, dearest: dearest, cells: proof, stop: stop)
        }
        guard task > relinkings else {
          let random = Randomness(seed: seed, task: UInt64(2 * round + 3 + task))
          return .relinking(relinked.searched(random, work: rest, floor: bound, stop: stop))
        }
        return .neighbourhoods(searched[task - relinkings - 1].searched(work: rest, floor: bound, stop: stop))
      }
      var ends: [PathRelinking] = []
      var improved = base
      for (task, part) in parts.enumerated() {
        switch part {
        case .proof(let tree, let bound, let found):
          self.tree = tree
          if let found { note(found) }
          if bound > self.bound { try raiseBound(to: bound) }
        case .relinking(let search):
          ends.append(search)
        case .neighbourhoods(let search):
          neighbourhoods[task - relinkings - 1] = search
          guard let base, let other = improved else { continue }
          improved = MatchCombination(problem, base: base).combining(other, with: search.match)
        }
      }
      relinking.merge(ends, stop: settings.stop)
      if let match = relinking.best { note(match) }
      if let improved { note(improved) }
      guard let cost, let improved else { continue }
      gains.relinking = gains.relinking / 2 + cost - min(cost, relinking.bestCost)
      gains.neighbourhoods = gains.neighbourhoods / 2 + cost - problem.cost(of: improved)
    }
  }

  /// What a round spends on the proof: half of it where the bound has risen so fast that it may meet the best match
  /// soon, an eighth otherwise.
  private func proofCells(round: Int, first: Int) -> Int {
    guard best != nil, round >= Self.trialRounds else { return Self.cellsPerUnit / 2 }
    let isClose = (bestCost - bound).multipliedReportingOverflow(by: round)
    let isHopeful = !isClose.overflow && isClose.partialValue <= Self.patience * (bound - first)
    return isHopeful ? Self.cellsPerUnit / 2 : Self.cellsPerUnit / 8
  }

  /// Asks for matches at thresholds that rise by a part of the gap, so by ones where it is narrow.
  private static func prove(
    _ given: MatchTree, bound known: Int, incumbent: Int?, dearest: Int, cells: Int, stop: StopSignal
  ) -> Part {
    var tree = given
    var bound = known
    let end = tree.work + cells
    while tree.work < end, incumbent.map({ bound < $0 }) ?? (bound <= dearest), !stop.isRaised {
      switch tree.run(work: end - tree.work, stop: stop) {
      case .found(let match):
        tree.restart(threshold: bound)
        return .proof(tree, bound: bound, found: match)
      case .refuted:
        bound = min(tree.threshold + 1, incumbent ?? .max)
        tree.restart(threshold: incumbent.map { bound + max(0, ($0 - bound) / thresholdSteps - 1) } ?? bound)
      case .unfinished: break
      }
    }
    return .proof(tree, bound: bound, found: nil)
  }
}
