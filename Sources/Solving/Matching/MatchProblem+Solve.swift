internal import MIP

/// What a search for a match came to.
package struct MatchResult: Sendable {
  /// The best match found.
  package var match: Match
  /// What it costs.
  package var cost: Int
  /// No match costs less.
  package var bound: Int
  /// Where the bound comes from.
  package var method: String
  /// Multipliers whose Lagrangian value, rounded up, is `provenByMultipliers`.
  package var multipliers: Multipliers?
  /// The part of the bound that the multipliers prove alone.
  package var provenByMultipliers: Int
  /// Whether a clock or an interrupt ended the search before its effort was spent.
  package var cutShort: Bool

  /// Whether no match is better.
  package var isOptimal: Bool { cost == bound }
}

/// Why there is no result.
package enum MatchFailure: Error, Sendable {
  /// Proven: no match keeps all constraints.
  case infeasible(MatchInfeasibility)
  /// No match that keeps all constraints was found, and none was proven not to exist.
  case noneFound
  /// The solver broke.
  case brokenSolver(String)
}

extension MatchProblem {
  /// Looks for the cheapest match.
  ///
  /// - Parameters:
  ///   - settings: Effort, seed, threads, and when to stop.
  ///   - start: A match to start from; it need not keep all constraints.
  package func solve(_ settings: SearchSettings, from start: Match? = nil) throws(MatchFailure) -> MatchResult {
    let reduction: MatchReduction
    switch MatchReduction.make(self) {
    case .failure(let reason): throw .infeasible(reason)
    case .success(let made): reduction = made
    }
    var result = try reduction.problem.solveReduced(settings, from: start)
    result.match = reduction.expand(result.match)
    return result
  }

  private func solveReduced(_ settings: SearchSettings, from start: Match?) throws(MatchFailure) -> MatchResult {
    for (job, properties) in jobs.enumerated()
    where properties.unservedPrice == nil && arcs(ofJob: job).count < properties.demand {
      throw .infeasible(.tooFewAgents(job: job, agents: arcs(ofJob: job).count, demand: properties.demand))
    }
    do {
      let relaxation = try TransportationRelaxation(self)
      if relaxation.isTight, let result = try relaxation.solved(stop: settings.stop) { return result }
    } catch {
      throw .infeasible(error)
    }
    guard var ascent = MultiplierAscent(self) else {
      throw .infeasible(.together)
    }
    let constructed = MatchConstruction.regret(self)
    var search = MatchSearch(constructed, random: Randomness(seed: settings.seed))
    search.run(work: 1, floor: .min, stop: settings.stop)
    ascent.climb(evaluations: 500, target: search.best == nil ? nil : search.bestCost) { _ in
      settings.stop.isRaised
    }
    if ascent.provesInfeasible { throw .infeasible(.together) }
    search.run(work: 20_000, floor: ascent.bound, stop: settings.stop)
    if arcs.count <= 600, search.best == nil || search.bestCost > ascent.bound {
      if let exact = try solveExactly() {
        return MatchResult(
          match: exact, cost: cost(of: exact), bound: cost(of: exact), method: "branch and bound (GLPK)",
          multipliers: ascent.best, provenByMultipliers: ascent.bound, cutShort: settings.stop.isRaised)
      }
    }
    search.run(work: settings.effort.units * 100_000, floor: ascent.bound, stop: settings.stop)
    guard let best = search.best else { throw .noneFound }
    return MatchResult(
      match: best, cost: search.bestCost, bound: min(ascent.bound, search.bestCost), method: "Lagrangian",
      multipliers: ascent.best, provenByMultipliers: ascent.bound, cutShort: settings.stop.isRaised)
  }

  private func solveExactly() throws(MatchFailure) -> Match? {
    let formulation = MatchFormulation(self)
    do {
      let outcome = try formulation.program.solve(
        Limits(iterations: 200_000, nodes: 20_000), tactics: Tactics(cuts: true))
      if outcome.termination == .infeasible { throw MatchFailure.infeasible(.together) }
      guard outcome.termination == .optimal, let solution = outcome.solution else { return nil }
      let match = formulation.match(of: solution)
      return violations(of: match).isEmpty ? match : nil
    } catch let failure as MatchFailure {
      throw failure
    } catch {
      throw .brokenSolver("\(error)")
    }
  }
}
