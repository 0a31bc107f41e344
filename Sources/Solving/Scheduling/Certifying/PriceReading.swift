internal import Planning

/// Reads the prices of a certificate back. What would make a bound wrong is refused: a price below zero, one on what
/// has no cap, a name or a week that there is not, an inequality that some packing breaks, and a sum of inequalities
/// whose level is not what they come to.
struct PriceReading {
  private let names: PriceNames
  private let problem: TimetableProblem
  private let relaxation: TimetableRelaxation
  private var byResource: [Int]
  private var cuts: [KnapsackCuts.Cut: Int] = [:]
  /// In the order of the certificate.
  private var packings: [KnapsackCuts.Cut] = []
  private var sums: [SubsetRowCut: Int] = [:]
  /// What everything there is would bring at the prices so far.
  private var income = 0

  /// The most that everything may bring, so that nothing that is computed at the prices can overflow.
  private let largestIncome: Int
  private static let largestWeight = 1 << 32

  private init(_ compiled: TimetableCompiler, relaxation: TimetableRelaxation) {
    names = PriceNames(compiled, resources: relaxation.resources)
    problem = compiled.problem
    self.relaxation = relaxation
    byResource = Array(repeating: 0, count: relaxation.resources.capacity.count)
    largestIncome = Self.largestIncome(of: compiled.problem)
  }

  /// A series takes of each resource what there is, or its own half days; what need not be served is never dearer
  /// than its price.
  private static func largestIncome(of problem: TimetableProblem) -> Int {
    let halfDays = problem.series.map { series in
      series.sessions * (series.starts.first.map { Int(problem.starts[$0].spanCount) } ?? 0)
    }
    let required = problem.series.count { $0.unservedPrice == nil }
    return (1 << 58) / (4 * max(1, halfDays.max() ?? 1) * (required + 1))
  }

  /// - Complexity: That of ``PackingLevels``, and O(prices).
  static func prices(
    from certified: Certificate.Prices, _ compiled: TimetableCompiler, relaxation: TimetableRelaxation
  ) throws(PriceFlaw) -> ResourcePrices {
    var reading = PriceReading(compiled, relaxation: relaxation)
    for entry in certified.release {
      let leader = try reading.leader(entry.leader)
      try reading.set(
        entry.price, on: relaxation.resources.year(of: leader), "the release of leader `\(entry.leader)`")
    }
    for entry in certified.daysOff {
      let resource = relaxation.resources.idle(
        try reading.leader(entry.leader), week: try reading.week(from: entry.week))
      try reading.set(entry.price, on: resource, "the days off of leader `\(entry.leader)` from \(entry.week)")
    }
    for entry in certified.substitutes {
      guard let pool = compiled.poolDistricts.firstIndex(of: entry.district) else {
        throw PriceFlaw(message: "district `\(entry.district)` has no number of substitutes")
      }
      let week = try reading.week(from: entry.week)
      let rounded = entry.multiplier.map { " times \($0)" } ?? ""
      let what = "the substitutes of district `\(entry.district)` from \(entry.week)\(rounded)"
      let row = relaxation.resources.poolWeeks.row(ofPool: pool, week: week, multiplier: entry.multiplier)
      guard let row else { throw PriceFlaw(message: "\(what) are not counted, and have a price") }
      try reading.set(entry.price, on: relaxation.resources.substitutes(ofRow: row), what)
    }
    try reading.read(certified.fixedDays ?? [])
    try reading.read(certified.packings)
    for (number, sum) in (certified.sums ?? []).enumerated() { try reading.read(sum, "sum \(number + 1)") }
    return ResourcePrices(
      byResource: reading.byResource, cuts: reading.cuts, subsetRows: reading.sums,
      options: compiled.problem.leaderOptions.count)
  }

  private func leader(_ id: Leader.ID) throws(PriceFlaw) -> Int {
    guard let leader = names.compiled.scenario.leaders.position(of: id) else {
      throw PriceFlaw(message: "there is no leader `\(id)`")
    }
    return leader
  }

  private func week(from day: Day) throws(PriceFlaw) -> Int {
    guard let week = names.week(from: day) else {
      throw PriceFlaw(
        message: "no week begins on \(day); weeks are counted from \(names.compiled.date(of: 0))")
    }
    return week
  }

  private mutating func set(_ price: Int, on resource: Int, _ what: String) throws(PriceFlaw) {
    guard byResource[resource] == 0 else { throw PriceFlaw(message: "\(what) is priced twice") }
    guard let capacity = relaxation.resources.capacity[resource] else {
      throw PriceFlaw(message: "\(what) has no cap, and a price of \(price)")
    }
    try take(price, times: max(1, capacity), what)
    byResource[resource] = price
  }

  /// Counts what a price brings.
  private mutating func take(_ price: Int, times amount: Int, _ what: String) throws(PriceFlaw) {
    guard price >= 0 else { throw PriceFlaw(message: "\(what) is priced at \(price); no price is below 0") }
    let (product, overflows) = price.multipliedReportingOverflow(by: amount)
    guard !overflows, product <= largestIncome - income else {
      throw PriceFlaw(
        message: "\(what) is priced at \(price), which with the other prices brings more than \(largestIncome)")
    }
    income += product
  }

