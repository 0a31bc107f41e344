/// The arcs of a ``Transportation`` that a search looks at: by job, some of its arcs.
///
/// Almost every job ends at one of its cheapest agents. The others are priced out with the potentials, and
/// those that could improve the solution join.
struct TransportationCore {
  /// By job, and one more: where its arcs start.
  private(set) var start: [Int32]
  /// Positions of arcs in the problem.
  private(set) var arcs: [Int32]
  /// By job: how many of its arcs are in use from the beginning.
  private(set) var active: [Int32]

  /// The `width` cheapest arcs of each job; of equally cheap ones the first.
  init(_ problem: Transportation, width: Int) {
    start = [0]
    arcs = []
    active = []
    start.reserveCapacity(problem.demands.count + 1)
    active.reserveCapacity(problem.demands.count)
    arcs.reserveCapacity(min(problem.agentOfArc.count, problem.demands.count * width))
    var costs: [Int] = []
    for job in problem.jobs {
      let range = problem.arcs(ofJob: job)
      let count = min(range.count, max(width, 2 * problem.demands[job]))
      if count == range.count {
        for arc in range { arcs.append(Int32(arc)) }
      } else {
        costs.replaceSubrange(costs.indices, with: problem.costOfArc[range])
        let limit = costs.element(ofRank: count - 1)
        var ties = count - problem.costOfArc[range].count { $0 < limit }
        for arc in range where problem.costOfArc[arc] <= limit {
          if problem.costOfArc[arc] == limit {
            guard ties > 0 else { continue }
            ties -= 1
          }
          arcs.append(Int32(arc))
        }
      }
      start.append(Int32(arcs.count))
      active.append(Int32(count))
    }
  }

  /// The arcs of each job, those in use first.
  init(arcsByJob: [(used: [Int32], added: [Int32])]) {
    start = [0]
    arcs = []
    active = []
    for (used, added) in arcsByJob {
      arcs += used
      arcs += added
      start.append(Int32(arcs.count))
      active.append(Int32(used.count))
    }
  }
}

extension [Int] {
  /// The element that would stand at a rank if the array were sorted; reorders it. Expected O(count)
  /// (Hoare, Algorithm 65, 1961, with the median of three as pivot).
  mutating func element(ofRank rank: Int) -> Int {
    var (low, high) = (0, count - 1)
    while low < high {
      let (first, middle, last) = (self[low], self[(low + high) / 2], self[high])
      let pivot = Swift.max(Swift.min(first, middle), Swift.min(Swift.max(first, middle), last))
      var (left, right) = (low, high)
      while left <= right {
        while self[left] < pivot { left += 1 }
        while self[right] > pivot { right -= 1 }
        if left <= right {
          swapAt(left, right)
          left += 1
          right -= 1
        }
      }
      if rank <= right { high = right } else if rank >= left { low = left } else { return pivot }
    }
    return self[rank]
  }
}
