/// A timetable that is being changed, with what every resource has left and the cost kept by differences.
///
/// Visits take part as engagements that the search does not move; what they take is taken once, when the state
/// is made.
struct TimetableState: Sendable {
  /// Something a leader does on a day.
  struct Engaged: Sendable, Hashable {
    let day: Int32
    let first: Int32
    let last: Int32
    /// Where; `nil` where it is virtual.
    let place: Int32?
  }

  /// The problem, without engagements of its own.
  let problem: TimetableProblem
  /// By series.
  private(set) var placements: [Placement?]
  /// What the timetable costs, the substitutes of visits left out.
  private(set) var cost: Int
  /// What leaders have left.
  private(set) var supply: LeaderSupply
  /// By leader: the series led.
  private(set) var seriesOfLeader: [[Int32]]
  /// By pool and day: substitute half days left.
  private(set) var poolLeft: [Int]
  /// By leader: everything done, in no order.
  private(set) var engaged: [[Engaged]]
  private var isEngaged: BitMatrix
  private var venueUse: [UInt8]
  private var cohortIsBusy: BitMatrix
  private var cohortSessions: [[Engaged]]
  private var sessionsOfLeader: [Int]

  /// A timetable without series.
  ///
  /// - Parameters:
  ///   - problem: A problem that was compiled without visits.
  ///   - visits: What leaders do besides; those at one place may share slots.
  init(_ problem: TimetableProblem, visits: [TimetableProblem.Engagement]) {
    self.problem = problem
    placements = Array(repeating: nil, count: problem.series.count)
    cost = problem.constant + problem.series.reduce(0) { $0 + ($1.unservedPrice ?? 0) }
    supply = LeaderSupply(of: problem)
    seriesOfLeader = Array(repeating: [], count: problem.leaders.count)
    poolLeft = problem.poolCapacity.map { max(0, $0) }
    engaged = Array(repeating: [], count: problem.leaders.count)
    isEngaged = BitMatrix(rows: problem.leaders.count, columns: problem.grid.days)
    venueUse = Array(repeating: 0, count: problem.rooms.count * problem.grid.slots)
    cohortIsBusy = BitMatrix(rows: problem.isolationPrice.count, columns: problem.grid.slots)
    cohortSessions = Array(repeating: [], count: problem.isolationPrice.count)
    sessionsOfLeader = Array(repeating: 0, count: problem.leaders.count)
    for visit in visits {
      let visitEntry = Engaged(
        day: Int32(visit.day), first: Int32(visit.first), last: Int32(visit.last),
        place: visit.place.map(Int32.init))
      // A visit that shares its slot with another at the same place takes nothing more.
      if isEngaged[visit.leader, visit.day], engaged[visit.leader].contains(visitEntry) { continue }
      engaged[visit.leader].append(visitEntry)
      isEngaged[visit.leader, visit.day] = true
      for slot in visit.slots {
        supply.isFree[visit.leader, slot] = false
        if problem.leaderIsReleased[visit.leader, slot] { release(visit.leader, visit.day, halfDays: 1) }
      }
    }
  }

  /// Takes release half days of a leader, or gives them back where negative.
  private mutating func release(_ leader: Int, _ day: Int, halfDays: Int) {
    if let left = supply.yearly[leader] { supply.yearly[leader] = left - halfDays }
    let cell = leader * problem.grid.months + problem.grid.monthOfDay[day]
    if let left = supply.monthly[cell] { supply.monthly[cell] = left - halfDays }
    if let pool = problem.leaders[leader].pool { poolLeft[pool * problem.grid.days + day] -= halfDays }
  }

  /// The same as if no leader's release in the year were limited.
  func withoutYearlyCaps() -> TimetableState {
    var state = self
    state.supply.yearly = supply.yearly.map { _ in nil }
    return state
  }

  /// The same as if no leader's release were limited.
  func withoutReleaseCaps() -> TimetableState {
    var state = withoutYearlyCaps()
    state.supply.monthly = supply.monthly.map { _ in nil }
    return state
  }

  /// The placements as a timetable.
  var timetable: Timetable { Timetable(placements: placements) }

