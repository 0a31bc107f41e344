public import Planning

/// A match of a scenario and how good it is.
public struct MatchSolution: Sendable {
  /// Which coach serves which request, in the order of coaching.csv, without visits.
  public let matched: [MatchedRequest]
  /// What is not served, and why, in the order of coaching.csv.
  public let unserved: [Unserved]
  /// Objective and bound.
  public let part: Certificate.Part
}

/// Decides who coaches whom.
///
/// - Parameters:
///   - scenario: What is asked for.
///   - settings: Effort, seed, threads, and when to stop. The same effort and seed give the same match with
///     any number of threads.
/// - Throws: `infeasible` with the reasons, `noneFound`, or `brokenSolver`.
public func solveMatch(
  _ scenario: Scenario, settings: SearchSettings
) throws(SolvingError) -> MatchSolution {
  let compiler = try MatchCompiler(scenario: scenario, threads: settings.threads)
  let result: MatchResult
  do {
    result = try compiler.problem.solve(settings)
  } catch {
    throw compiler.error(for: error)
  }
  let matched = compiler.matched(result.match)
  return MatchSolution(
    matched: matched, unserved: UnservedRequests(compiler: compiler, match: result.match).entries,
    part: Certificate.Part(
      objective: result.cost, bound: result.bound, boundMethod: result.method, cutShort: result.cutShort))
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
    case .pinsExceedCapacity(let agent), .leastCount(let agent):
      """
      What pins give `\(scenario.leaders[agent].id)` is more than \
      \(scenario.leaders[agent].coachingPerWeek.value) min a week.
      """
    case .pinsExceedCount(let agent, _):
      "Pins give `\(scenario.leaders[agent].id)` more requests than the leader's limit."
    case .together: mandatory
    }
  }

  /// What must be served against what can be given, for the case that not all of it fits.
  private var mandatory: String {
    let jobs = problem.jobs.indices.filter { problem.jobs[$0].unservedPrice == nil && problem.jobs[$0].demand > 0 }
    let minutes = jobs.reduce(0) { sum, job in
      sum + (problem.arcs[problem.arcs(ofJob: job)].map { Int($0.load) }.min() ?? 0)
    }
    let coaches = Set(jobs.flatMap { problem.arcs[problem.arcs(ofJob: $0)].map(\.agent) }).sorted()
    let given = coaches.reduce(0) { $0 + problem.capacities[Int($1)] }
    let names = jobs.prefix(5).map { "`\(scenario.requests[$0].id)`" }.joined(separator: ", ")
    return """
      \(jobs.count) requests must be served together (\(names)\(jobs.count > 5 ? ", ..." : "")), which takes \
      \(minutes) min a week or more; the \(coaches.count) coaches who can take one of them have \(given), \
      within their limits on schools and mentees.
      """
  }
}
