/// A ``TimetableProblem`` in which only slots and venues are left to decide: university course timetabling.
///
/// Every series is a *course* of unordered sessions (*lectures*) of one slot each, with a fixed team; its
/// cohorts are *curricula*, its venues *rooms* that hold one lecture at a time. Prices that depend on the slot
/// or on the room alone are folded into two matrices. What is decided is a slot and a room for each lecture.
struct CourseProblem: Sendable {
  /// Days and periods.
  let grid: TimetableGrid
  /// How many rooms.
  let rooms: Int
  /// By course.
  private(set) var courses: [Course] = []
  /// By lecture, those of a course together: its course.
  private(set) var courseOfLecture: [Int] = []
  /// By course and slot, row by row: the price of a lecture then; `nil` where it cannot be.
  private(set) var slotPrice: [Int?] = []
  /// By course and room, row by row: the price of a lecture there; `nil` where it cannot be.
  private(set) var roomPrice: [Int?] = []
  /// By room and slot: whether the room can be had.
  let roomIsOpen: BitMatrix
  /// By course and course: whether they may not share a slot; a course conflicts with itself.
  private(set) var conflicts: BitMatrix
  /// Curricula whose isolated lectures have a price, those of the same courses taken as one.
  private(set) var curricula: [Curriculum] = []
  /// What is paid whatever is decided.
  private(set) var constant: Int

  /// Lectures that one team gives.
  struct Course: Sendable {
    /// Its lectures.
    let lectures: Range<Int>
    /// Days on which they should lie.
    let leastDays: Int
    /// The price of each day below ``leastDays``.
    let missingDayPrice: Int
    /// The price of each room beyond the first.
    let roomChangePrice: Int
    /// Positions in ``CourseProblem/curricula``, ascending.
    fileprivate(set) var curricula: [Int] = []
  }

  /// Courses that the same people attend.
  struct Curriculum: Sendable {
    /// Ascending.
    let courses: [Int]
    /// The price of a lecture without another of the curriculum in the period before or after.
    fileprivate(set) var isolationPrice: Int
  }

  /// How many slots.
  var slots: Int { grid.slots }
  /// How many lectures.
  var lectures: Int { courseOfLecture.count }

  /// Prices up to this size are summed without overflow by the search.
  private static let greatestPrice = 1 << 28
  /// Days are kept as words of 64 bits, with two bits to spare on either side.
  private static let greatestPeriods = 60

  /// The problem in this form, or `nil` where it has more to decide or other rules to keep.
  ///
  /// O(courses² + courses x (slots + rooms)).
  init?(_ problem: TimetableProblem) {
    let grid = problem.grid
    guard grid.periods <= Self.greatestPeriods, problem.rooms.allSatisfy({ $0 == 1 }),
      Set(problem.placeOfVenue).count <= 1, problem.engagements.isEmpty,
      problem.leaders.allSatisfy({ $0.yearlyRelease == nil && $0.pool == nil }),
      problem.monthlyRelease.allSatisfy({ $0 == nil }),
      problem.series.allSatisfy({ problem.isCourse($0) })
    else { return nil }
    self.grid = grid
    rooms = problem.rooms.count
    roomIsOpen = problem.venueIsOpen
    constant = problem.constant
    let count = problem.series.count
    conflicts = BitMatrix(rows: count, columns: count)

    var load = Array(repeating: 0, count: problem.leaders.count)
    var coursesOfLeader: [[Int]] = Array(repeating: [], count: problem.leaders.count)
    var coursesOfCohort: [[Int]] = Array(repeating: [], count: problem.isolationPrice.count)
    for (index, series) in problem.series.enumerated() {
      let firstLecture = courseOfLecture.count
      for _ in 0..<series.sessions { courseOfLecture.append(index) }
      courses.append(
        Course(
          lectures: firstLecture..<courseOfLecture.count, leastDays: series.leastDays,
          missingDayPrice: series.missingDayPrice, roomChangePrice: series.venueChangePrice))
      for option in series.leaders {
        let leader = Int(problem.leaderOptions[option].leader)
        load[leader] += series.sessions
        coursesOfLeader[leader].append(index)
      }
      for cohort in problem.cohortsOfSeries[series.cohorts] { coursesOfCohort[Int(cohort)].append(index) }
      addPrices(of: series, in: problem)
    }
    for count in load {
      let above = max(0, count - problem.fairShare)
      constant += problem.unfairPrice * above * above
    }
    for course in 0..<count { conflicts[course, course] = true }
    for group in coursesOfLeader + coursesOfCohort {
      for first in group {
        for second in group { conflicts[first, second] = true }
      }
    }
    addCurricula(coursesOfCohort, prices: problem.isolationPrice)
    guard hasModeratePrices else { return nil }
  }

