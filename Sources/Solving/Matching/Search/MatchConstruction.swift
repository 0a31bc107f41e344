/// Builds a match unit by unit: next comes the one that loses most if it does not get its best agent (Martello
/// and Toth 1981), costs being less the multipliers of a relaxation where there are some.
struct MatchConstruction {
  /// A match as good as it gets this way; capacities are kept, but units may be missing that must be served.
  ///
  /// - Complexity: O(arcs · log units), an agent that fills up costing its jobs another look each.
  static func regret(_ problem: MatchProblem) -> MatchState {
    var state = MatchState(problem)
    var heap = RegretHeap()
    for unit in state.arcOfUnit.indices { push(unit, state, into: &heap) }
    while let entry = heap.pop() {
      let unit = Int(entry.unit)
      guard state.arcOfUnit[unit] == MatchState.none else { continue }
      let (arc, regret) = choice(unit, state)
      guard let arc else { continue }
      // The world has changed since the regret was noted: have another look where it was wrong.
      if regret != entry.regret {
        heap.push(.init(regret: regret, unit: entry.unit))
        continue
      }
      state.shift(unit, to: arc)
    }
    return state
  }

  private static func push(_ unit: Int, _ state: MatchState, into heap: inout RegretHeap) {
    let (arc, regret) = choice(unit, state)
    if arc != nil { heap.push(.init(regret: regret, unit: Int32(unit))) }
  }

  /// The cheapest arc that fits, and what the next one or going unserved costs more.
  private static func choice(_ unit: Int, _ state: MatchState) -> (Int32?, Int) {
    let problem = state.problem
    var best: Int32?
    var least = 0
    var second = state.price(unit, MatchState.none)
    let none = second
    for position in problem.arcs(ofJob: Int(state.jobOfUnit[unit])) {
      let arc = problem.arcs[position]
      let agent = Int(arc.agent)
      let cell = agent * problem.kinds + problem.jobs[Int(arc.job)].kind
      guard state.load[agent] + Int(arc.load) <= problem.capacities[agent],
        state.count[cell] < problem.counts[cell].upperBound, !state.isTaken(Int32(position), by: unit)
      else { continue }
      let price = state.price(unit, Int32(position))
      if best == nil || price < least {
        if best != nil { second = min(second, least) }
        least = price
        best = Int32(position)
      } else {
        second = min(second, price)
      }
    }
    guard best != nil, least < none else { return (nil, 0) }
    return (best, second - least)
  }
}

/// Units by falling regret; of equal ones the first.
private struct RegretHeap {
  struct Entry {
    var regret: Int
    var unit: Int32
    func precedes(_ other: Entry) -> Bool { (other.regret, unit) < (regret, other.unit) }
  }

  private var entries: [Entry] = []

  mutating func push(_ entry: Entry) {
    entries.append(entry)
    var child = entries.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard entries[child].precedes(entries[parent]) else { break }
      entries.swapAt(child, parent)
      child = parent
    }
  }

  mutating func pop() -> Entry? {
    guard let top = entries.first else { return nil }
    let last = entries.removeLast()
    if !entries.isEmpty {
      entries[0] = last
      var parent = 0
      while true {
        var least = parent
        for child in [2 * parent + 1, 2 * parent + 2]
        where child < entries.count && entries[child].precedes(entries[least]) {
          least = child
        }
        guard least != parent else { break }
        entries.swapAt(parent, least)
        parent = least
      }
    }
    return top
  }
}
