/// Climbs to good multipliers of a ``MatchRelaxation`` by subgradients: where too few agents choose a job its
/// multiplier rises, where too many it falls.
///
/// The step is Polyak's (1969), scale x (target - L) / |g|², the scale halved where the bound has not risen
/// for a while (Held, Wolfe and Crowder 1974); the direction keeps part of the last one (Crowder 1976), which
/// damps the zigzag. Multipliers are rounded to the denominator before they are used, so that every value on
/// the way is an exact bound.
struct MultiplierAscent {
  /// The relaxation at the last multipliers.
  private(set) var relaxation: MatchRelaxation
  /// The best multipliers.
  private(set) var best: Multipliers
  /// D L at the best multipliers.
  private(set) var bestValue: Int
  /// Evaluations so far.
  private(set) var evaluations = 0

  /// No match costs more.
  private let dearest: Int
  /// Multipliers stay within it, so that sums over all units fit.
  private let largest: Int
  private var position: [Double]
  private var direction: [Double]
  private var scale = 1.6
  private var stalled = 0

  /// Rounds without a rise before the scale is halved.
  private static let patience = 18
  /// How much of the last direction is kept.
  private static let inertia = 0.5
  /// The scale below which steps no longer matter.
  private static let leastScale = 0.004

  /// - Parameters:
  ///   - problem: Without pins.
  ///   - start: Where to begin; by default each job's second cheapest arc or its price.
  /// - Returns: `nil` where some agent cannot have its least counts: there is no match.
  init?(_ problem: MatchProblem, start: Multipliers? = nil) {
    let start = start ?? Self.start(of: problem)
    relaxation = MatchRelaxation(problem)
    guard let value = relaxation.value(at: start) else { return nil }
    best = start
    bestValue = value
    dearest = Self.dearest(problem)
    largest = (1 << 60) / (start.denominator * problem.jobs.reduce(1) { $0 + $1.demand })
    position = start.numerators.map { Double($0) / Double(start.denominator) }
    direction = Array(repeating: 0, count: start.numerators.count)
  }

  /// Whether the bound is above what any match costs, so that there is none.
  var provesInfeasible: Bool { bound > dearest }

  /// The bound: no match costs less.
  var bound: Int { bestValue.dividedRoundingUp(by: best.denominator) }

  /// Climbs for at most so many evaluations.
  ///
  /// - Parameters:
  ///   - limit: Evaluations at most.
  ///   - target: The cost of a match: how far there is to climb. Without one, the cost of the dearest
  ///     choices, from which the halving of the scale soon comes down.
  ///   - isDone: Asked after each rise.
  mutating func climb(
    evaluations limit: Int, target: Int?, until isDone: (MultiplierAscent) -> Bool = { _ in false }
  ) {
    let denominator = best.denominator
    let target = target ?? dearest
    let (lowest, highest) = (Double(-largest), Double(largest))
    var numerators = best.numerators
    var value = bestValue
    var left = limit
    while left > 0, scale >= Self.leastScale {
      left -= 1
      var norm = 0.0
      for job in direction.indices {
        direction[job] = Self.inertia * direction[job] - Double(relaxation.excess[job])
        norm += direction[job] * direction[job]
      }
      guard norm > 1e-9 else { return }
      let distance = max(Double(target) - Double(value) / Double(denominator), 1)
      let step = scale * distance / norm
      for job in direction.indices {
        position[job] = min(max(position[job] + step * direction[job], lowest), highest)
        if let price = relaxation.problem.jobs[job].unservedPrice {
          position[job] = min(position[job], Double(price))
        }
        numerators[job] = Int((position[job] * Double(denominator)).rounded())
      }
      guard let next = relaxation.value(at: Multipliers(numerators: numerators, denominator: denominator)) else {
        return
      }
      evaluations += 1
      value = next
      if value > bestValue {
        bestValue = value
        best.numerators = numerators
        stalled = 0
        if isDone(self) || provesInfeasible { return }
      } else {
        stalled += 1
        if stalled >= Self.patience {
          stalled = 0
          scale /= 2
          position = best.numerators.map { Double($0) / Double(denominator) }
          for job in direction.indices { direction[job] = 0 }
          guard let again = relaxation.value(at: best) else { return }
          value = again
        }
      }
    }
  }

  /// The sum of each job's dearest choices: no match costs more.
  static func dearest(_ problem: MatchProblem) -> Int {
    problem.jobs.indices.reduce(problem.constant) { sum, job in
      let most = problem.arcs[problem.arcs(ofJob: job)].lazy.map(\.cost).max() ?? 0
      return sum + problem.jobs[job].demand * max(most, problem.jobs[job].unservedPrice ?? most)
    }
  }

  /// Allows steps as long as at the start, for another climb.
  mutating func reheat(to scale: Double) {
    self.scale = scale
    stalled = 0
    position = best.numerators.map { Double($0) / Double(best.denominator) }
    for job in direction.indices { direction[job] = 0 }
    _ = relaxation.value(at: best)
  }

  /// The second cheapest arc of each job, or its price where that is less or there is one arc only.
  private static func start(of problem: MatchProblem) -> Multipliers {
    var largest = 1
    let values = problem.jobs.indices.map { job -> Int in
      let costs = problem.arcs[problem.arcs(ofJob: job)].map(\.cost).sorted()
      let wanted = problem.jobs[job].demand
      let price = problem.jobs[job].unservedPrice
      let value: Int
      if costs.count > wanted {
        value = price.map { min($0, costs[wanted]) } ?? costs[wanted]
      } else {
        value = price ?? costs.last ?? 0
      }
      largest = max(largest, abs(value), price.map { abs($0) } ?? 0, costs.last.map { abs($0) } ?? 0)
      return value
    }
    // A denominator that leaves room for sums over all jobs in 62 bits.
    var denominator = 1 << 12
    let units = problem.jobs.reduce(1) { $0 + $1.demand }
    while denominator > 1, Double(largest) * Double(units) * Double(denominator) > 0x1p58 { denominator /= 2 }
    return Multipliers(numerators: values.map { $0 * denominator }, denominator: denominator)
  }
}

extension Int {
  /// The least integer that is not below the quotient.
  ///
  /// - Precondition: The divisor is positive.
  func dividedRoundingUp(by divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder > 0 ? quotient + 1 : quotient
  }
}
