/// The best match of a small problem by depth-first search with tables for bounds, each filled once.
///
/// Units of jobs are decided in an order that is fixed before. With multipliers π of the units, what agent i can
/// contribute to the Lagrangian bound after the first units are decided depends on three things: which of its units
/// are left, which room it has left, and how many jobs of each kind it has taken,
///
///     G_i(k, r, c) = min over subsets of its units from the k-th on of  Σ (cost - π),
///
/// where the loads fit into r and the counts end within their ranges: a knapsack's table filled from its last item
/// (Bellman 1957). The bound of a node is the cost of what is decided, plus π of the units that are left, plus Σ G_i.
/// Where a unit is decided only the terms of the agents that could have it change. So a child is bounded in O(1) and a
/// node in O(options of the unit), with the bound of a Lagrangian relaxation (Fisher 1981) that others solve m
/// knapsacks for. The multipliers are those of the whole problem at first, and some subgradient steps fit them to this
/// one before the search starts.
///
/// Agents that are nearly decided come first, so that their room is known early. Units of one job follow one another
/// and take arcs by rising positions, the last of them stay unserved.
///
/// Filling takes O(Σ arcs · room · counts) for each subgradient step. Problems whose tables would have more than
/// ``largestTable`` cells are not taken.
struct MatchEnumeration: ~Copyable {
  /// A unit's choice.
  struct Option: BitwiseCopyable {
    /// ``unserved`` where nobody serves it.
    let arc: Int32
    let agent: Int32
    let load: Int32
    /// What a count of the job's kind adds to a state.
    let countStride: Int32
    /// Times the denominator.
    let cost: Int
  }

  /// A unit as an agent's table has it.
  struct Item: BitwiseCopyable {
    let unit: Int32
    let kind: Int32
    let load: Int32
    let cost: Int
  }

  static let unserved: Int32 = -1
  /// Cells of all tables.
  static let largestTable = 4_000_000
  /// What an agent's counts forbid costs; more than four times any sum of costs and multipliers.
  static let impossible = 1 << 57

  let kinds: Int
  let denominator: Int
  /// Multipliers stay within it, so that sums of them fit.
  let largest: Int
  let constant: Int
  /// By unit, in the order of decisions: its job.
  let jobOfUnit: [Int32]
  let kindOfUnit: FixedArray<Int32>
  let options: FixedArray<Option>
  let optionsStart: FixedArray<Int32>
  /// By unit: the price of staying unserved, times the denominator; ``impossible`` where it has to be served.
  let unservedPrice: [Int]
  /// By agent: its units in order, and where they start.
  let items: FixedArray<Item>
  let itemsStart: [Int]
  /// By agent: room and one more.
  let width: [Int]
  /// By agent and kind: jobs that can be taken at most and that have to be, as far as that can bind.
  let most: [Int]
  let least: [Int]
  /// By agent and kind: what a job adds to the number of the counts.
  let strides: [Int]
  /// By agent: how many combinations of counts.
  let blocks: [Int]
  /// By agent: where its table starts; rows by item, in a row by counts and room.
  let tableStart: FixedArray<Int>
  let rowLength: FixedArray<Int>
  let table: FixedArray<Int>
  /// By unit.
  var multipliers: [Int]

  /// By agent, in the search: where the row and the state are, and the room.
  let row: FixedArray<Int>
  let state: FixedArray<Int>
  let room: FixedArray<Int>
  /// By agent and kind.
  let left: FixedArray<Int>
  /// By unit: the arc.
  let chosen: FixedArray<Int32>
  let children: FixedArray<Child>
  var best: [Int32]?
  var goal = 0
  var end = 0
  /// Cells filled, and twenty for each option priced.
  var work = 0

  struct Child: BitwiseCopyable {
    var bound: Int
    var option: Int32
  }

