internal import Planning

/// Why requests are not served, in the planner's words: nobody could, or those who could have others.
struct UnservedRequests {
  private let compiler: MatchCompiler
  private let match: Match
  /// By leader: requests served, by position.
  private var served: [[Int]]
  private var load: [Int]

  /// How many coaches a sentence names.
  private static let named = 3

  init(compiler: MatchCompiler, match: Match) {
    self.compiler = compiler
    self.match = match
    let problem = compiler.problem
    served = Array(repeating: [], count: problem.agentCount)
    load = Array(repeating: 0, count: problem.agentCount)
    for position in match.arcs {
      let arc = problem.arcs[Int(position)]
      served[Int(arc.agent)].append(Int(arc.job))
      load[Int(arc.agent)] += Int(arc.load)
    }
  }

  /// One entry for each request that is not served, in the order of coaching.csv.
  var entries: [Unserved] {
    var isServed = Array(repeating: false, count: compiler.problem.jobs.count)
    for position in match.arcs { isServed[Int(compiler.problem.arcs[Int(position)].job)] = true }
    return compiler.scenario.requests.enumerated().filter { !isServed[$0.offset] }.map { job, request in
      let funnel = compiler.scenario.funnel(of: request)
      return Unserved(
        kind: .request, id: request.id, reason: funnel.reason ?? reason(job, request), funnel: funnel.steps)
    }
  }

  private func reason(_ job: Int, _ request: CoachingRequest) -> String {
    let problem = compiler.problem
    let arcs = problem.arcs[problem.arcs(ofJob: job)].sorted { ($0.cost, $0.agent) < ($1.cost, $1.agent) }
    guard !arcs.isEmpty else { return "No coach keeps all rules of a match and of its visits." }
    let free = arcs.first { arc in
      let agent = Int(arc.agent)
      let kind = problem.jobs[job].kind
      return load[agent] + Int(arc.load) <= problem.capacities[agent]
        && served[agent].count { problem.jobs[$0].kind == kind }
          < problem.counts(ofAgent: agent, kind: kind).upperBound
    }
    if let free {
      let name = compiler.scenario.leaders[Int(free.agent)].name
      let price = problem.jobs[job].unservedPrice ?? 0
      return free.cost > price
        ? """
        \(name) could take it at \(free.cost) points of travel and other terms; leaving it unserved costs \(price).
        """
        : "\(name) has room for it; the search was cut short before it was placed."
    }
    let others = arcs.prefix(Self.named).map { arc -> String in
      let own = served[Int(arc.agent)].map { "`\(compiler.scenario.requests[$0].id)`" }
      let shown = own.prefix(Self.named).joined(separator: ", ")
      let more = own.count > Self.named ? " and \(own.count - Self.named) more" : ""
      return "\(compiler.scenario.leaders[Int(arc.agent)].name) (\(limits(of: arc))) has \(shown)\(more)"
    }
    let count =
      arcs.count == 1 ? "The one coach who could take it has" : "The \(arcs.count) coaches who could take it have"
    let list = others.joined(separator: "; ") + (arcs.count > Self.named ? "; ..." : "")
    return "\(count) others that need more: \(list). \(remedy(arcs))"
  }

  /// What an agent lacks to take an arc besides what it has.
  private func lack(of arc: MatchProblem.Arc) -> (places: Int, minutes: Int) {
    let problem = compiler.problem
    let agent = Int(arc.agent)
    let kind = problem.jobs[Int(arc.job)].kind
    let taken = served[agent].count { problem.jobs[$0].kind == kind }
    return (
      max(0, taken + 1 - problem.counts(ofAgent: agent, kind: kind).upperBound),
      max(0, load[agent] + Int(arc.load) - problem.capacities[agent])
    )
  }

  /// What mentees, or schools, are called.
  private func noun(of arc: MatchProblem.Arc) -> String {
    compiler.scenario.requests[Int(arc.job)].mentee == nil ? "school" : "mentee"
  }

  /// Which limits keep an agent from an arc: `3 of 3 mentees`, `250 of 342 min`.
  private func limits(of arc: MatchProblem.Arc) -> String {
    let problem = compiler.problem
    let agent = Int(arc.agent)
    let lack = lack(of: arc)
    let most = problem.counts(ofAgent: agent, kind: problem.jobs[Int(arc.job)].kind).upperBound
    let places = "\(most) of \(most) \(noun(of: arc))\(most == 1 ? "" : "s")"
    let minutes = "\(load[agent]) of \(problem.capacities[agent]) min"
    return [lack.places > 0 ? places : nil, lack.minutes > 0 ? minutes : nil].compactMap { $0 }
      .joined(separator: ", ")
  }

  /// The least that would make room: few limits first, then few minutes.
  private func remedy(_ arcs: [MatchProblem.Arc]) -> String {
    let lacks = arcs.map { (arc: $0, lack: lack(of: $0)) }
    let least = lacks.min { first, second in
      func key(_ entry: (arc: MatchProblem.Arc, lack: (places: Int, minutes: Int))) -> (Int, Int, Int, Int32) {
        (entry.lack.places + min(1, entry.lack.minutes), entry.lack.minutes, entry.arc.cost, entry.arc.agent)
      }
      return key(first) < key(second)
    }!
    let name = compiler.scenario.leaders[Int(least.arc.agent)].name
    let more = [
      least.lack.places > 0 ? "one \(noun(of: least.arc))" : nil,
      least.lack.minutes > 0 ? "\(least.lack.minutes) min a week" : nil,
    ].compactMap { $0 }.joined(separator: " and ")
    return "With \(more) more, \(name) could take it."
  }
}
