import MIP
import TestSupport
import Testing

@Suite struct MinimumCostFlowTests {
  @Test(arguments: 0..<100 as Range<UInt64>, MinimumCostFlow.Algorithm.allCases)
  func agreesWithBruteForce(seed: UInt64, algorithm: MinimumCostFlow.Algorithm) throws {
    let network = MinimumCostFlow.random(seed: seed, nodes: 4, arcs: 6, largest: 2)
    let flow = try network.solve(by: algorithm)
    #expect(flow?.cost == network.bruteForce())
    if let flow {
      #expect(network.flaw(in: flow) == nil)
      #expect(zip(network.arcs, flow.flows).reduce(0) { $0 + $1.0.cost * $1.1 } == flow.cost)
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func algorithmsAgreeOnLargerNetworks(seed: UInt64) throws {
    let network = MinimumCostFlow.random(seed: seed, nodes: 40, arcs: 300, largest: 1000)
    let costs = try MinimumCostFlow.Algorithm.allCases.map { try network.solve(by: $0)?.cost }
    #expect(Set(costs).count == 1)
  }

  @Test(arguments: MinimumCostFlow.Algorithm.allCases)
  func loopsAndParallelArcs(algorithm: MinimumCostFlow.Algorithm) throws {
    let network = MinimumCostFlow(
      supplies: [2, -2],
      arcs: [
        .init(from: 0, to: 0, capacity: 5, cost: -1), .init(from: 0, to: 1, capacity: 1, cost: 1),
        .init(from: 0, to: 1, capacity: 9, cost: 4), .init(from: 1, to: 1, lower: 2, capacity: 3, cost: 7),
      ])
    let flow = try #require(try network.solve(by: algorithm))
    #expect(flow.flows == [5, 1, 1, 2])
    #expect(flow.cost == 14)
  }

  @Test(arguments: MinimumCostFlow.Algorithm.allCases)
  func infeasible(algorithm: MinimumCostFlow.Algorithm) throws {
    let arc = MinimumCostFlow.Arc(from: 0, to: 1, capacity: 1, cost: 0)
    #expect(try MinimumCostFlow(supplies: [2, -2], arcs: [arc]).solve(by: algorithm) == nil)
    #expect(try MinimumCostFlow(supplies: [1, -2], arcs: [arc]).solve(by: algorithm) == nil)
    #expect(try MinimumCostFlow(supplies: [1, -1]).solve(by: algorithm) == nil)
  }

  @Test(arguments: MinimumCostFlow.Algorithm.allCases)
  func nothingToCarry(algorithm: MinimumCostFlow.Algorithm) throws {
    #expect(try MinimumCostFlow(supplies: []).solve(by: algorithm)?.cost == 0)
    #expect(try MinimumCostFlow(supplies: [0, 0]).solve(by: algorithm)?.potentials.count == 2)
  }

  @Test(arguments: MinimumCostFlow.Algorithm.allCases)
  func largeNumbers(algorithm: MinimumCostFlow.Algorithm) throws {
    let large = MinimumCostFlow.largestNumber - 1
    let network = MinimumCostFlow(
      supplies: [large, -large],
      arcs: [
        .init(from: 0, to: 1, capacity: large - 1, cost: large / 2 - 1),
        .init(from: 0, to: 1, capacity: large, cost: large / 2),
      ])
    let flow = try #require(try network.solve(by: algorithm))
    #expect(flow.flows == [large - 1, 1])
  }

  @Test func overflowIsAnErrorNotAnAnswer() throws {
    let large = MinimumCostFlow.largestNumber
    let long = MinimumCostFlow(
      supplies: [1] + [Int](repeating: 0, count: 20) + [-1],
      arcs: (0..<21).map { .init(from: $0, to: $0 + 1, capacity: 1, cost: large) })
    #expect(throws: MIPError.self) { try long.solve(by: .outOfKilter) }
    #expect(try long.solve(by: .networkSimplex)?.cost == 21 * large)
    #expect(try long.solve()?.cost == 21 * large)
    #expect(throws: MIPError.self) {
      try MinimumCostFlow(supplies: [large, large, large, large, large, -5 * large]).solve()
    }
  }

  @Test func networksAreChecked() {
    let bad: [MinimumCostFlow] = [
      MinimumCostFlow(supplies: [Int.max, Int.min]),
      MinimumCostFlow(supplies: [0, 0], arcs: [.init(from: 0, to: 2, capacity: 1, cost: 1)]),
      MinimumCostFlow(supplies: [0, 0], arcs: [.init(from: -1, to: 1, capacity: 1, cost: 1)]),
      MinimumCostFlow(supplies: [], arcs: [.init(from: 0, to: 0, capacity: 1, cost: 1)]),
      MinimumCostFlow(supplies: [0, 0], arcs: [.init(from: 0, to: 1, capacity: -1, cost: 1)]),
      MinimumCostFlow(supplies: [0, 0], arcs: [.init(from: 0, to: 1, lower: 2, capacity: 1, cost: 1)]),
      MinimumCostFlow(supplies: [0, 0], arcs: [.init(from: 0, to: 1, capacity: 1, cost: .min)]),
    ]
    for network in bad {
      #expect(throws: MIPError.self) { try network.solve() }
    }
  }

  @Test func theCheckFindsFlaws() throws {
    let network = MinimumCostFlow(
      supplies: [1, -1],
      arcs: [
        .init(from: 0, to: 1, capacity: 1, cost: 1), .init(from: 0, to: 1, capacity: 1, cost: 5),
      ])
    let best = try #require(try network.solve())
    #expect(network.flaw(in: best) == nil)
    var flow = best
    flow.flows = [0, 1]
    #expect(network.flaw(in: flow) != nil)
    flow.flows = [0, 0]
    #expect(network.flaw(in: flow) != nil)
    flow.flows = [2, -1]
    #expect(network.flaw(in: flow) != nil)
    flow = best
    flow.potentials[0] += 100
    #expect(network.flaw(in: flow) != nil)
    flow.potentials[0] = .max
    #expect(network.flaw(in: flow) != nil)
  }
}

extension MinimumCostFlow {
  /// Balanced; costs of both signs; feasible more often than not.
  fileprivate static func random(seed: UInt64, nodes: Int, arcs: Int, largest: Int) -> MinimumCostFlow {
    var random = SplitMix(seed: seed)
    var network = MinimumCostFlow(supplies: [Int](repeating: 0, count: nodes))
    for _ in 0..<arcs {
      let lower = random.int(0...3) == 0 ? 1 : 0
      network.arcs.append(
        Arc(
          from: random.int(0...nodes - 1), to: random.int(0...nodes - 1), lower: lower,
          capacity: lower + random.int(0...largest), cost: random.int(-largest...3 * largest)))
    }
    for _ in 0..<nodes / 2 {
      let (from, to) = (random.int(0...nodes - 1), random.int(0...nodes - 1))
      network.supplies[from] += 1
      network.supplies[to] -= 1
    }
    return network
  }

  /// The least cost over all whole flows, or `nil` for none.
  fileprivate func bruteForce() -> Int? {
    func least(_ arc: Int, _ balances: [Int], _ cost: Int) -> Int? {
      guard arc < arcs.count else { return balances.allSatisfy { $0 == 0 } ? cost : nil }
      return (arcs[arc].lower...arcs[arc].capacity).compactMap { units in
        var balances = balances
        balances[arcs[arc].tail] -= units
        balances[arcs[arc].head] += units
        return least(arc + 1, balances, cost + arcs[arc].cost * units)
      }.min()
    }
    return least(0, supplies, 0)
  }
}