  /// Whether a room of a venue is free in all slots of a start.
  @inline(__always)
  func isFree(venue: Int, in slots: Range<Int>) -> Bool {
    for slot in slots {
      let slot = Int(problem.spans[slot])
      if !problem.venueIsOpen[venue, slot] { return false }
      if Int(venueUse[venue &* problem.grid.slots &+ slot]) >= problem.rooms[venue] { return false }
    }
    return true
  }

  /// Whether no cohort of a series is elsewhere in the slots of a start.
  @inline(__always)
  func cohortsAreFree(_ series: TimetableProblem.Series, in slots: Range<Int>) -> Bool {
    for cohort in problem.cohortsOfSeries[series.cohorts] {
      for slot in slots where cohortIsBusy[Int(cohort), Int(problem.spans[slot])] { return false }
    }
    return true
  }

  /// Whether pools have enough for those who attend at a start.
  @inline(__always)
  func poolsSuffice(for start: TimetableProblem.Start) -> Bool {
    for use in problem.poolUses[problem.poolUses(of: start)] where poolLeft[Int(use.cell)] < Int(use.halfDays) {
      return false
    }
    return true
  }

  /// Whether a leader has time to travel between a session at a place and what else is done that day.
  @inline(__always)
  func canTravel(_ leader: Int, to place: Int?, at start: TimetableProblem.Start) -> Bool {
    guard let place, isEngaged[leader, Int(start.day)] else { return true }
    for other in engaged[leader] where other.day == start.day {
      guard let elsewhere = other.place else { continue }
      let (from, to) = other.last < start.slot ? (Int(elsewhere), place) : (place, Int(elsewhere))
      let (before, after) =
        other.last < start.slot ? (other.last, start.slot) : (start.last, other.first)
      let pause =
        problem.grid.opens[problem.grid.period(of: Int(after))]
        - problem.grid.closes[problem.grid.period(of: Int(before))]
      if pause < problem.travelTimes.minutes(from: from, to: to) { return false }
    }
    return true
  }
}

// MARK: Changing

extension TimetableState {
  /// Places a series that is not placed.
  ///
  /// - Precondition: ``conflict(of:for:)`` has found none.
  mutating func add(_ placement: Placement, for index: Int) {
    precondition(placements[index] == nil, "placed already")
    cost += problem.cost(of: placement, for: index) - (problem.series[index].unservedPrice ?? 0)
    use(placement, of: index, times: 1)
    placements[index] = placement
  }

  /// Takes a series out.
  ///
  /// - Returns: Where it was; `nil` where it was not placed.
  @discardableResult
  mutating func remove(_ index: Int) -> Placement? {
    guard let placement = placements[index] else { return nil }
    cost -= problem.cost(of: placement, for: index) - (problem.series[index].unservedPrice ?? 0)
    use(placement, of: index, times: -1)
    placements[index] = nil
    return placement
  }

  /// Takes a leader out of the team of a series that is placed, until another comes.
  ///
  /// - Parameter price: What the leader costs there, unfair load left out.
  /// - Complexity: O(sessions).
  mutating func removeMember(_ option: Int32, of index: Int, price: Int) {
    guard let placement = placements[index] else { preconditionFailure("not placed") }
    use(member: option, placement, of: index, times: -1)
    placements[index]?.team.removeAll { $0 == option }
    cost -= price
  }

  /// Takes a leader into the team of a series that is placed.
  ///
  /// - Precondition: ``fits(_:in:)``.
  /// - Complexity: O(sessions).
  mutating func addMember(_ option: Int32, of index: Int, price: Int) {
    guard let placement = placements[index] else { preconditionFailure("not placed") }
    use(member: option, placement, of: index, times: 1)
    let place = placement.team.firstIndex { $0 > option } ?? placement.team.count
    placements[index]?.team.insert(option, at: place)
    cost += price
  }

