package import Solving

extension CourseInstance {
  /// The instance as a timetable problem: a course is a series of unordered sessions, its teacher a team of one,
  /// a room a venue and a curriculum a cohort; prices are those of ``UD2``.
  package var problem: TimetableProblem {
    let grid = TimetableGrid(days: days, periods: periods)
    var leaderOfTeacher: [String: Int] = [:]
    for course in courses where leaderOfTeacher[course.teacher] == nil {
      leaderOfTeacher[course.teacher] = leaderOfTeacher.count
    }
    var cohortsOfCourse: [[Int]] = Array(repeating: [], count: courses.count)
    for (cohort, curriculum) in curricula.enumerated() {
      for course in curriculum.courses { cohortsOfCourse[course].append(cohort) }
    }
    var problem = TimetableProblem(
      grid: grid, venues: rooms.map { _ in (rooms: 1, place: 0, isOpen: { _ in true }) },
      leaders: Array(repeating: TimetableProblem.Leader(), count: leaderOfTeacher.count),
      isolationPrice: Array(repeating: UD2.isolation, count: curricula.count))
    for (index, course) in courses.enumerated() {
      var request = TimetableProblem.SeriesRequest(sessions: course.lectures, gap: nil)
      request.starts = (0..<grid.slots).filter { !course.unavailable.contains($0) }.map { .init(span: [$0]) }
      request.venues = rooms.enumerated().map { room, record in
        .init(venue: Int32(room), price: UD2.student * max(0, course.students - record.capacity))
      }
      request.needsVenue = true
      request.leaders = [
        .init(
          leader: Int32(leaderOfTeacher[course.teacher]!), role: 1, leads: 0, grows: false, isPinned: true,
          price: 0)
      ]
      request.teamSize = 1...1
      request.cohorts = cohortsOfCourse[index]
      request.leastDays = course.leastDays
      request.missingDayPrice = UD2.missingDay
      request.venueChangePrice = UD2.room
      problem.add(request)
    }
    return problem
  }
}
