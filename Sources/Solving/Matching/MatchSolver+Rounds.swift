extension MatchSolver {
  /// Rounds before it is asked how fast the bound rises.
  private static var trialRounds: Int { 10 }
  /// Rounds that the bound may need to meet the best match at the pace it has had.
  private static var patience: Int { 200 }
  /// What is left of a gain after a round.
  private static var fading: Double { 0.95 }
  /// Refutations that a gap is closed in at most.
  static var mostThresholdSteps: Int { 50 }

  /// What a task of a round came to.
  private enum Part {
    case proof(MatchTree, bound: Int, found: Match?, steps: Int)
    case relinking(PathRelinking)
    case neighbourhoods(NeighbourhoodSearch)
  }

  /// A round of four tasks: the tree asks for matches at thresholds that rise from the bound; the other three relink
  /// elite matches or search neighbourhoods of the best match, as many of them each as its share of what was gained
  /// says. Between rounds they tell one another.
  mutating func advance() throws(MatchFailure) {
    if let best {
      relinking.adopt(best, cost: bestCost)
      if neighbourhoods.isEmpty {
        neighbourhoods = [1, 2, 4].map { task in
          NeighbourhoodSearch(
            problem, multipliers: root.multipliers, value: root.value, rises: rises, match: best,
            random: Randomness(seed: settings.seed, task: task))
        }
      }
      for index in neighbourhoods.indices { neighbourhoods[index].adopt(best, cost: bestCost) }
    }
    let (tree, bound, base, stop) = (tree, bound, best, settings.stop)
    let (cost, dearest) = (base == nil ? nil : bestCost, root.dearest)
    let (relinked, searched, seed, round) = (relinking, neighbourhoods, settings.seed, rounds)
    let steps = thresholdSteps
    let proof = proofCells
    let rest = (cells - proof) / 3
    let relinkings = relinkings
    let parts = runTasks(searched.isEmpty ? 1 + relinkings : 4, threads: settings.threads) { task -> Part in
      if task == 0 {
        return Self.prove(
          tree, bound: bound, incumbent: cost, dearest: dearest, cells: proof, steps: steps, stop: stop)
      }
      guard task > relinkings else {
        let random = Randomness(seed: seed, task: UInt64(3 * (round + 1) + task))
        return .relinking(relinked.searched(random, work: rest, floor: bound, stop: stop))
      }
      return .neighbourhoods(searched[task - relinkings - 1].searched(work: rest, floor: bound, stop: stop))
    }
    var ends: [PathRelinking] = []
    var improved = base
    for (task, part) in parts.enumerated() {
      switch part {
      case .proof(let tree, let bound, let found, let steps):
        self.tree = tree
        thresholdSteps = steps
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
    if !ends.isEmpty { relinking.merge(ends, stop: settings.stop) }
    if let match = relinking.best { note(match) }
    if let improved { note(improved) }
    rounds += 1
    guard let cost, let improved else { return }
    gains.relinking = gains.relinking * Self.fading + Double(cost - min(cost, relinking.bestCost))
    gains.neighbourhoods = gains.neighbourhoods * Self.fading + Double(cost - problem.cost(of: improved))
  }

  /// How many of a round's three searches relink: two at first, then what their share of the gains says. Gains fade
  /// and are never forgotten, so that what once helped goes on where neither gains any more.
  private var relinkings: Int {
    let sum = gains.relinking + gains.neighbourhoods
    guard rounds >= Self.trialRounds, sum > 0 else { return 2 }
    return Int((3 * gains.relinking / sum).rounded())
  }

  /// What a round spends on the proof: half of it where the bound has risen so fast that it may meet the best match
  /// soon, an eighth otherwise.
  private var proofCells: Int {
    guard best != nil, rounds >= Self.trialRounds else { return cells / 2 }
    let isClose = (bestCost - bound).multipliedReportingOverflow(by: rounds)
    let isHopeful = !isClose.overflow && isClose.partialValue <= Self.patience * (bound - firstBound)
    return isHopeful ? cells / 2 : cells / 8
  }

  /// Asks for matches at thresholds that rise by a part of the gap, so by ones where it is narrow.
  private static func prove(
    _ given: MatchTree, bound first: Int, incumbent: Int?, dearest: Int, cells: Int, steps known: Int,
    stop: StopSignal
  ) -> Part {
    var tree = given
    var bound = first
    var steps = known
    let end = tree.work + cells
    var refuted = 0
    while tree.work < end, incumbent.map({ bound < $0 }) ?? (bound <= dearest), !stop.isRaised {
      switch tree.run(work: end - tree.work, stop: stop) {
      case .found(let match):
        tree.restart(threshold: bound)
        return .proof(tree, bound: bound, found: match, steps: steps)
      case .refuted:
        bound = min(tree.threshold + 1, incumbent ?? .max)
        if refuted > 1 { steps = max(1, steps * 3 / 4) }
        refuted += 1
        tree.restart(threshold: incumbent.map { bound + max(0, ($0 - bound) / steps - 1) } ?? bound)
      case .unfinished: break
      }
    }
    if refuted == 0 { steps = min(steps * 4 / 3 + 1, mostThresholdSteps) }
    return .proof(tree, bound: bound, found: nil, steps: steps)
  }
}
