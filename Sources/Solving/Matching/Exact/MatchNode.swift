/// A node of a ``MatchTree``: decisions about arcs, and the Lagrangian relaxation of what is left.
///
/// Decisions are kept on a trail and taken back from its end. With base the cost of what is taken, demands and
/// capacities less by it, the bound of a node is base plus the Lagrangian value of the rest.
struct MatchNode {
  /// What was found out about a node.
  enum Finding {
    /// Nothing below it costs as little as asked.
    case pruned
    /// A match that does.
    case solved(Match)
    /// An arc to decide next.
    case branch(Int32)
  }

  let problem: MatchProblem
  let denominator: Int
  /// Multipliers stay within it, so that sums of profits fit.
  let largest: Int
  /// By agent: no count can bind, so that a table over loads is enough.
  let isPlain: [Bool]
  let needsWideValues: Bool

  var isFree: [Bool]
  var capacity: [Int]
  /// By agent and kind: jobs that may still be taken, and that must still be.
  var count: [Int]
  var least: [Int]
  var demand: [Int]
  /// By job: free arcs.
  var freeArcs: [Int]
  /// By agent: the free arcs, and those decided since ``list``.
  var arcsOfAgent: [[Int32]]
  var base: Int
  var trail: [Decision] = []
  var pending: [Decision] = []
  var isListed: [Bool]

  var narrow = KnapsackTable<Int32>()
  var wide = KnapsackTable<Int>()
  var general = Knapsack()
  var excess: [Int]
  var chosen: [Int32] = []
  var values: [Int]
  /// By arc, after ``fix``: by how much the bound rises where it is taken.
  var rise: [Int]
  /// Cells of tables filled so far.
  var work = 0
  /// Bounds computed so far.
  var evaluations = 0

  struct Decision {
    let arc: Int32
    let isTaken: Bool
  }

  init(_ problem: MatchProblem, denominator: Int) {
    self.problem = problem
    self.denominator = denominator
    isFree = Array(repeating: true, count: problem.arcs.count)
    capacity = problem.capacities
    count = problem.counts.map(\.upperBound)
    least = problem.counts.map(\.lowerBound)
    demand = problem.jobs.map(\.demand)
    freeArcs = problem.jobs.indices.map { problem.arcs(ofJob: $0).count }
    arcsOfAgent = problem.agents.map { Array(problem.arcs(ofAgent: $0)) }
    isListed = isFree
    base = problem.constant
    excess = Array(repeating: 0, count: problem.jobs.count)
    values = Array(repeating: 0, count: problem.agentCount)
    rise = Array(repeating: 0, count: problem.arcs.count)
    isPlain = problem.agents.map { Self.isPlain($0, in: problem) }
    let range = MultiplierRange(problem)
    needsWideValues = !range.fitsNarrowValues(denominator: denominator)
    largest = range.largest(denominator: denominator)
  }

  static func isPlain(_ agent: Int, in problem: MatchProblem) -> Bool {
    let arcs = problem.arcs(ofAgent: agent)
    return (0..<problem.kinds).allSatisfy { kind in
      let range = problem.counts(ofAgent: agent, kind: kind)
      guard range.lowerBound == 0 else { return false }
      let loads = arcs.lazy.map { problem.arcs[Int($0)] }.filter { problem.jobs[Int($0.job)].kind == kind }
        .map { Int($0.load) }.sorted()
      guard loads.count > range.upperBound else { return true }
      return loads.prefix(range.upperBound + 1).reduce(0, +) > problem.capacities[agent]
    }
  }

  /// Raises the bound, fixes arcs, and says what to do.
  ///
  /// - Parameters:
  ///   - numerators: Multipliers to start from; the best ones afterwards.
  ///   - threshold: What a match may cost.
  mutating func process(_ numerators: inout [Int], threshold: Int) -> Finding {
    let goal = threshold * denominator
    while true {
      list()
      guard let climbed = climb(&numerators, goal: goal, .node), climbed <= goal,
        let value = evaluate(numerators)
      else { return .pruned }
      if let match = completeMatch(threshold: threshold) { return .solved(match) }
      guard let fixed = fix(numerators, slack: goal - value) else { return .pruned }
      guard fixed > 0 else { break }
    }
    guard let arc = branchingArc() else { return .pruned }
    return .branch(arc)
  }
}
