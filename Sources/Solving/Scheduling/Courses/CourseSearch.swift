/// One task of the search: a timetable under simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983) with
/// the neighbourhoods of Bellio, Ceschia, Di Gaspero, Schaerf and Urli (2016), and exchanges with the one
/// lecture in the way, the smallest Kempe chains.
struct CourseSearch: ~Copyable {
  var state: CourseState
  var random: Randomness
  /// The best timetable seen.
  private(set) var best: CourseTimetable
  private(set) var bestCost: Int
  /// Moves proposed so far.
  private(set) var proposals = 0
  private(set) var accepted = 0

  /// Slots allowed for a course, those of a course together.
  private let allowedSlots: [Int32]
  private let allowedSlotsFrom: [Int32]
  /// Rooms allowed for a course, cheapest first, those of a course together.
  private let allowedRooms: [Int32]
  private let allowedRoomsFrom: [Int32]
  private let roomPrices: [Int32]

  /// How often, in 256, a proposal changes the room alone.
  private static let roomOnly: UInt64 = 26
  /// How often, in 256, a lecture that changes its slot keeps its room.
  private static let keepsRoom: UInt64 = 128

  /// - Parameters:
  ///   - problem: What is searched.
  ///   - timetable: Where to start.
  ///   - random: The task's generator.
  init(_ problem: CourseProblem, from timetable: CourseTimetable, random: Randomness) {
    state = CourseState(problem)
    self.random = random
    state.take(timetable)
    best = timetable
    bestCost = state.cost
    var slots: [[Int32]] = []
    var rooms: [[(price: Int32, room: Int32)]] = []
    for course in problem.courses.indices {
      slots.append(
        (0..<problem.slots).filter { problem.slotPrice[course * problem.slots + $0] != nil }.map(Int32.init))
      rooms.append(
        (0..<problem.rooms).compactMap { room in
          problem.roomPrice[course * problem.rooms + room].map { (Int32($0), Int32(room)) }
        }.sorted { ($0.price, $0.room) < ($1.price, $1.room) })
    }
    func offsets(_ counts: [Int]) -> [Int32] {
      counts.reduce(into: [0]) { $0.append($0[$0.count - 1] + Int32($1)) }
    }
    allowedSlots = slots.flatMap { $0 }
    allowedSlotsFrom = offsets(slots.map(\.count))
    allowedRooms = rooms.flatMap { $0.map(\.room) }
    roomPrices = rooms.flatMap { $0.map(\.price) }
    allowedRoomsFrom = offsets(rooms.map(\.count))
  }

