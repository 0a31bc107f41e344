internal import Planning

/// What one coach's visits take, visit by visit.
///
/// Visits to one school may share a period that is long enough for all of them; then they take the coach's slot,
/// release half day and substitute once.
struct CoachCalendar {
  /// The visits of a slot: where, how many and how long together.
  private struct Meeting {
    let place: Int
    var count: Int
    var minutes: Int
  }

  private let problem: TimetableProblem
  private let scenario: Scenario
  private let leader: Int
  private var meetings: [Int: Meeting] = [:]
  private var slotsOfDay: [Int: [Int]] = [:]
  private var yearly = 0
  private var monthly: [Int]

  init(of leader: Int, in problem: TimetableProblem, scenario: Scenario) {
    self.problem = problem
    self.scenario = scenario
    self.leader = leader
    monthly = Array(repeating: 0, count: problem.grid.months)
  }

  /// How many release half days a pattern takes more; `nil` where it does not fit.
  ///
  /// - Parameters:
  ///   - poolLeft: Substitute half days left by pool and day, those of this coach's visits not taken out.
  /// - Complexity: O(visits).
  func released(by pattern: VisitPattern, of job: VisitJob, poolLeft: [Int]) -> Int? {
    let grid = problem.grid
    let minutes = job.request.visitLength.value
    var released = 0
    var inMonth = 0
    var month = -1
    for day in pattern.days {
      let slot = grid.slot(day: day, period: pattern.period)
      if grid.monthOfDay[day] != month {
        month = grid.monthOfDay[day]
        inMonth = 0
      }
      if let meeting = meetings[slot] {
        guard meeting.place == job.place,
          meeting.minutes + minutes <= scenario.periods[pattern.period].length.value
        else { return nil }
        continue
      }
      let own = slotsOfDay[day] ?? []
      if !own.isEmpty, !canTravel(to: job.place, in: slot, among: own) { return nil }
      guard problem.leaderIsReleased[leader, slot] else { continue }
      released += 1
      inMonth += 1
      if let cap = problem.monthlyRelease[leader * grid.months + month], monthly[month] + inMonth > cap {
        return nil
      }
      if let cap = problem.leaders[leader].yearlyRelease, yearly + released > cap { return nil }
      if let pool = problem.leaders[leader].pool {
        let taken = own.count { problem.leaderIsReleased[leader, $0] }
        if poolLeft[pool * grid.days + day] - taken < 1 { return nil }
      }
    }
    return released
  }

  private func canTravel(to place: Int, in slot: Int, among slots: [Int]) -> Bool {
    let grid = problem.grid
    return slots.allSatisfy { other in
      let elsewhere = meetings[other]!.place
      let (before, after) = (min(slot, other), max(slot, other))
      let pause = grid.opens[grid.period(of: after)] - grid.closes[grid.period(of: before)]
      let (from, to) = other < slot ? (elsewhere, place) : (place, elsewhere)
      return pause >= problem.travelTimes.minutes(from: from, to: to)
    }
  }

  /// Enters the visits of a pattern.
  mutating func add(_ pattern: VisitPattern, of job: VisitJob) {
    let grid = problem.grid
    for day in pattern.days {
      let slot = grid.slot(day: day, period: pattern.period)
      let minutes = job.request.visitLength.value
      if meetings[slot] != nil {
        meetings[slot]!.count += 1
        meetings[slot]!.minutes += minutes
        continue
      }
      meetings[slot] = Meeting(place: job.place, count: 1, minutes: minutes)
      slotsOfDay[day, default: []].append(slot)
      count(slot, day, times: 1)
    }
  }

  /// Takes the visits of a pattern out.
  mutating func remove(_ pattern: VisitPattern, of job: VisitJob) {
    let grid = problem.grid
    for day in pattern.days {
      let slot = grid.slot(day: day, period: pattern.period)
      meetings[slot]!.count -= 1
      meetings[slot]!.minutes -= job.request.visitLength.value
      guard meetings[slot]!.count == 0 else { continue }
      meetings[slot] = nil
      slotsOfDay[day]!.removeAll { $0 == slot }
      count(slot, day, times: -1)
    }
  }

  private mutating func count(_ slot: Int, _ day: Int, times: Int) {
    guard problem.leaderIsReleased[leader, slot] else { return }
    yearly += times
    monthly[problem.grid.monthOfDay[day]] += times
  }

  /// The slots that take the coach out of class, ascending.
  var releasedSlots: [Int] { meetings.keys.filter { problem.leaderIsReleased[leader, $0] }.sorted() }
}
