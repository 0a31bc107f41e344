internal import MIP

/// A lower bound on what rooms cost: their prices by lecture, and changes between them.
///
/// Of the slots only their number is kept: a room takes as many lectures as it has open slots. What is left is
/// a transportation problem from courses to rooms, in integers. A course that it splits among rooms is
/// branched on, best first: either it pays for a change, or it stays in one room.
struct RoomBound {
  private let problem: CourseProblem
  /// By room: its open slots.
  private let capacity: [Int]
  /// By course and room, row by row: how many lectures the course can hold there.
  private let places: [Int]

  /// A part of the search: what is decided, and what it costs at least.
  private struct Node {
    /// Courses that stay in a room, or that pay for a change (`nil`).
    var decisions: [(course: Int, room: Int?)]
    var bound: Int
    /// A course that is split without having paid.
    var splitCourse: Int?
  }

  /// Arcs of all flow problems together: a few tenths of a second at most.
  private static let mostArcs = 30_000

  /// O(courses x rooms x slots).
  init(_ problem: CourseProblem) {
    self.problem = problem
    capacity = (0..<problem.rooms).map { room in
      (0..<problem.slots).count { problem.roomIsOpen[room, $0] }
    }
    places = problem.courses.indices.flatMap { course in
      (0..<problem.rooms).map { room in
        guard problem.roomPrice[course * problem.rooms + room] != nil else { return 0 }
        let common = (0..<problem.slots).count { slot in
          problem.slotPrice[course * problem.slots + slot] != nil && problem.roomIsOpen[room, slot]
        }
        return min(common, problem.courses[course].lectures.count)
      }
    }
  }

  /// The bound. It holds wherever the search ends.
  func value() throws(MIPError) -> Int {
    let arcs = max(1, places.count)
    guard arcs <= Self.mostArcs, let root = try node([], above: 0) else { return cheapestRooms }
    // Where capacities do not bind, neither will the first branches.
    guard root.bound > cheapestRooms else { return root.bound }
    var open = [root]
    for _ in 0..<Self.mostArcs / arcs {
      let next = open.indices.min {
        (open[$0].bound, -open[$0].decisions.count, $0) < (open[$1].bound, -open[$1].decisions.count, $1)
      }
      guard let next else { return cheapestRooms }
      guard let course = open[next].splitCourse else { break }
      let parent = open.remove(at: next)
      let rooms = (0..<problem.rooms).filter {
        places[course * problem.rooms + $0] == problem.courses[course].lectures.count
      }
      for room in [nil] + rooms.map(Optional.some) {
        guard let child = try node(parent.decisions + [(course, room)], above: parent.bound) else { continue }
        open.append(child)
      }
    }
    return open.map(\.bound).min() ?? cheapestRooms
  }

  /// Every lecture in the cheapest room of its course.
  private var cheapestRooms: Int {
    problem.courses.indices.reduce(0) { sum, course in
      let prices = problem.roomPrice[course * problem.rooms..<(course + 1) * problem.rooms]
      return sum + problem.courses[course].lectures.count * (prices.compactMap { $0 }.min() ?? 0)
    }
  }

  /// What some decisions cost at least; `nil` where they leave no way.
  private func node(_ decisions: [(course: Int, room: Int?)], above parent: Int) throws(MIPError) -> Node? {
    var fixedRoom: [Int?] = Array(repeating: nil, count: problem.courses.count)
    var isPaid = Array(repeating: false, count: problem.courses.count)
    var paid = 0
    for (course, room) in decisions {
      fixedRoom[course] = room
      isPaid[course] = room == nil
      if room == nil { paid += problem.courses[course].roomChangePrice }
    }
    // Nodes: the courses, the rooms, and what takes in all lectures.
    let firstRoom = problem.courses.count
    let sink = firstRoom + problem.rooms
    var network = MinimumCostFlow(
      supplies: problem.courses.map(\.lectures.count) + Array(repeating: 0, count: problem.rooms)
        + [-problem.lectures])
    for course in problem.courses.indices {
      for room in 0..<problem.rooms {
        let cell = course * problem.rooms + room
        guard places[cell] > 0, fixedRoom[course] == nil || fixedRoom[course] == room,
          let price = problem.roomPrice[cell]
        else { continue }
        network.arcs.append(.init(from: course, to: firstRoom + room, capacity: places[cell], cost: price))
      }
    }
    let fromCourses = network.arcs.count
    for room in 0..<problem.rooms {
      network.arcs.append(.init(from: firstRoom + room, to: sink, capacity: capacity[room], cost: 0))
    }
    guard let flow = try network.solve() else { return nil }
    var roomsOf = Array(repeating: 0, count: problem.courses.count)
    for arc in 0..<fromCourses where flow.flows[arc] > 0 { roomsOf[network.arcs[arc].tail] += 1 }
    let split = problem.courses.indices.filter {
      roomsOf[$0] > 1 && !isPaid[$0] && problem.courses[$0].roomChangePrice > 0
    }
    return Node(
      decisions: decisions, bound: max(parent, flow.cost + paid),
      splitCourse: split.max { problem.courses[$0].lectures.count < problem.courses[$1].lectures.count })
  }
}
