/// Climbs the Lagrangian bound by an incremental subgradient method (Nedić and Bertsekas 2001).
///
/// A pass over all series takes many steps: each prices a few of them, and moves prices at once, up by what these take of a
/// resource and down by their share of what there is of it, both as parts of the whole. So what one series takes is dearer
/// for the next. If all series chose at the same prices they would choose the same few leaders, and steps had to be so
/// short that hundreds of them led nowhere.
///
/// The length of a step begins at what all that is to be gained would charge for a unit, and falls as 1 / (1 + k / 10) with
/// the passes k. Prices circle around the best ones; so L is evaluated at their mean over the pass and
/// those before it, which weigh less the longer they are gone. Steps are taken in floating point; prices are rounded to
/// integers before they are used, so that the bound itself is exact.
struct PriceAscent: Sendable {
  private let problem: TimetableProblem
  private let relaxation: TimetableRelaxation
  /// The best bound so far, the prices it was found at and what they make of each series.
  private(set) var best: (bound: Int, prices: ResourcePrices, savings: [Int?])?
  /// Whether a series that must be served has no placement whatever the others do.
  private(set) var isInfeasible = false
  /// What series chose in the last passes.
  private(set) var chosen: ColumnFrequencies
  /// The resources that have a price.
  private let priced: [Priced]
  /// By resource: its place among these; -1 for none.
  private let place: [Int32]
  /// By place: the price of a unit, and its mean.
  private var prices: [Double]
  private var mean: [Double]
  /// The prices rounded, at which series are priced.
  private var whole: ResourcePrices
  /// What all that is to be gained would charge for a unit.
  private var unit = 0.0
  private var passes = 0
  private var turn = 0
  /// The series that are priced together, alike in the parts of the region they come from.
  private let sets: [[Int]]

  private struct Priced {
    let resource: Int
    let capacity: Double
  }

  /// Sets that are priced at the same prices, as two threads can.
  private static let setsAtOnce = 2
  /// The sets of few series, and the most series of a set.
  private static let fewSets = 64
  private static let largestSet = 16
  private static let halving = 10.0
  private static let memory = 0.8
  /// Of so many turns one evaluates L; the others are passes.
  private static let turns = 6

  init(_ problem: TimetableProblem, relaxation: TimetableRelaxation) {
    self.problem = problem
    self.relaxation = relaxation
    // Of what nobody has nothing is taken; what is rounded comes with a master.
    let resources = relaxation.resources
    priced = resources.capacity.enumerated().compactMap { resource, capacity in
      guard let capacity, capacity > 0, !resources.rounded.contains(resource) else { return nil }
      return Priced(resource: resource, capacity: Double(capacity))
    }
    var place = Array(repeating: Int32(-1), count: resources.capacity.count)
    for (number, entry) in priced.enumerated() { place[entry.resource] = Int32(number) }
    self.place = place
    prices = Array(repeating: 0, count: priced.count)
    mean = prices
    whole = ResourcePrices(
      byResource: place.map { _ in 0 }, cuts: [:], options: problem.leaderOptions.count)
    let series = problem.series.count
    chosen = ColumnFrequencies(series: series)
    let size = max(1, min(Self.largestSet, series / Self.fewSets))
    let count = (series + size - 1) / size
    sets = (0..<count).map { Array(stride(from: $0, to: series, by: count)) }
  }

  /// Takes some turns, each of which prices all series. The first of all evaluates L where nothing has a price.
  ///
  /// - Parameter target: The cost of the best timetable known.
  mutating func climb(turns: Int, target: Int, stop: StopSignal) {
    for number in 0..<turns {
      if isInfeasible || stop.isRaised || (best?.bound ?? .min) >= target { return }
      if turn % Self.turns == 0 || number == turns - 1 { evaluate(target: target) } else { pass(stop: stop) }
      turn += 1
    }
  }

  /// Takes a value of L into account.
  mutating func offer(_ value: TimetableRelaxation.Value, at whole: ResourcePrices) {
    if value.bound > best?.bound ?? .min { best = (value.bound, whole, value.savings) }
  }

  private mutating func evaluate(target: Int) {
    round(mean)
    guard let value = relaxation.value(at: whole) else {
      isInfeasible = true
      return
    }
    if best == nil { unit = unit(toGain: Double(target) - Double(value.bound)) }
    offer(value, at: whole)
  }

  private mutating func pass(stop: StopSignal) {
    let length = unit / (1 + Double(passes) / Self.halving)
    var sum = Array(repeating: 0.0, count: prices.count)
    var first = 0
    while first < sets.count {
      if stop.isRaised { return }
      let these = sets[first..<min(sets.count, first + Self.setsAtOnce)]
      first = these.endIndex
      round(prices)
      let columns = relaxation.solution(at: whole, of: Array(these))
      let share = Double(these.count) / Double(sets.count)
      for number in prices.indices { prices[number] -= length * share }
      for column in columns {
        for (resource, amount) in column.uses where place[resource] >= 0 {
          let number = Int(place[resource])
          prices[number] += length * Double(amount) / priced[number].capacity
        }
        chosen.count(column)
      }
      for number in prices.indices {
        prices[number] = max(0, prices[number])
        sum[number] += prices[number] * share
      }
    }
    let memory = passes == 0 ? 0 : Self.memory
    for number in mean.indices { mean[number] = memory * mean[number] + (1 - memory) * sum[number] }
    passes += 1
    chosen.endPass()
  }

  /// A gain spread over the half days of all years, or over all there is where these have no end.
  private func unit(toGain gain: Double) -> Double {
    let years = priced.filter { relaxation.resources.years.contains($0.resource) }
    let all = (years.isEmpty ? priced : years).reduce(0) { $0 + $1.capacity }
    return max(0, gain) / max(1, all)
  }

  private mutating func round(_ prices: [Double]) {
    for (entry, price) in zip(priced, prices) { whole[entry.resource] = Int(price.rounded()) }
  }
}
