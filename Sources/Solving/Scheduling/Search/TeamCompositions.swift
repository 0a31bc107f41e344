/// How many leaders of which kind make a team that is large enough, has the roles and covers the standards.
///
/// Leaders of a series with the same role, the same standards at `lead` and the same growth are of one *kind*:
/// any of them will do, and only price and availability tell them apart. The teams that are worth having are
/// then few vectors of counts by kind, worked out once a series. Prices of leaders are never negative, so a
/// vector is left out where a smaller one meets the same bounds and has somebody who grows if it has.
struct TeamCompositions: Sendable {
  /// Leaders who can stand for one another.
  struct Kind: Sendable {
    let role: UInt8
    let leads: UInt64
    let grows: Bool
    /// Whether all its members have to be in the team.
    let isPinned: Bool
    /// Positions in ``TimetableProblem/leaderOptions``.
    var members: [Int32]
  }

  /// Whether no composition was left out for want of work; if not, the cheapest may be missing.
  let isComplete: Bool
  /// By kind: no composition has more of it.
  let most: [Int]
  /// Where the sums of a kind begin in the table that ``cheapest(sums:missedGrowth:)`` reads: the sum of the n
  /// cheapest leaders of kind k stands at `offsets[k] + n`.
  let offsets: [Int]
  /// How long that table is.
  let tableSize: Int
  private var terms: [Int32] = []
  private var firstTerm: [Int32] = [0]
  private var grows: [Bool] = []

  /// How many compositions.
  var count: Int { grows.count }

  /// Work after which the search for compositions of one series ends.
  private static let largestWork = 100_000
  private static let largestCount = 1024

  /// - Complexity: O(kinds ^ size of the largest useful team), cut at a fixed number of steps.
  init(team: TimetableProblem.Team, clauses: [TimetableProblem.Clause], kinds: [Kind]) {
    var search = CompositionSearch(team: team, clauses: clauses, kinds: kinds, work: Self.largestWork)
    let pinned = kinds.reduce(0) { $0 + ($1.isPinned ? $1.members.count : 0) }
    let useful =
      clauses.reduce(0) { $0 + $1.count.lowerBound } + team.standards.nonzeroBitCount + pinned + 1
    let largest = min(team.size.upperBound, max(team.size.lowerBound, useful))
    for size in team.size where size <= largest && search.found.count < Self.largestCount {
      search.extend([], size: size)
    }
    isComplete = search.work > 0 && search.found.count < Self.largestCount
    let found = search.found
    // Where compositions are missing, the cheapest leaders of any kind stand in for them in a bound.
    let least = isComplete ? 0 : team.size.lowerBound
    let most = kinds.indices.map { kind in
      max(found.map { $0[kind] }.max() ?? 0, min(least, kinds[kind].members.count))
    }
    var offsets: [Int] = []
    var size = 0
    for count in most {
      offsets.append(size)
      size += count + 1
    }
    self.most = most
    self.offsets = offsets
    tableSize = size
    for counts in found {
      for (kind, count) in counts.enumerated() where count > 0 { terms.append(Int32(offsets[kind] + count)) }
      firstTerm.append(Int32(terms.count))
      grows.append(zip(counts, kinds).contains { $0 > 0 && $1.grows })
    }
  }

  /// The cheapest composition at given prices; `nil` where none can be had. O(compositions x kinds in one).
  ///
  /// - Parameters:
  ///   - sums: See ``offsets``; ``SessionChain/unreachable`` where there are not so many leaders.
  ///   - missedGrowth: What is paid where nobody grows.
  func cheapest(sums: [Int], missedGrowth: Int) -> (cost: Int, composition: Int)? {
    var best: (cost: Int, composition: Int)?
    for composition in grows.indices {
      var cost = grows[composition] ? 0 : missedGrowth
      for term in firstTerm[composition]..<firstTerm[composition + 1] {
        cost = min(SessionChain.unreachable, cost &+ sums[Int(terms[Int(term)])])
      }
      if cost < (best?.cost ?? SessionChain.unreachable) { best = (cost, composition) }
    }
    return best
  }

  /// How many of each kind are in a composition: the kind and the number, kinds without members left out.
  func counts(of composition: Int) -> [(kind: Int, count: Int)] {
    terms[Int(firstTerm[composition])..<Int(firstTerm[composition + 1])].map { term in
      let kind = offsets.lastIndex { $0 < Int(term) }!
      return (kind, Int(term) - offsets[kind])
    }
  }
}

/// Finds compositions size by size, so that smaller ones come first.
private struct CompositionSearch {
  let team: TimetableProblem.Team
  let clauses: [TimetableProblem.Clause]
  let kinds: [TeamCompositions.Kind]
  var work: Int
  var found: [[Int]] = []

  mutating func extend(_ counts: [Int], size left: Int) {
    work -= 1
    guard work > 0 else { return }
    let kind = counts.count
    guard kind < kinds.count else {
      if left == 0, meetsBounds(counts), !isDominated(counts) { found.append(counts) }
      return
    }
    let members = kinds[kind].members.count
    if kinds[kind].isPinned {
      if members <= left { extend(counts + [members], size: left - members) }
      return
    }
    for count in stride(from: min(members, left), through: 0, by: -1) {
      extend(counts + [count], size: left - count)
    }
  }

  private func meetsBounds(_ counts: [Int]) -> Bool {
    var covered: UInt64 = 0
    for (count, kind) in zip(counts, kinds) where count > 0 { covered |= kind.leads }
    guard covered & team.standards == team.standards else { return false }
    return clauses.allSatisfy { clause in
      clause.count.contains(zip(counts, kinds).reduce(0) { $0 + ($1.1.role & clause.roles != 0 ? $1.0 : 0) })
    }
  }

  private func isDominated(_ counts: [Int]) -> Bool {
    let grows = zip(counts, kinds).contains { $0 > 0 && $1.grows }
    return found.contains { other in
      zip(other, counts).allSatisfy(<=)
        && (!grows || zip(other, kinds).contains { $0 > 0 && $1.grows })
    }
  }
}