  /// Anneals at one temperature.
  ///
  /// - Parameters:
  ///   - acceptance: Which rises in cost are taken.
  ///   - limit: How many moves are proposed at most.
  ///   - acceptances: How many are taken at most.
  /// - Returns: How many were proposed.
  mutating func anneal(_ acceptance: borrowing Acceptance, proposals limit: Int, acceptances: Int) -> Int {
    let courses = state.courses
    // Rooms that cost much more than the cheapest are not worth a proposal at this temperature.
    var worthwhile: [Int32] = Array(repeating: 0, count: courses)
    for course in 0..<courses {
      let range = Int(allowedRoomsFrom[course])..<Int(allowedRoomsFrom[course + 1])
      guard let least = range.first.map({ roomPrices[$0] }) else { continue }
      worthwhile[course] = Int32(range.count { Int(roomPrices[$0] - least) <= acceptance.greatestRise })
    }
    var taken = 0
    var done = 0
    worthwhile.withUnsafeBufferPointer { worthwhile in
      allowedSlots.withUnsafeBufferPointer { allowedSlots in
        allowedSlotsFrom.withUnsafeBufferPointer { slotsFrom in
          allowedRooms.withUnsafeBufferPointer { allowedRooms in
            allowedRoomsFrom.withUnsafeBufferPointer { roomsFrom in
              while done < limit, taken < acceptances {
                done &+= 1
                let word = random.next()
                let lecture = Int(((word & 0xFFFFF) &* UInt64(truncatingIfNeeded: state.lectures)) &>> 20)
                let course = Int(state.courseOf[lecture])
                let fraction = (word &>> 20) & 0xFFFF
                let roomFraction = (word &>> 36) & 0xFFF
                let from = Int(state.slotOf[lecture])
                var slot = from
                if (word &>> 48) & 0xFF >= Self.roomOnly {
                  let first = Int(slotsFrom[course])
                  let count = UInt64(truncatingIfNeeded: Int(slotsFrom[course &+ 1]) &- first)
                  slot = Int(allowedSlots[first &+ Int((fraction &* count) &>> 16)])
                }
                var room = Int(state.roomOf[lecture])
                if slot == from || (word &>> 56) & 0xFF >= Self.keepsRoom {
                  let first = Int(roomsFrom[course])
                  let count = UInt64(truncatingIfNeeded: Int(worthwhile[course]))
                  room = Int(allowedRooms[first &+ Int((roomFraction &* count) &>> 12)])
                }
                let clashes = slot == from ? 0 : state.clashes[course &* state.slots &+ slot]
                if clashes > 1 { continue }
                if clashes == 1 {
                  let other = state.clashingLecture(course, in: slot)
                  // Either keeps its room where that is empty in the other slot.
                  var otherRoom = Int(state.roomOf[other])
                  if state.occupant[slot &* state.rooms &+ room] != CourseState.empty { room = otherRoom }
                  if state.occupant[from &* state.rooms &+ otherRoom] != CourseState.empty {
                    otherRoom = Int(state.roomOf[lecture])
                  }
                  guard let rise = state.priceOfExchange(lecture, to: room, other, to: otherRoom) else { continue }
                  guard acceptance.takes(rise, &random) else { continue }
                  state.exchange(lecture, to: room, other, to: otherRoom)
                } else {
                  let there = Int(state.occupant[slot &* state.rooms &+ room])
                  if there >= 0 {
                    if there == lecture { continue }
                    let own = Int(state.roomOf[lecture])
                    guard let rise = state.priceOfExchange(lecture, to: room, there, to: own) else { continue }
                    guard acceptance.takes(rise, &random) else { continue }
                    state.exchange(lecture, to: room, there, to: own)
                  } else {
                    guard there == CourseState.empty,
                      let rise = state.priceOfMove(lecture, slot: slot, room: room),
                      acceptance.takes(rise, &random)
                    else { continue }
                    state.move(lecture, slot: slot, room: room)
                  }
                }
                taken &+= 1
                if state.cost < bestCost {
                  bestCost = state.cost
                  best = state.timetable
                }
              }
            }
          }
        }
      }
    }
    proposals += done
    accepted += taken
    return done
  }
}

/// Metropolis' rule at one temperature, as a table, so that it needs no logarithm that differs by machine.
struct Acceptance: ~Copyable {
  /// No greater rise is ever taken.
  let greatestRise: Int
  /// By rise: the chance that it is taken, in units of 2⁻³².
  private let chances: [UInt32]

  /// - Parameter temperature: In units of cost.
  init(temperature: Double) {
    let ratio = Self.exponential(-1 / temperature)
    var chances: [UInt32] = []
    var chance = 1.0
    while chance * 4_294_967_295 >= 1 {
      chances.append(UInt32(chance * 4_294_967_295))
      chance *= ratio
    }
    self.chances = chances
    greatestRise = chances.count - 1
  }

  @inline(__always)
  func takes(_ rise: Int, _ random: inout Randomness) -> Bool {
    if rise <= 0 { return true }
    guard rise <= greatestRise else { return false }
    return UInt32(truncatingIfNeeded: random.next() &>> 32) < chances[rise]
  }

  /// e to the power of x, by operations that IEEE 754 fixes to the last bit.
  static func exponential(_ x: Double) -> Double {
    let reduced = x / 1024
    var term = 1.0
    var sum = 1.0
    for order in 1..<16 {
      term *= reduced / Double(order)
      sum += term
    }
    for _ in 0..<10 { sum *= sum }
    return sum
  }
}
