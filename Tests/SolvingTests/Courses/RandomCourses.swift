@testable import Solving

extension TimetableProblem {
  /// A course timetabling problem drawn at random.
  ///
  /// Every feature occurs: closed rooms, rooms that a course cannot use, prices of slots and rooms, teachers
  /// with several courses, curricula that overlap, some of them without a price or twice the same.
  static func randomCourses(
    seed: UInt64, courses: Int, lectures: Int, days: Int, periods: Int, rooms: Int
  ) -> TimetableProblem {
    var random = Randomness(seed: seed, task: 77)
    let grid = TimetableGrid(days: days, periods: periods)
    let curricula = max(1, courses / 2)
    let closed = (0..<rooms).map { _ in (0..<grid.slots).map { _ in random.below(12) == 0 } }
    let teachers = max(1, courses * 2 / 3)
    var problem = TimetableProblem(
      grid: grid, venues: (0..<rooms).map { room in (rooms: 1, place: 0, isOpen: { !closed[room][$0] }) },
      leaders: Array(repeating: TimetableProblem.Leader(), count: teachers),
      isolationPrice: (0..<curricula).map { _ in random.below(4) }, constant: random.below(3))
    for _ in 0..<courses {
      let sessions = 1 + random.below(lectures)
      var request = TimetableProblem.SeriesRequest(sessions: sessions, gap: nil)
      for slot in 0..<grid.slots where random.below(8) > 0 {
        request.starts.append(.init(span: [slot], price: random.below(6) == 0 ? 1 + random.below(4) : 0))
      }
      for room in 0..<rooms where room == 0 || random.below(8) > 0 {
        request.venues.append(.init(venue: Int32(room), price: random.below(3) == 0 ? 1 + random.below(9) : 0))
      }
      request.needsVenue = true
      request.leaders = [
        .init(leader: Int32(random.below(teachers)), role: 1, leads: 0, grows: false, isPinned: true, price: 0)
      ]
      request.teamSize = 1...1
      request.cohorts = (0..<curricula).filter { _ in random.below(curricula + 1) < 2 }
      request.leastDays = random.below(days + 2)
      request.missingDayPrice = random.below(6)
      request.venueChangePrice = random.below(3)
      problem.add(request)
    }
    return problem
  }
}
