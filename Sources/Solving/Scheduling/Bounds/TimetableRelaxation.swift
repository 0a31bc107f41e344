/// The Lagrangian relaxation of a timetable: what the release half days of leaders are worth when nothing else ties
/// series together.
///
/// With prices ρ ≥ 0 on ``ReleaseResources`` and on the inequalities of ``KnapsackCuts`` and ``SubsetRowCut``, each
/// series stands alone:
///
///     L(ρ) = constant + V - Σ_r b_r ρ_r - Σ_cuts level ρ_cut + Σ_s min(p_s, R_s(ρ))
///
/// R_s(ρ) is the value of ``ProfilePricing``, which no placement of s undercuts once it pays ρ for the profile of its
/// dates; whatever its dates take beyond their profile is not charged. Each coach's visits at a school take the
/// half days of the pattern that takes fewest (others at the school may share its slots, so they count for
/// nothing): b_l is what they leave of a leader's cap, and V their substitutes. Slots of leaders and cohorts where dates
/// are not fixed (``FixedDays``), rooms, pools on other days, caps of single months, travel between engagements, unfair
/// load and isolation are left out: each only makes L smaller, so L(ρ) bounds every timetable with every way to
/// place the visits of the match (Geoffrion 1974). Prices are integers, and L(ρ) is computed in integers.
struct TimetableRelaxation: Sendable {
  /// L at some prices.
  struct Value: Sendable {
    /// No timetable costs less.
    var bound: Int
    /// How the series of its solution are served, at these prices.
    var columns: [Column] = []
    /// By series: what it adds to the bound.
    var share: [Int] = []
    /// By series: what serving it saves against leaving it unserved, at these prices; negative where it does
    /// not pay, `nil` where it cannot be placed.
    var savings: [Int?] = []
  }

  /// One way to serve a series.
  struct Column: Sendable {
    /// The series.
    let series: Int
    /// What it costs, prices left out.
    let cost: Int
    /// Positions in ``TimetableProblem/leaderOptions``, ascending.
    let team: [Int32]
    /// Release half days of the team.
    let release: [(option: Int32, halfDays: Int)]
    /// How much of each resource.
    let uses: [(resource: Int, amount: Int)]
  }

  private let problem: TimetableProblem
  private let spaces: PlacementSpaces
  /// How many threads share the work.
  let threads: Int
  /// By series.
  let profiles: [ReleaseProfiles]
  /// What they share.
  let resources: ReleaseResources
  /// The substitutes of visits, and what the problem itself pays.
  let fixed: Int

  private static let chunk = 16

  /// - Parameters:
  ///   - problem: Compiled without visits.
  ///   - visits: The requests of the match that are served.
  init(_ problem: TimetableProblem, spaces: PlacementSpaces, visits: [VisitJob], threads: Int) {
    self.problem = problem
    self.spaces = spaces
    self.threads = threads
    let groups = ReleaseGroups(problem)
    profiles = runTasks(problem.series.count, threads: threads) { index in
      ReleaseProfiles(of: spaces[index], in: problem, groups: groups)
    }
    // The dearest stands for all of a coach at a school.
    var dearest: [[Int]: Int] = [:]
    for job in visits where !job.patterns.isEmpty {
      dearest[[job.leader, job.place], default: 0] = max(
        dearest[[job.leader, job.place]] ?? 0, Self.least(job, in: problem))
    }
    var taken = Array(repeating: 0, count: problem.leaders.count)
    for (key, halfDays) in dearest { taken[key[0]] += halfDays }
    resources = ReleaseResources(
      problem, profiles: profiles, fixedDays: FixedDays(problem, spaces: spaces), visits: taken)
    fixed = zip(taken, problem.leaders).reduce(problem.constant) { $0 + $1.0 * $1.1.substitutePrice }
  }