  /// - Parameters:
  ///   - problem: Without pins.
  ///   - numerators: By job: multipliers of the whole.
  ///   - denominator: Of the multipliers.
  /// - Returns: `nil` where tables would be too large.
  init?(_ problem: MatchProblem, numerators: [Int], denominator: Int) {
    let order = Self.order(problem)
    self.denominator = denominator
    largest = MultiplierRange(problem).largest(denominator: denominator)
    kinds = problem.kinds
    constant = problem.constant
    let jobs = order.flatMap { job in repeatElement(Int32(job), count: problem.jobs[job].demand) }
    jobOfUnit = jobs
    kindOfUnit = FixedArray(jobs.map { Int32(problem.jobs[Int($0)].kind) })
    multipliers = jobs.map { numerators[Int($0)] }
    unservedPrice = jobs.map { problem.jobs[Int($0)].unservedPrice.map { $0 * denominator } ?? Self.impossible }

    var itemsOfAgent = Array(repeating: [Item](), count: problem.agentCount)
    for (unit, job) in jobs.enumerated() {
      for arc in problem.arcs[problem.arcs(ofJob: Int(job))] {
        itemsOfAgent[Int(arc.agent)].append(
          Item(
            unit: Int32(unit), kind: Int32(problem.jobs[Int(job)].kind), load: arc.load,
            cost: arc.cost * denominator))
      }
    }
    var starts = [0]
    for list in itemsOfAgent { starts.append(starts.last! + list.count) }
    itemsStart = starts

    var (width, most, least, strides, blocks): ([Int], [Int], [Int], [Int], [Int]) = ([], [], [], [], [])
    var (tables, rows): ([Int], [Int]) = ([], [])
    var cells = 0
    for agent in problem.agents {
      let list = itemsOfAgent[agent]
      width.append(max(0, min(problem.capacities[agent], list.reduce(0) { $0 + Int($1.load) })) + 1)
      let isPlain = MatchNode.isPlain(agent, in: problem)
      var count = 1
      for kind in 0..<problem.kinds {
        let range = problem.counts(ofAgent: agent, kind: kind)
        strides.append(isPlain ? 0 : count)
        most.append(isPlain ? Int.max : min(range.upperBound, list.count { $0.kind == kind }))
        least.append(isPlain ? 0 : range.lowerBound)
        if !isPlain { count *= most.last! + 1 }
        guard count <= Self.largestTable else { return nil }
      }
      blocks.append(count)
      rows.append(count * width[agent])
      tables.append(cells)
      cells += (list.count + 1) * count * width[agent]
      guard cells <= Self.largestTable else { return nil }
    }
    (self.width, self.most, self.least, self.strides, self.blocks) = (width, most, least, strides, blocks)
    items = FixedArray(itemsOfAgent.flatMap { $0 })
    tableStart = FixedArray(tables)
    rowLength = FixedArray(rows)
    table = FixedArray(repeating: 0, count: cells)

    var options: [Option] = []
    var optionsStart: [Int32] = [0]
    for job in jobs {
      let kind = problem.jobs[Int(job)].kind
      for position in problem.arcs(ofJob: Int(job)) {
        let arc = problem.arcs[position]
        options.append(
          Option(
            arc: Int32(position), agent: arc.agent, load: arc.load,
            countStride: Int32(strides[Int(arc.agent) * problem.kinds + kind] * width[Int(arc.agent)]),
            cost: arc.cost * denominator))
      }
      if let price = problem.jobs[Int(job)].unservedPrice {
        options.append(
          Option(arc: Self.unserved, agent: Self.unserved, load: 0, countStride: 0, cost: price * denominator))
      }
      optionsStart.append(Int32(options.count))
    }
    self.options = FixedArray(options)
    self.optionsStart = FixedArray(optionsStart)
    row = FixedArray(repeating: 0, count: problem.agentCount)
    state = FixedArray(repeating: 0, count: problem.agentCount)
    room = FixedArray(repeating: 0, count: problem.agentCount)
    left = FixedArray(repeating: 0, count: most.count)
    chosen = FixedArray(repeating: 0, count: jobs.count)
    children = FixedArray(repeating: Child(bound: 0, option: 0), count: options.count)
  }

  /// Jobs of the agent with the fewest undecided ones, the heaviest first, then those of the next such agent.
  private static func order(_ problem: MatchProblem) -> [Int] {
    var undecided = problem.agents.map { problem.arcs(ofAgent: $0).count }
    var isDecided = Array(repeating: false, count: problem.jobs.count)
    var order: [Int] = []
    while let agent = problem.agents.filter({ undecided[$0] > 0 }).min(by: {
      (undecided[$0], $0) < (undecided[$1], $1)
    }) {
      let arcs = problem.arcs(ofAgent: agent).map { problem.arcs[Int($0)] }.filter { !isDecided[Int($0.job)] }
      for arc in arcs.sorted(by: { ($0.load, $1.job) > ($1.load, $0.job) }) {
        isDecided[Int(arc.job)] = true
        order.append(Int(arc.job))
        for position in problem.arcs(ofJob: Int(arc.job)) { undecided[Int(problem.arcs[position].agent)] -= 1 }
      }
    }
    // Jobs that no agent can have stay unserved.
    return order + problem.jobs.indices.filter { !isDecided[$0] }
  }
}