  /// Adds the rows of a course to the matrices, and what its fixed team costs.
  private mutating func addPrices(of series: TimetableProblem.Series, in problem: TimetableProblem) {
    var ofSlot: [Int?] = Array(repeating: nil, count: slots)
    let members = problem.leaderOptions[series.leaders]
    for start in problem.starts[series.starts] {
      let slot = Int(start.slot)
      guard members.allSatisfy({ problem.leaderIsFree[Int($0.leader), slot] }) else { continue }
      ofSlot[slot] = members.reduce(start.price) { price, member in
        let leader = Int(member.leader)
        return price + (problem.leaderIsReleased[leader, slot] ? problem.leaders[leader].substitutePrice : 0)
      }
    }
    slotPrice += ofSlot
    var ofRoom: [Int?] = Array(repeating: nil, count: rooms)
    for venue in series.venues {
      let option = problem.venueOptions[venue]
      let travel = series.leaders.map { problem.travelPrice(of: $0, to: venue, for: series) }
      guard travel.allSatisfy({ $0 != nil }) else { continue }
      ofRoom[Int(option.venue)] = travel.reduce(option.price) { $0 + ($1 ?? 0) }
    }
    roomPrice += ofRoom
    for member in members { constant += member.price }
    if !members.contains(where: \.grows) { constant += series.team.missedGrowthPrice }
  }

  private mutating func addCurricula(_ groups: [[Int]], prices: [Int]) {
    var known: [[Int]: Int] = [:]
    for (cohort, group) in groups.enumerated() where prices[cohort] > 0 && !group.isEmpty {
      if let same = known[group] {
        curricula[same].isolationPrice += prices[cohort]
      } else {
        known[group] = curricula.count
        for course in group { courses[course].curricula.append(curricula.count) }
        curricula.append(Curriculum(courses: group, isolationPrice: prices[cohort]))
      }
    }
  }

  private var hasModeratePrices: Bool {
    func isModerate(_ price: Int) -> Bool { (0...Self.greatestPrice).contains(price) }
    return slotPrice.allSatisfy { $0.map(isModerate) ?? true }
      && roomPrice.allSatisfy { $0.map(isModerate) ?? true }
      && curricula.allSatisfy { isModerate($0.isolationPrice) }
      && courses.allSatisfy { isModerate($0.missingDayPrice) && isModerate($0.roomChangePrice) }
  }
}

extension TimetableProblem {
  /// Whether only slots and venues of the series are left to decide, by the rules of course timetabling.
  fileprivate func isCourse(_ series: Series) -> Bool {
    let members = leaderOptions[series.leaders]
    return series.gap == nil && series.needsVenue && series.unservedPrice == nil && series.sessionRules.isEmpty
      && series.missingMinutePrice == 0 && series.team.size == members.count...members.count
      && members.reduce(0) { $0 | $1.leads } & series.team.standards == series.team.standards
      && clauses[series.team.clauses].allSatisfy { clause in
        clause.count.contains(members.count { $0.role & clause.roles != 0 })
      }
      && starts[series.starts].allSatisfy { $0.spanCount == 1 && $0.poolCount == 0 }
  }
}