  private static func least(_ job: VisitJob, in problem: TimetableProblem) -> Int {
    job.patterns.map { pattern in
      pattern.days.count {
        problem.leaderIsReleased[job.leader, problem.grid.slot(day: $0, period: pattern.period)]
      }
    }.min() ?? 0
  }

  private struct Part: Sendable {
    var share: [Int] = []
    var columns: [Column] = []
    /// Those of them that the solution takes.
    var taken: [Int] = []
    var savings: [Int?] = []
  }

  /// L at some prices; `nil` where a series that must be served has no placement at all.
  ///
  /// - Parameter decisions: Which series are served and who is in their teams; `nil` where that is open.
  /// - Complexity: That of pricing all series, shared by the threads.
  func value(at prices: ResourcePrices, decisions: TeamDecisions? = nil) -> Value? {
    let chunks = (problem.series.count + Self.chunk - 1) / Self.chunk
    let parts = runTasks(chunks, threads: threads) { number in
      part(
        of: number * Self.chunk..<min(problem.series.count, (number + 1) * Self.chunk), prices: prices,
        decisions: decisions)
    }
    var result = Value(bound: fixed)
    for part in parts {
      guard let part else { return nil }
      result.share += part.share
      result.savings += part.savings
      result.columns += part.columns
    }
    result.bound += result.share.reduce(0, +)
    for (resource, price) in prices.byResource.enumerated() where price > 0 {
      result.bound -= price * (resources.capacity[resource] ?? 0)
    }
    for (cut, price) in prices.cuts { result.bound -= price * cut.level }
    for (cut, price) in prices.subsetRows.byCut { result.bound -= price * cut.level }
    return result
  }

  /// How the solution of L serves some series; those that it does not serve have none.
  ///
  /// - Parameter sets: The series. Each set is priced by one thread.
  /// - Complexity: That of pricing them.
  func solution(at prices: ResourcePrices, of sets: [[Int]]) -> [Column] {
    let parts = runTasks(sets.count, threads: threads) { part(of: sets[$0], prices: prices, decisions: nil) }
    return parts.flatMap { part in part.map { part in part.taken.map { part.columns[$0] } } ?? [] }
  }

  /// The best columns of some series that pay, for what is left of the resources.
  ///
  /// - Parameter left: By resource: half days; `nil` for no cap.
  /// - Complexity: That of pricing the series, shared by the threads.
  func columns(at prices: ResourcePrices, left: [Int?], of series: [Int]) -> [Column] {
    let resources = resources.leaving(left)
    let chunks = (series.count + Self.chunk - 1) / Self.chunk
    let found = runTasks(chunks, threads: threads) { number -> [Column] in
      var pricing = ProfilePricing(problem, resources: resources)
      return series[number * Self.chunk..<min(series.count, (number + 1) * Self.chunk)].compactMap { index in
        guard spaces[index].teams.isComplete,
          let found = pricing.cheapest(in: spaces[index], of: profiles[index], prices: prices)
        else { return nil }
        return column(of: found, for: index, prices: prices)
      }
    }
    return Array(found.joined())
  }

  /// The same decisions, and leaders are left out of the teams of series where having them lifts L to a target.
  ///
  /// - Parameters:
  ///   - value: L at the prices, with the decisions.
  /// - Complexity: O(leader options) times that of pricing a series, shared by the threads.
  func excluding(
    _ decisions: TeamDecisions, at prices: ResourcePrices, value: Value, target: Int
  ) -> TeamDecisions {
    let chunks = (problem.series.count + Self.chunk - 1) / Self.chunk
    let found = runTasks(chunks, threads: threads) { number -> [Int] in
      var pricing = ProfilePricing(problem, resources: resources, decisions: decisions)
      var excluded: [Int] = []
      for index in number * Self.chunk..<min(problem.series.count, (number + 1) * Self.chunk)
      where spaces[index].teams.isComplete && decisions.service[index] != .unserved {
        let others = value.bound - value.share[index]
        for option in problem.series[index].leaders where decisions.isOpen(option) {
          let forced = pricing.cheapest(
            in: spaces[index], of: profiles[index], prices: prices, requiring: option)
          if forced.map({ others + $0.cost >= target }) ?? true { excluded.append(option) }
        }
      }
      return excluded
    }
    var result = decisions
    for option in found.joined() { result.exclude(option) }
    return result
  }

