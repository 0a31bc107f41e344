internal import MIP

/// The searches, in the order of the work; each goes on from the best timetable and keeps it if it finds none that is better.
extension TimetableEngine {
  /// Improves by ruin and recreate, all rules kept at every step.
  mutating func search(iterations: Int, threshold: Int, stop: StopSignal) {
    guard iterations > 0, let prices = searchPrices else { return }
    defer { noteEnd(of: stop) }
    let construction = Construction(spaces: spaces, prices: prices)
    let settings = settings
    let problem = problem
    let origin = state
    let found = runTasks(Self.tasks, threads: settings.threads) { task in
      var search = RuinAndRecreate(
        construction, problem: problem,
        settings: .init(iterations: iterations, threshold: threshold, scope: nil, stop: stop),
        randomness: Randomness(seed: settings.seed, task: UInt64(1000 + task)))
      return search.improve(origin)
    }
    keepBest(of: found)
    ends = found
  }

  /// Improves teams across the caps on release, where anybody has one.
  ///
  /// Tasks start a little above the caps: from what the dive of the master ends with, without a master from what was chosen most
  /// often while prices climbed. Where there is neither, each starts from what another search has found.
  mutating func oscillate(changes: Int) {
    guard problem.hasYearlyCaps else { return }
    let (settings, problem, spaces, empty, best, ends) = (settings, problem, spaces, empty, best, ends)
    // One thread does one task after the other.
    let turns = (Self.tasks + settings.threads - 1) / settings.threads
    let time = settings.stop.timeLeft.map { $0 * MostTime.teams / turns }
    let likeliest = generated.map(\.found.dive.likeliest) ?? ascent.chosen.likeliest
    let charges = likeliest.isEmpty ? nil : searchPrices.map { self.charges(at: $0) }
    // What goes into the dates of columns, and what is left for changes of the teams.
    let first = charges == nil ? 0 : changes / Self.shareOfDates
    let changes = changes - first
    let found = runTasks(Self.tasks, threads: settings.threads) {
      task -> (timetable: Timetable, isShortened: Bool) in
      let deadline = time.map { ContinuousClock.now + $0 }
      var oscillation = TeamOscillation(
        problem, spaces: spaces, empty: empty,
        randomness: Randomness(seed: settings.seed, task: UInt64(3000 + task)))
      if let charges {
        oscillation.begin(
          with: likeliest, charges: charges, changes: first,
          stop: settings.stop.forPart(MostTime.teams / Double(turns) * MostTime.dates))
      }
      let found = oscillation.improve(
        task < ends.count ? ends[task] : best, changes: changes, deadline: deadline, stop: settings.stop)
      return (found, oscillation.isShortened)
    }
    if found.contains(where: \.isShortened) { wasCutShort = true }
    keepBest(of: found.map(\.timetable))
  }

  /// The inverse of the share of an oscillation that goes into the dates of columns.
  private static let shareOfDates = 20

  /// Lets GLPK choose teams of a few series together.
  mutating func recombine(attempts: Int, stop: StopSignal) throws(SolvingError) {
    guard attempts > 0, let prices = searchPrices else { return }
    defer { noteEnd(of: stop) }
    let construction = Construction(spaces: spaces, prices: prices)
    let program = TeamProgram(problem, spaces: spaces, savings: unpricedSavings)
    let origin = state
    let settings = settings
    let problem = problem
    let found = runTasks(Self.tasks, threads: settings.threads) { task -> Result<Timetable, MIPError> in
      var neighbourhood = TeamNeighbourhood(
        construction, program: program, problem: problem, size: Self.freed, stop: stop,
        randomness: Randomness(seed: settings.seed, task: UInt64(2000 + task)))
      return Result { () throws(MIPError) in try neighbourhood.improve(origin, attempts: attempts) }
    }
    var timetables: [Timetable] = []
    for result in found {
      switch result {
      case .success(let timetable): timetables.append(timetable)
      case .failure(let error): throw .brokenSolver(error.description)
      }
    }
    keepBest(of: timetables)
  }

  /// How many series GLPK chooses teams for at once.
  private static let freed = 14
}
