/// A part of a match that is decided anew while the rest stays: the neighbourhoods of a large neighbourhood search
/// (Shaw 1998), each a small problem of its own.
struct MatchNeighbourhood {
  /// What can be chosen in that part, with the room and the counts that the rest of the match leaves.
  let problem: MatchProblem
  /// By job of the problem: its multiplier.
  let numerators: [Int]
  /// What that part costs now.
  let cost: Int
  /// By arc of the problem: its position in the whole.
  private let origins: [Int32]
  /// Arcs that are chosen now and would be decided anew.
  private let replaced: Set<Int32>

  /// Frees agents until about so many jobs are free: one job's agent first, then, job by job, agents who could take
  /// one of those with little rise of the bound.
  ///
  /// - Parameters:
  ///   - jobs: How many to free, about.
  ///   - match: A match that keeps all constraints.
  ///   - whole: What it is a match of.
  ///   - multipliers: Good ones for the whole.
  ///   - rises: By arc: D times what the bound rises by where it is taken.
  ///   - slack: Arcs that rise by more are left out: no better match has them.
  init(
    jobs target: Int, around match: Match, of whole: MatchProblem, multipliers: Multipliers,
    rises: [Int], slack: Int, random: inout Randomness
  ) {
    var chosenOfAgent = Array(repeating: [Int32](), count: whole.agentCount)
    for arc in match.arcs { chosenOfAgent[Int(whole.arcs[Int(arc)].agent)].append(arc) }
    var isFree = Array(repeating: false, count: whole.agentCount)
    var agents: [Int] = []
    var freed: [Int] = []
    func free(_ agent: Int) {
      isFree[agent] = true
      agents.append(agent)
      freed += chosenOfAgent[agent].map { Int(whole.arcs[Int($0)].job) }
    }
    var attempts = 0
    while freed.count < target, agents.count < whole.agentCount, attempts < 4 * target {
      attempts += 1
      let job =
        freed.isEmpty || attempts.isMultiple(of: 16)
        ? random.below(whole.jobs.count) : freed[random.below(freed.count)]
      // One of the three best agents who are not free yet.
      var best: [(rise: Int, agent: Int)] = []
      for position in whole.arcs(ofJob: job) where !isFree[Int(whole.arcs[position].agent)] {
        let entry = (rise: rises[position], agent: Int(whole.arcs[position].agent))
        if best.count == 3, entry >= best[2] { continue }
        best.append(entry)
        best.sort { $0 < $1 }
        if best.count > 3 { best.removeLast() }
      }
      guard !best.isEmpty else { continue }
      free(best[random.below(best.count)].agent)
    }
    let replaced = Set(agents.lazy.flatMap { chosenOfAgent[$0] })
    let touched = Set(agents.lazy.flatMap { whole.arcs(ofAgent: $0).lazy.map { Int(whole.arcs[Int($0)].job) } })
    self.init(replacing: replaced, jobs: touched.sorted(), around: match, of: whole, multipliers: multipliers) {
      job in
      whole.arcs(ofJob: job).filter { isFree[Int(whole.arcs[$0].agent)] && rises[$0] <= slack }
    }
  }

  /// Frees jobs.
  ///
  /// - Parameters:
  ///   - jobs: Ascending.
  ///   - match: A match that keeps all constraints.
  ///   - whole: What it is a match of.
  ///   - multipliers: Good ones for the whole.
  ///   - options: Of a job: its arcs to choose from, ascending.
  init(
    freeing jobs: [Int], around match: Match, of whole: MatchProblem, multipliers: Multipliers,
    options: (_ job: Int) -> [Int]
  ) {
    var isFree = Array(repeating: false, count: whole.jobs.count)
    for job in jobs { isFree[job] = true }
    let replaced = Set(match.arcs.lazy.filter { isFree[Int(whole.arcs[Int($0)].job)] })
    self.init(
      replacing: replaced, jobs: jobs, around: match, of: whole, multipliers: multipliers, options: options)
  }

  /// - Parameters:
  ///   - replaced: The chosen arcs that are decided anew.
  ///   - touched: Jobs that may have units to decide, ascending.
  ///   - options: Of a job: its arcs to choose from, ascending.
  private init(
    replacing replaced: Set<Int32>, jobs touched: [Int], around match: Match, of whole: MatchProblem,
    multipliers: Multipliers, options: (_ job: Int) -> [Int]
  ) {
    self.replaced = replaced
    var left = match.unserved(in: whole)
    var room = whole.capacities
    var taken = Array(repeating: 0, count: whole.counts.count)
    for position in match.arcs {
      let arc = whole.arcs[Int(position)]
      guard !replaced.contains(position) else {
        left[Int(arc.job)] += 1
        continue
      }
      room[Int(arc.agent)] -= Int(arc.load)
      taken[Int(arc.agent) * whole.kinds + whole.jobs[Int(arc.job)].kind] += 1
    }

    let decided = touched.filter { left[$0] > 0 }
    let optionsOfJob = decided.map(options)
    var newAgent = Array(repeating: -1, count: whole.agentCount)
    for positions in optionsOfJob { for position in positions { newAgent[Int(whole.arcs[position].agent)] = 0 } }
    for position in replaced { newAgent[Int(whole.arcs[Int(position)].agent)] = 0 }
    let agents = whole.agents.filter { newAgent[$0] == 0 }
    for (index, agent) in agents.enumerated() { newAgent[agent] = index }
    var jobs: [MatchProblem.Job] = []
    var arcs: [MatchProblem.Arc] = []
    var origins: [Int32] = []
    var cost = replaced.reduce(0) { $0 + whole.arcs[Int($1)].cost }
    let unserved = match.unserved(in: whole)
    for (index, job) in decided.enumerated() {
      var properties = whole.jobs[job]
      properties.demand = left[job]
      cost += unserved[job] * (properties.unservedPrice ?? 0)
      jobs.append(properties)
      for position in optionsOfJob[index] {
        var arc = whole.arcs[position]
        arc.job = Int32(index)
        arc.agent = Int32(newAgent[Int(arc.agent)])
        arcs.append(arc)
        origins.append(Int32(position))
      }
    }
    problem = MatchProblem(
      kinds: whole.kinds,
      agents: agents.map { agent in
        .init(
          capacity: room[agent],
          counts: (0..<whole.kinds).map { kind in
            let range = whole.counts(ofAgent: agent, kind: kind)
            let others = taken[agent * whole.kinds + kind]
            return max(0, range.lowerBound - others)...(range.upperBound - others)
          })
      }, jobs: jobs, arcs: arcs)
    self.origins = origins
    self.cost = cost
    numerators = decided.map { multipliers.numerators[$0] }
  }

  /// The whole match with this one in the place of what that part had.
  func replacing(with own: Match, in match: Match) -> Match {
    Match(match.arcs.filter { !replaced.contains($0) } + own.arcs.map { origins[Int($0)] })
  }
}
