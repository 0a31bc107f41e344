/// What two searches have changed in one match, put together as far as they did not meet.
///
/// The changes of a search fall into parts that share neither an agent nor a job. A part whose agents and jobs the
/// other search has left alone is allowed with whatever that one did, and changes the cost by as much.
struct MatchCombination {
  private let problem: MatchProblem
  private let base: Match

  /// - Parameter base: What both searches began with.
  init(_ problem: MatchProblem, base: Match) {
    self.problem = problem
    self.base = base
  }

  /// A match with all that the first search changed and the parts of the second one's changes that lower the cost.
  ///
  /// - Parameters:
  ///   - first: A match that keeps all constraints.
  ///   - second: Another one.
  /// - Complexity: O(arcs of the matches + agents + jobs).
  func combining(_ first: Match, with second: Match) -> Match {
    var parts = Components(count: problem.agentCount + problem.jobs.count)
    let changes = changes(to: second)
    for change in changes { parts.join(agent(change.arc), job(change.arc)) }
    var gains = Array(repeating: 0, count: parts.count)
    for change in changes {
      let arc = problem.arcs[Int(change.arc)]
      let saved = (problem.jobs[Int(arc.job)].unservedPrice ?? 0) - arc.cost
      gains[parts.root(agent(change.arc))] += change.isAdded ? saved : -saved
    }
    for change in self.changes(to: first) {
      for vertex in [agent(change.arc), job(change.arc)] { gains[parts.root(vertex)] = .min / 2 }
    }
    let taken = changes.filter { gains[parts.root(agent($0.arc))] > 0 }
    let removed = Set(taken.lazy.filter { !$0.isAdded }.map(\.arc))
    return Match(first.arcs.filter { !removed.contains($0) } + taken.lazy.filter(\.isAdded).map(\.arc))
  }

  private struct Change {
    let arc: Int32
    let isAdded: Bool
  }

  private func changes(to other: Match) -> [Change] {
    let (before, after) = (Set(base.arcs), Set(other.arcs))
    return base.arcs.filter { !after.contains($0) }.map { Change(arc: $0, isAdded: false) }
      + other.arcs.filter { !before.contains($0) }.map { Change(arc: $0, isAdded: true) }
  }

  private func agent(_ arc: Int32) -> Int { Int(problem.arcs[Int(arc)].agent) }

  private func job(_ arc: Int32) -> Int { problem.agentCount + Int(problem.arcs[Int(arc)].job) }
}

/// Disjoint sets of numbers (Tarjan 1975).
private struct Components {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  var count: Int { parents.count }

  mutating func root(_ number: Int) -> Int {
    var number = number
    while parents[number] != number {
      parents[number] = parents[parents[number]]
      number = parents[number]
    }
    return number
  }

  mutating func join(_ first: Int, _ second: Int) { parents[root(first)] = root(second) }
}
