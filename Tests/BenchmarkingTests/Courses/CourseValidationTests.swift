import Testing

@testable import Benchmarking

/// Every rule and every cost, kept and broken.
struct CourseValidationTests {
  private typealias Lecture = CourseSolution.Lecture

  private let instance: CourseInstance
  /// Algebra on both days in R1, botany beside it, civics when anna is free.
  private let good = CourseSolution(lectures: [
    Lecture(course: 0, room: 0, day: 0, period: 0), Lecture(course: 0, room: 0, day: 1, period: 0),
    Lecture(course: 1, room: 1, day: 0, period: 1), Lecture(course: 2, room: 0, day: 1, period: 1),
  ])

  init() throws { instance = try CourseInstance(ctt: Small.text) }

  private func changed(_ position: Int, _ change: (inout Lecture) -> Void) -> CourseSolution {
    var solution = good
    change(&solution.lectures[position])
    return solution
  }

  @Test func acceptsWhatKeepsTheRules() {
    #expect(good.violations(in: instance) == [])
  }

  @Test func pricesEachTerm() {
    // Civics has 10 students too many; algebra on the second day stands alone.
    #expect(
      good.costs(in: instance)
        == .init(studentsWithoutSeat: 10, missingDays: 0, isolatedLectures: 1, roomChanges: 0))
    #expect(good.costs(in: instance).total == 10 + 2)
    // Algebra in the smaller room: 5 students without a seat and a second room.
    let moved = changed(0) { $0.room = 1 }.costs(in: instance)
    #expect(
      moved == .init(studentsWithoutSeat: 15, missingDays: 0, isolatedLectures: 1, roomChanges: 1))
    #expect(moved.total == 15 + 2 + 1)
    // Both lectures of algebra on the first day: a day is missing.
    var crowded = changed(1) {
      $0.day = 0
      $0.period = 1
    }
    crowded.lectures[2].day = 1
    let costs = crowded.costs(in: instance)
    #expect(costs == .init(studentsWithoutSeat: 10, missingDays: 1, isolatedLectures: 1, roomChanges: 0))
    #expect(costs.total == 10 + 5 + 2)
  }

  @Test func findsEachBreach() {
    func found(_ solution: CourseSolution) -> String { solution.violations(in: instance).joined(separator: " ") }
    var short = good
    short.lectures.removeLast()
    #expect(found(short).contains("civics has 0 lectures instead of 1"))
    #expect(found(changed(1) { $0.period = 1 }).contains("algebra cannot be on day 1, period 1"))
    #expect(found(changed(1) { $0.day = 0 }).contains("algebra has two lectures on day 0, period 0"))
    #expect(found(changed(2) { $0.period = 0 }).contains("first attends algebra and botany on day 0, period 0"))
    #expect(found(changed(3) { ($0.period, $0.room) = (0, 1) }).contains("anna gives algebra and civics"))
    #expect(found(changed(2) { ($0.day, $0.room) = (1, 0) }).contains("are both in R1 on day 1, period 1"))
    #expect(found(changed(2) { $0.room = 2 }).contains("not of this instance"))
  }

  @Test func writesTheFormatOfTheFamily() {
    #expect(good.text(for: instance) == "algebra R1 0 0\nalgebra R1 1 0\nbotany R2 0 1\ncivics R1 1 1\n")
  }
}
