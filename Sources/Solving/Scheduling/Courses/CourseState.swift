/// A timetable under search, with every count that the price of a move needs.
///
/// Lectures stand in cells (slot x room), at most one in each; conflicting lectures never share a slot. All
/// tables are flat words behind pointers that this type alone owns, so that pricing a move touches no
/// reference count and no bounds check. Prices of moves are exact differences of ``cost``.
struct CourseState: ~Copyable {
  // What does not change: copies of the problem's tables.
  let lectures: Int
  let courses: Int
  let slots: Int
  let rooms: Int
  let days: Int
  /// By lecture: its course.
  let courseOf: UnsafeMutablePointer<Int32>
  /// By course and slot; ``forbidden`` where it cannot be.
  let slotPrice: UnsafeMutablePointer<Int32>
  /// By course and room; ``forbidden`` where it cannot be.
  let roomPrice: UnsafeMutablePointer<Int32>
  /// By slot: its day.
  let dayOf: UnsafeMutablePointer<Int32>
  /// By slot: its period.
  let periodOf: UnsafeMutablePointer<Int32>
  /// By course and course: 1 where they may not share a slot.
  let isConflict: UnsafeMutablePointer<UInt8>
  /// Courses in conflict with a course, those of a course together, itself included.
  let conflicts: UnsafeMutablePointer<Int32>
  /// By course: where its conflicts begin.
  let conflictsFrom: UnsafeMutablePointer<Int32>
  /// Curricula of a course, those of a course together.
  let curricula: UnsafeMutablePointer<Int32>
  /// By course: where its curricula begin.
  let curriculaFrom: UnsafeMutablePointer<Int32>
  /// By curriculum and course: 1 where the course is in it.
  let isMember: UnsafeMutablePointer<UInt8>
  /// By curriculum: the price of an isolated lecture.
  let isolationPrice: UnsafeMutablePointer<Int32>
  /// By course.
  let leastDays: UnsafeMutablePointer<Int32>
  /// By course.
  let missingDayPrice: UnsafeMutablePointer<Int32>
  /// By course.
  let roomChangePrice: UnsafeMutablePointer<Int32>
  /// By five periods around the middle one: by how much the number of isolated ones rises when the middle one
  /// is taken in (the bit of the middle does not count).
  let isolationRise: UnsafeMutablePointer<Int8>

  // What moves change.
  /// By lecture; -1 where it is not placed.
  let slotOf: UnsafeMutablePointer<Int32>
  /// By lecture.
  let roomOf: UnsafeMutablePointer<Int32>
  /// By cell: the lecture in it, ``empty`` or ``closed``.
  let occupant: UnsafeMutablePointer<Int32>
  /// By course and slot: lectures of the slot that conflict with the course.
  let clashes: UnsafeMutablePointer<Int32>
  /// By course and day: its lectures.
  let dayCount: UnsafeMutablePointer<Int32>
  /// By course: its days.
  let daysUsed: UnsafeMutablePointer<Int32>
  /// By course and room: its lectures.
  let roomCount: UnsafeMutablePointer<Int32>
  /// By course: its rooms.
  let roomsUsed: UnsafeMutablePointer<Int32>
  /// By curriculum and day: a bit for each period with a lecture, the first period at bit 2.
  let attended: UnsafeMutablePointer<UInt32>
  /// The cost of the lectures that are placed, in all terms.
  var cost = 0

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

