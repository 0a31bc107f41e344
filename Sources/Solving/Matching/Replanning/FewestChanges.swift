/// A match that changes a given one as little as possible: first the fewest changes, then the least cost.
///
/// A change is a job whose agent is another one than before, or that has one and had none, or has none and had
/// one. Each costs M more than the dearest difference between two matches, which makes the order lexicographic:
///
///     min  cost x + M changes x
///
/// **Fewest.** A job changes whatever happens where its arc is gone or another one is pinned, where it must be served
/// and was not, and where it was served and must not be. Of the others each agent can keep at most so many: the
/// lightest ones first, which is the most that fit (a knapsack of equal profits). The sum bounds the changes of any
/// match.
///
/// **Reduction.** A match with so few changes keeps all jobs of the agents who can keep all of theirs, and serves
/// nothing that was not served. So these are fixed, and what remains is as small as what has happened: the jobs of
/// an agent who is gone, against what room the others have. Only where no match has so few changes (what must be
/// served does not fit without moving somebody else) is the whole problem solved with the prices above.
struct FewestChanges {
  /// What came of it.
  struct Result {
    /// The match.
    var match: Match
    /// What it costs, changes apart.
    var cost: Int
    /// How many jobs change.
    var changes: Int
    /// No match changes fewer.
    var fewest: Int
    /// No match that changes so few costs less.
    var bound: Int
    /// Whether a clock or an interrupt ended the search.
    var cutShort: Bool
  }

  private let problem: MatchProblem
  /// By job: the arc it may keep; `nil` where it had none or changes in any case.
  private let before: [Int32?]
  /// By job: whether it was served before.
  private let wasServed: [Bool]
  /// No match changes fewer jobs.
  let fewest: Int
  /// By agent: whether it can keep all it had.
  private let keepsAll: [Bool]
  /// M.
  private let price: Int

  /// - Parameters:
  ///   - problem: What is to be matched now; no job wants more than one agent.
  ///   - match: The arcs of the given match that are still there.
  ///   - served: By job: whether the given match served it.
  /// - Complexity: O(arcs + agents · jobs of an agent · log).
  init(_ problem: MatchProblem, from match: Match, served: [Bool]) {
    precondition(problem.jobs.allSatisfy { $0.demand <= 1 }, "no job wants more than one agent")
    self.problem = problem
    wasServed = served
    var before = Array<Int32?>(repeating: nil, count: problem.jobs.count)
    for arc in match.arcs { before[Int(problem.arcs[Int(arc)].job)] = arc }
    let changing = problem.jobs.indices.filter { job in
      Self.mustChange(job, of: problem, from: before[job], wasServed: served[job])
    }
    for job in changing { before[job] = nil }
    self.before = before
    let kept = problem.agents.map { [before] in Self.most($0, of: problem, keeping: before) }
    keepsAll = kept.map { $0.kept == $0.had }
    fewest = changing.count + kept.reduce(0) { $0 + $1.had - $1.kept }
    price = 1 + problem.jobs.indices.reduce(0) { $0 + Self.span(of: $1, in: problem) }
  }

  /// Whether a job changes in every match.
  private static func mustChange(
    _ job: Int, of problem: MatchProblem, from before: Int32?, wasServed: Bool
  ) -> Bool {
    if problem.jobs[job].demand == 0 { return wasServed }
    if let pinned = problem.arcs(ofJob: job).first(where: { problem.arcs[$0].isPinned }) {
      return before != Int32(pinned)
    }
    return wasServed ? before == nil : problem.jobs[job].unservedPrice == nil
  }

