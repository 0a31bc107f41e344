/// What series share in a ``TimetableRelaxation``, numbered:
///
/// - the release half days of each leader in the year, or of all months together where those are fewer;
/// - the half days of each leader in each week in which schools at home are closed and others are not;
/// - what ``PoolWeeks`` counts of substitutes on days off;
/// - the sessions that each of the crowds of ``FixedDays`` has time for.
struct ReleaseResources: Sendable {
  /// By resource: half days, sessions, or what is rounded of them; `nil` for no cap.
  private(set) var capacity: [Int?]
  /// How many weeks there are, the last one perhaps shorter.
  let weeks: Int
  /// Who is wanted more than once at a time.
  let fixedDays: FixedDays
  /// Substitutes on days off.
  let poolWeeks: PoolWeeks
  private let leaders: Int
  /// By series and kind of day off: the substitutes that a session takes.
  private let substitutes: [[[(resource: Int, amount: Int)]]]

  /// - Parameters:
  ///   - visits: By leader: half days that visits take at least.
  /// - Complexity: O(resources + leaders x slots on days off + kinds of days off of all series).
  init(_ problem: TimetableProblem, profiles: [ReleaseProfiles], fixedDays: FixedDays, visits: [Int]) {
    let grid = problem.grid
    let leaders = problem.leaders.count
    let weeks = (grid.days + ReleaseProfiles.daysOfWeek - 1) / ReleaseProfiles.daysOfWeek
    var capacity: [Int?] = (0..<leaders).map { leader in
      Self.yearlyCap(of: leader, in: problem).map { max(0, $0 - visits[leader]) }
    }
    var isOff = Array(repeating: false, count: grid.slots)
    let starts = profiles.flatMap(\.startsOff).map { problem.starts[$0] }
    for slot in starts.flatMap({ problem.spans[problem.span(of: $0)] }) { isOff[Int(slot)] = true }
    var idle: [Int?] = Array(repeating: 0, count: leaders * weeks)
    for slot in isOff.indices where isOff[slot] {
      let week = ReleaseProfiles.week(of: grid.day(of: slot))
      for leader in 0..<leaders where problem.leaderIsFree[leader, slot] && !problem.leaderIsReleased[leader, slot]
      {
        idle[leader * weeks + week]! += 1
      }
    }
    capacity += idle
    let firstPool = capacity.count
    let poolWeeks = PoolWeeks(problem, starts: starts, weeks: weeks)
    capacity += poolWeeks.rows.map(\.capacity) + fixedDays.crowds.map(\.capacity)
    substitutes = profiles.map { profiles in
      profiles.daysOff.map { day in
        day.pools.flatMap { poolWeeks.uses(ofPool: $0.pool, week: day.week, halfDays: $0.halfDays) }
          .map { (firstPool + $0.row, $0.amount) }
      }
    }
    self.capacity = capacity
    self.weeks = weeks
    self.fixedDays = fixedDays
    self.poolWeeks = poolWeeks
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
  /// A row of ``poolWeeks``.
  func substitutes(ofRow row: Int) -> Int { leaders * (1 + weeks) + row }
  /// The rows of ``poolWeeks`` that are rounded.
  var rounded: Range<Int> {
    substitutes(ofRow: poolWeeks.rounded.lowerBound)..<substitutes(ofRow: poolWeeks.rounded.upperBound)
  }
  /// The substitutes that a session of a series takes.
  ///
  /// - Parameter kind: In ``ReleaseProfiles/daysOff`` of the series.
  func substitutes(ofSeries series: Int, dayOff kind: Int) -> [(resource: Int, amount: Int)] {
    substitutes[series][kind]
  }
  /// The sessions that a crowd of ``fixedDays`` has time for.
  func sessions(ofCrowd crowd: Int) -> Int { substitutes(ofRow: poolWeeks.rows.count) + crowd }
}
