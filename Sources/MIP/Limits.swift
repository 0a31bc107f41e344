/// How much work a solve may take. `nil` is "no limit".
///
/// Counted work gives the same answer on every machine. Time only cuts: it is soft, checked between pieces of
/// work, and a solve that it stops is not repeatable.
public struct Limits: Sendable {
  /// Simplex iterations; of all nodes together for a mixed-integer program, checked between its nodes.
  public var iterations: Int?
  /// Nodes of branch and bound.
  public var nodes: Int?
  /// Seconds of wall time.
  public var seconds: Double?
  /// The gap, relative to the incumbent, at which branch and bound may stop. 0 is a full proof.
  public var gap: Double
  /// Polled between pieces of work; `true` stops. It must not call the solver.
  public var interrupt: (@Sendable () -> Bool)?

  /// - Parameters:
  ///   - iterations: Simplex iterations.
  ///   - nodes: Nodes of branch and bound.
  ///   - seconds: Seconds of wall time.
  ///   - gap: The relative gap at which branch and bound may stop.
  ///   - interrupt: Polled between pieces of work; `true` stops.
  public init(
    iterations: Int? = nil, nodes: Int? = nil, seconds: Double? = nil, gap: Double = 0,
    interrupt: (@Sendable () -> Bool)? = nil
  ) {
    self.iterations = iterations
    self.nodes = nodes
    self.seconds = seconds
    self.gap = gap
    self.interrupt = interrupt
  }

  func validate() throws(MIPError) {
    if let iterations, iterations < 0 { throw .badLimit(what: "iterations", value: Double(iterations)) }
    if let nodes, nodes < 0 { throw .badLimit(what: "nodes", value: Double(nodes)) }
    // Written so that NaN fails.
    if let seconds, !(seconds >= 0) { throw .badLimit(what: "seconds", value: seconds) }
    if !(gap >= 0 && gap < .infinity) { throw .badLimit(what: "the gap", value: gap) }
  }
}
