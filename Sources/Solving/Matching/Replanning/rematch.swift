public import Planning

/// A match that changes the published one as little as possible.
public struct Rematch: Sendable {
  /// Which coach serves which request, in the order of coaching.csv, without visits.
  public let matched: [MatchedRequest]
  /// What is not served, and why, in the order of coaching.csv.
  public let unserved: [Unserved]
  /// Objective and bound; the bound holds for every match, however much it changes.
  public let part: Certificate.Part
}

/// Decides who coaches whom where it is decided already and the world has changed: first the fewest changes against
/// the match that was handed out, then the least cost; see ``FewestChanges``.
///
/// - Parameters:
///   - scenario: What is asked for.
///   - published: The match that was handed out.
///   - proof: Multipliers that bounded it. They bound this one too where the requests are as many, which saves
///     the search for others.
///   - settings: Effort, seed, threads, and when to stop.
/// - Throws: `infeasible` with the reasons, `noneFound`, or `brokenSolver`.
public func rematch(
  _ scenario: Scenario, from published: [MatchedRequest], proof: Certificate.Proof?, settings: SearchSettings
) throws(SolvingError) -> Rematch {
  let compiler = try MatchCompiler(scenario: scenario, threads: settings.threads)
  var served = Array(repeating: false, count: scenario.requests.count)
  for entry in published {
    if let position = scenario.requests.position(of: entry.request) { served[position] = true }
  }
  let search = FewestChanges(compiler.problem, from: compiler.match(of: published), served: served)
  let result: FewestChanges.Result
  let bound: Certificate.Proof
  do {
    result = try search.solve(settings)
    bound = try compiler.problem.bound(below: result.cost, at: proof, settings)
  } catch {
    throw compiler.error(for: error)
  }
  return Rematch(
    matched: compiler.matched(result.match),
    unserved: UnservedRequests(compiler: compiler, match: result.match).entries,
    part: Certificate.Part(
      objective: result.cost, bound: bound.bound, boundMethod: "Lagrangian relaxation", cutShort: result.cutShort,
      proof: bound,
      changes: Certificate.Changes(made: result.changes, fewest: result.fewest, bound: result.bound)))
}

extension MatchProblem {
  /// A bound on all matches: at multipliers that are known, or at ones that a first climb finds.
  fileprivate func bound(
    below cost: Int, at known: Certificate.Proof?, _ settings: SearchSettings
  ) throws(MatchFailure) -> Certificate.Proof {
    let reduction: MatchReduction
    switch MatchReduction.make(self) {
    case .failure(let reason): throw .infeasible(reason)
    case .success(let made): reduction = made
    }
    let multipliers: Multipliers
    if let known, known.numerators.count == jobs.count {
      multipliers = Multipliers(numerators: known.numerators, denominator: known.denominator)
    } else if let root = RootBound(
      reduction.problem, denominator: MultiplierRange(reduction.problem).denominator, incumbent: cost, work: 0,
      stop: settings.stop)
    {
      multipliers = root.multipliers
    } else {
      throw .infeasible(.together)
    }
    guard let value = MatchRelaxation(reduction.problem).value(at: multipliers) else {
      throw .infeasible(.together)
    }
    return Certificate.Proof(
      bound: min(cost, value.dividedRoundingUp(by: multipliers.denominator)), denominator: multipliers.denominator,
      numerators: multipliers.numerators)
  }
}
