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
      let leader = compiler.scenario.leaders[Int(arc.agent)]
      let own = served[Int(arc.agent)].map { "`\(compiler.scenario.requests[$0].id)`" }
      let shown = own.prefix(Self.named).joined(separator: ", ")
      let more = own.count > Self.named ? " and \(own.count - Self.named) more" : ""
      return "\(leader.name) (\(load[Int(arc.agent)]) of \(leader.coachingPerWeek.value) min) has \(shown)\(more)"
    }
    let count =
      arcs.count == 1 ? "The one coach who could take it has" : "The \(arcs.count) coaches who could take it have"
    return
      "\(count) others that need more: \(others.joined(separator: "; "))\(arcs.count > Self.named ? "; ..." : "")."
  }
}