    courseOf = .filled(problem.courseOfLecture.map(Int32.init))
    slotPrice = .filled(problem.slotPrice.map { $0.map(Int32.init) ?? Self.forbidden })
    roomPrice = .filled(problem.roomPrice.map { $0.map(Int32.init) ?? Self.forbidden })
    dayOf = .filled((0..<slots).map { Int32(problem.grid.day(of: $0)) })
    periodOf = .filled((0..<slots).map { Int32(problem.grid.period(of: $0)) })
    let neighbours = (0..<courses).map { course in
      (0..<courses).filter { problem.conflicts[course, $0] }
    }
    isConflict = .filled(
      (0..<courses).flatMap { first in (0..<courses).map { problem.conflicts[first, $0] ? 1 : 0 } })
    conflicts = .filled(neighbours.flatMap { $0.map(Int32.init) })
    conflictsFrom = .filled(Self.offsets(neighbours.map(\.count)))
    curricula = .filled(problem.courses.flatMap { $0.curricula.map(Int32.init) })
    curriculaFrom = .filled(Self.offsets(problem.courses.map(\.curricula.count)))
    isMember = .filled(0, count: problemCurricula.count * courses)
    for (index, curriculum) in problemCurricula.enumerated() {
      for course in curriculum.courses { isMember[index * courses + course] = 1 }
    }
    isolationPrice = .filled(problemCurricula.map { Int32($0.isolationPrice) })
    leastDays = .filled(problem.courses.map { Int32($0.leastDays) })
    missingDayPrice = .filled(problem.courses.map { Int32($0.missingDayPrice) })
    roomChangePrice = .filled(problem.courses.map { Int32($0.roomChangePrice) })
    isolationRise = .filled((0..<32 as Range<UInt32>).map(Self.rise))

    slotOf = .filled(-1, count: lectures)
    roomOf = .filled(-1, count: lectures)
    occupant = .filled(
      (0..<slots).flatMap { slot in
        (0..<problem.rooms).map { problem.roomIsOpen[$0, slot] ? Self.empty : Self.closed }
      })
    clashes = .filled(0, count: courses * slots)
    dayCount = .filled(0, count: courses * days)
    daysUsed = .filled(0, count: courses)
    roomCount = .filled(0, count: courses * rooms)
    roomsUsed = .filled(0, count: courses)
    attended = .filled(0, count: problemCurricula.count * days)
    // A course without lectures yet misses all its days.
    cost =
      problem.constant
      + problem.courses.reduce(0) { $0 + $1.leastDays * $1.missingDayPrice }
  }

  deinit {
    for table in [
      courseOf, slotPrice, roomPrice, dayOf, periodOf, conflicts, conflictsFrom, curricula, curriculaFrom,
      isolationPrice, leastDays, missingDayPrice, roomChangePrice, slotOf, roomOf, occupant, clashes, dayCount,
      daysUsed, roomCount, roomsUsed,
    ] { table.deallocate() }
    isConflict.deallocate()
    isMember.deallocate()
    isolationRise.deallocate()
    attended.deallocate()
  }

  private static func offsets(_ counts: [Int]) -> [Int32] {
    counts.reduce(into: [0]) { $0.append($0[$0.count - 1] + Int32($1)) }
  }

  private static func rise(_ window: UInt32) -> Int8 {
    func isolated(_ bits: UInt32) -> Int { (bits & ~(bits << 1) & ~(bits >> 1) & 0b01110).nonzeroBitCount }
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
    let period = UInt32(truncatingIfNeeded: periodOf[slot])
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
    let period = UInt32(truncatingIfNeeded: periodOf[slot])
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
      slots: Array(UnsafeBufferPointer(start: slotOf, count: lectures)),
      rooms: Array(UnsafeBufferPointer(start: roomOf, count: lectures)))
  }

  /// Takes a timetable over. O(lectures x (conflicts + curricula)).
  mutating func take(_ timetable: CourseTimetable) {
    for lecture in 0..<lectures where slotOf[lecture] >= 0 { remove(lecture) }
    for lecture in 0..<lectures {
      place(lecture, slot: Int(timetable.slots[lecture]), room: Int(timetable.rooms[lecture]))
    }
  }
}

extension UnsafeMutablePointer {
  /// New memory with these values; whoever asks for it deallocates it.
  fileprivate static func filled(_ values: [Pointee]) -> Self {
    let pointer = Self.allocate(capacity: max(1, values.count))
    for (index, value) in values.enumerated() { (pointer + index).initialize(to: value) }
    return pointer
  }

  fileprivate static func filled(_ value: Pointee, count: Int) -> Self {
    let pointer = Self.allocate(capacity: max(1, count))
    pointer.initialize(repeating: value, count: count)
    return pointer
  }
}
