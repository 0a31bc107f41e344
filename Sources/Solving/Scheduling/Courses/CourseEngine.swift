/// Solves course timetabling problems: a first timetable by iterative forward search, then simulated annealing
/// of several timetables side by side in numbered rounds, the worst of them replaced by the best between
/// rounds, and a lower bound by relaxation.
///
/// Tasks and rounds are fixed by the problem and the effort, and each task of a round has its own seeded
/// generator; so threads only share the work, and the result is the same with any number of them. Only where a deadline
/// would end the search early do its steps become shorter (``Pace``), and that counts as cut short.
struct CourseEngine {
  private let problem: CourseProblem
  private let settings: SearchSettings
  private let schedule: CourseSchedule
  /// By task: the timetable being annealed.
  private var population: [CourseTimetable]
  /// The best timetable found.
  private(set) var best: CourseTimetable
  /// What it costs.
  private(set) var bestCost: Int
  /// No timetable costs less.
  private(set) var bound: Int
  /// Moves proposed so far.
  private(set) var evaluations = 0
  /// Whether the stop signal ended the search, or its deadline shortened it.
  private(set) var isCutShort = false

  /// Makes first timetables.
  ///
  /// - Throws: ``CourseFailure`` where there is none, or none was found.
  init(_ problem: CourseProblem, settings: SearchSettings) throws(CourseFailure) {
    self.problem = problem
    self.settings = settings
    if let contradiction = problem.contradiction() { throw contradiction }
    let work = CourseEffort.evaluations(settings.effort)
    schedule = CourseSchedule(evaluations: work, typicalPrice: problem.typicalPrice)
    let first = try Self.firstTimetables(of: problem, work: work, settings)
    population = first.map(\.timetable)
    let best = first.min { $0.cost < $1.cost }!
    (self.best, bestCost) = best
    bound = problem.constant
  }

  /// Runs the rounds until the work is done, the best is proven or the stop signal is raised.
  ///
  /// - Parameter known: What is known of its pace before; `nil` for nothing.
  /// - Throws: ``CourseFailure/brokenSolver(_:)``.
  mutating func run(pace known: Pace? = nil) throws(CourseFailure) {
    guard problem.lectures > 0 else {
      // There is one timetable, and it is known.
      bound = bestCost
      return
    }
    var pace = known ?? Pace(work: schedule.evaluations, until: settings.stop.deadline)
    for number in 0..<schedule.rounds {
      let round = schedule[number]
      let proposals = pace.shortened(CourseSchedule.evaluationsPerStep)
      if round.startsFromBest { population = Array(repeating: best, count: CourseSchedule.tasks) }
      let start = ContinuousClock.now
      let reports = anneal(in: round, number: number, proposals: proposals)
      let done = reports.reduce(0) { $0 + $1.evaluations }
      pace.add(planned: round.evaluations, done: done, in: start.duration(to: .now))
      evaluations += done
      for report in reports {
        if report.bestCost < bestCost { (best, bestCost) = (report.best, report.bestCost) }
      }
      if number == 0 { bound = try problem.lowerBound() }
      settings.progress(Progress(phase: "timetable", incumbent: bestCost, bound: bound))
      let isStopped = reports.contains(where: \.isCutShort)
      if isStopped || proposals < CourseSchedule.evaluationsPerStep { isCutShort = true }
      if isStopped || bestCost == bound { return }
      select(from: reports)
    }
  }
}

extension CourseEngine {
  /// Places each lecture this often on average before the construction of a task gives up, at the least.
  private static let leastPlacementsPerLecture = 20

  /// By task: a timetable that keeps the hard rules. Tasks that find none take over those of others.
  private static func firstTimetables(
    of problem: CourseProblem, work: Int, _ settings: SearchSettings
  ) throws(CourseFailure) -> [(timetable: CourseTimetable, cost: Int)] {
    // Looking for the place of a lecture costs about as much as evaluating a move to every cell.
    let cells = max(1, problem.slots * problem.rooms)
    let placements = max(
      leastPlacementsPerLecture * problem.lectures, work / CourseSchedule.tasks / cells)
    let outcomes = runTasks(CourseSchedule.tasks, threads: settings.threads) {
      task -> Result<(timetable: CourseTimetable, cost: Int), CourseFailure> in
      var random = Randomness(seed: settings.seed, task: UInt64(task))
      var state = CourseState(problem)
      do throws(CourseFailure) {
        try state.construct(&random, placements: placements, stop: settings.stop)
        return .success((state.timetable, state.cost))
      } catch {
        return .failure(error)
      }
    }
    let found = outcomes.compactMap { try? $0.get() }
    guard !found.isEmpty else { return [try outcomes[0].get()] }
    return (0..<CourseSchedule.tasks).map { found[$0 % found.count] }
  }
}

extension CourseEngine {
  /// What a task brings back from a round.
  private struct Report: Sendable {
    let timetable: CourseTimetable
    let cost: Int
    let best: CourseTimetable
    let bestCost: Int
    let evaluations: Int
    let isCutShort: Bool
  }

  /// By task: one round.
  ///
  /// - Parameter proposals: Of a step.
  private func anneal(in round: CourseSchedule.Round, number: Int, proposals: Int) -> [Report] {
    runTasks(CourseSchedule.tasks, threads: settings.threads) { task in
      // The tasks of the construction come first.
      let stream = UInt64(CourseSchedule.tasks * (number + 1) + task)
      var search = CourseSearch(
        problem, from: population[task], random: Randomness(seed: settings.seed, task: stream))
      var isCutShort = false
      for temperature in round.temperatures {
        if settings.stop.isRaised {
          isCutShort = true
          break
        }
        search.anneal(Acceptance(temperature: temperature), proposals: proposals)
      }
      return Report(
        timetable: search.timetable, cost: search.cost, best: search.best, bestCost: search.bestCost,
        evaluations: search.evaluations, isCutShort: isCutShort)
    }
  }

  /// What the tasks of the next round start from: their own, except that the best takes the place of the worst.
  private mutating func select(from reports: [Report]) {
    population = reports.map(\.timetable)
    let order = reports.indices.sorted { (reports[$0].cost, $0) < (reports[$1].cost, $1) }
    population[order[order.count - 1]] = population[order[0]]
  }
}
