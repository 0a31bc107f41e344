/// The cheapest way to carry what nodes supply to where it is demanded, over arcs with capacities.
///
/// All numbers are integers, and so is the answer, which is checked exactly before it is given out.
public struct MinimumCostFlow: Sendable {
  /// A way from one node to another.
  public struct Arc: Hashable, Sendable {
    /// The node it leaves.
    public var tail: Int
    /// The node it enters.
    public var head: Int
    /// The least flow.
    public var lower: Int
    /// The largest flow.
    public var capacity: Int
    /// The cost of a unit of flow; may be negative.
    public var cost: Int

    /// - Parameters:
    ///   - tail: The node it leaves, counted from 0.
    ///   - head: The node it enters, counted from 0.
    ///   - lower: The least flow, not negative.
    ///   - capacity: The largest flow. Where nothing limits it, the total supply is enough.
    ///   - cost: The cost of a unit of flow.
    public init(from tail: Int, to head: Int, lower: Int = 0, capacity: Int, cost: Int) {
      self.tail = tail
      self.head = head
      self.lower = lower
      self.capacity = capacity
      self.cost = cost
    }
  }

  /// How to solve it. GLPK's relaxation method is not here: GLPK 5.0 leaves it out for its licence.
  public enum Algorithm: CaseIterable, Hashable, Sendable {
    /// Fulkerson, An out-of-kilter method for minimal-cost flow problems, 1961. Its time grows with the flow,
    /// and the largest cost times the number of nodes must fit in 32 bits.
    case outOfKilter
    /// The simplex method on the network's linear program, whose bases are trees and whole.
    case networkSimplex
  }

  /// A flow of least cost and the proof that it is.
  public struct Flow: Hashable, Sendable {
    /// By arc.
    public var flows: [Int]
    /// By node. With `cost - potential[tail] + potential[head]` as its reduced cost, an arc with a positive
    /// one carries its least flow and one with a negative one is full: that makes the flow optimal.
    public var potentials: [Int]
    /// The sum of flow times cost.
    public var cost: Int
  }

  /// By node: what it supplies, or demands where negative.
  public var supplies: [Int]
  /// In the order of adding.
  public var arcs: [Arc]

  /// - Parameters:
  ///   - supplies: By node: what it supplies, or demands where negative.
  ///   - arcs: Between these nodes; parallel arcs and loops may occur.
  public init(supplies: [Int], arcs: [Arc] = []) {
    self.supplies = supplies
    self.arcs = arcs
  }
}
