/// A timetable under search, with every count that the price of a move needs.
///
/// Lectures stand in cells (slot x room), at most one in each; conflicting lectures never share a slot. Prices of moves are exact differences of ``cost``.
struct CourseState: ~Copyable {
  // What does not change: copies of the problem's tables.
  let lectures: Int
  let courses: Int
  let slots: Int
  let rooms: Int
  let days: Int
  /// By lecture: its course.
  let courseOf: FlatTable<Int32>
  /// By course and slot; ``forbidden`` where it cannot be.
  let slotPrice: FlatTable<Int32>
  /// By course and room; ``forbidden`` where it cannot be.
  let roomPrice: FlatTable<Int32>
  /// By slot: its day.
  let dayOf: FlatTable<Int32>
  /// By slot: its period.
  let periodOf: FlatTable<Int32>
  /// By course and course: 1 where they may not share a slot.
  let isConflict: FlatTable<UInt8>
  /// Courses in conflict with a course, those of a course together, itself included.
  let conflicts: FlatTable<Int32>
  /// By course: where its conflicts begin.
  let conflictsFrom: FlatTable<Int32>
  /// Curricula of a course, those of a course together.
  let curricula: FlatTable<Int32>
  /// By course: where its curricula begin.
  let curriculaFrom: FlatTable<Int32>
  /// By curriculum and course: 1 where the course is in it.
  let isMember: FlatTable<UInt8>
  /// By curriculum: the price of an isolated lecture.
  let isolationPrice: FlatTable<Int32>
  /// By course.
  let leastDays: FlatTable<Int32>
  /// By course.
  let missingDayPrice: FlatTable<Int32>
  /// By course.
  let roomChangePrice: FlatTable<Int32>
  /// By five periods around the middle one: by how much the number of isolated ones rises when the middle one
  /// is taken in (the bit of the middle does not count).
  let isolationRise: FlatTable<Int8>

  // What moves change.
  /// By lecture; -1 where it is not placed.
  private(set) var slotOf: FlatTable<Int32>
  /// By lecture.
  private(set) var roomOf: FlatTable<Int32>
  /// By cell: the lecture in it, ``empty`` or ``closed``.
  private(set) var occupant: FlatTable<Int32>
  /// By course and slot: lectures of the slot that conflict with the course.
  private(set) var clashes: FlatTable<Int32>
  /// By course and day: its lectures.
  private(set) var dayCount: FlatTable<Int32>
  /// By course: its days.
  private(set) var daysUsed: FlatTable<Int32>
  /// By course and room: its lectures.
  private(set) var roomCount: FlatTable<Int32>
  /// By course: its rooms.
  private(set) var roomsUsed: FlatTable<Int32>
  /// By curriculum and day: a bit for each period with a lecture, the first period at bit 2.
  private(set) var attended: FlatTable<UInt64>
  /// The cost of the lectures that are placed, in all terms.
  private(set) var cost: Int

  static let forbidden: Int32 = .max
  static let empty: Int32 = -1
  static let closed: Int32 = -2

  /// A state in which no lecture is placed. O(courses² + courses x (slots + rooms)).
  init(_ problem: CourseProblem) {
    lectures = problem.lectures
    courses = problem.courses.count
    slots = problem.slots
    rooms = problem.rooms
    days = problem.grid.days
    let courses = courses
    let problemCurricula = problem.curricula

    courseOf = FlatTable(problem.courseOfLecture.map(Int32.init))
    slotPrice = FlatTable(problem.slotPrice.map { $0.map(Int32.init) ?? Self.forbidden })
    roomPrice = FlatTable(problem.roomPrice.map { $0.map(Int32.init) ?? Self.forbidden })
    dayOf = FlatTable((0..<slots).map { Int32(problem.grid.day(of: $0)) })
    periodOf = FlatTable((0..<slots).map { Int32(problem.grid.period(of: $0)) })
    let neighbours = (0..<courses).map { course in
      (0..<courses).filter { problem.conflicts[course, $0] }
    }
    isConflict = FlatTable(
      (0..<courses).flatMap { first in (0..<courses).map { problem.conflicts[first, $0] ? 1 : 0 } })
    conflicts = FlatTable(neighbours.flatMap { $0.map(Int32.init) })
    conflictsFrom = FlatTable(offsetsOf: neighbours.map(\.count))
    curricula = FlatTable(problem.courses.flatMap { $0.curricula.map(Int32.init) })
    curriculaFrom = FlatTable(offsetsOf: problem.courses.map(\.curricula.count))
    var isMember = FlatTable<UInt8>(repeating: 0, count: problemCurricula.count * courses)
    for (index, curriculum) in problemCurricula.enumerated() {
      for course in curriculum.courses { isMember[index * courses + course] = 1 }
    }
    self.isMember = isMember
    isolationPrice = FlatTable(problemCurricula.map { Int32($0.isolationPrice) })
    leastDays = FlatTable(problem.courses.map { Int32($0.leastDays) })
    missingDayPrice = FlatTable(problem.courses.map { Int32($0.missingDayPrice) })
    roomChangePrice = FlatTable(problem.courses.map { Int32($0.roomChangePrice) })
    isolationRise = FlatTable((0..<32 as Range<UInt64>).map(Self.rise))

    slotOf = FlatTable(repeating: -1, count: lectures)
    roomOf = FlatTable(repeating: -1, count: lectures)
    occupant = FlatTable(
      (0..<slots).flatMap { slot in
        (0..<problem.rooms).map { problem.roomIsOpen[$0, slot] ? Self.empty : Self.closed }
      })
    clashes = FlatTable(repeating: 0, count: courses * slots)
    dayCount = FlatTable(repeating: 0, count: courses * days)
    daysUsed = FlatTable(repeating: 0, count: courses)
    roomCount = FlatTable(repeating: 0, count: courses * rooms)
    roomsUsed = FlatTable(repeating: 0, count: courses)
    attended = FlatTable(repeating: 0, count: problemCurricula.count * days)
    // A course without lectures yet misses all its days.
    cost =
      problem.constant
      + problem.courses.reduce(0) { $0 + $1.leastDays * $1.missingDayPrice }
  }

