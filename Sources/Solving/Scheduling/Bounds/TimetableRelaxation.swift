/// The Lagrangian relaxation of a timetable: what the release of leaders and the substitutes of pools are worth
/// when nothing else ties series together.
///
/// With prices ρ ≥ 0 on release half days (of each leader in the year and in each month) and on substitutes (of
/// each pool on each day), each series and each coach's visits stand alone:
///
///     L(ρ) = constant - Σ_r b_r ρ_r + Σ_s min(p_s, R_s(ρ)) + Σ_(coach, school) V(ρ)
///
/// R_s(ρ) is the value of ``RelaxedPricing``, which no placement of s undercuts once it pays ρ for what it takes.
/// V(ρ) is the cheapest visiting pattern of one request of each coach at each school (others at the school may
/// share its slots, so they count for nothing). A leader's own substitute counts in no pool, slots of leaders,
/// cohorts and rooms are not priced, travel between engagements, unfair load and isolation are left out: each
/// only makes L smaller, so L(ρ) bounds every timetable with every way to place the visits of the match
/// (Geoffrion 1974). Prices are integers, and L(ρ) is computed in integers.
struct TimetableRelaxation: Sendable {
  /// L at some prices and what its solution takes.
  struct Value: Sendable {
    /// No timetable costs less.
    var bound: Int
    /// What is taken of each resource, in the shape of ``ResourcePrices``.
    var use: ResourcePrices
    /// By series: what serving it saves against leaving it unserved, at these prices; negative where it does
    /// not pay, `nil` where it cannot be placed.
    var savings: [Int?]
  }

  private let problem: TimetableProblem
  private let spaces: PlacementSpaces
  private let visits: [VisitJob]
  private let threads: Int
  private static let chunk = 8

  /// - Parameters:
  ///   - problem: Compiled without visits.
  ///   - visits: The requests of the match that are served.
  init(_ problem: TimetableProblem, spaces: PlacementSpaces, visits: [VisitJob], threads: Int) {
    self.problem = problem
    self.spaces = spaces
    self.threads = threads
    // The dearest without prices stands for all of a coach at a school.
    var chosen: [[Int]: VisitJob] = [:]
    var order: [[Int]] = []
    for job in visits where !job.patterns.isEmpty {
      let key = [job.leader, job.place]
      if let known = chosen[key] {
        if Self.least(known, in: problem) < Self.least(job, in: problem) { chosen[key] = job }
      } else {
        chosen[key] = job
        order.append(key)
      }
    }
    self.visits = order.map { chosen[$0]! }
  }

  private static func least(_ job: VisitJob, in problem: TimetableProblem) -> Int {
    job.patterns.map { pattern in
      pattern.days.count {
        problem.leaderIsReleased[job.leader, problem.grid.slot(day: $0, period: pattern.period)]
      }
    }.min() ?? 0
  }

  /// What one series or visit takes.
  private struct Taken: Sendable {
    var leaders: [(leader: Int, month: Int, halfDays: Int)] = []
    var pools: [(cell: Int, halfDays: Int)] = []
  }

  private struct Part: Sendable {
    var value = 0
    var taken: [Taken] = []
    var savings: [Int?] = []
  }

  /// L at some prices; `nil` where a series that must be served has no placement at all.
  ///
  /// - Complexity: That of pricing all series, shared by the threads.
  func value(at prices: ResourcePrices) -> Value? {
    let chunks = (problem.series.count + Self.chunk - 1) / Self.chunk
    let supply = LeaderSupply(of: problem)
    let parts = runTasks(chunks, threads: threads) { number in
      part(
        number * Self.chunk..<min(problem.series.count, (number + 1) * Self.chunk), prices: prices, supply: supply)
    }
    var result = Value(bound: problem.constant, use: ResourcePrices(of: problem), savings: [])
    func take(_ taken: Taken) {
      for entry in taken.leaders {
        result.use.yearly[entry.leader] += entry.halfDays
        result.use.monthly[entry.leader * problem.grid.months + entry.month] += entry.halfDays
      }
      for entry in taken.pools { result.use.pool[entry.cell] += entry.halfDays }
    }
    for part in parts {
      guard let part else { return nil }
      result.bound += part.value
      result.savings += part.savings
      part.taken.forEach(take)
    }
    for job in visits {
      let (value, taken) = cheapestVisits(of: job, prices: prices)
      result.bound += value
      take(taken)
    }
    for (leader, price) in prices.yearly.enumerated() where price > 0 {
      result.bound -= price * max(0, problem.leaders[leader].yearlyRelease ?? 0)
    }
    for (cell, price) in prices.monthly.enumerated() where price > 0 {
      result.bound -= price * max(0, problem.monthlyRelease[cell] ?? 0)
    }
    for (cell, price) in prices.pool.enumerated() where price > 0 {
      result.bound -= price * max(0, problem.poolCapacity[cell])
    }
    return result
  }

