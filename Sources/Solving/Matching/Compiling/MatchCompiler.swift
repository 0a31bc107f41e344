package import Planning

/// Makes a ``MatchProblem`` of a scenario and reads matches back.
///
/// Leaders are agents and requests are jobs, both by position; requests of schools are kind 0 and mentees
/// kind 1, whose counts are `min_schools` to `max_schools` and `max_mentees`. An arc joins a coach and a request where every
/// rule of a match that concerns the pair alone is kept: expertise, reach, no evaluator, pins, and at least
/// one visiting pattern (rule 11) that the coach could keep if nothing else were to do. Its load is that of
/// the coach's week, travel included; its cost is the weighted score of the pair.
///
/// A request that a pin leaves unserved is a job without demand; what it costs is in the constant.
package struct MatchCompiler: Sendable {
  /// What it was made from.
  package let scenario: Scenario
  /// The problem.
  package let problem: MatchProblem

  /// - Parameters:
  ///   - scenario: What is asked for.
  ///   - threads: How many threads share the work; the problem does not depend on it.
  /// - Throws: `infeasible` where pins contradict one another or leave a request that must be served nobody.
  /// - Complexity: O(schools · leaders in a band of latitude + arcs).
  package init(scenario: Scenario, threads: Int = 1) throws(SolvingError) {
    self.scenario = scenario
    let pins = MatchPins.byRequest(in: scenario)
    let finder = ArcFinder(scenario: scenario, pins: pins)
    var constant = 0
    var reasons: [String] = []
    let jobs = scenario.requests.map { request -> MatchProblem.Job in
      let price = scenario.region.weight(of: .unservedNeed) * scenario.need(of: request)
      let pins = pins[request.id]
      if let pins, pins.isContradictory {
        reasons.append("Pins contradict one another: \(pins.texts.map { "`\($0)`" }.joined(separator: ", ")).")
      }
      let isServed = pins?.isServed
      if isServed == false { constant += price }
      return MatchProblem.Job(
        demand: isServed == false ? 0 : 1, unservedPrice: isServed == true ? nil : price,
        kind: request.mentee == nil ? 0 : 1)
    }
    let agents = scenario.leaders.map { leader in
      let mostSchools = max(leader.minSchools, leader.maxSchools ?? jobs.count)
      return MatchProblem.Agent(
        capacity: leader.coachingPerWeek.value,
        counts: [leader.minSchools...mostSchools, 0...(leader.maxMentees ?? jobs.count)])
    }
    let arcs = finder.arcs(threads: threads)
    for (job, properties) in jobs.enumerated()
    where properties.unservedPrice == nil && properties.demand > 0 && arcs[job].isEmpty {
      reasons.append(Self.reason(scenario.requests[job], pins: pins[scenario.requests[job].id]))
    }
    guard reasons.isEmpty else { throw .infeasible(reasons: reasons) }
    let joined = Array(arcs.joined())
    problem = MatchProblem(
      kinds: 2, agents: agents, jobs: jobs, arcs: joined, ranks: Self.ranks(of: joined, in: scenario),
      constant: constant)
  }

  /// How both sides of each arc like one another; `nil` where preferences.csv says nothing.
  private static func ranks(of arcs: [MatchProblem.Arc], in scenario: Scenario) -> [MatchProblem.Ranks]? {
    let preferences = scenario.preferences
    guard scenario.hasMatchPreferences else { return nil }
    return arcs.map { arc in
      let (coach, request) = (scenario.leaders[Int(arc.agent)].id, scenario.requests[Int(arc.job)].id)
      return MatchProblem.Ranks(
        byAgent: preferences.distance(who: coach, whom: request),
        byJob: preferences.distance(who: request, whom: coach))
    }
  }

  private static func reason(_ request: CoachingRequest, pins: MatchPins?) -> String {
    let texts = pins?.texts ?? []
    return """
      `\(request.id)` must be served and nobody can: no coach keeps \
      \(texts.map { "`\($0)`" }.joined(separator: ", ")) and the rules of a match.
      """
  }

  /// The pairs of a match of the problem, in the order of coaching.csv, without visits.
  package func matched(_ match: Match) -> [MatchedRequest] {
    match.arcs.map { position in
      let arc = problem.arcs[Int(position)]
      return MatchedRequest(
        request: scenario.requests[Int(arc.job)].id, coach: scenario.leaders[Int(arc.agent)].id)
    }
  }

  /// The match of the problem that has the pairs which the scenario still allows.
  package func match(of pairs: [MatchedRequest]) -> Match {
    Match(
      pairs.compactMap { pair in
        guard let job = scenario.requests.position(of: pair.request),
          let agent = scenario.leaders.position(of: pair.coach)
        else { return nil }
        return problem.arc(from: agent, to: job).map(Int32.init)
      })
  }
}
