/// A part of a problem that no arc joins to the rest, so that it is decided alone.
struct MatchComponent {
  /// The part, without the constant of the whole.
  let problem: MatchProblem
  /// By job of the part: its position in the whole; ascending.
  let jobs: [Int]
  /// By arc of the part: its position in the whole; ascending.
  let arcs: [Int32]

  /// Connected components, that with the most arcs first. Agents and jobs without arcs belong to that one.
  ///
  /// Found by union and find (Tarjan 1975): O(arcs · log arcs).
  static func all(of whole: MatchProblem) -> [MatchComponent] {
    var sets = DisjointSets(count: whole.agentCount + whole.jobs.count)
    for arc in whole.arcs { sets.join(Int(arc.agent), whole.agentCount + Int(arc.job)) }

    // Numbered in the order of their first arcs.
    var numberOfRoot = Array(repeating: -1, count: whole.agentCount + whole.jobs.count)
    var arcs: [[Int32]] = []
    for (position, arc) in whole.arcs.enumerated() {
      let root = sets.root(of: Int(arc.agent))
      if numberOfRoot[root] < 0 {
        numberOfRoot[root] = arcs.count
        arcs.append([])
      }
      arcs[numberOfRoot[root]].append(Int32(position))
    }
    guard arcs.count > 1 else {
      return [
        MatchComponent(
          of: whole, agents: Array(whole.agents), jobs: Array(whole.jobs.indices), arcs: arcs.first ?? [])
      ]
    }
    let largest = arcs.indices.max { (arcs[$0].count, $1) < (arcs[$1].count, $0) } ?? 0
    var agents = Array(repeating: [Int](), count: arcs.count)
    var jobs = Array(repeating: [Int](), count: arcs.count)
    for agent in whole.agents {
      let number = numberOfRoot[sets.root(of: agent)]
      agents[number < 0 ? largest : number].append(agent)
    }
    for job in whole.jobs.indices {
      let number = numberOfRoot[sets.root(of: whole.agentCount + job)]
      jobs[number < 0 ? largest : number].append(job)
    }
    return arcs.indices.sorted { (-arcs[$0].count, $0) < (-arcs[$1].count, $1) }.map {
      MatchComponent(of: whole, agents: agents[$0], jobs: jobs[$0], arcs: arcs[$0])
    }
  }

  private init(of whole: MatchProblem, agents: [Int], jobs: [Int], arcs: [Int32]) {
    let newAgent = Dictionary(uniqueKeysWithValues: zip(agents, agents.indices))
    let newJob = Dictionary(uniqueKeysWithValues: zip(jobs, jobs.indices))
    problem = MatchProblem(
      kinds: whole.kinds,
      agents: agents.map(whole.agent),
      jobs: jobs.map { whole.jobs[$0] },
      arcs: arcs.map { position in
        let arc = whole.arcs[Int(position)]
        return .init(
          agent: newAgent[Int(arc.agent)]!, job: newJob[Int(arc.job)]!, load: Int(arc.load), cost: arc.cost)
      })
    self.jobs = jobs
    self.arcs = arcs
  }

  /// What this part has of arcs that are chosen in the whole. O(arcs of the part).
  func contract(_ chosen: Set<Int32>) -> Match {
    Match(arcs.indices.lazy.filter { chosen.contains(arcs[$0]) }.map(Int32.init))
  }

  /// A match of this part, as positions in the whole.
  func expand(_ match: Match) -> [Int32] { match.arcs.map { arcs[Int($0)] } }

  /// The multipliers of this part's jobs.
  func contract(_ multipliers: Multipliers) -> Multipliers {
    Multipliers(numerators: jobs.map { multipliers.numerators[$0] }, denominator: multipliers.denominator)
  }
}

/// A partition of the first numbers into sets that are joined (Tarjan 1975).
private struct DisjointSets {
  private var parent: [Int]

  init(count: Int) { parent = Array(0..<count) }

  /// The number that stands for a number's set. O(log count), amortised.
  mutating func root(of number: Int) -> Int {
    var number = number
    while parent[number] != number {
      parent[number] = parent[parent[number]]
      number = parent[number]
    }
    return number
  }

  mutating func join(_ first: Int, _ second: Int) {
    let (first, second) = (root(of: first), root(of: second))
    parent[max(first, second)] = min(first, second)
  }
}
