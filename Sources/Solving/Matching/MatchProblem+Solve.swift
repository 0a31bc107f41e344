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
  package var multipliers: Multipliers
  /// The part of the bound that the multipliers prove alone.
  package var provenByMultipliers: Int
  /// Whether a clock or an interrupt ended the search before its effort was spent.
  package var cutShort: Bool

  /// Whether no match is better.
  package var isOptimal: Bool { cost == bound }

  /// Takes the bound of another search for the same problem, where it is better.
  mutating func raiseBound(to other: MatchResult) {
    guard other.bound > bound else { return }
    (bound, method) = (other.bound, other.method)
    (multipliers, provenByMultipliers) = (other.multipliers, other.provenByMultipliers)
  }

  /// The same of the problem that was reduced.
  fileprivate func expanded(by reduction: MatchReduction) -> MatchResult {
    var result = self
    result.match = reduction.expand(match)
    return result
  }
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
  ///   - known: Multipliers of a problem that differed little, so that a short climb is enough.
  package func solve(
    _ settings: SearchSettings, from start: Match? = nil, known: Multipliers? = nil
  ) throws(MatchFailure) -> MatchResult {
    let reduction: MatchReduction
    switch MatchReduction.make(self) {
    case .failure(let reason): throw .infeasible(reason)
    case .success(let made): reduction = made
    }
    do {
      let relaxation = try TransportationRelaxation(reduction.problem)
      if relaxation.isTight, let result = try relaxation.solved(stop: settings.stop) {
        settings.progress(Progress(phase: "match", incumbent: result.cost, bound: result.bound))
        return result.expanded(by: reduction)
      }
    } catch {
      throw .infeasible(error)
    }
    var search = try MatchComponentsSearch(
      reduction.problem, settings: settings, start: start.map { reduction.contract($0, of: self) }, known: known)
    return try search.run().expanded(by: reduction)
  }
}
