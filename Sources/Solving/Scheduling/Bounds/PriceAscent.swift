/// Climbs the Lagrangian bound: deflected subgradient steps with Polyak's length (Camerini, Fratta and Maffioli
/// 1975; Held, Wolfe and Crowder 1974).
///
/// A price rises where its resource is overdrawn and falls where it is left over. The length of a step aims at
/// the incumbent's cost and is halved when the bound has not risen for a while. Steps are taken in floating
/// point; prices are rounded to integers before they are used, so that the bound itself is exact.
struct PriceAscent: Sendable {
  private let problem: TimetableProblem
  private let relaxation: TimetableRelaxation
  /// The best bound so far, the prices it was found at and what they make of each series.
  private(set) var best: (bound: Int, prices: ResourcePrices, savings: [Int?])?
  /// Whether a series that must be served has no placement whatever the others do.
  private(set) var isInfeasible = false
  /// How many times L was evaluated.
  private(set) var evaluations = 0
  private var yearly: [Double]
  private var monthly: [Double]
  private var pool: [Double]
  private var direction: [Double]
  private var scale = 1.0
  private var stalled = 0

  private static let memory = 0.5
  private static let patience = 6

  init(_ problem: TimetableProblem, relaxation: TimetableRelaxation) {
    self.problem = problem
    self.relaxation = relaxation
    yearly = Array(repeating: 0, count: problem.leaders.count)
    monthly = Array(repeating: 0, count: problem.monthlyRelease.count)
    pool = Array(repeating: 0, count: problem.poolCapacity.count)
    direction = Array(repeating: 0, count: yearly.count + monthly.count + pool.count)
  }

  /// Takes some steps.
  ///
  /// - Parameter target: The cost of the best timetable known.
  mutating func climb(steps: Int, target: Int, stop: StopSignal) {
    for _ in 0..<steps {
      if isInfeasible || stop.isRaised { return }
      let prices = ResourcePrices(
        yearly: yearly.map { Int($0.rounded()) }, monthly: monthly.map { Int($0.rounded()) },
        pool: pool.map { Int($0.rounded()) })
      evaluations += 1
      guard let value = relaxation.value(at: prices) else {
        isInfeasible = true
        return
      }
      if value.bound > best?.bound ?? .min {
        best = (value.bound, prices, value.savings)
        stalled = 0
      } else {
        stalled += 1
        if stalled >= Self.patience {
          stalled = 0
          scale /= 2
          back()
        }
      }
      if let best, best.bound >= target { return }
      step(from: value, target: target)
    }
  }

  /// Goes on from the best prices.
  private mutating func back() {
    guard let best else { return }
    yearly = best.prices.yearly.map(Double.init)
    monthly = best.prices.monthly.map(Double.init)
    pool = best.prices.pool.map(Double.init)
    for row in direction.indices { direction[row] = 0 }
  }

  private mutating func step(from value: TimetableRelaxation.Value, target: Int) {
    var row = 0
    func slope(_ use: Int, _ capacity: Int?) -> Double { capacity.map { Double(use - max(0, $0)) } ?? 0 }
    func turn(_ slope: Double, at price: Double) {
      let next = slope + Self.memory * direction[row]
      // A price at zero is not pushed below it.
      direction[row] = price <= 0 && next < 0 ? 0 : next
      row += 1
    }
    for leader in yearly.indices {
      turn(slope(value.use.yearly[leader], problem.leaders[leader].yearlyRelease), at: yearly[leader])
    }
    for cell in monthly.indices {
      turn(slope(value.use.monthly[cell], problem.monthlyRelease[cell]), at: monthly[cell])
    }
    for cell in pool.indices { turn(slope(value.use.pool[cell], problem.poolCapacity[cell]), at: pool[cell]) }
    let square = direction.reduce(0) { $0 + $1 * $1 }
    guard square > 0 else { return }
    let length = scale * max(1, Double(target - value.bound)) / square
    row = 0
    func move(_ price: inout Double) {
      price = max(0, price + length * direction[row])
      row += 1
    }
    for leader in yearly.indices { move(&yearly[leader]) }
    for cell in monthly.indices { move(&monthly[cell]) }
    for cell in pool.indices { move(&pool[cell]) }
  }
}
