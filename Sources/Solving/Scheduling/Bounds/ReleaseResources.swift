/// What series share in a ``TimetableRelaxation``, numbered:
///
/// - the release half days of each leader in the year, or of all months together where those are fewer;
/// - the half days of each leader in each week in which schools at home are closed and others are not;
/// - the substitutes of each pool on the days of each week that are days off for some leader;
/// - the sessions that each of the crowds of ``FixedDays`` has time for.
struct ReleaseResources: Sendable {
  /// By resource: half days, or sessions; `nil` for no cap.
  private(set) var capacity: [Int?]
  /// How many weeks there are, the last one perhaps shorter.
  let weeks: Int
  /// Who is wanted more than once at a time.
  let fixedDays: FixedDays
  private let leaders: Int
  private let pools: Int
  private let isPoolOff: [Bool]

  /// - Parameters:
  ///   - visits: By leader: half days that visits take at least.
  /// - Complexity: O(resources + leaders x slots on days off).
  init(_ problem: TimetableProblem, profiles: [ReleaseProfiles], fixedDays: FixedDays, visits: [Int]) {
    let grid = problem.grid
    let leaders = problem.leaders.count
    let weeks = (grid.days + ReleaseProfiles.daysOfWeek - 1) / ReleaseProfiles.daysOfWeek
    var capacity: [Int?] = (0..<leaders).map { leader in
      Self.yearlyCap(of: leader, in: problem).map { max(0, $0 - visits[leader]) }
    }
    var isOff = Array(repeating: false, count: grid.slots)
    var isPoolOff = Array(repeating: false, count: problem.poolCapacity.count)
    for start in profiles.flatMap(\.startsOff).map({ problem.starts[$0] }) {
      for slot in problem.spans[problem.span(of: start)] { isOff[Int(slot)] = true }
      for use in problem.poolUses[problem.poolUses(of: start)] { isPoolOff[Int(use.cell)] = true }
    }
    var idle: [Int?] = Array(repeating: 0, count: leaders * weeks)
    for slot in isOff.indices where isOff[slot] {
      let week = ReleaseProfiles.week(of: grid.day(of: slot))
      for leader in 0..<leaders where problem.leaderIsFree[leader, slot] && !problem.leaderIsReleased[leader, slot]
      {
        idle[leader * weeks + week]! += 1
      }
    }
    var pools: [Int?] = Array(repeating: 0, count: problem.pools * weeks)
    for cell in isPoolOff.indices where isPoolOff[cell] {
      let week = ReleaseProfiles.week(of: cell % grid.days)
      pools[cell / grid.days * weeks + week]! += max(0, problem.poolCapacity[cell])
    }
    capacity += idle + pools + fixedDays.crowds.map(\.capacity)
    self.capacity = capacity
    self.weeks = weeks
    self.fixedDays = fixedDays
    self.pools = problem.pools
    self.isPoolOff = isPoolOff
    self.leaders = leaders
  }

  /// The half days of the year, or of all months together where those are fewer.
  private static func yearlyCap(of leader: Int, in problem: TimetableProblem) -> Int? {
    let months = problem.monthlyRelease[leader * problem.grid.months..<(leader + 1) * problem.grid.months]
    var sum: Int? = 0
    for cap in months { sum = sum.flatMap { total in cap.map { total + max(0, $0) } } }
    return [problem.leaders[leader].yearlyRelease.map { max(0, $0) }, sum].compactMap(\.self).min()
  }

  /// The same with other capacities.
  func leaving(_ capacity: [Int?]) -> ReleaseResources {
    var resources = self
    resources.capacity = capacity
    return resources
  }

  /// The years of leaders.
  var years: Range<Int> { 0..<leaders }
  /// The half days of leaders on days off.
  var daysOff: Range<Int> { leaders..<leaders * (1 + weeks) }
  /// A leader's year; leaders come first.
  func year(of leader: Int) -> Int { leader }
  /// A leader's days off in a week.
  func idle(_ leader: Int, week: Int) -> Int { leaders + leader * weeks + week }
  /// What substitutes of a pool on a day take; `nil` where it is no day off.
  ///
  /// - Parameter cell: A position in ``TimetableProblem/poolCapacity``.
  /// - Parameter days: Of the grid.
  func substitutes(of cell: Int, days: Int) -> Int? {
    isPoolOff[cell] ? pool(cell / days, week: ReleaseProfiles.week(of: cell % days)) : nil
  }
  /// A pool's days off in a week.
  func pool(_ pool: Int, week: Int) -> Int { leaders + (leaders + pool) * weeks + week }
  /// The sessions that a crowd of ``fixedDays`` has time for.
  func sessions(ofCrowd crowd: Int) -> Int { leaders + (leaders + pools) * weeks + crowd }
}
