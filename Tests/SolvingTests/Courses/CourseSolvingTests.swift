import Synchronization
import Testing

@testable import Solving

struct CourseSolvingTests {
  /// With every feature and no slack: cost, bound and infeasibility against complete enumeration.
  @Test(arguments: 0..<150 as Range<UInt64>)
  func agreesWithBruteForce(seed: UInt64) throws {
    let original = TimetableProblem.randomCourses(
      seed: seed, courses: 3, lectures: 2, days: 2, periods: 3, rooms: 2)
    let problem = try #require(CourseProblem(original))
    var oracle = CourseOracle(original, problem)
    let least = oracle.cost()
    do {
      let result = try #require(
        try solveCourses(original, settings: SearchSettings(effort: Effort(1), seed: seed)))
      #expect(original.violations(of: result.timetable) == [])
      #expect(original.cost(of: result.timetable) == result.cost)
      #expect(result.cost == least)
      #expect(result.bound <= result.cost)
      #expect(!result.isCutShort)
    } catch let failure as CourseFailure {
      #expect(least == nil, "\(failure)")
    }
  }

  @Test func oneAndTwoThreadsGiveTheSame() throws {
    let original = TimetableProblem.randomCourses(
      seed: 3, courses: 20, lectures: 5, days: 5, periods: 5, rooms: 6)
    let one = try #require(
      try solveCourses(original, settings: SearchSettings(effort: Effort(2), seed: 9, threads: 1)))
    let two = try #require(
      try solveCourses(original, settings: SearchSettings(effort: Effort(2), seed: 9, threads: 2)))
    #expect(one.timetable == two.timetable)
    #expect(one.cost == two.cost)
    #expect(one.bound == two.bound)
    #expect(one.evaluations == two.evaluations)
  }

  @Test func aStopSignalStillGivesATimetable() throws {
    let original = TimetableProblem.randomCourses(
      seed: 4, courses: 20, lectures: 5, days: 5, periods: 5, rooms: 6)
    let result = try #require(
      try solveCourses(
        original, settings: SearchSettings(effort: Effort(100), seed: 1, stop: StopSignal { true })))
    #expect(result.isCutShort)
    #expect(original.violations(of: result.timetable) == [])
    #expect(original.cost(of: result.timetable) == result.cost)
  }

  /// A move that takes an hour leaves time for one in each step: all steps are done, and the temperature falls to the end.
  @Test func whoIsLateTakesEveryStep() throws {
    let original = TimetableProblem.randomCourses(
      seed: 4, courses: 20, lectures: 5, days: 5, periods: 5, rooms: 6)
    let problem = try #require(CourseProblem(original))
    let rounds = Mutex(0)
    let settings = SearchSettings(effort: Effort(20), seed: 1, progress: { _ in rounds.withLock { $0 += 1 } })
    let work = CourseEffort.evaluations(settings.effort)
    var pace = Pace(work: work, until: .now + .seconds(3_600))
    pace.add(planned: 1, done: 1, in: .seconds(3_600))
    var engine = try CourseEngine(problem, settings: settings)
    try engine.run(pace: pace)
    #expect(engine.isCutShort)
    #expect(rounds.withLock { $0 } == CourseSchedule(evaluations: work, typicalPrice: 1).rounds)
    #expect(engine.evaluations < work / 100)
    let timetable = engine.best.timetable(of: problem, in: original)
    #expect(original.violations(of: timetable) == [])
    #expect(original.cost(of: timetable) == engine.bestCost)
  }

  @Test func nothingToPlaceCostsTheConstant() throws {
    let original = TimetableProblem(
      grid: TimetableGrid(days: 1, periods: 1), venues: [], leaders: [], isolationPrice: [], constant: 7)
    let result = try #require(try solveCourses(original, settings: SearchSettings(effort: Effort(1))))
    #expect(result.cost == 7)
    #expect(result.bound == 7)
  }

  @Test func tooManyLecturesForTheRoomsAreProven() throws {
    let original = Self.problem(slots: 4, rooms: 2, lectures: [3, 3, 3], teachers: [0, 1, 2])
    #expect(throws: CourseFailure.tooFewRooms(courses: [0, 1, 2], lectures: 9, places: 8)) {
      try solveCourses(original, settings: SearchSettings(effort: Effort(1)))
    }
  }

  @Test func tooManyLecturesOfATeacherAreProven() throws {
    let original = Self.problem(slots: 5, rooms: 3, lectures: [3, 3, 1], teachers: [0, 0, 1])
    #expect(throws: CourseFailure.tooFewSlots(courses: [0, 1], lectures: 6, slots: 5)) {
      try solveCourses(original, settings: SearchSettings(effort: Effort(1)))
    }
  }

  @Test func aSeriesThatNeedNotBeServedIsNoCourse() throws {
    var original = Self.problem(slots: 4, rooms: 2, lectures: [2], teachers: [0])
    var request = TimetableProblem.SeriesRequest(sessions: 1, gap: nil)
    request.unservedPrice = 10
    original.add(request)
    let result = try solveCourses(original, settings: SearchSettings(effort: Effort(1)))
    #expect(result == nil)
  }

  /// Courses that can be anywhere, at no price.
  private static func problem(slots: Int, rooms: Int, lectures: [Int], teachers: [Int32]) -> TimetableProblem {
    var problem = TimetableProblem(
      grid: TimetableGrid(days: 1, periods: slots),
      venues: (0..<rooms).map { _ in (rooms: 1, place: 0, isOpen: { _ in true }) },
      leaders: Array(repeating: TimetableProblem.Leader(), count: teachers.count), isolationPrice: [])
    for (sessions, teacher) in zip(lectures, teachers) {
      var request = TimetableProblem.SeriesRequest(sessions: sessions, gap: nil)
      request.starts = (0..<slots).map { .init(span: [$0]) }
      request.venues = (0..<rooms).map { .init(venue: Int32($0), price: 0) }
      request.needsVenue = true
      request.leaders = [
        .init(leader: teacher, role: 1, leads: 0, grows: false, isPinned: true, price: 0)
      ]
      request.teamSize = 1...1
      problem.add(request)
    }
    return problem
  }
}
