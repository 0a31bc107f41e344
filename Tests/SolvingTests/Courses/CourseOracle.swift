@testable import Solving

/// The cheapest timetable by trying all, for tiny problems.
struct CourseOracle {
  private let original: TimetableProblem
  private let problem: CourseProblem
  private var slots: [Int32]
  private var rooms: [Int32]
  private var best: Int?

  init(_ original: TimetableProblem, _ problem: CourseProblem) {
    self.original = original
    self.problem = problem
    slots = Array(repeating: -1, count: problem.lectures)
    rooms = slots
  }

  /// What it costs by the definition, or `nil` where no timetable keeps the rules.
  mutating func cost() -> Int? {
    place(0)
    return best
  }

  private mutating func place(_ lecture: Int) {
    guard lecture < problem.lectures else {
      let timetable = CourseTimetable(slots: slots, rooms: rooms).timetable(of: problem, in: original)
      precondition(original.violations(of: timetable).isEmpty, "the oracle breaks a rule")
      best = min(best ?? .max, original.cost(of: timetable))
      return
    }
    let course = problem.courseOfLecture[lecture]
    // Lectures of a course are alike: their slots ascend.
    let isFirst = lecture == 0 || problem.courseOfLecture[lecture - 1] != course
    for slot in (isFirst ? 0 : Int(slots[lecture - 1]) + 1)..<problem.slots
    where problem.slotPrice[course * problem.slots + slot] != nil {
      let together = (0..<lecture).filter { slots[$0] == Int32(slot) }
      guard !together.contains(where: { problem.conflicts[course, problem.courseOfLecture[$0]] }) else { continue }
      for room in 0..<problem.rooms
      where problem.roomPrice[course * problem.rooms + room] != nil && problem.roomIsOpen[room, slot]
        && !together.contains(where: { rooms[$0] == Int32(room) })
      {
        slots[lecture] = Int32(slot)
        rooms[lecture] = Int32(room)
        place(lecture + 1)
        slots[lecture] = -1
      }
    }
  }
}
