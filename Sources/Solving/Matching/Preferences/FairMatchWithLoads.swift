/// The fairest match where loads bind: the levels of ``FairMatch``, each a generalised assignment.
///
/// **Levels.** In this order unserved need, unserved units, units at the worst hardship, at the next worst and so on
/// are to be least. Each is a linear function g ≥ 0 of the match, in integers.
///
/// **Mathematics.** Let F be such a function that a match is best in all levels so far exactly where F is least, F* its
/// least value, and G the next level's value at a match with F = F*. Then a match is best in all levels and the next
/// exactly where
///
///     F' = (G + 1) F + g
///
/// is least: a match with F ≥ F* + 1 has F' ≥ (G + 1) F* + G + 1, more than the known one. A weight so small is enough
/// because it is taken from a match that is known and not from all of them. So each level is one ``MatchProblem``
/// that differs in its costs only, solved by the same search and starting from the match of the level before.
/// Where G is 0 no search is needed: arcs and prices with g > 0 are left out instead, and F stays.
///
/// F is least only where the search proves it; one level that is not proven leaves those after it as good as found, and
/// the match unproven. F grows with the product of the G + 1; levels for which it would no longer fit stay undecided.
/// Compare Burkard and Rendl, Lexicographic bottleneck problems, 1991, whose powers do not fit at all.
struct FairMatchWithLoads {
  /// The fairest match found.
  private(set) var match: Match
  /// Whether every level of it is proven.
  private(set) var isProven = true

  private let problem: MatchProblem
  private let hardship: [Int]
  private let settings: SearchSettings
  /// F: by arc, and by job for each unit unserved.
  private var weights: Levels
  /// By arc: whether matches that are best so far may have it.
  private var isOpen: [Bool]
  /// By job: whether matches that are best so far may leave units of it unserved.
  private var mayBeUnserved: [Bool]
  /// Searches that may still end without a proof.
  private var attempts = 8

  /// A linear function of a match.
  private struct Levels {
    var arcs: [Int]
    var unserved: [Int]

    func value(of match: Match, in problem: MatchProblem) -> Int {
      zip(unserved, match.unserved(in: problem)).reduce(0) { $0 + $1.0 * $1.1 }
        + match.arcs.reduce(0) { $0 + arcs[Int($1)] }
    }

    /// No match has a larger value.
    func most(in problem: MatchProblem) -> Int {
      problem.jobs.indices.reduce(0) { sum, job in
        let most = problem.arcs(ofJob: job).lazy.map { arcs[$0] }.max() ?? 0
        return sum + problem.jobs[job].demand * max(most, unserved[job])
      }
    }
  }

  /// Above it a level is left undecided: costs times the denominator of multipliers stay well within an integer.
  private static let largestValue = 1 << 50

  /// - Parameters:
  ///   - problem: Without pins.
  ///   - hardship: By arc.
  ///   - start: A match that keeps all constraints.
  ///   - settings: Each of at most eight searches that end without a proof has an eighth of the effort.
  init(_ problem: MatchProblem, hardship: [Int], from start: Match, _ settings: SearchSettings) {
    self.problem = problem
    self.hardship = hardship
    self.settings = settings
    match = start
    weights = Levels(
      arcs: Array(repeating: 0, count: problem.arcs.count), unserved: Array(repeating: 0, count: problem.jobs.count)
    )
    isOpen = Array(repeating: true, count: problem.arcs.count)
    mayBeUnserved = problem.jobs.map { $0.unservedPrice != nil }
  }

  /// Goes through the levels.
  ///
  /// - Throws: A broken solver.
  mutating func run() throws(MatchFailure) {
    try decide(need)
    try decide(units)
    var last = Int.max
    while attempts > 0, let worst = hardships(of: match).first(where: { $0 < last }) {
      for arc in isOpen.indices where hardship[arc] > worst && hardship[arc] < last { isOpen[arc] = false }
      guard isOpen.indices.contains(where: { isOpen[$0] && hardship[$0] < worst }) else { break }
      try decide(Levels(arcs: hardship.map { $0 == worst ? 1 : 0 }, unserved: problem.jobs.map { _ in 0 }))
      last = worst
    }
    try cheapen()
  }

