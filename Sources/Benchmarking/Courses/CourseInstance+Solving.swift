public import Solving

extension CourseInstance {
  /// The effort that fits a time on a machine like those of 2024: what a run should spend if it is given a time
  /// limit alone. It depends on no clock, so that the run can be repeated; a slower machine cools faster.
  ///
  /// - Parameters:
  ///   - seconds: Above 0.
  ///   - threads: How many cores there are.
  public func effort(seconds: Double, threads: Int) -> Effort {
    CourseEffort.fitting(
      seconds: seconds, threads: threads, lectures: courses.reduce(0) { $0 + $1.lectures })
  }

  /// Solves it; `cadre solve --format ctt`. What is found is checked by the rules of the competition alone.
  ///
  /// - Parameter settings: ``effort(seconds:threads:)`` says which effort fits a time.
  /// - Returns: The best timetable, its bound, the four parts of its cost, and the moves evaluated; its solution
  ///   has a line `course room day period` for each lecture. Or why there is none.
  public func solved(settings: SearchSettings) -> InstanceRun {
    let clock = ContinuousClock()
    let start = clock.now
    var run = InstanceRun(status: .unknown, time: .zero, seed: settings.seed, threads: settings.threads)
    do throws(CourseFailure) {
      let (result, solution) = try solution(settings)
      let costs = checkedCosts(of: solution, result)
      run.status = result.bound == result.cost ? .optimal : .feasible
      run.cost = result.cost
      run.bound = result.bound
      run.solution = solution.text(for: self)
      run.isCutShort = result.isCutShort
      run.figures = costs.figures + [.init("evaluations", result.evaluations)]
    } catch {
      run.status = error.isProof ? .infeasible : .unknown
      run.reason = sentence(for: error)
      run.isCutShort = error == .stopped
      if case .brokenSolver = error { run.isDefect = true }
    }
    run.figures.append(.init("effort", settings.effort.units))
    run.time = clock.now - start
    return run
  }

  /// Runs the engine.
  private func solution(
    _ settings: SearchSettings
  ) throws(CourseFailure) -> (result: CourseResult, solution: CourseSolution) {
    // Found here, as the tables of a problem with far too many lectures would be large.
    if let contradiction { throw contradiction }
    let problem = problem
    guard let result = try solveCourses(problem, settings: settings) else {
      preconditionFailure("every instance within the limits of its format is a course problem")
    }
    return (result, CourseSolution(of: result.timetable, in: problem))
  }

  /// What a solution costs by the rules.
  ///
  /// - Precondition: It keeps the hard ones, and the engine counts and bounds as they do.
  private func checkedCosts(of solution: CourseSolution, _ result: CourseResult) -> CourseSolution.Costs {
    let violations = solution.violations(in: self)
    precondition(violations.isEmpty, "a defect: \(violations.joined(separator: " "))")
    let costs = solution.costs(in: self)
    precondition(costs.total == result.cost, "a defect: a cost of \(costs.total), not of \(result.cost)")
    precondition(result.bound <= costs.total, "a defect: a bound of \(result.bound) above \(costs.total)")
    return costs
  }

  /// More lectures than there can be, seen without any search.
  private var contradiction: CourseFailure? {
    let slots = days * periods
    for (index, course) in courses.enumerated() where course.lectures > slots {
      return .tooFewSlots(courses: [index], lectures: course.lectures, slots: slots)
    }
    let lectures = courses.reduce(0) { $0 + $1.lectures }
    guard lectures > slots * rooms.count else { return nil }
    return .tooFewRooms(courses: Array(courses.indices), lectures: lectures, places: slots * rooms.count)
  }

  /// A failure in the words of the instance.
  private func sentence(for failure: CourseFailure) -> String {
    switch failure {
    case .tooFewSlots(let indices, let lectures, let slots) where indices.count == 1:
      "\(names(of: indices)) has \(lectures) lectures and can be in \(slots) periods only."
    case .tooFewSlots(let indices, let lectures, let slots):
      "\(names(of: indices)) can never be held at the same time; they have \(lectures) lectures and together "
        + "\(slots) periods."
    case .tooFewRooms(let indices, let lectures, let places):
      "\(names(of: indices)): \(lectures) lectures, but the periods that they can be in have \(places) rooms "
        + "for them."
    case .notConstructed(let unplaced, let placements):
      "After \(placements) placements \(unplaced) lectures still had no place; more effort may find one."
    case .stopped:
      "The run was stopped before it had a first timetable."
    case .brokenSolver(let text):
      "The solver failed: \(text)"
    }
  }

  /// Some courses: all of a few, the first of many.
  private func names(of indices: [Int]) -> String {
    let shown = indices.prefix(12).map { courses[$0].name }.joined(separator: ", ")
    return indices.count <= 12 ? shown : "\(shown) and \(indices.count - 12) more courses"
  }
}

extension CourseSolution.Costs {
  /// The four parts of the cost, weighted, under the competition's names.
  fileprivate var figures: [InstanceRun.Figure] {
    [
      .init("room_capacity", UD2.student * studentsWithoutSeat),
      .init("minimum_working_days", UD2.missingDay * missingDays),
      .init("curriculum_compactness", UD2.isolation * isolatedLectures),
      .init("room_stability", UD2.room * roomChanges),
    ]
  }
}

extension CourseFailure {
  /// Whether it proves that there is no timetable.
  fileprivate var isProof: Bool {
    switch self {
    case .tooFewSlots, .tooFewRooms: true
    case .notConstructed, .stopped, .brokenSolver: false
    }
  }
}

extension CourseSolution {
  /// Lectures course by course, in the order of time.
  fileprivate init(of timetable: Timetable, in problem: TimetableProblem) {
    lectures = []
    for (course, placement) in timetable.placements.enumerated() {
      guard let placement else { continue }
      for (start, venue) in zip(placement.starts, placement.venues) {
        let slot = Int(problem.starts[Int(start)].slot)
        lectures.append(
          Lecture(
            course: course, room: Int(problem.venueOptions[Int(venue)].venue), day: problem.grid.day(of: slot),
            period: problem.grid.period(of: slot)))
      }
    }
  }
}
