/// A timetable under simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983) with the neighbourhoods of
/// Bellio, Ceschia, Di Gaspero, Schaerf and Urli (2016), and exchanges with the one lecture in the way, the
/// smallest Kempe chains.
struct CourseSearch: ~Copyable {
  private var state: CourseState
  private var proposals: CourseProposals
  private var random: Randomness
  /// The best timetable seen.
  private(set) var best: CourseTimetable
  /// What it costs.
  private(set) var bestCost: Int
  /// Moves proposed so far: the work done.
  private(set) var evaluations = 0

  /// The timetable as it stands.
  var timetable: CourseTimetable { state.timetable }
  /// What it costs.
  var cost: Int { state.cost }

  /// - Parameters:
  ///   - problem: What is searched.
  ///   - timetable: Where to start.
  ///   - random: The task's generator.
  init(_ problem: CourseProblem, from timetable: CourseTimetable, random: Randomness) {
    state = CourseState(problem)
    proposals = CourseProposals(problem)
    self.random = random
    state.take(timetable)
    best = timetable
    bestCost = state.cost
  }

  /// Anneals at one temperature.
  ///
  /// - Parameters:
  ///   - acceptance: Which rises in cost are taken.
  ///   - limit: How many moves are proposed.
  mutating func anneal(_ acceptance: borrowing Acceptance, proposals limit: Int) {
    proposals.leaveOutRooms(above: acceptance.greatestRise)
    for _ in 0..<limit {
      let proposal = proposals.draw(in: state, &random)
      guard attempt(proposal, acceptance), state.cost < bestCost else { continue }
      bestCost = state.cost
      best = state.timetable
    }
    evaluations += limit
  }

  /// Makes a proposed move if it is allowed and accepted.
  ///
  /// What stands in the way goes where the lecture comes from; each of the two keeps its room where that is
  /// empty, so that both a swap and a pair of moves are tried.
  /// - Returns: Whether the timetable changed.
  @inline(__always)
  private mutating func attempt(
    _ proposal: CourseProposals.Proposal, _ acceptance: borrowing Acceptance
  ) -> Bool {
    let (lecture, slot) = (proposal.lecture, proposal.slot)
    var room = proposal.room
    let course = Int(state.courseOf[lecture])
    let from = Int(state.slotOf[lecture])
    let clashes = slot == from ? 0 : state.clashes[course &* state.slots &+ slot]
    let other: Int
    var otherRoom: Int
    if clashes == 0 {
      other = Int(state.occupant[slot &* state.rooms &+ room])
      guard other >= 0 else {
        guard other == CourseState.empty, let rise = state.priceOfMove(lecture, slot: slot, room: room),
          acceptance.takes(rise, &random)
        else { return false }
        state.move(lecture, slot: slot, room: room)
        return true
      }
      guard other != lecture else { return false }
      otherRoom = Int(state.roomOf[lecture])
    } else {
      guard clashes == 1 else { return false }
      other = state.clashingLecture(course, in: slot)
      otherRoom = Int(state.roomOf[other])
      if state.occupant[slot &* state.rooms &+ room] != CourseState.empty { room = otherRoom }
      if state.occupant[from &* state.rooms &+ otherRoom] != CourseState.empty {
        otherRoom = Int(state.roomOf[lecture])
      }
    }
    guard let rise = state.priceOfExchange(lecture, to: room, other, to: otherRoom),
      acceptance.takes(rise, &random)
    else { return false }
    state.exchange(lecture, to: room, other, to: otherRoom)
    return true
  }
}
