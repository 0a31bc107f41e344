/// A search for a match in each connected component of a problem.
///
/// A component alone is closed much sooner than the whole, where every branch on one would meet all branches on
/// the others; the bound of the whole is the sum of theirs. The effort goes, round by round, to the component
/// that has the widest gap for what was spent on it.
struct MatchComponentsSearch {
  private let problem: MatchProblem
  private let settings: SearchSettings
  private let denominator: Int
  private let components: [MatchComponent]
  private var solvers: [MatchSolver]

  /// No component's round is a smaller part of the whole's.
  private static let smallestShare = 64

  /// Constructs a match and bounds each component.
  ///
  /// - Parameters:
  ///   - problem: Without pins.
  ///   - settings: Effort, seed, threads, and when to stop.
  ///   - start: A match to start from; it need not keep all constraints.
  ///   - known: Multipliers of a problem that differed little.
  init(
    _ problem: MatchProblem, settings: SearchSettings, start: Match?, known: Multipliers?
  ) throws(MatchFailure) {
    for (job, properties) in problem.jobs.enumerated()
    where properties.unservedPrice == nil && problem.arcs(ofJob: job).count < properties.demand {
      throw .infeasible(
        .tooFewAgents(job: job, agents: problem.arcs(ofJob: job).count, demand: properties.demand))
    }
    let components = MatchComponent.all(of: problem)
    // One for all, so that their multipliers are one proof.
    let denominator = MultiplierRange(problem).denominator
    var own = settings
    if components.count > 1 { own.progress = { _ in } }
    let quiet = own
    let chosen = start.map { Set($0.arcs) }
    let opened = runTasks(components.count, threads: settings.threads) {
      number -> Result<MatchSolver, MatchFailure> in
      let component = components[number]
      let share = Double(component.arcs.count) / Double(max(1, problem.arcs.count))
      let cells = Int(Double(MatchSolver.cellsPerUnit) * max(share, 1 / Double(Self.smallestShare)))
      do throws(MatchFailure) {
        var solver = try MatchSolver(
          component.problem, denominator: denominator,
          cells: components.count == 1 ? MatchSolver.cellsPerUnit : cells, settings: quiet,
          start: chosen.map(component.contract), known: known.map(component.contract))
        try solver.open()
        return .success(solver)
      } catch {
        return .failure(error)
      }
    }
    var solvers: [MatchSolver] = []
    for result in opened { solvers.append(try result.get()) }
    (self.problem, self.settings, self.denominator) = (problem, settings, denominator)
    (self.components, self.solvers) = (components, solvers)
    report()
  }

  /// The cost of the best matches together; `nil` where a component has none yet.
  private var cost: Int? {
    guard solvers.allSatisfy({ $0.best != nil }) else { return nil }
    return solvers.reduce(problem.constant) { $0 + $1.bestCost }
  }

  private var bound: Int { solvers.reduce(problem.constant) { $0 + $1.bound } }

  private func report() {
    guard components.count > 1 else { return }
    settings.progress(Progress(phase: "match", incumbent: cost, bound: bound))
  }

  /// Spends the effort.
  mutating func run() throws(MatchFailure) -> MatchResult {
    var left = settings.effort.units * MatchSolver.cellsPerUnit
    while left > 0, !settings.stop.isRaised, let number = mostPromising {
      try solvers[number].advance()
      left -= solvers[number].cells
      report()
    }
    guard let cost else { throw .noneFound }
    var match: [Int32] = []
    var numerators = Array(repeating: 0, count: problem.jobs.count)
    for (component, solver) in zip(components, solvers) {
      match += solver.best.map(component.expand) ?? []
      for (own, job) in component.jobs.enumerated() { numerators[job] = solver.root.multipliers.numerators[own] }
    }
    let multipliers = Multipliers(numerators: numerators, denominator: denominator)
    // There is a match, so every agent can have its least counts.
    let value = MatchRelaxation(problem).value(at: multipliers) ?? solvers.reduce(0) { $0 + $1.root.value }
    let proven = min(value.dividedRoundingUp(by: denominator), cost)
    return MatchResult(
      match: Match(match), cost: cost, bound: min(max(bound, proven), cost),
      method: bound > proven ? "branch and bound" : "Lagrangian relaxation", multipliers: multipliers,
      provenByMultipliers: proven, cutShort: settings.stop.isRaised)
  }

  /// The component that is not closed and has the widest gap for each cell that it has had and would have next;
  /// one without a match before all others.
  private var mostPromising: Int? {
    var best: (number: Int, promise: Double)?
    for (number, solver) in solvers.enumerated() where !solver.isDone {
      let spent = Double(solver.cells) * Double(solver.rounds + 1)
      let promise = solver.best == nil ? .infinity : Double(solver.bestCost - solver.bound) / spent
      if best.map({ promise > $0.promise }) ?? true { best = (number, promise) }
    }
    return best?.number
  }
}
