/// Large neighbourhood search on a match by jobs: some of them are decided anew by ``MatchEnumeration``, among the best
/// arcs of the core, while the others stay.
///
/// Two kinds of neighbourhoods take turns. In two of three the jobs are those in which elites differ from the best
/// match (Danna, Rothberg and Le Pape 2005, with elite matches in the place of a relaxation). Where elites differ in
/// more jobs than are to be freed, the freed ones grow from one of them over the agents that have it in either match.
/// In the third the jobs are drawn from all, which needs no elites and gains most while matches are far from good.
///
/// Other than a few agents' jobs, of which chains of moves leave nothing to gain, the freed jobs lie all over the match,
/// a few at each agent. How many are freed follows from how it went: more where the best choice among fewer is what
/// there is already, fewer where the enumeration does not end.
struct JobNeighbourhoods {
  private let problem: MatchProblem
  private let core: MatchCore
  private let multipliers: Multipliers
  private var sizes = [40.0, 40.0]

  /// Work of one neighbourhood at most.
  private static let portion = 50_000_000
  /// Work that setting one up is counted as, for each job and arc of the problem.
  private static let overhead = 20
  /// Arcs of a job to choose from, beyond its demand.
  private static let breadth = 5
  /// Elites that are looked at.
  private static let sources = 8

  /// - Parameters:
  ///   - problem: Without pins.
  ///   - core: Of the problem.
  ///   - multipliers: Good ones.
  init(_ problem: MatchProblem, core: MatchCore, multipliers: Multipliers) {
    self.problem = problem
    self.core = core
    self.multipliers = multipliers
  }

  /// Takes over the mean of the sizes that searches came to.
  mutating func merge(_ others: [JobNeighbourhoods]) {
    for kind in sizes.indices {
      sizes[kind] = others.reduce(0) { $0 + $1.sizes[kind] } / Double(others.count)
    }
  }

  /// Decides one neighbourhood of a match.
  ///
  /// - Parameters:
  ///   - match: The best one.
  ///   - elites: By unit: arcs of the core. They need not keep all constraints.
  ///   - work: Is raised by the work done, in cells.
  ///   - stop: Looked at once.
  /// - Returns: A cheaper match.
  mutating func improvement(
    of match: Match, elites: [[Int32]], random: inout Randomness, work: inout Int, stop: StopSignal
  ) -> Match? {
    work += Self.overhead * (problem.jobs.count + match.arcs.count)
    let kind = random.below(3) == 0 ? 1 : 0
    let target = Int(sizes[kind])
    let jobs = kind == 0 ? differingJobs(target, match, elites, &random) : drawnJobs(target, &random)
    guard !jobs.isEmpty else { return nil }
    let neighbourhood = MatchNeighbourhood(
      freeing: jobs, around: match, of: problem, multipliers: multipliers, options: options(around: match))
    guard
      var enumeration = MatchEnumeration(
        neighbourhood.problem, numerators: neighbourhood.numerators, denominator: multipliers.denominator)
    else {
      sizes[kind] = max(sizes[kind] / 2, 2)
      return nil
    }
    let ending = enumeration.run(threshold: neighbourhood.cost - 1, work: Self.portion, stop: stop)
    work += enumeration.work
    if enumeration.isFinished {
      sizes[kind] = min(sizes[kind] * 1.02, Double(max(problem.jobs.count, 2)))
    } else {
      sizes[kind] = max(sizes[kind] * 0.95, 2)
    }
    guard case .found(let own) = ending else { return nil }
    return neighbourhood.replacing(with: own, in: match)
  }

  /// The arcs of the core that raise the bound least, and those that are chosen now.
  private func options(around match: Match) -> (_ job: Int) -> [Int] {
    let chosen = Set(match.arcs)
    return { job in
      let first = Int(core.arcsOfJobStart[job])
      let last = min(Int(core.arcsOfJobStart[job + 1]), first + problem.jobs[job].demand + Self.breadth)
      let best = core.origins[first..<last].filter { $0 != MatchCore.nobody }
      let own = problem.arcs(ofJob: job).filter { chosen.contains(Int32($0)) }
      return Set(best.lazy.map { Int($0) } + own).sorted()
    }
  }

  /// So many of all jobs at most, ascending.
  private func drawnJobs(_ count: Int, _ random: inout Randomness) -> [Int] {
    Set((0..<count).map { _ in random.below(problem.jobs.count) }).sorted()
  }

  /// Jobs in which elites differ from the match, so many at most, ascending.
  private func differingJobs(
    _ count: Int, _ match: Match, _ elites: [[Int32]], _ random: inout Randomness
  ) -> [Int] {
    var arcsOfJob = Array(repeating: [Int32](), count: problem.jobs.count)
    for arc in match.arcs { arcsOfJob[Int(problem.arcs[Int(arc)].job)].append(arc) }
    var isFreed = Array(repeating: false, count: problem.jobs.count)
    var freed: [Int] = []
    for _ in 0..<Self.sources where freed.count < count {
      let elite = arcsByJob(elites[random.below(elites.count)])
      let others = elite.indices.filter { !isFreed[$0] && elite[$0] != arcsOfJob[$0] }
      guard !others.isEmpty else { continue }
      let wanted = count - freed.count
      let chosen =
        others.count <= wanted
        ? others : neighbours(wanted, among: others, arcs: { arcsOfJob[$0] + elite[$0] }, &random)
      for job in chosen { isFreed[job] = true }
      freed += chosen
    }
    return freed.sorted()
  }

  /// By job: its arcs of the problem, ascending.
  private func arcsByJob(_ elite: [Int32]) -> [[Int32]] {
    var unit = 0
    return problem.jobs.map { properties in
      defer { unit += properties.demand }
      return elite[unit..<(unit + properties.demand)].map { core.origins[Int($0)] }
        .filter { $0 != MatchCore.nobody }.sorted()
    }
  }

  /// So many jobs that grow from a random one over common agents.
  private func neighbours(
    _ count: Int, among jobs: [Int], arcs: (Int) -> [Int32], _ random: inout Randomness
  ) -> [Int] {
    var jobsOfAgent = Array(repeating: [Int](), count: problem.agentCount)
    for job in jobs { for arc in arcs(job) { jobsOfAgent[Int(problem.arcs[Int(arc)].agent)].append(job) } }
    var isSeen = Array(repeating: false, count: problem.jobs.count)
    var found: [Int] = []
    var next = 0
    while found.count < count {
      if next == found.count {
        let left = jobs.filter { !isSeen[$0] }
        guard !left.isEmpty else { break }
        let job = left[random.below(left.count)]
        isSeen[job] = true
        found.append(job)
      }
      for arc in arcs(found[next]) {
        for job in jobsOfAgent[Int(problem.arcs[Int(arc)].agent)] where !isSeen[job] && found.count < count {
          isSeen[job] = true
          found.append(job)
        }
      }
      next += 1
    }
    return found
  }
}