  /// `nil` where a series that must be served has no placement at all.
  private func part(of series: some Sequence<Int>, prices: ResourcePrices, decisions: TeamDecisions?) -> Part? {
    var pricing = ProfilePricing(problem, resources: resources, decisions: decisions)
    var part = Part()
    for index in series {
      let space = spaces[index]
      let service = decisions?.service[index] ?? .open
      let unserved = service == .served ? nil : problem.series[index].unservedPrice
      if service == .unserved, let unserved {
        part.savings.append(nil)
        part.share.append(unserved)
        continue
      }
      guard space.teams.isComplete else {
        // Too many kinds of teams: its dates alone, which no placement undercuts.
        let least = profiles[index].profiles.map(\.cost).min()
        part.savings.append(least.flatMap { least in unserved.map { $0 - least } })
        guard let value = [least, unserved].compactMap(\.self).min() else { return nil }
        part.share.append(value)
        continue
      }
      let found = pricing.cheapest(in: space, of: profiles[index], prices: prices)
      part.savings.append(found.flatMap { found in unserved.map { $0 - found.cost } })
      guard let value = [found?.cost, unserved].compactMap(\.self).min() else { return nil }
      part.share.append(value)
      if let found {
        if unserved.map({ found.cost < $0 }) ?? true { part.taken.append(part.columns.count) }
        part.columns.append(column(of: found, for: index, prices: prices))
      }
    }
    return part
  }

  private func column(of found: ProfilePricing.Found, for index: Int, prices: ResourcePrices) -> Column {
    let column = column(
      of: found.team, for: index, profile: profiles[index].profiles[found.profile], cost: found.cost)
    return Column(
      series: index, cost: found.cost - prices.total(of: column), team: found.team,
      release: column.release, uses: column.uses)
  }

  private func column(
    of team: [Int32], for index: Int, profile: ReleaseProfiles.Profile, cost: Int
  ) -> Column {
    let profiles = profiles[index]
    var release: [(option: Int32, halfDays: Int)] = []
    var uses: [(resource: Int, amount: Int)] = []
    for option in team {
      let leader = Int(problem.leaderOptions[Int(option)].leader)
      let group = Int(profiles.groups[Int(option) - problem.series[index].leaders.lowerBound])
      let halfDays = Int(profile.halfDays[group])
      if halfDays > 0 {
        release.append((option, halfDays))
        uses.append((resources.year(of: leader), halfDays))
      }
      for day in profile.daysOff.map({ profiles.daysOff[$0] }) where day.idle[group] > 0 {
        uses.append((resources.idle(leader, week: day.week), Int(day.idle[group])))
      }
      for use in resources.fixedDays.uses(ofOption: Int(option)) {
        uses.append((resources.sessions(ofCrowd: use.crowd), use.sessions))
      }
    }
    for use in resources.fixedDays.uses(ofSeries: index) {
      uses.append((resources.sessions(ofCrowd: use.crowd), use.sessions))
    }
    for kind in profile.daysOff { uses += resources.substitutes(ofSeries: index, dayOff: kind) }
    return Column(series: index, cost: cost, team: team, release: release, uses: uses)
  }

  /// A placement's team at the profile that takes least of it: a column for a master to begin with.
  func column(of placement: Placement, for index: Int) -> Column? {
    let cost = problem.cost(of: placement, for: index)
    return profiles[index].profiles.map { column(of: placement.team, for: index, profile: $0, cost: cost) }
      .min { one, other in
        one.uses.reduce(0) { $0 + $1.amount } < other.uses.reduce(0) { $0 + $1.amount }
      }
  }
}
