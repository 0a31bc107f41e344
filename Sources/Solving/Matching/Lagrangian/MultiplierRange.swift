/// How large multipliers and their denominator may be, so that no sum of profits overflows.
struct MultiplierRange {
  /// The largest |cost| or price.
  private let dearest: Int
  /// No agent can carry more jobs.
  private let items: Int
  private let units: Int

  /// How many times the dearest cost multipliers may be.
  private static let room = 8

  /// - Complexity: O(arcs · log arcs of an agent).
  init(_ problem: MatchProblem) {
    let cost = problem.arcs.lazy.map { abs($0.cost) }.max() ?? 0
    let price = problem.jobs.lazy.compactMap { $0.unservedPrice.map(abs) }.max() ?? 0
    dearest = max(cost, price, 1)
    units = problem.jobs.reduce(1) { $0 + $1.demand }
    items =
      problem.agents.lazy.map { agent in
        var left = problem.capacities[agent]
        var fitting = 0
        for load in problem.arcs(ofAgent: agent).map({ Int(problem.arcs[Int($0)].load) }).sorted() {
          left -= load
          guard left >= 0 else { break }
          fitting += 1
        }
        return fitting
      }.max() ?? 1
  }

  /// A power of two: fine enough, and with profits that fit narrow values where that can be.
  var denominator: Int {
    for candidate in [4096, 2048, 1024, 512, 256] where fitsNarrowValues(denominator: candidate) {
      return candidate
    }
    var denominator = 1024
    while denominator > 1, Double(denominator) * Double(dearest) * Double(units) > 0x1p55 { denominator /= 2 }
    return denominator
  }

  /// Whether the profits of an agent's jobs add up to less than 2^31.
  func fitsNarrowValues(denominator: Int) -> Bool {
    Double(Self.room + 1) * Double(denominator) * Double(dearest) * Double(items + 1) < 0x1p31
  }

  /// The largest numerator.
  func largest(denominator: Int) -> Int { Self.room * denominator * dearest }
}
