internal import CGLPK

extension MinimumCostFlow {
  /// Every number must lie in this range, in absolute value: the solvers compute in 32 bits.
  public static var largestNumber: Int { Int(CADRE_NETWORK_LIMIT) }

  /// A flow of least cost, or `nil` where the supplies cannot be carried. The time is that of the algorithm;
  /// the exact check of the answer is linear.
  /// - Parameter algorithm: By default the out-of-kilter algorithm where its numbers fit, being the faster,
  ///   and the network simplex method otherwise.
  /// - Throws: What is wrong with the network: ``MIPError/unknownNode(index:count:arc:)``,
  ///   ``MIPError/outOfRange(what:value:allowed:)`` or ``MIPError/contradictingBounds(of:lower:upper:)``;
  ///   ``MIPError/unverified(_:)`` where the engine's answer is not exactly optimal.
  public func solve(by algorithm: Algorithm? = nil) throws(MIPError) -> Flow? {
    try validate()
    let algorithm = algorithm ?? (largestPotential <= Int(Int32.max) ? .outOfKilter : .networkSimplex)
    if algorithm == .outOfKilter { try checkPotentialsFit() }
    guard try carriesWhatItSupplies(), !supplies.isEmpty else {
      return supplies.isEmpty ? Flow(flows: [], potentials: [], cost: 0) : nil
    }
    // The solvers take no loops. A loop changes no balance: by itself it is empty, or full where that pays.
    let proper = arcs.indices.filter { arcs[$0].tail != arcs[$0].head }
    guard let answer = try solve(proper.map { arcs[$0] }, by: algorithm) else { return nil }
    var flows = arcs.map { $0.cost < 0 ? $0.capacity : $0.lower }
    for (position, index) in proper.enumerated() { flows[index] = answer.flows[position] }
    let flow = Flow(flows: flows, potentials: answer.potentials, cost: try cost(of: flows))
    if let flaw = flaw(in: flow) { throw .unverified(flaw) }
    return flow
  }

  /// A potential is at most the cost of a path.
  private var largestPotential: Int {
    arcs.reduce(0) { max($0, abs($1.cost)) } * (supplies.count + 2)
  }

  /// The out-of-kilter algorithm keeps potentials in 32 bits.
  private func checkPotentialsFit() throws(MIPError) {
    guard largestPotential <= Int(Int32.max) else {
      throw .outOfRange(
        what: "the largest cost times the number of nodes, for the out-of-kilter algorithm,",
        value: largestPotential, allowed: 0...Int(Int32.max))
    }
  }

  private func carriesWhatItSupplies() throws(MIPError) -> Bool {
    // At most 2^29 each: no array is long enough to overflow the sums.
    let supply = supplies.reduce(0) { $0 + max(0, $1) }
    guard supply <= Int(Int32.max) else {
      throw .outOfRange(what: "the total supply", value: supply, allowed: 0...Int(Int32.max))
    }
    return supplies.reduce(0, +) == 0
  }

  private func cost(of flows: [Int]) throws(MIPError) -> Int {
    var total = 0
    for (arc, flow) in zip(arcs, flows) {
      let (sum, overflow) = total.addingReportingOverflow(arc.cost * flow)
      guard !overflow else { throw .engineFailed("the total cost is beyond 64 bits") }
      total = sum
    }
    return total
  }

  /// Without loops.
  private func solve(
    _ arcs: [Arc], by algorithm: Algorithm
  ) throws(MIPError) -> (flows: [Int], potentials: [Int])? {
    var flows = [Double](repeating: 0, count: arcs.count)
    var potentials = [Double](repeating: 0, count: supplies.count)
    var reason = CADRE_FINISHED
    let code = withNetwork(arcs) { network in
      withUnsafePointer(to: network) {
        cadre_minimum_cost_flow($0, algorithm == .networkSimplex, &reason, &flows, &potentials)
      }
    }
    try Engine.check(code)
    switch reason {
    case CADRE_FINISHED:
      // Both are whole but for the rounding of the simplex method; the exact check follows.
      return (flows.map { Int($0.rounded()) }, potentials.map { Int($0.rounded()) })
    case CADRE_NO_PRIMAL: return nil
    case CADRE_OVERFLOW: throw .engineFailed("a number of the network algorithm is beyond 32 bits")
    default: throw .engineFailed("the network algorithm gave up")
    }
  }

  private func withNetwork(_ arcs: [Arc], _ body: (cadre_network) -> cadre_code) -> cadre_code {
    let supply = supplies.map(Int64.init)
    let tail = arcs.map { Int32($0.tail) }
    let head = arcs.map { Int32($0.head) }
    let lower = arcs.map { Int64($0.lower) }
    let capacity = arcs.map { Int64($0.capacity) }
    let cost = arcs.map { Int64($0.cost) }
    return supply.withUnsafeBufferPointer { supply in
      tail.withUnsafeBufferPointer { tail in
        head.withUnsafeBufferPointer { head in
          lower.withUnsafeBufferPointer { lower in
            capacity.withUnsafeBufferPointer { capacity in
              cost.withUnsafeBufferPointer { cost in
                body(
                  cadre_network(
                    nodes: Int32(supply.count), arcs: Int32(arcs.count), supply: supply.baseAddress,
                    tail: tail.baseAddress, head: head.baseAddress, lower: lower.baseAddress,
                    capacity: capacity.baseAddress, cost: cost.baseAddress))
              }
            }
          }
        }
      }
    }
  }
}
