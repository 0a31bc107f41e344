internal import MIP

/// Branch and price on the teams of a ``TimetableRelaxation`` (Barnhart et al. 1998).
///
/// Prices alone cannot tell that a series is served whole or not at all. Where the master mixes columns, a node
/// asks whether a series is served, or a leader in its team; in both answers the columns are priced anew with
/// what is decided, exactly, by ``ProfilePricing``. A node's bound is the relaxation's own value at whole prices,
/// and the bound of the tree the least of all nodes that are open or could not be divided; dates stay those of
/// profiles, so that it bounds every timetable. A team that has a leader whom it does not need is never better
/// than the team without, which the answer *no* has: so only compositions that are minimal are looked at in both.
///
/// The node with the least bound comes next. Whether series are served is asked first, the series of which most
/// is at stake before others: teams are so alike that to ask for a member changes little, and trying answers out
/// (strong branching) on the columns at hand misleads for the same reason. At each node a series is decided, and a
/// leader left out of its team, where the other answer alone would lift the bound to the target.
struct TeamTree {
  private struct Node: Sendable {
    var bound: Int
    let prices: ResourcePrices
    var decisions: TeamDecisions
    let number: Int
  }

  /// No timetable that costs less than the target costs less than this.
  private(set) var bound: Int
  /// Nodes so far.
  private(set) var nodes = 0
  /// What nodes chose that left nothing open: columns that fit together.
  private(set) var solutions: [[TimetableRelaxation.Column]] = []

  private let problem: TimetableProblem
  private let relaxation: TimetableRelaxation
  private let master: RestrictedMaster
  private let target: Int
  private var open: [Node]
  /// The least bound of nodes that could not be divided.
  private var undivided = Int.max

  /// Rounds of new columns at a node.
  private static let rounds = 10
  private static let iterations = 20_000
  private static let keptSolutions = 8

  /// - Parameters:
  ///   - bound: The best known, and the prices it was found at.
  ///   - target: What a timetable costs that is known.
  init(
    _ problem: TimetableProblem, relaxation: TimetableRelaxation, master: RestrictedMaster, bound: Int,
    prices: ResourcePrices, target: Int
  ) {
    self.problem = problem
    self.relaxation = relaxation
    self.master = master
    self.bound = bound
    self.target = target
    open = [Node(bound: bound, prices: prices, decisions: TeamDecisions(problem), number: 0)]
  }

  /// Divides nodes until the bound reaches the target, no more can be divided, or the limit comes.
  ///
  /// - Throws: A broken solver.
  mutating func run(
    from known: RestrictedMaster.Restriction, nodes limit: Int, stop: StopSignal, progress: (Int) -> Void
  ) throws(MIPError) {
    var program = Program(.minimize)
    var pool = master.emptyPool(in: &program)
    pool.countsRounded = true
    try program.withLiveProblem { (live) throws(MIPError) in
      for column in known.columns { try pool.add(column, to: &live) }
      try pool.add(known.cuts, to: &live)
      try pool.add(known.subsetRows, to: &live)
      while nodes < limit, !stop.isRaised, let next = open.indices.min(by: { isBefore(open[$0], open[$1]) }) {
        if open[next].bound >= min(target, undivided) { break }
        var node = open.remove(at: next)
        nodes += 1
        try divide(&node, &pool, &live, stop: stop)
        let least = min(target, undivided, open.map(\.bound).min() ?? .max)
        if least > bound {
          bound = least
          progress(bound)
        }
      }
    }
  }

  private func isBefore(_ one: Node, _ other: Node) -> Bool {
    (one.bound, one.number) < (other.bound, other.number)
  }

  private mutating func divide(
    _ node: inout Node, _ pool: inout ColumnPool, _ live: inout LiveProblem, stop: StopSignal
  ) throws(MIPError) {
    guard let prices = try raise(&node, &pool, &live, stop: stop) else { return }
    if stop.isRaised {
      open.append(node)
      return
    }
    guard let question = question(pool, decisions: node.decisions) else {
      if node.decisions != pool.decisions {
        // What was left open has been decided since: the master comes first.
        open.append(Node(bound: node.bound, prices: prices, decisions: node.decisions, number: 2 * nodes))
        return
      }
      undivided = min(undivided, node.bound)
      if solutions.count < Self.keptSolutions { solutions.append(pool.whole) }
      return
    }
    for (place, answer) in [true, false].enumerated() {
      open.append(
        Node(
          bound: node.bound, prices: prices, decisions: node.decisions.answering(question, answer),
          number: 2 * nodes + place))
    }
  }

  /// Raises the bound of a node by column generation; `nil` where it reaches the target.
  private func raise(
    _ node: inout Node, _ pool: inout ColumnPool, _ live: inout LiveProblem, stop: StopSignal
  ) throws(MIPError) -> ResourcePrices? {
    var best = node.prices
    var bestValue: TimetableRelaxation.Value?
    var isFirst = true
    /// Whether the node goes on.
    func consider(_ prices: ResourcePrices) -> TimetableRelaxation.Value? {
      guard let value = relaxation.value(at: prices, decisions: node.decisions) else { return nil }
      if value.bound >= node.bound || isFirst {
        best = prices
        bestValue = value
      }
      isFirst = false
      node.bound = max(node.bound, value.bound)
      node.decisions = node.decisions.deciding(problem, savings: value.savings, slack: target - value.bound)
      return value.bound >= target ? nil : value
    }
    guard consider(node.prices) != nil else { return nil }
    for _ in 0..<Self.rounds where !stop.isRaised {
      try pool.keep(node.decisions, in: &live)
      guard
        let duals = try pool.solve(
          &live, iterations: Self.iterations, rowRounds: RestrictedMaster.rowRounds, stop: stop)
      else { break }
      let own = pool.prices(duals)
      var isNew = false
      for prices in [master.smoothed(own, towards: best), own] {
        guard let value = consider(prices) else { return nil }
        if try pool.addImproving(value.columns, duals: duals, to: &live) { isNew = true }
      }
      let isConverged =
        !isNew || pool.optimum + Double(relaxation.fixed) - Double(node.bound) < master.gap(node.bound)
      if isConverged, try !pool.cut(&live) { break }
    }
    if let bestValue, !stop.isRaised {
      node.decisions = relaxation.excluding(node.decisions, at: best, value: bestValue, target: target)
    }
    return best
  }

  /// The question to be asked; `nil` where nothing is open.
  private func question(_ pool: ColumnPool, decisions: TeamDecisions) -> TeamDecisions.Question? {
    var best: (question: TeamDecisions.Question, stake: Double)?
    for (question, share) in pool.fractions(decisions) {
      let stake: Double
      switch question {
      case .service(let series): stake = Double(problem.series[series].unservedPrice ?? 1)
      case .member(let series, _):
        // Services come first.
        if case .service = best?.question { return best?.question }
        stake = Double(problem.series[series].unservedPrice ?? 1)
      }
      let weighed = stake * min(share, 1 - share)
      if weighed > best?.stake ?? 0 { best = (question, weighed) }
    }
    return best?.question
  }
}
