/// The fairest match where loads never bind: lexicographic max-min, solved exactly as a sequence of flows.
///
/// The hardship of a served unit is the rank its job gives the agent, or the cost of the arc where nobody has
/// preferences. A match is fairer than another when, in this order, its unserved need is less, its unserved
/// units are fewer, and its hardships, sorted from the worst on, are lexicographically less. Among the fairest
/// the cheapest is taken.
///
/// Each step is a flow whose costs count one level: need, unserved units, units at the worst hardship, at the next
/// worst and so on. Its potentials say which solutions are optimal for it: exactly those that leave every arc of
/// positive reduced cost and take every arc of negative one (complementary slackness). So the next step
/// is the same problem without these arcs and jobs, and no step ever compares sums of powers that do not fit
/// (Burkard and Rendl, Lexicographic bottleneck problems, 1991). Several levels share a step where the
/// weights do fit.
struct FairMatch {
  /// How the steps ended.
  enum Outcome {
    case found(arcs: [Int32], isComplete: Bool)
    case infeasible(Transportation.Shortage)
    case interrupted
  }

  private var face: TransportationFace
  private let hardship: [Int]
  private let costs: [Int]

  /// - Parameters:
  ///   - problem: Its arcs' positions are those of the outcome.
  ///   - hardship: By arc.
  init(_ problem: Transportation, hardship: [Int]) {
    face = TransportationFace(problem)
    self.hardship = hardship
    costs = problem.costOfArc
  }

  /// Goes through the levels.
  ///
  /// - Parameter steps: How many flows at most; levels beyond are left to the cost, and the outcome says so.
  mutating func run(steps: Int, stop: StopSignal) -> Outcome {
    let prices = face.problem.unservedPrices
    if let failure = face.restrict(
      costs: { _ in 0 }, price: { prices[$0] ?? 0 }, stop: stop)
      ?? face.restrict(costs: { _ in 0 }, price: { _ in 1 }, stop: stop)
    {
      return failure
    }
    let units = face.problem.demands.reduce(1, +)
    var left = steps
    var levels = face.levels(of: hardship)[...]
    while !levels.isEmpty, left > 0 {
      var weightOfLevel: [Int: Int] = [:]
      var weight = 1
      var group: [Int] = []
      while let level = levels.popFirst() {
        group.append(level)
        let (next, overflow) = weight.multipliedReportingOverflow(by: units)
        if overflow || next > 1 << 40 { break }
        weight = next
      }
      weight = 1
      for level in group.reversed() {
        weightOfLevel[level] = weight
        weight *= units
      }
      let hardship = hardship
      if let failure = face.restrict(
        costs: { weightOfLevel[hardship[$0]] ?? 0 }, price: { _ in 0 }, stop: stop)
      {
        return failure
      }
      left -= 1
      // Levels whose arcs are all decided need no step.
      let open = face.levels(of: hardship)
      levels = open[(open.firstIndex { $0 < group[group.count - 1] } ?? open.count)...]
    }
    let costs = costs
    if let failure = face.restrict(costs: { costs[$0] }, price: { prices[$0] ?? 0 }, stop: stop) { return failure }
    return .found(arcs: face.solution, isComplete: levels.isEmpty)
  }
}

/// The solutions of a ``Transportation`` that are optimal for a sequence of costs.
private struct TransportationFace {
  /// What is left to decide.
  private(set) var problem: Transportation
  /// By arc of what is left: its position in the problem at the start.
  private var origins: [Int32]
  /// Arcs that every solution has.
  private var taken: [Int32] = []
  /// Arcs of the last solution, besides.
  private var last: [Int32] = []

  init(_ problem: Transportation) {
    self.problem = problem
    origins = problem.agentOfArc.indices.map(Int32.init)
  }

  /// The last solution.
  var solution: [Int32] { (taken + last).sorted() }

  /// The hardships of the arcs that are undecided, worst first.
  func levels(of hardship: [Int]) -> [Int] { Set(origins.map { hardship[Int($0)] }).sorted(by: >) }

  /// Keeps the solutions that are cheapest for these costs.
  ///
  /// - Parameters:
  ///   - costs: By position of an arc in the problem at the start.
  ///   - price: By job, of a unit unserved, where it may be.
  /// - Returns: What went wrong, if anything.
  mutating func restrict(
    costs: (Int) -> Int, price: (Int) -> Int, stop: StopSignal
  ) -> FairMatch.Outcome? {
    problem.costOfArc = origins.map { costs(Int($0)) }
    for job in problem.jobs where problem.unservedPrices[job] != nil { problem.unservedPrices[job] = price(job) }
    let plan: Transportation.Plan
    switch problem.solved(stop: stop) {
    case .optimal(let found): plan = found
    case .infeasible(let shortage): return .infeasible(shortage)
    case .interrupted: return .interrupted
    }
    narrow(to: plan)
    return nil
  }

  private mutating func narrow(to plan: Transportation.Plan) {
    var isChosen = Array(repeating: false, count: origins.count)
    for arc in plan.arcs { isChosen[Int(arc)] = true }
    last = []
    var demands = problem.demands
    var takenByAgent = Array(repeating: 0, count: problem.counts.count)
    var (starts, agents, kept): ([Int], [Int32], [Int32]) = ([0], [], [])
    for job in problem.jobs {
      for arc in problem.arcs(ofJob: job) {
        let agent = Int(problem.agentOfArc[arc])
        let reduced = problem.costOfArc[arc] - plan.jobPotentials[job] + plan.agentPotentials[agent]
        if reduced < 0 {
          taken.append(origins[arc])
          demands[job] -= 1
          takenByAgent[agent] += 1
        } else if reduced == 0 {
          agents.append(Int32(agent))
          kept.append(origins[arc])
          if isChosen[arc] { last.append(origins[arc]) }
        }
      }
      starts.append(kept.count)
      if let price = problem.unservedPrices[job], plan.jobPotentials[job] < price {
        problem.unservedPrices[job] = nil
      }
    }
    problem.counts = problem.counts.enumerated().map { agent, range in
      let price = plan.agentPotentials[agent]
      let least = price > 0 ? range.upperBound : range.lowerBound
      let most = price < 0 ? range.lowerBound : range.upperBound
      return max(0, least - takenByAgent[agent])...(most - takenByAgent[agent])
    }
    problem.demands = demands
    problem.arcsOfJobStart = starts
    problem.agentOfArc = agents
    problem.costOfArc = Array(repeating: 0, count: kept.count)
    origins = kept
  }
}
