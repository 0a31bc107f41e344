/// The cheapest team for given dates: the other half of the search for a placement.
///
/// Each leader who is free at all dates and has the release half days for them gets one price for all, and the
/// cheapest composition of the cheapest leaders is the best team there is. O(leaders x sessions +
/// compositions).
struct TeamChoice: Sendable {
  private let problem: TimetableProblem

  init(_ problem: TimetableProblem) { self.problem = problem }

  /// Positions in ``TimetableProblem/leaderOptions``, ascending; `nil` where no team can hold the dates.
  ///
  /// - Parameters:
  ///   - starts: By session, counted from the first start of the series.
  ///   - bias: What a leader option costs more, counted from the first of the series: to look elsewhere.
  func cheapest(
    for starts: [Int], in space: PlacementSpace, prices: ResourcePrices, supply: LeaderSupply,
    bias: (Int) -> Int = { _ in 0 }
  ) -> [Int32]? {
    let series = problem.series[space.series]
    let dates = starts.map { problem.starts[series.starts.lowerBound + $0] }
    var sums = Array(repeating: 0, count: space.teams.tableSize)
    var chosen = Array(repeating: Int32(0), count: space.teams.tableSize)
    for kind in space.kinds.indices {
      let most = space.teams.most[kind]
      guard most > 0 else { continue }
      var own: [(price: Int, option: Int32)] = []
      for option in space.kinds[kind].members {
        guard let price = price(of: Int(option), on: dates, prices: prices, supply: supply) else { continue }
        let offset = Int(option) - series.leaders.lowerBound
        own.append((price + dates.count * space.leastPrice[offset] + bias(offset), option))
      }
      own.sort { ($0.price, $0.option) < ($1.price, $1.option) }
      let offset = space.teams.offsets[kind]
      for number in 0..<most {
        guard number < own.count else {
          sums[offset + number + 1] = SessionChain.unreachable
          continue
        }
        chosen[offset + number] = own[number].option
        sums[offset + number + 1] = sums[offset + number] + own[number].price
      }
    }
    guard let best = space.teams.cheapest(sums: sums, missedGrowth: series.team.missedGrowthPrice) else {
      return nil
    }
    return space.teams.counts(of: best.composition).flatMap { kind, count in
      (0..<count).map { chosen[space.teams.offsets[kind] + $0] }
    }.sorted()
  }

  /// What the release of a leader on some dates costs; `nil` where the leader cannot be had on all of them.
  private func price(
    of option: Int, on dates: [TimetableProblem.Start], prices: ResourcePrices, supply: LeaderSupply
  ) -> Int? {
    let leader = Int(problem.leaderOptions[option].leader)
    let months = problem.grid.months
    var price = 0
    var yearly = 0
    var monthly = 0
    var month = -1
    for date in dates {
      let own = problem.grid.monthOfDay[Int(date.day)]
      if own != month {
        month = own
        monthly = 0
      }
      for slot in problem.span(of: date) {
        let slot = Int(problem.spans[slot])
        guard supply.isFree[leader, slot] else { return nil }
        guard problem.leaderIsReleased[leader, slot] else { continue }
        yearly += 1
        monthly += 1
        price +=
          problem.leaders[leader].substitutePrice + prices.release(of: leader, option: option)
      }
      if monthly > 0, let left = supply.monthly[leader * months + month], monthly > left { return nil }
    }
    if yearly > 0, let left = supply.yearly[leader], yearly > left { return nil }
    return price
  }
}
