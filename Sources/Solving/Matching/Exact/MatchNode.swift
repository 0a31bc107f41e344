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

  private let problem: MatchProblem
  private let denominator: Int
  /// Multipliers stay within it, so that sums of profits fit.
  private let largest: Int
  /// By agent: no count can bind, so that a table over loads is enough.
  private let isPlain: [Bool]
  private let needsWideValues: Bool

  private var isFree: [Bool]
  private var capacity: [Int]
  /// By agent and kind: jobs that may still be taken, and that must still be.
  private var count: [Int]
  private var least: [Int]
  private var demand: [Int]
  /// By job: free arcs.
  private var freeArcs: [Int]
  /// By agent: the free arcs, and those decided since ``list``.
  private var arcsOfAgent: [[Int32]]
  private var base: Int
  private var trail: [Decision] = []
  private var pending: [Decision] = []
  private var isListed: [Bool]

  private var narrow = KnapsackTable<Int32>()
  private var wide = KnapsackTable<Int>()
  private var general = Knapsack()
  private var excess: [Int]
  private var chosen: [Int32] = []
  private var values: [Int]
  /// By arc, after ``fix``: by how much the bound rises where it is taken.
  private var rise: [Int]
  /// Cells of tables filled so far.
  private(set) var work = 0
  /// Bounds computed so far.
  private(set) var evaluations = 0

  private struct Decision {
    let arc: Int32
    let isTaken: Bool
  }

  /// How multipliers climb.
  struct Climb {
    /// Steps at most.
    var steps: Int
    /// Steps without a rise before the next ones are halved.
    var patience: Int
    /// How much of the last direction is kept.
    var inertia: Double
    /// What it begins with: the part of the way to the goal that a step takes, were the function linear.
    var scale = 1.0
    /// The scale at which it ends.
    var leastScale = 0.002

    /// At a node: the multipliers of the node above are good.
    static let node = Climb(steps: 24, patience: 6, inertia: 0.4)
    /// From rough multipliers.
    static let root = Climb(steps: 600, patience: 14, inertia: 0.5, scale: 1.6)
    /// From good ones.
    static let polish = Climb(steps: 150, patience: 10, inertia: 0.5)
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

  private static func isPlain(_ agent: Int, in problem: MatchProblem) -> Bool {
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

  // MARK: Decisions

  /// How many decisions are made.
  var mark: Int { trail.count }

  /// Chooses an arc and all that follows from it; `false` where something cannot be any more.
  mutating func take(_ arc: Int32) -> Bool { decide(arc, isTaken: true) && propagate() }

  /// Does without an arc and draws what follows from it; `false` where something cannot be any more.
  mutating func leaveOut(_ arc: Int32) -> Bool { decide(arc, isTaken: false) && propagate() }

  /// Takes decisions back.
  mutating func undo(to mark: Int) {
    pending.removeAll(keepingCapacity: true)
    while trail.count > mark {
      let decision = trail.removeLast()
      let position = Int(decision.arc)
      let arc = problem.arcs[position]
      let (agent, job) = (Int(arc.agent), Int(arc.job))
      isFree[position] = true
      freeArcs[job] += 1
      if !isListed[position] {
        isListed[position] = true
        arcsOfAgent[agent].append(decision.arc)
      }
      guard decision.isTaken else { continue }
      capacity[agent] += Int(arc.load)
      count[agent * problem.kinds + problem.jobs[job].kind] += 1
      least[agent * problem.kinds + problem.jobs[job].kind] += 1
      demand[job] += 1
      base -= arc.cost
    }
  }

  /// Drops decided arcs from the lists of agents, so that bounds look at free ones only.
  private mutating func list() {
    for agent in problem.agents {
      arcsOfAgent[agent].removeAll { position in
        if !isFree[Int(position)] { isListed[Int(position)] = false }
        return !isFree[Int(position)]
      }
    }
  }

  /// Makes one decision. What may follow is for ``propagate``.
  private mutating func decide(_ position: Int32, isTaken: Bool) -> Bool {
    guard isFree[Int(position)] else { return !isTaken }
    let arc = problem.arcs[Int(position)]
    let (agent, job) = (Int(arc.agent), Int(arc.job))
    isFree[Int(position)] = false
    freeArcs[job] -= 1
    trail.append(Decision(arc: position, isTaken: isTaken))
    pending.append(Decision(arc: position, isTaken: isTaken))
    if isTaken {
      let cell = agent * problem.kinds + problem.jobs[job].kind
      capacity[agent] -= Int(arc.load)
      count[cell] -= 1
      least[cell] -= 1
      demand[job] -= 1
      base += arc.cost
      if capacity[agent] < 0 || count[cell] < 0 || demand[job] < 0 { return false }
    }
    return problem.jobs[job].unservedPrice != nil || freeArcs[job] >= demand[job]
  }

  /// Draws what follows from decisions: arcs that no longer fit go, and so do the arcs of jobs that have all they
  /// want; the last arcs of a job that has to be served are taken.
  private mutating func propagate() -> Bool {
    defer { pending.removeAll(keepingCapacity: true) }
    while let decision = pending.popLast() {
      let arc = problem.arcs[Int(decision.arc)]
      let (agent, job) = (Int(arc.agent), Int(arc.job))
      let isFull = demand[job] == 0
      let isForced = !isFull && problem.jobs[job].unservedPrice == nil && freeArcs[job] == demand[job]
      if isFull || isForced {
        for other in problem.arcs(ofJob: job) where isFree[other] {
          guard decide(Int32(other), isTaken: isForced) else { return false }
        }
      }
      guard decision.isTaken else { continue }
      for other in arcsOfAgent[agent] where isFree[Int(other)] {
        let fits =
          Int(problem.arcs[Int(other)].load) <= capacity[agent]
          && count[agent * problem.kinds + problem.jobs[Int(problem.arcs[Int(other)].job)].kind] > 0
        if !fits, !decide(other, isTaken: false) { return false }
      }
    }
    return true
  }

  // MARK: Bounds

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

  /// Raises the bound by subgradients until a goal is passed: where too few agents choose a job its multiplier
  /// rises, where too many it falls. Steps are Polyak's (1969) with scales that are halved (Held, Wolfe and
  /// Crowder 1974), directions keep part of the last one (Crowder 1976), and multipliers are whole.
  ///
  /// - Parameters:
  ///   - numerators: Where to start; where the best value is reached, afterwards.
  ///   - goal: D times what the bound shall pass.
  ///   - rule: How.
  ///   - stop: Looked at each step.
  /// - Returns: The best value, D times a bound; `nil` where an agent cannot have its least counts.
  mutating func climb(
    _ numerators: inout [Int], goal: Int, _ rule: Climb, stop: StopSignal = .never
  ) -> Int? {
    guard var best = evaluate(numerators) else { return nil }
    var bestNumerators = numerators
    var value = best
    var scale = rule.scale
    var sinceBest = 0
    var direction = Array(repeating: 0.0, count: excess.count)
    var step = 0
    while value <= goal, step < rule.steps, scale >= rule.leastScale, !stop.isRaised {
      step += 1
      var norm = 0.0
      for job in excess.indices {
        direction[job] = rule.inertia * direction[job] - Double(excess[job])
        norm += direction[job] * direction[job]
      }
      guard norm > 1e-9 else { break }
      // A little beyond the goal: to pass it is what is wanted.
      let length = scale * (Double(goal - value) + 0.5 * Double(denominator)) / norm
      for job in excess.indices where direction[job] != 0 {
        let moved = Double(numerators[job]) + (length * direction[job]).rounded()
        numerators[job] = Int(min(max(moved, Double(-largest)), Double(largest)))
        if let price = problem.jobs[job].unservedPrice {
          numerators[job] = min(numerators[job], price * denominator)
        }
      }
      guard let next = evaluate(numerators) else { return nil }
      value = next
      if value > best {
        best = value
        bestNumerators = numerators
        sinceBest = 0
        continue
      }
      sinceBest += 1
      if sinceBest >= rule.patience {
        scale /= 2
        sinceBest = 0
        numerators = bestNumerators
        for job in excess.indices { direction[job] = 0 }
        guard let again = evaluate(numerators) else { return nil }
        value = again
      }
    }
    numerators = bestNumerators
    return best
  }

  /// D times the bound at multipliers; leaves the agents' choices in `chosen` and `excess`. `nil` where an agent
  /// cannot have its least counts.
  private mutating func evaluate(_ numerators: [Int]) -> Int? {
    evaluations += 1
    var total = denominator * base
    for job in excess.indices {
      excess[job] = -demand[job]
      let price = problem.jobs[job].unservedPrice.map { $0 * denominator }
      total += demand[job] * min(numerators[job], price ?? numerators[job])
    }
    chosen.removeAll(keepingCapacity: true)
    for agent in problem.agents {
      guard let value = choose(agent, numerators) else { return nil }
      values[agent] = value
      total -= value
    }
    for position in chosen { excess[Int(problem.arcs[Int(position)].job)] += 1 }
    // At its price, a job is as well unserved.
    for job in excess.indices where excess[job] < 0 {
      if let price = problem.jobs[job].unservedPrice, numerators[job] >= price * denominator { excess[job] = 0 }
    }
    return total
  }

  private mutating func choose(_ agent: Int, _ numerators: [Int]) -> Int? {
    guard isPlain[agent] else { return chooseWithCounts(agent, numerators) }
    if needsWideValues { return choose(agent, numerators, in: \.wide) }
    return choose(agent, numerators, in: \.narrow)
  }

  private mutating func choose<Value>(
    _ agent: Int, _ numerators: [Int], in storage: WritableKeyPath<MatchNode, KnapsackTable<Value>>
  ) -> Int {
    var table = KnapsackTable<Value>()
    swap(&table, &self[keyPath: storage])
    defer { swap(&table, &self[keyPath: storage]) }
    let value = fill(&table, agent, numerators)
    table.forEachChosen { chosen.append($0) }
    return value
  }

  /// Fills a table with the profitable free arcs of an agent.
  @inline(__always)
  private mutating func fill<Value>(_ table: inout KnapsackTable<Value>, _ agent: Int, _ numerators: [Int]) -> Int {
    table.removeAll()
    let capacity = capacity[agent]
    for position in arcsOfAgent[agent] {
      let arc = problem.arcs[Int(position)]
      let profit = numerators[Int(arc.job)] - denominator * arc.cost
      if profit > 0, Int(arc.load) <= capacity {
        table.append(id: position, load: arc.load, profit: Value(truncatingIfNeeded: profit))
      }
    }
    work += (table.profits.count + 1) * (capacity + 1)
    return Int(table.fill(capacity: capacity))
  }

  private mutating func chooseWithCounts(_ agent: Int, _ numerators: [Int]) -> Int? {
    let cells = (agent * problem.kinds)..<((agent + 1) * problem.kinds)
    for cell in cells where least[cell] > count[cell] { return nil }
    let takesAll = cells.contains { least[$0] > 0 }
    general.items.removeAll(keepingCapacity: true)
    for position in arcsOfAgent[agent] {
      let arc = problem.arcs[Int(position)]
      let profit = numerators[Int(arc.job)] - denominator * arc.cost
      guard profit > 0 || takesAll else { continue }
      general.items.append(
        .init(id: position, kind: Int32(problem.jobs[Int(arc.job)].kind), load: Int(arc.load), profit: profit))
    }
    let counts = cells.map { max(0, least[$0])...count[$0] }
    let value = general.solve(capacity: capacity[agent], counts: counts[...])
    work += general.takeWork()
    chosen += general.chosen
    return value
  }
}

// MARK: Fixing

extension MatchNode {
  /// Decides each arc whose other choice would lift the bound by more than the slack.
  ///
  /// - Returns: How many decisions that led to; `nil` where they contradict one another.
  private mutating func fix(_ numerators: [Int], slack: Int) -> Int? {
    let before = trail.count
    var out: [Int32] = []
    var taken: [Int32] = []
    for agent in problem.agents {
      if !isPlain[agent] {
        riseWithCounts(agent, numerators)
        out += arcsOfAgent[agent].lazy.filter { rise[Int($0)] > slack }
      } else if needsWideValues {
        conditionalBounds(agent, numerators, slack, &out, &taken, in: \.wide)
      } else {
        conditionalBounds(agent, numerators, slack, &out, &taken, in: \.narrow)
      }
    }
    for arc in out where isFree[Int(arc)] {
      guard leaveOut(arc) else { return nil }
    }
    for arc in taken {
      // Left out as a consequence of another decision, although it has to be taken.
      guard isFree[Int(arc)] || isTaken(arc) else { return nil }
      if isFree[Int(arc)] {
        guard take(arc) else { return nil }
      }
    }
    return trail.count - before
  }

  /// By arc: D times what the bound rises by where it is taken, at the root.
  mutating func rises(at numerators: [Int]) -> [Int]? {
    guard evaluate(numerators) != nil else { return nil }
    var out: [Int32] = []
    var taken: [Int32] = []
    for agent in problem.agents {
      if !isPlain[agent] {
        riseWithCounts(agent, numerators)
      } else if needsWideValues {
        conditionalBounds(agent, numerators, .max, &out, &taken, in: \.wide)
      } else {
        conditionalBounds(agent, numerators, .max, &out, &taken, in: \.narrow)
      }
    }
    return rise
  }

  private func isTaken(_ arc: Int32) -> Bool { trail.contains { $0.arc == arc && $0.isTaken } }

  private mutating func conditionalBounds<Value>(
    _ agent: Int, _ numerators: [Int], _ slack: Int, _ out: inout [Int32], _ taken: inout [Int32],
    in storage: WritableKeyPath<MatchNode, KnapsackTable<Value>>
  ) {
    var table = KnapsackTable<Value>()
    swap(&table, &self[keyPath: storage])
    defer { swap(&table, &self[keyPath: storage]) }
    let best = fill(&table, agent, numerators)
    for position in arcsOfAgent[agent] {
      let arc = problem.arcs[Int(position)]
      let profit = numerators[Int(arc.job)] - denominator * arc.cost
      guard profit <= 0 else { continue }
      let loss = best - profit - Int(table.value(at: capacity[agent] - Int(arc.load)))
      rise[Int(position)] = loss
      if loss > slack { out.append(position) }
    }
    work += 3 * table.profits.count * (capacity[agent] + 1)
    table.conditionalValues { position, with, without in
      rise[Int(position)] = best - Int(with)
      if best - Int(with) > slack { out.append(position) }
      if best - Int(without) > slack { taken.append(position) }
    }
  }

  /// Where counts bind: an arc adds at most its profit to those of the best other ones, as many as are allowed.
  private mutating func riseWithCounts(_ agent: Int, _ numerators: [Int]) {
    let kinds = problem.kinds
    guard (0..<kinds).allSatisfy({ least[agent * kinds + $0] <= 0 }) else {
      for position in arcsOfAgent[agent] { rise[Int(position)] = 0 }
      return
    }
    var profits = Array(repeating: [Int](), count: kinds)
    for position in arcsOfAgent[agent] {
      let arc = problem.arcs[Int(position)]
      let profit = numerators[Int(arc.job)] - denominator * arc.cost
      if profit > 0 { profits[problem.jobs[Int(arc.job)].kind].append(profit) }
    }
    var others = Array(repeating: 0, count: kinds)
    var last = Array(repeating: 0, count: kinds)
    for kind in 0..<kinds {
      let allowed = count[agent * kinds + kind]
      let best = profits[kind].sorted(by: >).prefix(allowed)
      others[kind] = best.reduce(0, +)
      last[kind] = best.count == allowed ? best.last ?? 0 : 0
    }
    let all = others.reduce(0, +)
    for position in arcsOfAgent[agent] {
      let arc = problem.arcs[Int(position)]
      let kind = problem.jobs[Int(arc.job)].kind
      rise[Int(position)] = max(
        0, values[agent] - (numerators[Int(arc.job)] - denominator * arc.cost) - (all - last[kind]))
    }
  }

  /// The agents' choices with what is taken, where they are a match.
  private func completeMatch(threshold: Int) -> Match? {
    guard excess.allSatisfy({ $0 == 0 }) else { return nil }
    let match = Match(chosen + trail.lazy.filter(\.isTaken).map(\.arc))
    return problem.violations(of: match).isEmpty && problem.cost(of: match) <= threshold ? match : nil
  }

  /// Of a job that choices serve too often or not at all and that has the fewest free arcs, the arc whose choice
  /// lifts the bound least.
  private func branchingArc() -> Int32? {
    var best: (excess: Bool, arcs: Int, job: Int)?
    for job in excess.indices where freeArcs[job] > 0 {
      let candidate = (excess[job] == 0, freeArcs[job], job)
      if best.map({ candidate < $0 }) ?? true { best = candidate }
    }
    guard let job = best?.job else { return nil }
    return problem.arcs(ofJob: job).lazy.filter { isFree[$0] }.min { (rise[$0], $0) < (rise[$1], $1) }.map(
      Int32.init)
  }
}

private func < (left: (excess: Bool, arcs: Int, job: Int), right: (excess: Bool, arcs: Int, job: Int)) -> Bool {
  if left.excess != right.excess { return !left.excess }
  return (left.arcs, left.job) < (right.arcs, right.job)
}
