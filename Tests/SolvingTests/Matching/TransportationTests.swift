import MIP
import Testing

@testable import Solving

@Suite struct TransportationTests {
  /// Demands of 0 to 3, prices or none, least and most counts, missing arcs, ties and negative costs.
  @Test(arguments: 0..<3000 as Range<UInt64>)
  func agreesWithBruteForce(seed: UInt64) {
    let problem = Transportation.random(seed: seed)
    let best = problem.leastCostByEnumeration()
    for width in [1, 2, 100] {
      switch problem.solved(width: width) {
      case .optimal(let plan):
        #expect(problem.flaw(in: plan) == nil)
        #expect(plan.cost == best)
      case .infeasible(let shortage):
        #expect(best == nil)
        #expect(problem.isProof(shortage), "\(shortage)")
      case .interrupted: Issue.record("nothing stopped it")
      }
    }
  }

  /// As many units as places, so that prices of either sign would do: those given out are not negative.
  @Test(arguments: 0..<1000 as Range<UInt64>)
  func agreesWhereEveryAgentIsFull(seed: UInt64) {
    var random = Randomness(seed: seed)
    let size = random.below(5) + 1
    let problem = Transportation.complete(
      demands: Array(repeating: 1, count: size), counts: Array(repeating: 0...1, count: size),
      costs: (0..<size * size).map { _ in random.below(20) - 10 })
    guard case .optimal(let plan) = problem.solved(width: 2) else {
      Issue.record("a complete problem has a solution")
      return
    }
    #expect(problem.flaw(in: plan) == nil)
    #expect(plan.cost == problem.leastCostByEnumeration())
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func agreesWithTheSolver(seed: UInt64) throws {
    var random = Randomness(seed: seed)
    let (agents, jobs) = (30, 80)
    let problem = Transportation.complete(
      demands: (0..<jobs).map { _ in random.below(3) },
      counts: (0..<agents).map { _ in random.below(2)...(random.below(3) + 2) },
      costs: (0..<agents * jobs).map { _ in random.below(500) }, price: 300)
    let answer = try problem.network.solve(by: .networkSimplex)
    guard case .optimal(let plan) = problem.solved(width: 5) else {
      Issue.record("all jobs may stay unserved")
      return
    }
    #expect(problem.flaw(in: plan) == nil)
    #expect(plan.cost == answer?.cost)
  }

  @Test func stopsWhenAsked() {
    let problem = Transportation.complete(
      demands: [1, 1], counts: [0...1, 1...1], costs: [1, 2, 1, 2])
    #expect(problem.solved(stop: StopSignal { true }) == .interrupted)
  }

  @Test func namesTheJobsThatCompete() {
    let problem = Transportation(
      demands: [1, 1, 1, 1], unservedPrices: [nil, nil, nil, nil], counts: [0...1, 0...1, 0...5],
      arcsOfJobStart: [0, 1, 3, 5, 7], agentOfArc: [0, 0, 1, 0, 1, 1, 2], costOfArc: [1, 1, 1, 1, 1, 1, 1])
    #expect(problem.solved() == .infeasible(.jobs([0, 1, 2], agents: [0, 1])))
  }

  @Test func namesTheAgentsThatStayIdle() {
    let problem = Transportation(
      demands: [1, 1], unservedPrices: [nil, 7], counts: [1...1, 1...2, 0...9],
      arcsOfJobStart: [0, 2, 3], agentOfArc: [0, 1, 2], costOfArc: [5, 5, 1])
    #expect(problem.solved() == .infeasible(.agents([0, 1], jobs: [0])))
  }
}

extension Transportation {
  static func complete(
    demands: [Int], counts: [ClosedRange<Int>], costs: [Int], price: Int? = nil
  ) -> Transportation {
    Transportation(
      demands: demands, unservedPrices: Array(repeating: price, count: demands.count), counts: counts,
      arcsOfJobStart: (0...demands.count).map { $0 * counts.count },
      agentOfArc: demands.flatMap { _ in counts.indices.map(Int32.init) }, costOfArc: costs)
  }

