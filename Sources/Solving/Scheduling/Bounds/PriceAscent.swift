/// Climbs the Lagrangian bound: deflected subgradient steps with Polyak's length (Camerini, Fratta and Maffioli
/// 1975; Held, Wolfe and Crowder 1974).
///
/// A price rises where its resource is overdrawn and falls where it is left over, in proportion to the resource,
/// so that scarce and ample ones move alike. The length of a step aims at the incumbent's cost and is cut when
/// the bound has not risen for a while. Steps are taken in floating point; prices are rounded to integers before they are used, so
/// that the bound itself is exact.
struct PriceAscent: Sendable {
  private let problem: TimetableProblem
  private let relaxation: TimetableRelaxation
  /// The best bound so far, the prices it was found at and what they make of each series.
  private(set) var best: (bound: Int, prices: ResourcePrices, savings: [Int?])?
  /// Whether a series that must be served has no placement whatever the others do.
  private(set) var isInfeasible = false
  /// What the relaxation chose in the last steps: columns for a master to begin with.
  private(set) var recent: [[TimetableRelaxation.Column]] = []
  /// How many times L was evaluated.
  private(set) var evaluations = 0
  /// By resource: a price for the whole capacity.
  private var prices: [Double]
  private let capacities: [Double?]
  private var direction: [Double]
  private var scale = 1.0
  private var stalled = 0

  private static let kept = 6
  private static let memory = 0.7
  private static let patience = 10
  private static let cut = 0.7

  init(_ problem: TimetableProblem, relaxation: TimetableRelaxation) {
    self.problem = problem
    self.relaxation = relaxation
    // Nobody with a capacity of nothing is ever released; what is rounded comes with a master.
    let rounded = relaxation.resources.rounded
    capacities = relaxation.resources.capacity.enumerated().map { resource, capacity in
      rounded.contains(resource) ? nil : capacity.flatMap { $0 > 0 ? Double($0) : nil }
    }
    prices = Array(repeating: 0, count: capacities.count)
    direction = prices
  }

  /// Takes some steps.
  ///
  /// - Parameter target: The cost of the best timetable known.
  mutating func climb(steps: Int, target: Int, stop: StopSignal) {
    for _ in 0..<steps {
      if isInfeasible || stop.isRaised { return }
      let whole = rounded
      evaluations += 1
      guard let value = relaxation.value(at: whole) else {
        isInfeasible = true
        return
      }
      offer(value, at: whole)
      if recent.count == Self.kept { recent.removeFirst() }
      recent.append(value.columns)
      if let best, best.bound >= target { return }
      step(from: value, target: target)
    }
  }

  /// Takes a value of L found elsewhere into account.
  mutating func offer(_ value: TimetableRelaxation.Value, at whole: ResourcePrices) {
    if value.bound > best?.bound ?? .min {
      best = (value.bound, whole, value.savings)
      stalled = 0
      return
    }
    stalled += 1
    if stalled >= Self.patience {
      stalled = 0
      scale *= Self.cut
    }
  }

  private var rounded: ResourcePrices {
    let single = zip(prices, capacities).map { price, capacity in
      capacity.map { Int((price / $0).rounded()) } ?? 0
    }
    return ResourcePrices(byResource: single, cuts: [:], options: problem.leaderOptions.count)
  }

  private mutating func step(from value: TimetableRelaxation.Value, target: Int) {
    var square = 0.0
    for row in prices.indices {
      guard let capacity = capacities[row] else { continue }
      let next = (Double(value.use[row]) - capacity) / capacity + Self.memory * direction[row]
      // A price at zero is not pushed below it.
      direction[row] = prices[row] <= 0 && next < 0 ? 0 : next
      square += direction[row] * direction[row]
    }
    guard square > 0 else { return }
    let length = scale * max(1, Double(target - value.bound)) / square
    for row in prices.indices where direction[row] != 0 {
      prices[row] = max(0, prices[row] + length * direction[row])
    }
  }
}
