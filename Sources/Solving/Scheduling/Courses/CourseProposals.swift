/// Where the lectures of each course may be proposed to go, in tables for the inner loop.
struct CourseProposals: ~Copyable {
  /// Slots allowed for a course, those of a course together.
  private let slots: FlatTable<Int32>
  /// By course: where its slots begin.
  private let slotsFrom: FlatTable<Int32>
  /// Rooms allowed for a course, cheapest first, those of a course together.
  private let rooms: FlatTable<Int32>
  /// By course: where its rooms begin.
  private let roomsFrom: FlatTable<Int32>
  /// The prices of ``rooms``.
  private let roomPrices: FlatTable<Int32>
  /// By course: how many of its rooms are worth a proposal.
  private var roomsWorthwhile: FlatTable<Int32>
  private let courses: Int

  /// A lecture and where it might go.
  struct Proposal {
    let lecture: Int
    let slot: Int
    let room: Int
  }

  /// How often, in 256, a proposal changes the room alone.
  private static let roomOnly: UInt64 = 26
  /// How often, in 256, a lecture that changes its slot keeps its room.
  private static let keepsRoom: UInt64 = 128

  /// O(courses x (slots + rooms log rooms)).
  init(_ problem: CourseProblem) {
    courses = problem.courses.count
    let slotsOfCourse = (0..<courses).map { course in
      (0..<problem.slots).filter { problem.slotPrice[course * problem.slots + $0] != nil }.map(Int32.init)
    }
    let roomsOfCourse = (0..<courses).map { course in
      (0..<problem.rooms).compactMap { room in
        problem.roomPrice[course * problem.rooms + room].map { (price: Int32($0), room: Int32(room)) }
      }.sorted { ($0.price, $0.room) < ($1.price, $1.room) }
    }
    slots = FlatTable(slotsOfCourse.flatMap { $0 })
    slotsFrom = FlatTable(offsetsOf: slotsOfCourse.map(\.count))
    rooms = FlatTable(roomsOfCourse.flatMap { $0.map(\.room) })
    roomPrices = FlatTable(roomsOfCourse.flatMap { $0.map(\.price) })
    roomsFrom = FlatTable(offsetsOf: roomsOfCourse.map(\.count))
    roomsWorthwhile = FlatTable(roomsOfCourse.map { Int32($0.count) })
  }

  /// Leaves out the rooms that cost a lecture more than this above its cheapest one: no such move would be
  /// taken, except rarely out of a room that costs as much.
  mutating func leaveOutRooms(above rise: Int) {
    for course in 0..<courses {
      let range = Int(roomsFrom[course])..<Int(roomsFrom[course + 1])
      guard let first = range.first else { continue }
      roomsWorthwhile[course] = Int32(range.count { Int(roomPrices[$0] - roomPrices[first]) <= rise })
    }
  }

  /// A lecture, a slot and a room, each allowed; the slot or the room is often the one it has. O(1).
  @inline(__always)
  func draw(in state: borrowing CourseState, _ random: inout Randomness) -> Proposal {
    // One word serves all choices: 20 bits for the lecture, 16 for the slot, 12 for the room, 8 and 8.
    let word = random.next()
    let lecture = Int(((word & 0xFFFFF) &* UInt64(truncatingIfNeeded: state.lectures)) &>> 20)
    let course = Int(state.courseOf[lecture])
    let from = Int(state.slotOf[lecture])
    var slot = from
    if (word &>> 48) & 0xFF >= Self.roomOnly {
      let first = Int(slotsFrom[course])
      let count = UInt64(truncatingIfNeeded: Int(slotsFrom[course &+ 1]) &- first)
      slot = Int(slots[first &+ Int((((word &>> 20) & 0xFFFF) &* count) &>> 16)])
    }
    var room = Int(state.roomOf[lecture])
    if slot == from || (word &>> 56) & 0xFF >= Self.keepsRoom {
      let count = UInt64(truncatingIfNeeded: Int(roomsWorthwhile[course]))
      room = Int(rooms[Int(roomsFrom[course]) &+ Int((((word &>> 36) & 0xFFF) &* count) &>> 12)])
    }
    return Proposal(lecture: lecture, slot: slot, room: room)
  }
}
