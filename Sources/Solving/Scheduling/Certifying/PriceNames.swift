internal import Planning

/// The prices of a bound in the words of a workspace: leaders, weeks, districts, cohorts, periods and series instead of
/// positions.
struct PriceNames {
  /// What the prices belong to.
  let compiled: TimetableCompiler
  /// What is priced.
  let resources: ReleaseResources

  init(_ compiled: TimetableCompiler, resources: ReleaseResources) {
    self.compiled = compiled
    self.resources = resources
  }

  /// What a certificate holds: all prices that are not zero.
  ///
  /// - Complexity: O(resources + leader options).
  func certified(_ prices: ResourcePrices, bound: Int) -> Certificate.Prices {
    let leaders = compiled.scenario.leaders
    let inequalities = inequalities(prices)
    let weeks = (0..<resources.weeks).map { ($0, firstDay(of: $0)) }
    let fixedDays = resources.fixedDays.crowds.enumerated().compactMap { number, crowd in
      let price = prices[resources.sessions(ofCrowd: number)]
      return price == 0 ? nil : fixedDay(crowd, price: price)
    }
    return Certificate.Prices(
      bound: bound,
      release: leaders.enumerated().compactMap { leader, entity in
        let price = prices[resources.year(of: leader)]
        return price == 0 ? nil : .init(leader: entity.id, price: price)
      },
      daysOff: leaders.enumerated().flatMap { leader, entity in
        weeks.compactMap { week, day in
          let price = prices[resources.idle(leader, week: week)]
          return price == 0 ? nil : .init(leader: entity.id, week: day, price: price)
        }
      },
      substitutes: resources.poolWeeks.rows.enumerated().compactMap { number, row in
        let price = prices[resources.substitutes(ofRow: number)]
        guard price != 0 else { return nil }
        return .init(
          district: compiled.poolDistricts[row.pool], week: firstDay(of: row.week), multiplier: row.multiplier,
          price: price)
      },
      packings: inequalities.packings, sums: inequalities.sums.isEmpty ? nil : inequalities.sums,
      fixedDays: fixedDays.isEmpty ? nil : fixedDays)
  }

  /// A crowd of ``FixedDays`` by name.
  func fixedDay(_ crowd: FixedDays.Crowd, price: Int) -> Certificate.Prices.FixedDay {
    let grid = compiled.problem.grid
    var entry = Certificate.Prices.FixedDay(
      day: compiled.date(of: grid.day(of: crowd.slots[0])),
      periods: crowd.slots.map { compiled.scenario.periods[grid.period(of: $0)].id }, price: price)
    switch crowd.person {
    case .leader(let leader): entry.leader = compiled.scenario.leaders[leader].id
    case .cohort(let cohort): entry.cohort = compiled.cohortNames[cohort]
    }
    return entry
  }

  /// Packings that have a price or are part of a sum that has one, and the sums, in an order that does not depend on
  /// hashing.
  private func inequalities(
    _ prices: ResourcePrices
  ) -> (packings: [Certificate.Prices.Packing], sums: [Certificate.Prices.RoundedSum]) {
    let seriesOfOption = compiled.problem.series.enumerated().flatMap { index, series in
      series.leaders.map { _ in index }
    }
    var used = Set(prices.cuts.keys)
    for sum in prices.subsetRows.byCut.keys { used.formUnion(sum.rows.map(\.packing)) }
    var positions: [KnapsackCuts.Cut: Int] = [:]
    var packings: [Certificate.Prices.Packing] = []
    for cut in used.sorted(by: { $0.precedes($1) }) {
      positions[cut] = packings.count
      let weights = cut.weights.map { entry in
        Certificate.Prices.Packing.Weight(
          series: compiled.scenario.series[seriesOfOption[entry.option]].id, weight: entry.weight)
      }
      packings.append(
        .init(
          leader: compiled.scenario.leaders[cut.leader].id, weights: weights, level: cut.level,
          price: prices.cuts[cut] ?? 0))
    }
    var sums: [(sum: Certificate.Prices.RoundedSum, key: [Int])] = []
    for (cut, price) in prices.subsetRows.byCut {
      let terms = cut.rows.map { row in
        Certificate.Prices.RoundedSum.Term(packing: positions[row.packing] ?? 0, multiplier: row.multiplier)
      }.sorted { $0.packing < $1.packing }
      let services = cut.services
      let sum = Certificate.Prices.RoundedSum(
        terms: terms,
        services: services.map {
          .init(series: compiled.scenario.series[$0.series].id, multiplier: $0.multiplier)
        }, divisor: cut.divisor, level: cut.level, price: price)
      let key: [Int] =
        [terms.count] + terms.flatMap { [$0.packing, $0.multiplier] } + [cut.divisor]
        + services.flatMap { [$0.series, $0.multiplier] }
      sums.append((sum, key))
    }
    return (packings, sums.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.sum))
  }

  private func firstDay(of week: Int) -> Day { compiled.date(of: week * ReleaseProfiles.daysOfWeek) }

  /// The week that begins on a day; `nil` where none does.
  func week(from day: Day) -> Int? {
    let passed = day.number - compiled.date(of: 0).number
    let (week, rest) = passed.quotientAndRemainder(dividingBy: ReleaseProfiles.daysOfWeek)
    return rest == 0 && (0..<resources.weeks).contains(week) ? week : nil
  }
}