  private mutating func read(_ fixedDays: [Certificate.Prices.FixedDay]) throws(PriceFlaw) {
    let resources = relaxation.resources
    var crowds: [Certificate.Prices.FixedDay: Int] = [:]
    for (number, crowd) in resources.fixedDays.crowds.enumerated() where !fixedDays.isEmpty {
      crowds[names.fixedDay(crowd, price: 0)] = number
    }
    for entry in fixedDays {
      let who = entry.leader.map { "leader `\($0)`" } ?? "cohort `\(entry.cohort ?? "")`"
      let what = "the time of \(who) on \(entry.day) (\(entry.periods.joined(separator: " ")))"
      var key = entry
      key.price = 0
      guard let crowd = crowds[key] else {
        throw PriceFlaw(message: "\(what) suffices for all sessions that have to be then, and has a price")
      }
      try set(entry.price, on: resources.sessions(ofCrowd: crowd), what)
    }
  }

  private mutating func read(_ packings: [Certificate.Prices.Packing]) throws(PriceFlaw) {
    var leaders: Set<Int> = []
    for packing in packings { leaders.insert(try leader(packing.leader)) }
    let levels = PackingLevels(of: leaders, in: problem, relaxation: relaxation)
    for (number, packing) in packings.enumerated() {
      let what = "packing \(number + 1), of leader `\(packing.leader)`,"
      let leader = try leader(packing.leader)
      guard let capacity = relaxation.resources.capacity[leader] else {
        throw PriceFlaw(message: "\(what) limits release that has no cap")
      }
      var weighted: [(item: PackingLevels.Item, weight: Int)] = []
      for entry in packing.weights {
        guard let series = names.compiled.scenario.series.position(of: entry.series) else {
          throw PriceFlaw(message: "\(what) weighs `\(entry.series)`; there is no such series")
        }
        guard let item = levels.item(ofSeries: series, leader: leader) else {
          throw PriceFlaw(
            message: "\(what) weighs `\(entry.series)`, which cannot take release of the leader")
        }
        guard weighted.last.map({ $0.item.option < item.option }) ?? true else {
          throw PriceFlaw(message: "\(what) weighs `\(entry.series)` twice, or not in the order of series.csv")
        }
        guard (1...Self.largestWeight).contains(entry.weight) else {
          throw PriceFlaw(
            message: "\(what) weighs `\(entry.series)` with \(entry.weight), outside 1...\(Self.largestWeight)")
        }
        weighted.append((item, entry.weight))
      }
      let heaviest = PackingLevels.heaviest(weighted, capacity: capacity)
      guard packing.level >= heaviest else {
        throw PriceFlaw(
          message: """
            \(what) has the level \(packing.level); series that fit into the year weigh \(heaviest), so that \
            it does not hold
            """)
      }
      // A level of nothing weighs nothing, but its price is counted.
      try take(packing.price, times: max(1, packing.level), what)
      let cut = KnapsackCuts.Cut(
        leader: leader, weights: weighted.map { .init(option: $0.item.option, weight: $0.weight) },
        level: packing.level)
      guard cuts.updateValue(packing.price, forKey: cut) == nil else {
        throw PriceFlaw(message: "\(what) is given twice")
      }
      self.packings.append(cut)
    }
  }

  /// Reads a sum of packings that have been checked; its level is computed from theirs.
  private mutating func read(_ sum: Certificate.Prices.RoundedSum, _ what: String) throws(PriceFlaw) {
    guard sum.divisor >= 2 else {
      throw PriceFlaw(message: "\(what) is divided by \(sum.divisor), which has to be 2 or more")
    }
    var last = -1
    var rows: [SubsetRowCut.Row] = []
    for term in sum.terms {
      guard packings.indices.contains(term.packing), term.packing > last else {
        throw PriceFlaw(
          message: """
            \(what) adds the packing at \(term.packing); positions ascend and are below \(packings.count)
            """)
      }
      last = term.packing
      rows.append(.init(packing: packings[term.packing], multiplier: try multiplier(term.multiplier, of: what)))
    }
    last = -1
    var services: [SubsetRowCut.Service] = []
    for service in sum.services {
      guard let series = names.compiled.scenario.series.position(of: service.series), series > last else {
        throw PriceFlaw(
          message: "\(what) adds `\(service.series)`, which there is not, or not in the order of series.csv")
      }
      last = series
      services.append(.init(series: series, multiplier: try multiplier(service.multiplier, of: what)))
    }
    guard let cut = SubsetRowCut(rows: rows, services: services, divisor: sum.divisor) else {
      throw PriceFlaw(message: "\(what) comes to more than can be counted with")
    }
    guard sum.level == cut.level else {
      throw PriceFlaw(
        message: "\(what) has the level \(sum.level); its packings and series come to \(cut.level)")
    }
    try take(sum.price, times: max(1, cut.level), what)
    guard sums.updateValue(sum.price, forKey: cut) == nil else {
      throw PriceFlaw(message: "\(what) is given twice")
    }
  }

  private func multiplier(_ multiplier: Int, of what: String) throws(PriceFlaw) -> Int {
    guard multiplier >= 1 else {
      throw PriceFlaw(message: "\(what) has the multiplier \(multiplier), which has to be 1 or more")
    }
    return multiplier
  }
}