  private mutating func use(_ placement: Placement, of index: Int, times: Int) {
    let series = problem.series[index]
    let isAdded = times > 0
    for option in placement.team { use(member: option, placement, of: index, times: times) }
    for (session, position) in placement.starts.enumerated() {
      let start = problem.starts[Int(position)]
      let slots = problem.span(of: start)
      var place: Int32?
      if series.needsVenue {
        let venue = Int(problem.venueOptions[Int(placement.venues[session])].venue)
        place = Int32(problem.placeOfVenue[venue])
        for slot in slots {
          let cell = venue * problem.grid.slots + Int(problem.spans[slot])
          venueUse[cell] = isAdded ? venueUse[cell] + 1 : venueUse[cell] - 1
        }
      }
      for use in problem.poolUses[problem.poolUses(of: start)] {
        poolLeft[Int(use.cell)] -= times * Int(use.halfDays)
      }
      let entry = Engaged(day: start.day, first: start.slot, last: start.last, place: place)
      for cohort in problem.cohortsOfSeries[series.cohorts] {
        use(cohort: Int(cohort), entry, slots, isAdded: isAdded)
      }
    }
  }

  private mutating func use(member option: Int32, _ placement: Placement, of index: Int, times: Int) {
    let isAdded = times > 0
    let leader = Int(problem.leaderOptions[Int(option)].leader)
    if isAdded {
      seriesOfLeader[leader].append(Int32(index))
    } else {
      seriesOfLeader[leader].removeAll { $0 == index }
    }
    cost += unfairnessRise(leader, times * placement.starts.count)
    sessionsOfLeader[leader] += times * placement.starts.count
    for (session, position) in placement.starts.enumerated() {
      let start = problem.starts[Int(position)]
      for slot in problem.span(of: start) {
        let slot = Int(problem.spans[slot])
        supply.isFree[leader, slot] = !isAdded
        if problem.leaderIsReleased[leader, slot] { release(leader, Int(start.day), halfDays: times) }
      }
      let entry = Engaged(
        day: start.day, first: start.slot, last: start.last,
        place: placement.venues.isEmpty
          ? nil : Int32(problem.placeOfVenue[Int(problem.venueOptions[Int(placement.venues[session])].venue)]))
      if isAdded {
        engaged[leader].append(entry)
        isEngaged[leader, Int(start.day)] = true
      } else {
        if let found = engaged[leader].firstIndex(of: entry) { engaged[leader].remove(at: found) }
        isEngaged[leader, Int(start.day)] = engaged[leader].contains { $0.day == start.day }
      }
    }
  }

  private mutating func use(cohort: Int, _ entry: Engaged, _ slots: Range<Int>, isAdded: Bool) {
    let price = problem.isolationPrice[cohort]
    let before = price == 0 ? 0 : isolated(cohort, on: entry.day)
    for slot in slots { cohortIsBusy[cohort, Int(problem.spans[slot])] = isAdded }
    guard price != 0 else { return }
    if isAdded {
      cohortSessions[cohort].append(entry)
    } else if let found = cohortSessions[cohort].firstIndex(of: entry) {
      cohortSessions[cohort].remove(at: found)
    }
    cost += price * (isolated(cohort, on: entry.day) - before)
  }

  /// The sessions of a cohort on a day that have none of its own beside them.
  private func isolated(_ cohort: Int, on day: Int32) -> Int {
    cohortSessions[cohort].count { session in
      guard session.day == day else { return false }
      let grid = problem.grid
      let isBesideEarlier =
        grid.period(of: Int(session.first)) > 0 && cohortIsBusy[cohort, Int(session.first) - 1]
      let isBesideLater =
        grid.period(of: Int(session.last)) < grid.periods - 1 && cohortIsBusy[cohort, Int(session.last) + 1]
      return !isBesideEarlier && !isBesideLater
    }
  }

  /// What it costs more, or less, that a leader leads so many sessions more. O(1).
  func unfairnessRise(_ leader: Int, _ sessions: Int) -> Int {
    let now = sessionsOfLeader[leader]
    return unfairness(now + sessions) - unfairness(now)
  }

  private func unfairness(_ sessions: Int) -> Int {
    let above = max(0, sessions - problem.fairShare)
    return problem.unfairPrice * above * above
  }
}
