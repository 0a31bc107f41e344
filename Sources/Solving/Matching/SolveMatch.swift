public import Planning

/// A match of a scenario and how good it is.
public struct MatchSolution: Sendable {
  /// Which coach serves which request, in the order of coaching.csv, without visits.
  public let matched: [MatchedRequest]
  /// What is not served, and why, in the order of coaching.csv.
  public let unserved: [Unserved]
  /// Objective and bound; the bound holds for every match, whatever it is to be best at.
  public let part: Certificate.Part
  /// What it was to be best at.
  public let objective: MatchObjective
  /// What the cheapest match costs that was found: what stability or fairness costs is the difference.
  public let bestFitCost: Int
  /// Whether it is proven to be best at it: that none costs less, that nothing blocks it, or that none is fairer.
  public let isProven: Bool
}

/// Decides who coaches whom.
///
/// - Parameters:
///   - scenario: What is asked for.
///   - settings: Effort, seed, threads, and when to stop. The same effort and seed give the same match with
///     any number of threads.
///   - objective: What the match is to be best at.
///   - previous: A match of a scenario that differed little. What of it is still allowed is where the search
///     starts, and its multipliers are where the bound does; what a change costs is for `published` to say.
/// - Throws: `infeasible` with the reasons, `noneFound`, or `brokenSolver`.
public func solveMatch(
  _ scenario: Scenario, settings: SearchSettings, objective: MatchObjective = .fit,
  from previous: MatchSolution? = nil
) throws(SolvingError) -> MatchSolution {
  let compiler = try MatchCompiler(scenario: scenario, threads: settings.threads)
  let choice: MatchChoice
  do {
    let known = previous?.part.proof.flatMap { proof in
      proof.numerators.count == scenario.requests.count
        ? Multipliers(numerators: proof.numerators, denominator: proof.denominator) : nil
    }
    choice = try compiler.problem.solve(
      objective, settings, from: previous.map { compiler.match(of: $0.matched) }, known: known)
  } catch {
    throw compiler.error(for: error)
  }
  let result = choice.result
  let matched = compiler.matched(result.match)
  return MatchSolution(
    matched: matched, unserved: UnservedRequests(compiler: compiler, match: result.match).entries,
    part: Certificate.Part(
      objective: result.cost, bound: result.bound, boundMethod: result.method, cutShort: result.cutShort,
      proof: Certificate.Proof(
        bound: result.provenByMultipliers, denominator: result.multipliers.denominator,
        numerators: result.multipliers.numerators)),
    objective: objective, bestFitCost: choice.bestFit.cost, isProven: choice.isProven)
}

extension MatchCompiler {
  /// A failure in the planner's words.
  func error(for failure: MatchFailure) -> SolvingError {
    switch failure {
    case .infeasible(let reason): .infeasible(reasons: [sentence(for: reason)])
    case .noneFound: .noneFound(reasons: [mandatory])
    case .brokenSolver(let text): .brokenSolver(text)
    }
  }

  private func sentence(for reason: MatchInfeasibility) -> String {
    switch reason {
    case .pinsExceedDemand(let job), .tooFewAgents(let job, _, _):
      "`\(scenario.requests[job].id)` must be served and nobody can."
    case .leastCount(let agent):
      """
      `\(scenario.leaders[agent].id)` must have \(scenario.leaders[agent].minSchools) requests of schools \
      (`min_schools`) and cannot: too few keep the rules of a match and fit into the week.
      """
    case .pinsExceedCapacity(let agent):
      """
      What pins give `\(scenario.leaders[agent].id)` is more than \
      \(scenario.leaders[agent].coachingPerWeek.value) min a week.
      """
    case .pinsExceedCount(let agent, _):
      "Pins give `\(scenario.leaders[agent].id)` more requests than the leader's limit."
    case .competition(let jobs, let agents):
      """
      \(list(jobs.map { scenario.requests[$0].id })) must all be served, and only \
      \(list(agents.map { scenario.leaders[$0].id })) can: more than their limits allow.
      """
    case .idle(let agents, let jobs):
      """
      \(list(agents.map { scenario.leaders[$0].id })) must have more requests than they can get: only \
      \(list(jobs.map { scenario.requests[$0].id })).
      """
    case .together: mandatory
    }
  }

  /// The first ten, and how many more.
  private func list(_ names: [String]) -> String {
    guard !names.isEmpty else { return "nobody" }
    let shown = names.prefix(10).map { "`\($0)`" }.joined(separator: ", ")
    return names.count > 10 ? "\(shown) and \(names.count - 10) more" : shown
  }

  /// What must be served against what can be given, for the case that not all of it fits.
  private var mandatory: String {
    let jobs = problem.jobs.indices.filter { problem.jobs[$0].unservedPrice == nil && problem.jobs[$0].demand > 0 }
    let minutes = jobs.reduce(0) { sum, job in
      sum + (problem.arcs[problem.arcs(ofJob: job)].map { Int($0.load) }.min() ?? 0)
    }
    let coaches = Set(jobs.flatMap { problem.arcs[problem.arcs(ofJob: $0)].map(\.agent) }).sorted()
    let given = coaches.reduce(0) { $0 + problem.capacities[Int($1)] }
    return """
      \(jobs.count) requests must be served together (\(list(jobs.map { scenario.requests[$0].id }))), which takes \
      \(minutes) min a week or more; the \(coaches.count) coaches who can take one of them have \(given), \
      within their limits on schools and mentees.
      """
  }
}
