internal import Planning

/// The prices of a bound in the words of a workspace: leaders, weeks, districts and series instead of positions.
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
    let weeks = (0..<resources.weeks).map { ($0, firstDay(of: $0)) }
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
      substitutes: compiled.poolDistricts.enumerated().flatMap { pool, district in
        weeks.compactMap { week, day in
          let price = prices[resources.pool(pool, week: week)]
          return price == 0 ? nil : .init(district: district, week: day, price: price)
        }
      },
      packings: packings(prices.cuts))
  }

  /// In an order that does not depend on hashing.
  private func packings(_ cuts: [KnapsackCuts.Cut: Int]) -> [Certificate.Prices.Packing] {
    let seriesOfOption = compiled.problem.series.enumerated().flatMap { index, series in
      series.leaders.map { _ in index }
    }
    let entries = cuts.map { cut, price in
      (cut: cut, weights: cut.weights.sorted { $0.option < $1.option }, price: price)
    }
    return entries.sorted { one, other in
      let (left, right) = ([one.cut.leader, one.cut.level], [other.cut.leader, other.cut.level])
      if left != right { return left.lexicographicallyPrecedes(right) }
      return one.weights.flatMap { [$0.option, $0.weight] }.lexicographicallyPrecedes(
        other.weights.flatMap { [$0.option, $0.weight] })
    }.map { entry in
      Certificate.Prices.Packing(
        leader: compiled.scenario.leaders[entry.cut.leader].id,
        weights: entry.weights.map {
          .init(series: compiled.scenario.series[seriesOfOption[$0.option]].id, weight: $0.weight)
        },
        level: entry.cut.level, price: entry.price)
    }
  }

  private func firstDay(of week: Int) -> Day { compiled.date(of: week * ReleaseProfiles.daysOfWeek) }

  /// The week that begins on a day; `nil` where none does.
  func week(from day: Day) -> Int? {
    let passed = day.number - compiled.date(of: 0).number
    let (week, rest) = passed.quotientAndRemainder(dividingBy: ReleaseProfiles.daysOfWeek)
    return rest == 0 && (0..<resources.weeks).contains(week) ? week : nil
  }
}
