internal import Planning

extension MatchCompiler {
  /// A blocking pair in the planner's words.
  func sentence(for pair: BlockingPair) -> String {
    let (coach, request) = names(of: pair.arc)
    let wanted = choice(problem.rankByJob(pair.arc))
    let jobSide =
      pair.jobLeaves.map { arc in
        "`\(request)` has `\(names(of: arc).coach)`, its \(choice(problem.rankByJob(arc))), and would have its \(wanted)"
      } ?? "`\(request)` is not served"
    let given = pair.agentLeaves.map { arc in
      "`\(names(of: arc).request)`, the \(choice(problem.rankByAgent(arc)))"
    }
    let agentSide =
      given.isEmpty
      ? "`\(coach)` has room for it"
      : """
      `\(coach)` would give up \(given.joined(separator: " and ")), for the \
      \(choice(problem.rankByAgent(pair.arc)))
      """
    return "`\(coach)` and `\(request)` would both rather have one another: \(jobSide); \(agentSide)."
  }

  private func names(of arc: Int32) -> (coach: Leader.ID, request: CoachingRequest.ID) {
    let arc = problem.arcs[Int(arc)]
    return (scenario.leaders[Int(arc.agent)].id, scenario.requests[Int(arc.job)].id)
  }

  /// `1st choice`, from the distance to the first.
  private func choice(_ rank: Int32) -> String {
    let number = Int(rank) + 1
    let ending =
      switch (number % 10, number % 100) {
      case (_, 11...13): "th"
      case (1, _): "st"
      case (2, _): "nd"
      case (3, _): "rd"
      default: "th"
      }
    return "\(number)\(ending) choice"
  }
}
