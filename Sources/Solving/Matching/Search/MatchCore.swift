/// The part of a problem that good matches are made of: of each job the few arcs whose choice lifts the Lagrangian
/// bound least, at costs that are reduced by prices of capacity.
///
/// With μ the price of a unit of an agent's capacity (the ratio of profit to load at which the agent's knapsack
/// breaks, Dantzig 1957) and ρ = cost + μ load - (the least such sum of the job), the cost of a match that serves
/// all units it has to is
///
///     Σ ρ + Σ over agents of μ (capacity - load) + constant,
///
/// so that a match is good where it uses arcs of small ρ and leaves little room. Both sums are near 0 in the best
/// matches, which is what lets a chain of moves be given up early (``EjectionChains``).
///
/// To stay unserved at a price is an arc to *nobody*, an agent without limits whose number is the count of agents.
struct MatchCore: Sendable {
  /// An arc of the core.
  struct Arc: Sendable, BitwiseCopyable {
    let agent: Int32
    let load: Int32
    /// ρ, in parts of a unit of cost.
    let reducedCost: Int
  }

  /// By job, and one more: where its arcs start.
  let arcsOfJobStart: [Int32]
  /// By job; in a job by rising ρ.
  let arcs: [Arc]
  /// By arc: its job.
  let jobs: [Int32]
  /// By arc: its position in the problem; ``nobody`` for staying unserved.
  let origins: [Int32]
  /// By agent, and one more: where its arcs start in ``arcsByAgent``.
  let arcsOfAgentStart: [Int32]
  /// Positions of arcs by agent, in an agent by rising ρ.
  let arcsByAgent: [Int32]
  /// By agent: μ, in parts of a unit of cost.
  let capacityPrices: [Int]
  /// How many parts a unit of cost has.
  let resolution: Int

  /// The position of what is no arc of the problem.
  static let nobody: Int32 = -1

  /// Arcs kept of each job, beyond its demand.
  private static let breadth = 7

  /// - Parameters:
  ///   - problem: Without pins; every job that has to be served has as many arcs as it wants.
  ///   - multipliers: Good ones.
  ///   - rises: By arc: what the bound rises by where it is taken, times anything.
  /// - Complexity: O(arcs · log arcs).
  init(_ problem: MatchProblem, multipliers: Multipliers, rises: [Int]) {
    let resolution = Self.resolution(problem)
    self.resolution = resolution
    let prices = problem.agents.map { Self.capacityPrice($0, of: problem, multipliers, resolution: resolution) }
    capacityPrices = prices
    var starts: [Int32] = [0]
    var arcs: [Arc] = []
    var jobs: [Int32] = []
    var origins: [Int32] = []
    for (job, properties) in problem.jobs.enumerated() {
      func sum(_ position: Int) -> Int {
        let arc = problem.arcs[position]
        return resolution * arc.cost + prices[Int(arc.agent)] * Int(arc.load)
      }
      let kept = problem.arcs(ofJob: job).sorted { (rises[$0], $0) < (rises[$1], $1) }
        .prefix(properties.demand == 0 ? 0 : properties.demand + Self.breadth)
      var entries = kept.map { (sum: sum($0), origin: Int32($0)) }
      if let price = properties.unservedPrice, properties.demand > 0 {
        entries.append((resolution * price, Self.nobody))
      }
      entries.sort { ($0.sum, $0.origin) < ($1.sum, $1.origin) }
      for entry in entries {
        let arc = entry.origin == Self.nobody ? nil : problem.arcs[Int(entry.origin)]
        arcs.append(
          Arc(
            agent: arc?.agent ?? Int32(problem.agentCount), load: arc?.load ?? 0,
            reducedCost: entry.sum - entries[0].sum))
        jobs.append(Int32(job))
        origins.append(entry.origin)
      }
      starts.append(Int32(arcs.count))
    }
    self.arcs = arcs
    self.jobs = jobs
    self.origins = origins
    arcsOfJobStart = starts

    var agentStarts = Array(repeating: Int32(0), count: problem.agentCount + 2)
    for arc in arcs { agentStarts[Int(arc.agent) + 1] += 1 }
    for agent in 0...problem.agentCount { agentStarts[agent + 1] += agentStarts[agent] }
    arcsOfAgentStart = agentStarts
    arcsByAgent = arcs.indices.sorted {
      (arcs[$0].agent, arcs[$0].reducedCost, $0) < (arcs[$1].agent, arcs[$1].reducedCost, $1)
    }.map(Int32.init)
  }

  /// By unit: the arc of the core, in a job ascending; `nil` where a match has other arcs. O(units · arcs of a job).
  func assignment(of match: Match, in problem: MatchProblem) -> [Int32]? {
    var assignment: [Int32] = []
    var chosen = match.arcs[...]
    for (job, properties) in problem.jobs.enumerated() {
      let own = chosen.prefix { Int(problem.arcs[Int($0)].job) == job }
      chosen = chosen.dropFirst(own.count)
      let places = arcsOfJobStart[job]..<arcsOfJobStart[job + 1]
      var units = places.filter { own.contains(origins[Int($0)]) }
      guard units.count == own.count else { return nil }
      if units.count < properties.demand {
        guard let unserved = places.first(where: { origins[Int($0)] == Self.nobody }) else { return nil }
        units += repeatElement(unserved, count: properties.demand - units.count)
      }
      assignment += units.sorted()
    }
    return assignment
  }

  /// The ratio of profit to load at which the agent's capacity is used up, the most profitable loads first; 0
  /// where counts bind before, or nothing does.
  private static func capacityPrice(
    _ agent: Int, of problem: MatchProblem, _ multipliers: Multipliers, resolution: Int
  ) -> Int {
    var items: [(ratio: Double, arc: Int32)] = []
    for position in problem.arcs(ofAgent: agent) {
      let arc = problem.arcs[Int(position)]
      let profit = multipliers.numerators[Int(arc.job)] - multipliers.denominator * arc.cost
      if profit > 0, arc.load > 0 { items.append((Double(profit) / Double(arc.load), position)) }
    }
    items.sort { ($0.ratio, $1.arc) > ($1.ratio, $0.arc) }
    var left = problem.capacities[agent]
    var counts = (0..<problem.kinds).map { problem.counts(ofAgent: agent, kind: $0).upperBound }
    for item in items {
      let arc = problem.arcs[Int(item.arc)]
      let kind = problem.jobs[Int(arc.job)].kind
      guard counts[kind] > 0 else { continue }
      left -= Int(arc.load)
      counts[kind] -= 1
      if left < 0 {
        return Int((item.ratio / Double(multipliers.denominator) * Double(resolution)).rounded())
      }
    }
    return 0
  }

  /// A power of two that leaves room for sums over all jobs.
  private static func resolution(_ problem: MatchProblem) -> Int {
    let cost = problem.arcs.lazy.map { abs($0.cost) }.max() ?? 0
    let dearest = max(cost, problem.jobs.lazy.compactMap { $0.unservedPrice.map(abs) }.max() ?? 0, 1)
    let units = problem.jobs.reduce(1) { $0 + $1.demand }
    var resolution = 256
    while resolution > 1, Double(resolution) * Double(dearest) * Double(units) > 0x1p54 { resolution /= 2 }
    return resolution
  }
}
