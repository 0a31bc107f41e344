import Testing

@testable import Solving

/// The counts and differences of a state against the definition of the cost.
struct CourseStateTests {
  @Test(arguments: 0..<12 as Range<UInt64>)
  func predictsTheCostOfEveryMove(seed: UInt64) throws {
    let original = TimetableProblem.randomCourses(
      seed: seed, courses: 12, lectures: 3, days: 5, periods: 6, rooms: 5)
    let problem = try #require(CourseProblem(original))
    var random = Randomness(seed: seed)
    var state = CourseState(problem)
    try state.construct(&random, placements: 20_000, stop: .never)
    var moves = 0
    var exchanges = 0
    for _ in 0..<4_000 {
      let lecture = random.below(problem.lectures)
      let slot = random.below(problem.slots)
      let room = random.below(problem.rooms)
      let course = Int(state.courseOf[lecture])
      guard state.slotPrice[course * state.slots + slot] != CourseState.forbidden,
        state.roomPrice[course * state.rooms + room] != CourseState.forbidden
      else { continue }
      let before = state.cost
      let there = Int(state.occupant[slot * state.rooms + room])
      if there == CourseState.empty {
        guard let rise = state.priceOfMove(lecture, slot: slot, room: room) else { continue }
        state.move(lecture, slot: slot, room: room)
        #expect(state.cost == before + rise)
        moves += 1
      } else if there >= 0, there != lecture {
        let own = Int(state.roomOf[lecture])
        guard let rise = state.priceOfExchange(lecture, to: room, there, to: own) else { continue }
        state.exchange(lecture, to: room, there, to: own)
        #expect(state.cost == before + rise)
        exchanges += 1
      } else {
        continue
      }
      let timetable = state.timetable.timetable(of: problem, in: original)
      #expect(original.violations(of: timetable) == [])
      #expect(original.cost(of: timetable) == state.cost)
    }
    #expect(moves > 100)
    #expect(exchanges > 10)
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func annealingKeepsItsCounts(seed: UInt64) throws {
    let original = TimetableProblem.randomCourses(
      seed: seed, courses: 14, lectures: 3, days: 5, periods: 6, rooms: 5)
    let problem = try #require(CourseProblem(original))
    var random = Randomness(seed: seed)
    var state = CourseState(problem)
    try state.construct(&random, placements: 20_000, stop: .never)
    var search = CourseSearch(problem, from: state.timetable, random: random)
    for temperature in [8.0, 2, 0.5, 0.1] {
      search.anneal(Acceptance(temperature: temperature), proposals: 20_000)
      let timetable = search.timetable.timetable(of: problem, in: original)
      #expect(original.violations(of: timetable) == [])
      #expect(original.cost(of: timetable) == search.cost)
      #expect(original.cost(of: search.best.timetable(of: problem, in: original)) == search.bestCost)
    }
  }

  @Test func takesRisesAsOftenAsItSays() {
    var random = Randomness(seed: 5)
    for (temperature, rise) in [(2.0, 3), (4_000.0, 3_000)] {
      let acceptance = Acceptance(temperature: temperature)
      let taken = (0..<200_000).count { _ in acceptance.takes(rise, &random) }
      let expected = exponential(-Double(rise) / temperature)
      #expect(abs(Double(taken) / 200_000 - expected) < 0.01)
      #expect(acceptance.takes(0, &random))
      #expect(!acceptance.takes(acceptance.greatestRise + 1, &random))
    }
    #expect(abs(exponential(-1) - 0.367879441171442) < 1e-12)
  }
}
