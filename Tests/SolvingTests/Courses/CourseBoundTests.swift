import Testing

@testable import Solving

/// Bounds of problems small enough to know why.
struct CourseBoundTests {
  /// A course alone in its curriculum: spread over days its lectures are isolated, packed its days are missing.
  @Test(arguments: [(3, 3, 5, 2, 6), (3, 3, 2, 2, 4), (2, 1, 5, 2, 0), (6, 4, 5, 1, 2), (1, 3, 5, 2, 12)])
  func aCourseAloneCannotHaveBoth(
    lectures: Int, days: Int, missingDayPrice: Int, isolationPrice: Int, least: Int
  ) throws {
    let problem = try Self.problem(
      slots: (5, 5), capacities: [2], courses: [(lectures, days, 1)], missingDayPrice: missingDayPrice,
      curricula: [[0]], isolationPrice: isolationPrice)
    #expect(SlotBound(problem).value() == least)
  }

  /// Together they keep their days without isolation, each on the days of the other.
  @Test func aSecondCourseTakesTheIsolationAway() throws {
    let problem = try Self.problem(
      slots: (5, 5), capacities: [2], courses: [(3, 3, 1), (3, 3, 1)], missingDayPrice: 5, curricula: [[0, 1]],
      isolationPrice: 2)
    #expect(SlotBound(problem).value() == 0)
  }

  /// Six large lectures, and the large room is open for four.
  @Test func aFullRoomSendsALectureAwayAndThatIsAChange() throws {
    let problem = try Self.problem(
      slots: (1, 4), capacities: [10, 8], courses: [(3, 1, 10), (3, 1, 10)], missingDayPrice: 5, curricula: [],
      isolationPrice: 2)
    // Two go to the small room at 2 each, and their course changes rooms; all three would cost 6.
    #expect(try RoomBound(problem).value() == 2 * 2 + 1)
  }

  @Test func roomsWithSpaceCostNothing() throws {
    let problem = try Self.problem(
      slots: (2, 4), capacities: [10, 10], courses: [(3, 1, 10), (3, 1, 10)], missingDayPrice: 5, curricula: [],
      isolationPrice: 2)
    #expect(try RoomBound(problem).value() == 0)
    #expect(try problem.lowerBound() == 0)
  }

  private static func problem(
    slots: (days: Int, periods: Int), capacities: [Int],
    courses: [(lectures: Int, days: Int, students: Int)], missingDayPrice: Int, curricula: [[Int]],
    isolationPrice: Int
  ) throws -> CourseProblem {
    let grid = TimetableGrid(days: slots.days, periods: slots.periods)
    var problem = TimetableProblem(
      grid: grid, venues: capacities.map { _ in (rooms: 1, place: 0, isOpen: { _ in true }) },
      leaders: Array(repeating: TimetableProblem.Leader(), count: courses.count),
      isolationPrice: Array(repeating: isolationPrice, count: curricula.count))
    for (index, course) in courses.enumerated() {
      var request = TimetableProblem.SeriesRequest(sessions: course.lectures, gap: nil)
      request.starts = (0..<grid.slots).map { .init(span: [$0]) }
      request.venues = capacities.enumerated().map { room, capacity in
        .init(venue: Int32(room), price: max(0, course.students - capacity))
      }
      request.needsVenue = true
      request.leaders = [
        .init(leader: Int32(index), role: 1, leads: 0, grows: false, isPinned: true, price: 0)
      ]
      request.teamSize = 1...1
      request.cohorts = curricula.indices.filter { curricula[$0].contains(index) }
      request.leastDays = course.days
      request.missingDayPrice = missingDayPrice
      request.venueChangePrice = 1
      problem.add(request)
    }
    return try #require(CourseProblem(problem))
  }
}
