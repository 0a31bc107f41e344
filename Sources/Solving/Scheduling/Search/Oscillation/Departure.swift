/// What the leaving of a series would give back, while it is still there: most changes are refused, and to take a series
/// out and put it back costs more than all the rest of a change.
struct Departure: Sendable {
  /// By leader: release half days.
  private(set) var halfDays: [Int]
  /// By leader: sessions.
  private(set) var sessions: [Int]
  /// By slot: whether the team meets then.
  private var isMet: [Bool]
  private var leaders: [Int] = []
  private var slots: [Int] = []
  private var days: [Int] = []

  /// Of no series.
  init(_ problem: TimetableProblem) {
    halfDays = Array(repeating: 0, count: problem.leaders.count)
    sessions = halfDays
    isMet = Array(repeating: false, count: problem.grid.slots)
  }

  /// Of a series, until another one or none is given. O(team x sessions).
  mutating func set(_ held: HeldSeries?, in problem: TimetableProblem) {
    for leader in leaders { (halfDays[leader], sessions[leader]) = (0, 0) }
    for slot in slots { isMet[slot] = false }
    leaders.removeAll(keepingCapacity: true)
    slots.removeAll(keepingCapacity: true)
    days.removeAll(keepingCapacity: true)
    guard let held else { return }
    let first = problem.series[held.index].leaders.lowerBound
    for option in held.placement.team {
      let leader = Int(problem.leaderOptions[Int(option)].leader)
      leaders.append(leader)
      halfDays[leader] = Int(held.dates.halfDays[Int(option) - first])
      sessions[leader] = held.dates.starts.count
    }
    for position in held.dates.starts {
      let start = problem.starts[Int(position)]
      days.append(Int(start.day))
      for slot in problem.span(of: start) {
        slots.append(Int(problem.spans[slot]))
        isMet[Int(problem.spans[slot])] = true
      }
    }
  }

  /// Whether a leader who is taken in a slot would be free. O(1).
  @inline(__always)
  func frees(_ leader: Int, in slot: Int) -> Bool { sessions[leader] > 0 && isMet[slot] }

  /// Whether it has a session on a day, so that rooms, cohorts and substitutes may come free there. O(sessions).
  func hasSession(on day: Int) -> Bool { days.contains(day) }
}