  static func random(seed: UInt64) -> Transportation {
    var random = Randomness(seed: seed)
    let (agents, jobs) = (random.below(3) + 1, random.below(5) + 1)
    let (density, spread) = (random.below(3) + 1, [2, 10, 1000][random.below(3)])
    let (mayLack, hasLeast) = (random.below(3), random.below(2) == 0)
    let demands = (0..<jobs).map { _ in [1, 1, 1, 2, 3, 0][random.below(6)] }
    let prices = (0..<jobs).map { _ in random.below(2) < mayLack ? random.below(3 * spread) - spread : nil }
    let counts = (0..<agents).map { _ in
      let least = hasLeast ? random.below(3) : 0
      return least...(least + random.below(4))
    }
    var (starts, agentOfArc, costOfArc): ([Int], [Int32], [Int]) = ([0], [], [])
    for _ in 0..<jobs {
      for agent in 0..<agents where random.below(3) < density {
        agentOfArc.append(Int32(agent))
        costOfArc.append(random.below(2 * spread) - spread)
      }
      starts.append(agentOfArc.count)
    }
    return Transportation(
      demands: demands, unservedPrices: prices, counts: counts, arcsOfJobStart: starts, agentOfArc: agentOfArc,
      costOfArc: costOfArc)
  }

  /// The least cost over all choices of arcs; `nil` where none keeps demands and counts.
  func leastCostByEnumeration() -> Int? {
    func least(_ job: Int, _ taken: [Int]) -> Int? {
      guard job < demands.count else {
        return zip(taken, counts).allSatisfy { $1.contains($0) } ? 0 : nil
      }
      let own = Array(arcs(ofJob: job))
      var best: Int?
      for choice in 0..<(1 << own.count) where choice.nonzeroBitCount <= demands[job] {
        let unserved = demands[job] - choice.nonzeroBitCount
        guard unserved == 0 || unservedPrices[job] != nil else { continue }
        var (cost, taken) = (unserved * (unservedPrices[job] ?? 0), taken)
        for (bit, arc) in own.enumerated() where choice >> bit & 1 == 1 {
          cost += costOfArc[arc]
          taken[Int(agentOfArc[arc])] += 1
        }
        guard zip(taken, counts).allSatisfy({ $0 <= $1.upperBound }), let rest = least(job + 1, taken) else {
          continue
        }
        best = min(best ?? .max, cost + rest)
      }
      return best
    }
    return least(0, Array(repeating: 0, count: counts.count))
  }

  /// Whether a shortage follows from the numbers alone.
  func isProof(_ shortage: Shortage) -> Bool {
    switch shortage {
    case .jobs(let jobs, let agents):
      let inside = Set(agents.map(Int32.init))
      let outside = jobs.reduce(0) { sum, job in
        sum + arcs(ofJob: job).count { !inside.contains(agentOfArc[$0]) }
      }
      return jobs.allSatisfy { unservedPrices[$0] == nil }
        && jobs.reduce(0) { $0 + demands[$1] } > agents.reduce(0) { $0 + counts[$1].upperBound } + outside
    case .agents(let agents, let jobs):
      let inside = Set(agents.map(Int32.init))
      let given = self.jobs.reduce(0) { sum, job in
        sum + min(demands[job], arcs(ofJob: job).count { inside.contains(agentOfArc[$0]) })
      }
      let known = Set(jobs)
      return agents.reduce(0) { $0 + counts[$1].lowerBound } > given
        && self.jobs.allSatisfy { job in
          known.contains(job) || !arcs(ofJob: job).contains { inside.contains(agentOfArc[$0]) }
        }
    }
  }

  /// The same as a network with a source: jobs, agents, sink.
  var network: MinimumCostFlow {
    let (jobs, sink) = (demands.count, demands.count + counts.count)
    var network = MinimumCostFlow(supplies: demands + counts.map { _ in 0 } + [-demands.reduce(0, +)])
    for job in 0..<jobs {
      for arc in arcs(ofJob: job) {
        network.arcs.append(.init(from: job, to: jobs + Int(agentOfArc[arc]), capacity: 1, cost: costOfArc[arc]))
      }
      if let price = unservedPrices[job] {
        network.arcs.append(.init(from: job, to: sink, capacity: demands[job], cost: price))
      }
    }
    for (agent, count) in counts.enumerated() {
      network.arcs.append(
        .init(from: jobs + agent, to: sink, lower: count.lowerBound, capacity: count.upperBound, cost: 0))
    }
    return network
  }
}
