/// The Lagrangian relaxation of a timetable: what the release of leaders and the substitutes of pools are worth
/// when nothing else ties series together.
///
/// With prices ρ ≥ 0 on release half days (of each leader in the year and in each month) and on substitutes (of
/// each pool on each day), each series and each coach's visits stand alone:
///
///     L(ρ) = constant - Σ_r b_r ρ_r + Σ_s min(p_s, R_s(ρ)) + Σ_(coach, school) V(ρ)
///
/// where r also runs over the inequalities of ``KnapsackCuts``, which price the half days that a series takes of a
/// leader apart.
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
    /// What the series and visits of its solution cost and take.
    var columns: [Column]
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

  /// One way to serve a series, or to place the visits of a coach at a school.
  struct Column: Sendable {
    /// The series by position; after them, the visits by position.
    var item: Int
    /// What it costs, prices left out.
    var cost: Int
    /// What it costs with the prices it was found at.
    var priced: Int
    /// Release half days.
    var leaders: [Release] = []
    /// Substitute half days.
    var pools: [(cell: Int, halfDays: Int)] = []
  }

  /// Half days of a leader in a month.
  struct Release: Sendable {
    let leader: Int
    /// In ``TimetableProblem/leaderOptions``; `nil` for visits.
    let option: Int?
    let month: Int
    let halfDays: Int
  }

  private struct Part: Sendable {
    var value = 0
    var columns: [Column] = []
    var savings: [Int?] = []
  }

  /// By leader: half days that visits take at least.
  var leastVisits: [Int] {
    var least = Array(repeating: 0, count: problem.leaders.count)
    for job in visits { least[job.leader] += Self.least(job, in: problem) }
    return least
  }

  /// How many series and visits there are to choose columns for.
  var items: Int { problem.series.count + visits.count }

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
    var result = Value(bound: problem.constant, columns: [], use: ResourcePrices(of: problem), savings: [])
    for part in parts {
      guard let part else { return nil }
      result.bound += part.value
      result.savings += part.savings
      result.columns += part.columns
    }
    for (number, job) in visits.enumerated() {
      let column = cheapestVisits(of: job, item: problem.series.count + number, prices: prices)
      result.bound += column.priced
      result.columns.append(column)
    }
    for column in result.columns where column.item >= problem.series.count || saves(column) {
      for entry in column.leaders {
        result.use.yearly[entry.leader] += entry.halfDays
        result.use.monthly[entry.leader * problem.grid.months + entry.month] += entry.halfDays
      }
      for entry in column.pools { result.use.pool[entry.cell] += entry.halfDays }
    }
    for (leader, price) in prices.yearly.enumerated() where price > 0 {
      result.bound -= price * max(0, problem.leaders[leader].yearlyRelease ?? 0)
    }
    for (cut, price) in prices.cuts { result.bound -= price * cut.level }
    for (cell, price) in prices.monthly.enumerated() where price > 0 {
      result.bound -= price * max(0, problem.monthlyRelease[cell] ?? 0)
    }
    for (cell, price) in prices.pool.enumerated() where price > 0 {
      result.bound -= price * max(0, problem.poolCapacity[cell])
    }
    return result
  }

  /// Whether serving a series by a column is no dearer than leaving it unserved.
  private func saves(_ column: Column) -> Bool {
    column.priced < problem.series[column.item].unservedPrice ?? .max
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
      guard let found else {
        guard let unserved = series.unservedPrice else { return nil }
        part.value += unserved
        continue
      }
      part.value += min(found.cost, series.unservedPrice ?? .max)
      part.columns.append(column(of: found, for: index, prices: prices))
    }
    return part
  }

  private func column(of found: RelaxedPricing.Found, for index: Int, prices: ResourcePrices) -> Column {
    let series = problem.series[index]
    var column = Column(item: index, cost: found.cost, priced: found.cost)
    for (offset, team) in zip(found.starts, found.teams) {
      take(team, at: problem.starts[series.starts.lowerBound + offset], into: &column)
    }
    for use in column.pools { column.cost -= use.halfDays * prices.pool[use.cell] }
    for use in column.leaders {
      guard let option = use.option else { continue }
      column.cost -=
        use.halfDays
        * (prices.release(of: use.leader, option: option)
          + prices.monthly[use.leader * problem.grid.months + use.month])
    }
    return column
  }

  /// A placement as a column; it costs no less than what the relaxation makes of the same dates and team.
  func column(of placement: Placement, for index: Int) -> Column {
    let cost = problem.cost(of: placement, for: index)
    var column = Column(item: index, cost: cost, priced: cost)
    for position in placement.starts { take(placement.team, at: problem.starts[Int(position)], into: &column) }
    return column
  }

  /// Adds what one session takes.
  private func take(_ team: [Int32], at start: TimetableProblem.Start, into column: inout Column) {
    let month = problem.grid.monthOfDay[Int(start.day)]
    for use in problem.poolUses[problem.poolUses(of: start)] {
      column.pools.append((Int(use.cell), Int(use.halfDays)))
    }
    for option in team {
      let leader = Int(problem.leaderOptions[Int(option)].leader)
      let halfDays = problem.span(of: start).count {
        problem.leaderIsReleased[leader, Int(problem.spans[$0])]
      }
      guard halfDays > 0 else { continue }
      column.leaders.append(.init(leader: leader, option: Int(option), month: month, halfDays: halfDays))
    }
  }

  private func cheapestVisits(of job: VisitJob, item: Int, prices: ResourcePrices) -> Column {
    let grid = problem.grid
    let leader = problem.leaders[job.leader]
    var best: Column?
    for pattern in job.patterns {
      var column = Column(item: item, cost: 0, priced: 0)
      for day in pattern.days
      where problem.leaderIsReleased[job.leader, grid.slot(day: day, period: pattern.period)] {
        let month = grid.monthOfDay[day]
        column.leaders.append(.init(leader: job.leader, option: nil, month: month, halfDays: 1))
        column.cost += leader.substitutePrice
        column.priced += prices.yearly[job.leader] + prices.monthly[job.leader * grid.months + month]
        if let pool = leader.pool {
          column.pools.append((pool * grid.days + day, 1))
          column.priced += prices.pool[pool * grid.days + day]
        }
      }
      column.priced += column.cost
      if column.priced < best?.priced ?? .max { best = column }
    }
    return best ?? Column(item: item, cost: 0, priced: 0)
  }
}
