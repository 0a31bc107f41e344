extension MinimumCostFlow {
  /// What keeps a flow from being a proven optimum, or `nil`: balances, bounds and complementary slackness,
  /// in exact integer arithmetic and without the solver. O(nodes + arcs).
  /// - Precondition: The network is valid: it can be solved.
  public func flaw(in flow: Flow) -> String? {
    guard flow.flows.count == arcs.count else { return "\(flow.flows.count) flows for \(arcs.count) arcs" }
    guard flow.potentials.count == supplies.count else {
      return "\(flow.potentials.count) potentials for \(supplies.count) nodes"
    }
    // Far beyond what a solver computes in, and near enough for the sums below not to overflow.
    let range = -(1 << 60)...(1 << 60)
    guard flow.potentials.allSatisfy({ range ~= $0 }) else { return "a potential is outside \(range)" }
    var balances = supplies
    for (index, (arc, units)) in zip(arcs, flow.flows).enumerated() {
      guard arc.lower...arc.capacity ~= units else {
        return "arc \(index) carries \(units), outside \(arc.lower)...\(arc.capacity)"
      }
      balances[arc.tail] -= units
      balances[arc.head] += units
      let reduced = arc.cost - flow.potentials[arc.tail] + flow.potentials[arc.head]
      if reduced > 0, units != arc.lower {
        return "arc \(index) has the reduced cost \(reduced) and carries \(units), more than \(arc.lower)"
      }
      if reduced < 0, units != arc.capacity {
        return "arc \(index) has the reduced cost \(reduced) and carries \(units), less than \(arc.capacity)"
      }
    }
    guard let node = balances.firstIndex(where: { $0 != 0 }) else { return nil }
    return "node \(node) keeps \(balances[node])"
  }

  func validate() throws(MIPError) {
    let limit = Self.largestNumber
    for (index, supply) in supplies.enumerated() {
      try check(supply, in: -limit...limit, "the supply of node \(index)")
    }
    for (index, arc) in arcs.enumerated() {
      for node in [arc.tail, arc.head] where !supplies.indices.contains(node) {
        throw .unknownNode(index: node, count: supplies.count, arc: index)
      }
      try check(arc.lower, in: 0...limit, "the least flow of arc \(index)")
      try check(arc.capacity, in: 0...limit, "the capacity of arc \(index)")
      try check(arc.cost, in: -limit...limit, "the cost of arc \(index)")
      guard arc.lower <= arc.capacity else {
        throw .contradictingBounds(
          of: "arc \(index)", lower: Double(arc.lower), upper: Double(arc.capacity))
      }
    }
  }

  private func check(_ value: Int, in allowed: ClosedRange<Int>, _ what: String) throws(MIPError) {
    guard allowed ~= value else { throw .outOfRange(what: what, value: value, allowed: allowed) }
  }
}
