internal import Planning

/// Leaders by position: when they can be had, what it costs to release them, and what their visits take.
struct CompiledPeople {
  var leaders: [TimetableProblem.Leader] = []
  var isFree: BitMatrix
  var isReleased: BitMatrix
  var engagements: [TimetableProblem.Engagement] = []
  /// By district with a limit: its pool.
  var pools: [District.ID: Int] = [:]
  /// By pool and day: substitute half days, visits taken out.
  var poolCapacity: [Int] = []
  /// What the substitutes for visits cost, in cents.
  var substitutesForVisits = 0

  init(scenario: Scenario, grid: TimetableGrid, match: [MatchedRequest]) {
    isFree = LeaderSlots.free(in: scenario, grid: grid)
    isReleased = LeaderSlots.released(in: scenario, grid: grid)
    for district in scenario.districts {
      guard let substitutes = district.substitutesPerDay else { continue }
      pools[district.id] = pools.count
      poolCapacity += Array(repeating: 2 * substitutes, count: grid.days)
    }
    let price = scenario.region.weight(of: .substitutes) * scenario.region.money.substituteHalfDay.value
    leaders = scenario.leaders.map { leader in
      TimetableProblem.Leader(
        yearlyRelease: leader.releaseHalfDays, substitutePrice: leader.leavesAClass ? price : 0,
        pool: leader.leavesAClass ? scenario.district(of: leader).flatMap { pools[$0] } : nil)
    }
    takeVisits(of: match, in: scenario, grid: grid)
  }

  private mutating func takeVisits(of match: [MatchedRequest], in scenario: Scenario, grid: TimetableGrid) {
    let periods = Dictionary(uniqueKeysWithValues: scenario.periods.enumerated().map { ($1.id, $0) })
    let first = scenario.region.year.lowerBound.number
    var counted: Set<Int> = []
    for entry in match {
      guard let visiting = entry.visiting, let request = scenario.requests[id: entry.request],
        let leader = scenario.leaders.position(of: entry.coach), let period = periods[visiting.period],
        let school = scenario.schools.position(of: request.school)
      else { continue }
      for day in visiting.visits {
        let day = day.number - first
        let slot = grid.slot(day: day, period: period)
        engagements.append(
          .init(leader: leader, day: day, slots: [slot], place: scenario.venues.count + school))
        guard isReleased[leader, slot], counted.insert(leader * grid.slots + slot).inserted,
          scenario.leaders[leader].leavesAClass
        else { continue }
        substitutesForVisits += scenario.region.money.substituteHalfDay.value
        if let pool = leaders[leader].pool { poolCapacity[pool * grid.days + day] -= 1 }
      }
    }
  }
}

/// By leader and slot: what `Planning` says of one leader's dates, worked out once for all that share it.
enum LeaderSlots {
  /// Whether a leader has joined, is not absent and is not kept by the own district.
  static func free(in scenario: Scenario, grid: TimetableGrid) -> BitMatrix {
    var isFree = BitMatrix(rows: scenario.leaders.count, columns: grid.slots, repeating: true)
    let year = scenario.region.year
    let first = year.lowerBound.number
    var kept: [HomeCalendar: [Int]] = [:]
    for (index, leader) in scenario.leaders.enumerated() {
      let home = scenario.homeCalendar(of: leader)
      let slots =
        kept[home]
        ?? (0..<grid.slots).filter {
          let day = Day(number: grid.dates[grid.day(of: $0)])
          return scenario.keepsHome(home, in: Slot(day: day, period: grid.period(of: $0)))
        }
      kept[home] = slots
      for slot in slots { isFree[index, slot] = false }
      if let joined = leader.joined, joined > year.lowerBound {
        for slot in 0..<min(grid.slots, (joined.number - first) * grid.periods) { isFree[index, slot] = false }
      }
      for absence in scenario.absences(of: leader.id) where absence.days.overlaps(year) {
        for day in absence.days.clamped(to: year) {
          for period in absence.periods {
            isFree[index, grid.slot(day: day.number - first, period: period)] = false
          }
        }
      }
    }
    return isFree
  }

  /// Whether a slot takes a leader out of class. Leaders of one district are alike.
  static func released(in scenario: Scenario, grid: TimetableGrid) -> BitMatrix {
    var isReleased = BitMatrix(rows: scenario.leaders.count, columns: grid.slots)
    var known: [District.ID?: [Int]] = [:]
    for (index, leader) in scenario.leaders.enumerated() {
      let district = scenario.district(of: leader)
      let slots =
        known[district]
        ?? (0..<grid.slots).filter {
          scenario.releases(leader, from: grid.period(of: $0), on: Day(number: grid.dates[grid.day(of: $0)]))
        }
      known[district] = slots
      for slot in slots { isReleased[index, slot] = true }
    }
    return isReleased
  }
}