  private static func rise(_ window: UInt64) -> Int8 {
    func isolated(_ bits: UInt64) -> Int { (bits & ~(bits << 1) & ~(bits >> 1) & 0b01110).nonzeroBitCount }
    return Int8(isolated(window | 0b00100) - isolated(window & ~0b00100))
  }
}

extension CourseState {
  /// Puts a lecture that is not placed into an empty cell. O(conflicts + curricula of its course).
  ///
  /// - Precondition: No lecture of the slot conflicts with it.
  mutating func place(_ lecture: Int, slot: Int, room: Int) {
    let course = Int(courseOf[lecture])
    let day = Int(dayOf[slot])
    cost &+= Int(slotPrice[course &* slots &+ slot]) &+ Int(roomPrice[course &* rooms &+ room])
    slotOf[lecture] = Int32(truncatingIfNeeded: slot)
    roomOf[lecture] = Int32(truncatingIfNeeded: room)
    occupant[slot &* rooms &+ room] = Int32(truncatingIfNeeded: lecture)
    for next in Int(conflictsFrom[course])..<Int(conflictsFrom[course &+ 1]) {
      clashes[Int(conflicts[next]) &* slots &+ slot] &+= 1
    }
    let dayCell = course &* days &+ day
    if dayCount[dayCell] == 0 {
      if daysUsed[course] < leastDays[course] { cost &-= Int(missingDayPrice[course]) }
      daysUsed[course] &+= 1
    }
    dayCount[dayCell] &+= 1
    let roomCell = course &* rooms &+ room
    if roomCount[roomCell] == 0 {
      if roomsUsed[course] > 0 { cost &+= Int(roomChangePrice[course]) }
      roomsUsed[course] &+= 1
    }
    roomCount[roomCell] &+= 1
    let period = UInt64(truncatingIfNeeded: periodOf[slot])
    for next in Int(curriculaFrom[course])..<Int(curriculaFrom[course &+ 1]) {
      let curriculum = Int(curricula[next])
      let cell = curriculum &* days &+ day
      cost &+= Int(isolationPrice[curriculum]) &* Int(isolationRise[Int((attended[cell] &>> period) & 31)])
      attended[cell] |= 4 &<< period
    }
  }

  /// Takes a lecture out of its cell. O(conflicts + curricula of its course).
  mutating func remove(_ lecture: Int) {
    let course = Int(courseOf[lecture])
    let slot = Int(slotOf[lecture])
    let room = Int(roomOf[lecture])
    let day = Int(dayOf[slot])
    cost &-= Int(slotPrice[course &* slots &+ slot]) &+ Int(roomPrice[course &* rooms &+ room])
    slotOf[lecture] = -1
    occupant[slot &* rooms &+ room] = Self.empty
    for next in Int(conflictsFrom[course])..<Int(conflictsFrom[course &+ 1]) {
      clashes[Int(conflicts[next]) &* slots &+ slot] &-= 1
    }
    let dayCell = course &* days &+ day
    dayCount[dayCell] &-= 1
    if dayCount[dayCell] == 0 {
      daysUsed[course] &-= 1
      if daysUsed[course] < leastDays[course] { cost &+= Int(missingDayPrice[course]) }
    }
    let roomCell = course &* rooms &+ room
    roomCount[roomCell] &-= 1
    if roomCount[roomCell] == 0 {
      roomsUsed[course] &-= 1
      if roomsUsed[course] > 0 { cost &-= Int(roomChangePrice[course]) }
    }
    let period = UInt64(truncatingIfNeeded: periodOf[slot])
    for next in Int(curriculaFrom[course])..<Int(curriculaFrom[course &+ 1]) {
      let curriculum = Int(curricula[next])
      let cell = curriculum &* days &+ day
      attended[cell] &= ~(4 &<< period)
      cost &-= Int(isolationPrice[curriculum]) &* Int(isolationRise[Int((attended[cell] &>> period) & 31)])
    }
  }

  /// The timetable as a value.
  ///
  /// - Precondition: Every lecture is placed.
  var timetable: CourseTimetable {
    CourseTimetable(
      slots: slotOf.prefix(lectures),
      rooms: roomOf.prefix(lectures))
  }

  /// Takes a timetable over. O(lectures x (conflicts + curricula)).
  mutating func take(_ timetable: CourseTimetable) {
    for lecture in 0..<lectures where slotOf[lecture] >= 0 { remove(lecture) }
    for lecture in 0..<lectures {
      place(lecture, slot: Int(timetable.slots[lecture]), room: Int(timetable.rooms[lecture]))
    }
  }
}