  /// Makes a level least among the matches that are best in those before it.
  private mutating func decide(_ level: Levels) throws(MatchFailure) {
    let known = level.value(of: match, in: problem)
    if known > 0 {
      guard let sum = weighted(by: known + 1, plus: level), !settings.stop.isRaised else {
        isProven = false
        attempts = 0
        return
      }
      if try !search(sum) {
        isProven = false
        attempts -= 1
      }
      guard level.value(of: match, in: problem) == 0 else {
        weights = sum
        return
      }
    }
    for arc in isOpen.indices where level.arcs[arc] > 0 { isOpen[arc] = false }
    for job in mayBeUnserved.indices where level.unserved[job] > 0 { mayBeUnserved[job] = false }
  }

  /// Makes the cost least among the fairest, as far as the weights let it; what is less fair is not taken.
  private mutating func cheapen() throws(MatchFailure) {
    let cost = Levels(arcs: problem.arcs.map(\.cost), unserved: problem.jobs.map { $0.unservedPrice ?? 0 })
    let room = Self.largestValue / max(1, weights.most(in: problem))
    let weight = min(cost.value(of: match, in: problem) - least(of: cost) + 1, room)
    guard weight > 0, !settings.stop.isRaised, let sum = weighted(by: weight, plus: cost) else { return }
    let before = match
    _ = try search(sum)
    if isFairer(before, than: match) { match = before }
  }

  private func isFairer(_ one: Match, than other: Match) -> Bool {
    func levels(_ match: Match) -> [Int] {
      [need, units].map { $0.value(of: match, in: problem) } + hardships(of: match)
    }
    return levels(one).lexicographicallyPrecedes(levels(other))
  }

  /// Unserved need, as far as jobs differ in it.
  private var need: Levels {
    let prices = problem.jobs.map { $0.unservedPrice ?? 0 }
    let unit = max(1, prices.reduce(0, greatestCommonDivisor))
    return Levels(arcs: problem.arcs.map { _ in 0 }, unserved: prices.map { $0 / unit })
  }

  /// Unserved units.
  private var units: Levels {
    Levels(arcs: problem.arcs.map { _ in 0 }, unserved: problem.jobs.map { _ in 1 })
  }

  /// From the worst on.
  private func hardships(of match: Match) -> [Int] { match.arcs.map { hardship[Int($0)] }.sorted(by: >) }

  /// No match costs less.
  private func least(of cost: Levels) -> Int {
    problem.jobs.indices.reduce(0) { sum, job in
      let arcs = problem.arcs(ofJob: job).lazy.map { cost.arcs[$0] }
      return sum + problem.jobs[job].demand * min(arcs.min() ?? cost.unserved[job], cost.unserved[job], 0)
    }
  }

  private func weighted(by factor: Int, plus level: Levels) -> Levels? {
    let most = weights.most(in: problem).multipliedReportingOverflow(by: factor)
    guard !most.overflow, most.partialValue <= Self.largestValue - level.most(in: problem) else { return nil }
    return Levels(
      arcs: zip(weights.arcs, level.arcs).map { $0 * factor + $1 },
      unserved: zip(weights.unserved, level.unserved).map { $0 * factor + $1 })
  }

  /// Looks for a match for which a function is least; keeps the one there is where none is better.
  ///
  /// - Returns: Whether none is better.
  private mutating func search(_ sum: Levels) throws(MatchFailure) -> Bool {
    let kept = isOpen.indices.filter { isOpen[$0] }
    var positions = Array(repeating: Int32(-1), count: isOpen.count)
    for (position, arc) in kept.enumerated() { positions[arc] = Int32(position) }
    let restricted = MatchProblem(
      kinds: problem.kinds,
      agents: problem.agents.map(problem.agent),
      jobs: problem.jobs.indices.map { job in
        var properties = problem.jobs[job]
        properties.unservedPrice = mayBeUnserved[job] ? sum.unserved[job] : nil
        return properties
      },
      arcs: kept.map { arc in
        var properties = problem.arcs[arc]
        properties.cost = sum.arcs[arc]
        return properties
      })
    var share = settings
    share.effort = settings.effort.part(8)
    share.progress = { _ in }
    // It starts from a match that keeps all constraints, so there is one whenever it ends.
    let result = try restricted.solve(share, from: Match(match.arcs.map { positions[Int($0)] }))
    if result.cost < sum.value(of: match, in: problem) {
      match = Match(result.match.arcs.map { Int32(kept[Int($0)]) })
    }
    return result.isOptimal
  }
}

/// Of the absolute values; of 0 and a number, the number.
private func greatestCommonDivisor(_ one: Int, _ other: Int) -> Int {
  var (larger, smaller) = (abs(one), abs(other))
  while smaller > 0 { (larger, smaller) = (smaller, larger % smaller) }
  return larger
}
