/// Branch and bound on a match with Lagrangian bounds, after Posta, Ferland and Michelon (2012): is there a
/// match that costs no more than a threshold?
///
/// At a node, subgradient steps raise the Lagrangian bound. Where it passes the threshold the node ends.
/// Otherwise each arc's conditional bounds are computed: an arc whose choice would lift the bound above the
/// threshold is left out, one whose omission would is taken, and the steps go on with what is left. What then
/// remains is branched on an arc of a job that the agents' choices serve too often or not at all.
///
/// It is branch and price in its Lagrangian form: the decisions are those of Savelsbergh (1997), arcs, because they leave the
/// pricing of an agent's jobs a knapsack, and each node prices all agents' knapsacks; but multipliers come from
/// subgradients and not from a master, which at the root starts from where these end (``ColumnGeneration``).
///
/// Asked with thresholds that rise from the bound by ones, the first match that is found is the cheapest one,
/// and each refutation is a better bound. The search keeps its stack between calls, so that it can be given
/// work in portions.
struct MatchTree {
  /// How a portion of work ended.
  enum Ending {
    /// A match that costs no more than the threshold.
    case found(Match)
    /// There is no such match.
    case refuted
    /// The work is used up.
    case unfinished
  }

  private struct Frame {
    /// Decisions made before it.
    let mark: Int
    /// The arc that was taken, to be left out next.
    let arc: Int32
    let numerators: [Int]
  }

  private var node: MatchNode
  /// The best multipliers known before any branching.
  private var root: [Int]
  private var stack: [Frame] = []
  /// What a match may cost that it looks for.
  private(set) var threshold: Int
  /// Where it was suspended: the multipliers of the node that comes next.
  private var next: [Int]?
  private var hasBranched = false
  /// Nodes so far.
  private(set) var nodes = 0
  /// Cells of knapsack tables filled so far.
  var work: Int { node.work }

  /// - Parameters:
  ///   - problem: Without pins; agents' counts may not have lower ends.
  ///   - multipliers: Good ones for the whole problem.
  ///   - threshold: What a match may cost.
  init(_ problem: MatchProblem, multipliers: Multipliers, threshold: Int) {
    node = MatchNode(problem, denominator: multipliers.denominator)
    root = multipliers.numerators
    self.threshold = threshold
  }

  /// Starts again with another threshold.
  mutating func restart(threshold: Int) {
    node.undo(to: 0)
    stack.removeAll(keepingCapacity: true)
    self.threshold = threshold
    next = nil
    hasBranched = false
  }

  /// Goes on until the answer is known or the work is used up.
  mutating func run(work limit: Int, stop: StopSignal) -> Ending {
    let end = node.work + limit
    var numerators = next ?? root
    while true {
      guard node.work < end, !stop.isRaised else {
        next = numerators
        return .unfinished
      }
      nodes += 1
      let finding = node.process(&numerators, threshold: threshold)
      if !hasBranched { root = numerators }
      switch finding {
      case .pruned:
        guard advance(&numerators) else { return .refuted }
      case .solved(let match):
        return .found(match)
      case .branch(let arc):
        hasBranched = true
        stack.append(Frame(mark: node.mark, arc: arc, numerators: numerators))
        if !node.take(arc) {
          guard advance(&numerators) else { return .refuted }
        }
      }
    }
  }

  /// Leaves out the last arc that was taken; `false` where nothing is left.
  private mutating func advance(_ numerators: inout [Int]) -> Bool {
    while let frame = stack.popLast() {
      node.undo(to: frame.mark)
      numerators = frame.numerators
      if node.leaveOut(frame.arc) { return true }
    }
    return false
  }
}
