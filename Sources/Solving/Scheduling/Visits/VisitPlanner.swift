internal import Planning

/// Places the visits of a match (rule 11), coach by coach, before any session.
///
/// The visits of a coach are few, and little but substitutes ties coaches to one another. For each coach depth-
/// first branch and bound chooses a pattern for each request, those with the fewest patterns first and cheap
/// patterns first; a pattern costs its substitutes and what the release half days would be worth to series. A
/// request that finds none is left out at the price of its need. The first descent is the greedy choice, and a
/// fixed number of nodes improves on it.
struct VisitPlanner {
  /// By entry of the match: the pattern; `nil` where there is none that fits.
  private(set) var patterns: [VisitPattern?]
  /// By entry of the match: what was to be placed; `nil` where the scenario does not know it.
  let jobs: [VisitJob?]
  let scenario: Scenario
  private let problem: TimetableProblem

  /// Nodes of branch and bound for each request of a coach.
  private static let nodesPerRequest = 40

  /// - Parameters:
  ///   - problem: Compiled without visits.
  ///   - stop: Once raised, every coach gets the greedy choice.
  init(scenario: Scenario, match: [MatchedRequest], problem: TimetableProblem, stop: StopSignal) {
    self.scenario = scenario
    self.problem = problem
    var finder = VisitPatterns(scenario: scenario, grid: problem.grid, isFree: problem.leaderIsFree)
    jobs = match.enumerated().map { finder.job($0, of: $1) }
    patterns = Array(repeating: nil, count: match.count)
    var byLeader: [[VisitJob]] = Array(repeating: [], count: problem.leaders.count)
    for job in jobs.compactMap(\.self) { byLeader[job.leader].append(job) }
    var poolLeft = problem.poolCapacity.map { max(0, $0) }
    let worth = Self.worthOfHalfDay(in: problem)
    let mandatory = Set(
      scenario.pins.compactMap { pin in
        if case .requestServed(let request, true) = pin.decision { request } else { nil }
      })
    for (leader, own) in byLeader.enumerated() where !own.isEmpty {
      let isCapped = problem.leaders[leader].yearlyRelease != nil
      var search = CoachSearch(
        jobs: own.sorted { ($0.patterns.count, $0.entry) < ($1.patterns.count, $1.entry) },
        calendar: CoachCalendar(of: leader, in: problem, scenario: scenario), poolLeft: poolLeft,
        halfDay: problem.leaders[leader].substitutePrice + (isCapped ? worth : 0),
        skip: own.reduce(into: [:]) { prices, job in
          // More than any pattern costs; what must be served, more than all others of a coach, and then what a coach
          // needs to have enough schools.
          let isNeeded = job.coach.minSchools > 0 && job.request.mentee == nil
          prices[job.entry] =
            mandatory.contains(job.request.id)
            ? 1 << 54 : isNeeded ? 1 << 48 : 1 << 44 + min(1 << 43, scenario.need(of: job.request))
        },
        nodes: stop.isRaised ? 0 : Self.nodesPerRequest * own.count)
      search.run()
      var calendar = CoachCalendar(of: leader, in: problem, scenario: scenario)
      for (job, choice) in zip(search.jobs, search.best) {
        guard let choice else { continue }
        patterns[job.entry] = job.patterns[choice]
        calendar.add(job.patterns[choice], of: job)
      }
      if let pool = problem.leaders[leader].pool {
        for slot in calendar.releasedSlots { poolLeft[pool * problem.grid.days + problem.grid.day(of: slot)] -= 1 }
      }
    }
  }

  /// What serving series saves for each half day of a leader, on average.
  private static func worthOfHalfDay(in problem: TimetableProblem) -> Int {
    var worth = 0
    var halfDays = 0
    for series in problem.series {
      guard let price = series.unservedPrice, let start = series.starts.first else { continue }
      worth += price / 1024
      halfDays += series.sessions * Int(problem.starts[start].spanCount) * max(1, series.team.size.lowerBound)
    }
    return halfDays == 0 ? 0 : worth / halfDays * 1024
  }

  /// The engagements that follow, those that share a slot once each.
  var engagements: [TimetableProblem.Engagement] {
    zip(jobs, patterns).flatMap { job, pattern -> [TimetableProblem.Engagement] in
      guard let job, let pattern else { return [] }
      return pattern.days.map { day in
        .init(
          leader: job.leader, day: day, slots: [problem.grid.slot(day: day, period: pattern.period)],
          place: job.place)
      }
    }
  }

  /// The match with its visits, without what has none.
  func visited(_ match: [MatchedRequest]) -> [MatchedRequest] {
    zip(match, zip(jobs, patterns)).compactMap { entry, placed in
      guard let job = placed.0, let pattern = placed.1 else { return nil }
      var entry = entry
      entry.visiting = scenario.visiting(
        of: job.request, at: job.school, by: job.coach,
        from: Day(number: problem.grid.dates[0] + pattern.first), in: pattern.period)
      return entry
    }
  }
}

/// Branch and bound over the patterns of one coach's requests.
private struct CoachSearch {
  let jobs: [VisitJob]
  var calendar: CoachCalendar
  let poolLeft: [Int]
  let halfDay: Int
  /// By entry of the match: the price of no visits.
  let skip: [Int: Int]
  var nodes: Int
  /// By job: the pattern chosen.
  private(set) var best: [Int?] = []
  private var bestCost = Int.max

  init(
    jobs: [VisitJob], calendar: CoachCalendar, poolLeft: [Int], halfDay: Int, skip: [Int: Int], nodes: Int
  ) {
    self.jobs = jobs
    self.calendar = calendar
    self.poolLeft = poolLeft
    self.halfDay = halfDay
    self.skip = skip
    self.nodes = nodes
  }

  mutating func run() { descend([], cost: 0) }

  private mutating func descend(_ chosen: [Int?], cost: Int) {
    guard cost < bestCost else { return }
    guard chosen.count < jobs.count else {
      best = chosen
      bestCost = cost
      return
    }
    let job = jobs[chosen.count]
    var options: [(cost: Int, pattern: Int)] = []
    for (number, pattern) in job.patterns.enumerated() {
      guard let released = calendar.released(by: pattern, of: job, poolLeft: poolLeft) else { continue }
      // Visits on more dates come first among patterns of one price.
      options.append((released * halfDay * 64 + max(0, 63 - pattern.days.count), number))
    }
    options.sort { ($0.cost, $0.pattern) < ($1.cost, $1.pattern) }
    for option in options {
      calendar.add(job.patterns[option.pattern], of: job)
      descend(chosen + [option.pattern], cost: cost + option.cost)
      calendar.remove(job.patterns[option.pattern], of: job)
      nodes -= 1
      if nodes <= 0 { return }
    }
    descend(chosen + [nil], cost: cost + skip[job.entry]!)
  }
}