  /// How many jobs an agent had, and the most it can keep: pinned ones, then the lightest.
  private static func most(
    _ agent: Int, of problem: MatchProblem, keeping before: [Int32?]
  ) -> (had: Int, kept: Int) {
    var left = problem.capacities[agent]
    var places = (0..<problem.kinds).map { problem.counts(ofAgent: agent, kind: $0).upperBound }
    var (had, kept) = (0, 0)
    func kind(_ arc: MatchProblem.Arc) -> Int { problem.jobs[Int(arc.job)].kind }
    var others: [MatchProblem.Arc] = []
    for position in problem.arcs(ofAgent: agent) {
      let arc = problem.arcs[Int(position)]
      let isKept = before[Int(arc.job)] == position
      if isKept { had += 1 }
      if arc.isPinned {
        left -= Int(arc.load)
        places[kind(arc)] -= 1
        if isKept { kept += 1 }
      } else if isKept {
        others.append(arc)
      }
    }
    for arc in others.sorted(by: { ($0.load, $0.job) < ($1.load, $1.job) }) {
      guard Int(arc.load) <= left, places[kind(arc)] > 0 else { continue }
      left -= Int(arc.load)
      places[kind(arc)] -= 1
      kept += 1
    }
    return (had, kept)
  }

  /// How much a job's choices differ in cost at most.
  private static func span(of job: Int, in problem: MatchProblem) -> Int {
    guard problem.jobs[job].demand > 0 else { return 0 }
    let costs =
      problem.arcs[problem.arcs(ofJob: job)].map(\.cost) + [problem.jobs[job].unservedPrice].compactMap { $0 }
    guard let least = costs.min(), let most = costs.max() else { return 0 }
    return most - least
  }

  /// Looks for the match.
  ///
  /// - Throws: As ``MatchProblem/solve(_:from:known:)`` does.
  func solve(_ settings: SearchSettings) throws(MatchFailure) -> Result {
    do {
      let result = try solve(priced(fixing: true), settings, isReduced: true)
      if result.changes == fewest || result.cutShort { return result }
    } catch {
      if case .brokenSolver = error { throw error }
    }
    return try solve(priced(fixing: false), settings, isReduced: false)
  }

  private func solve(
    _ priced: MatchProblem, _ settings: SearchSettings, isReduced: Bool
  ) throws(MatchFailure) -> Result {
    let result = try priced.solve(settings)
    let match = Match(
      result.match.arcs.map { position in
        let arc = priced.arcs[Int(position)]
        return Int32(problem.arc(from: Int(arc.agent), to: Int(arc.job))!)
      })
    let changes = self.changes(of: match)
    // What the priced bound leaves to changes beside the dearest match there is.
    let least = RootBound.dearest(problem)
    let proven = isReduced ? fewest : max(fewest, (result.bound - least).dividedRoundingUp(by: price))
    return Result(
      match: match, cost: problem.cost(of: match), changes: changes, fewest: proven,
      bound: result.bound - price * proven, cutShort: result.cutShort)
  }

  /// How many jobs have another agent than before.
  func changes(of match: Match) -> Int {
    var now = Array<Int32?>(repeating: nil, count: problem.jobs.count)
    for arc in match.arcs { now[Int(problem.arcs[Int(arc)].job)] = arc }
    return now.indices.count { job in
      if let arc = now[job] { return arc != before[job] }
      return wasServed[job]
    }
  }

  /// The problem in which changes have their price.
  private func priced(fixing: Bool) -> MatchProblem {
    var arcs: [MatchProblem.Arc] = []
    var jobs = problem.jobs
    for job in jobs.indices {
      let had = before[job]
      let stays = fixing && had.map { keepsAll[Int(problem.arcs[Int($0)].agent)] } ?? false
      let mayBeServed =
        !fixing || wasServed[job] || jobs[job].unservedPrice == nil
        || problem.arcs(ofJob: job).contains { problem.arcs[$0].isPinned }
      for position in problem.arcs(ofJob: job) where mayBeServed {
        var arc = problem.arcs[position]
        if Int32(position) == had {
          if stays { arc.isPinned = true }
        } else {
          guard !stays || arc.isPinned else { continue }
          arc.cost += price
        }
        arcs.append(arc)
      }
      if wasServed[job], let unserved = jobs[job].unservedPrice, jobs[job].demand > 0 {
        jobs[job].unservedPrice = unserved + price
      }
    }
    // A job without demand that was served has changed already.
    let gone = jobs.indices.count { wasServed[$0] && jobs[$0].demand == 0 }
    return MatchProblem(
      kinds: problem.kinds,
      agents: problem.agents.map(problem.agent), jobs: jobs, arcs: arcs, constant: problem.constant + gone * price)
  }
}