  private func part(_ range: Range<Int>, prices: ResourcePrices, supply: LeaderSupply) -> Part? {
    var pricing = RelaxedPricing(problem)
    var part = Part()
    for index in range {
      let series = problem.series[index]
      let space = spaces[index]
      let base = series.starts.enumerated().map { offset, position -> Int in
        guard space.venuePrice[offset] < SessionChain.unreachable else { return SessionChain.unreachable }
        let start = problem.starts[position]
        var price = start.price + space.venuePrice[offset]
        for use in problem.poolUses[problem.poolUses(of: start)] {
          guard Int(use.halfDays) <= max(0, problem.poolCapacity[Int(use.cell)]) else {
            return SessionChain.unreachable
          }
          price += Int(use.halfDays) * prices.pool[Int(use.cell)]
        }
        return price
      }
      let found =
        space.canBePlaced || !space.teams.isComplete
        ? pricing.cheapest(in: space, prices: prices, supply: supply, base: base, reserve: 1) : nil
      part.savings.append(found.flatMap { found in series.unservedPrice.map { $0 - found.cost } })
      guard let found, found.cost < series.unservedPrice ?? .max else {
        guard let unserved = series.unservedPrice else { return nil }
        part.value += unserved
        continue
      }
      part.value += found.cost
      part.taken.append(taken(by: found, of: series))
    }
    return part
  }

  private func taken(by found: RelaxedPricing.Found, of series: TimetableProblem.Series) -> Taken {
    var taken = Taken()
    for (offset, team) in zip(found.starts, found.teams) {
      let start = problem.starts[series.starts.lowerBound + offset]
      for use in problem.poolUses[problem.poolUses(of: start)] {
        taken.pools.append((Int(use.cell), Int(use.halfDays)))
      }
      for option in team {
        let leader = Int(problem.leaderOptions[Int(option)].leader)
        let halfDays = problem.span(of: start).count {
          problem.leaderIsReleased[leader, Int(problem.spans[$0])]
        }
        if halfDays > 0 { taken.leaders.append((leader, problem.grid.monthOfDay[Int(start.day)], halfDays)) }
      }
    }
    return taken
  }

  private func cheapestVisits(of job: VisitJob, prices: ResourcePrices) -> (Int, Taken) {
    let grid = problem.grid
    let leader = problem.leaders[job.leader]
    var best: (cost: Int, pattern: VisitPattern)?
    for pattern in job.patterns {
      var cost = 0
      for day in pattern.days
      where problem.leaderIsReleased[job.leader, grid.slot(day: day, period: pattern.period)] {
        cost +=
          leader.substitutePrice + prices.yearly[job.leader]
          + prices.monthly[job.leader * grid.months + grid.monthOfDay[day]]
        if let pool = leader.pool { cost += prices.pool[pool * grid.days + day] }
      }
      if cost < best?.cost ?? .max { best = (cost, pattern) }
    }
    guard let best else { return (0, Taken()) }
    var taken = Taken()
    for day in best.pattern.days
    where problem.leaderIsReleased[job.leader, grid.slot(day: day, period: best.pattern.period)] {
      taken.leaders.append((job.leader, grid.monthOfDay[day], 1))
      if let pool = leader.pool { taken.pools.append((pool * grid.days + day, 1)) }
    }
    return (best.cost, taken)
  }
}
