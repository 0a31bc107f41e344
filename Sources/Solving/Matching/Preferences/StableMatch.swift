/// Looks for a match that nothing blocks; where that fails, for one that few pairs block.
///
/// Without loads, least counts and demands that must be met, deferred acceptance gives one. Otherwise none may
/// exist, and finding one is hard (McDermid and Manlove 2010): pairs that block are then matched one after
/// the other, most wanted first, from each start, and the best match on the way is kept.
struct StableMatch {
  /// The best match: it keeps all constraints, then has the fewest blocking pairs, then the least cost.
  private(set) var best: Match?
  /// How many pairs block it.
  private(set) var blocking = Int.max
  private var cost = Int.max
  private let problem: MatchProblem

  /// - Parameters:
  ///   - problem: Without pins.
  ///   - starts: Matches that keep all constraints, to start from besides deferred acceptance.
  ///   - work: How many arcs may be looked at for blocking pairs.
  init(_ problem: MatchProblem, starts: [Match], work: Int, stop: StopSignal) {
    self.problem = problem
    let accepted = DeferredAcceptance.Side.allCases.map { side in
      var acceptance = DeferredAcceptance(problem)
      return acceptance.run(proposing: side)
    }
    let all = accepted + starts
    for start in all { consider(start, problem.blockingPairs(of: start)) }
    let steps = work / max(1, problem.arcs.count * all.count)
    // Deferred acceptance looks at no cost: a stable match near a cheap one may be far cheaper.
    for start in starts { improve(start, steps: steps, stop: stop) }
    for start in accepted where blocking > 0 { improve(start, steps: steps, stop: stop) }
  }

  private mutating func consider(_ match: Match, _ pairs: [BlockingArc]) {
    guard pairs.count <= blocking, problem.violations(of: match).isEmpty else { return }
    let cost = problem.cost(of: match)
    guard pairs.count < blocking || cost < self.cost else { return }
    (best, blocking, self.cost) = (match, pairs.count, cost)
  }

  private mutating func improve(_ start: Match, steps: Int, stop: StopSignal) {
    var match = start
    for _ in 0..<steps {
      let pairs = problem.blockingPairs(of: match)
      consider(match, pairs)
      let next = pairs.min { one, other in wanted(one) < wanted(other) }
      guard let next, !stop.isRaised else { return }
      let dropped = Set(next.agentLeaves + [next.jobLeaves].compactMap { $0 })
      match = Match(match.arcs.filter { !dropped.contains($0) } + [next.arc])
    }
    consider(match, problem.blockingPairs(of: match))
  }

  private func wanted(_ pair: BlockingArc) -> (Int32, Int32, Int32) {
    (problem.rankByJob(pair.arc) + problem.rankByAgent(pair.arc), problem.rankByJob(pair.arc), pair.arc)
  }
}
