@testable import Solving

/// Which features a random problem has.
struct MatchFeatures: OptionSet, Sendable {
  let rawValue: Int
  static let optional = MatchFeatures(rawValue: 1)
  static let several = MatchFeatures(rawValue: 2)
  static let counts = MatchFeatures(rawValue: 4)
  static let leastCounts = MatchFeatures(rawValue: 8)
  static let kinds = MatchFeatures(rawValue: 16)
  static let sparse = MatchFeatures(rawValue: 32)
  static let pins = MatchFeatures(rawValue: 64)
  static let negativeCosts = MatchFeatures(rawValue: 128)
  /// How many sets of features there are.
  static let all = 256
}

extension MatchProblem {
  /// A problem so small that all its matches can be listed.
  static func random(seed: UInt64, features: MatchFeatures, agents: Int = 3, jobs: Int = 4) -> MatchProblem {
    var random = Randomness(seed: seed, task: UInt64(features.rawValue))
    let kinds = features.contains(.kinds) ? 2 : 1
    let jobs = (0..<jobs).map { _ in
      Job(
        demand: features.contains(.several) ? random.below(3) : 1,
        unservedPrice: features.contains(.optional) && random.below(4) > 0 ? random.below(40) : nil,
        kind: random.below(kinds))
    }
    let agents = (0..<agents).map { _ in
      let counts = (0..<kinds).map { _ -> ClosedRange<Int> in
        let least = features.contains(.leastCounts) ? random.below(2) : 0
        return least...(features.contains(.counts) ? least + random.below(3) : jobs.count)
      }
      return Agent(capacity: 4 + random.below(22), counts: counts)
    }
    var arcs: [Arc] = []
    for job in jobs.indices {
      for agent in agents.indices where !features.contains(.sparse) || random.below(3) > 0 {
        arcs.append(
          Arc(
            agent: agent, job: job, load: random.below(12),
            cost: random.below(30) - (features.contains(.negativeCosts) ? 15 : 0),
            isPinned: features.contains(.pins) && random.below(12) == 0))
      }
    }
    return MatchProblem(kinds: kinds, agents: agents, jobs: jobs, arcs: arcs, constant: random.below(5))
  }

  /// The cheapest match that keeps all constraints, by looking at every set of arcs; `nil` for none.
  func cheapestByEnumeration() -> Int? {
    precondition(arcs.count <= 14, "too many sets")
    var least: Int?
    for chosen in 0..<(1 << arcs.count) {
      let match = Match(arcs.indices.lazy.filter { chosen >> $0 & 1 == 1 }.map(Int32.init))
      guard violations(of: match).isEmpty else { continue }
      let cost = cost(of: match)
      if cost < least ?? .max { least = cost }
    }
    return least
  }
}
