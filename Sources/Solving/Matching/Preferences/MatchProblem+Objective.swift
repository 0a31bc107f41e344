package import Planning

/// A match that is best by an objective, and the best fit to compare it with.
package struct MatchChoice: Sendable {
  /// The match; its bound holds for every match.
  package var result: MatchResult
  /// The cheapest match that was found.
  package var bestFit: MatchResult
  /// What blocks the match, by arc; none where nobody has preferences.
  package var blocking: [BlockingArc]
  /// Whether it is proven to be best by the objective: that none costs less, that nothing blocks it, or that none is
  /// fairer.
  package var isProven: Bool
}

extension MatchProblem {
  /// Looks for the match that is best by an objective.
  ///
  /// - Parameters:
  ///   - objective: What it is to be best at.
  ///   - settings: Effort, seed, threads, and when to stop. A unit of effort pays for 10 flows of fairness, and for
  ///     200,000 arcs looked at for blocking pairs. Of a fair match where loads bind, the best fit has an eighth of
  ///     the effort before fairness and half of it after, which has the other half: a clock that ends it early leaves
  ///     a fair match whose price is not well known.
  ///   - start: A match to start from; it need not keep all constraints.
  ///   - known: Multipliers of a problem that differed little, so that a short climb is enough.
  package func solve(
    _ objective: MatchObjective, _ settings: SearchSettings, from start: Match? = nil, known: Multipliers? = nil
  ) throws(MatchFailure) -> MatchChoice {
    let reduction: MatchReduction
    switch MatchReduction.make(self) {
    case .failure(let reason): throw .infeasible(reason)
    case .success(let made): reduction = made
    }
    let problem = reduction.problem
    let start = start.map { reduction.contract($0, of: self) }
    var bestFit: MatchResult
    do {
      var first = settings
      if objective == .fair { first.effort = settings.effort.part(8) }
      bestFit = try problem.solve(first, from: start, known: known)
    } catch {
      // A match that keeps all constraints may take more than a part of the effort to find.
      guard case .noneFound = error, objective == .fair else { throw error }
      bestFit = try problem.solve(settings, from: start, known: known)
    }
    var result = bestFit
    var isFairest = false
    switch objective {
    case .fit: break
    case .stable:
      let stable = StableMatch(
        problem, starts: [bestFit.match], work: settings.effort.units * 200_000, stop: settings.stop)
      if let match = stable.best { result.match = match }
    case .fair:
      var half = settings
      half.effort = settings.effort.part(2)
      (result.match, isFairest, result.cutShort) = try problem.fairest(against: bestFit, half)
      if !bestFit.isOptimal, !settings.stop.isRaised {
        bestFit = try problem.solve(half, from: bestFit.match, known: bestFit.multipliers)
        result.raiseBound(to: bestFit)
      }
    }
    result.cost = problem.cost(of: result.match)
    if result.cost < bestFit.cost { (bestFit.match, bestFit.cost) = (result.match, result.cost) }
    result.cutShort = result.cutShort || settings.stop.isRaised
    result.match = reduction.expand(result.match)
    bestFit.match = reduction.expand(bestFit.match)
    let blocking = ranks == nil ? [] : blockingPairs(of: result.match)
    let isProven =
      switch objective {
      case .fit: result.isOptimal
      case .stable: blocking.isEmpty
      case .fair: isFairest
      }
    return MatchChoice(result: result, bestFit: bestFit, blocking: blocking, isProven: isProven)
  }

  /// How hard it is on a job to be served by an arc: the rank it gives the agent, else the cost.
  package func hardship(_ arc: Int) -> Int { ranks.map { Int($0[arc].byJob) } ?? arcs[arc].cost }

  /// The fairest match, by ``FairMatch`` where it keeps the capacities, by ``FairMatchWithLoads`` where it does not.
  private func fairest(
    against bestFit: MatchResult, _ settings: SearchSettings
  ) throws(MatchFailure) -> (match: Match, isFairest: Bool, cutShort: Bool) {
    let relaxation: TransportationRelaxation
    do {
      relaxation = try TransportationRelaxation(self)
    } catch {
      throw .infeasible(error)
    }
    var fair = FairMatch(relaxation.transportation, hardship: arcs.indices.map(hardship))
    switch fair.run(steps: settings.effort.units * 10, stop: settings.stop) {
    case .found(let arcs, let isComplete):
      let match = Match(arcs)
      if violations(of: match).isEmpty { return (match, isComplete, bestFit.cutShort || !isComplete) }
    case .infeasible(.jobs(let jobs, let agents)):
      throw .infeasible(.competition(jobs: jobs, agents: agents.map { $0 / kinds }))
    case .infeasible(.agents(let agents, let jobs)):
      throw .infeasible(.idle(agents: agents.map { $0 / kinds }, jobs: jobs))
    case .interrupted: return (bestFit.match, false, true)
    }
    var loaded = FairMatchWithLoads(self, hardship: arcs.indices.map(hardship), from: bestFit.match, settings)
    try loaded.run()
    return (loaded.match, loaded.isProven, bestFit.cutShort || settings.stop.isRaised)
  }
}
