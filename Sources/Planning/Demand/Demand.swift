/// What is asked for against what leaders can give, as far as it is known without solving.
///
/// Supply is optimistic: a leader who holds two standards counts for both. So a shortage that shows here
/// is real, and none showing promises nothing.
public struct Demand: Sendable {
  /// One standard that series or requests ask for.
  public struct ByStandard: Sendable {
    /// The standard.
    public let standard: Standard
    /// How many series ask for it.
    public let series: Int
    /// Half days of leaders that those series take in release periods if served by the least teams.
    public let halfDays: Int
    /// Leaders who hold it at `lead`.
    public let leaders: Int
    /// The release half days of those leaders; `nil` where one of them needs no release.
    public let halfDaysGiven: Int?
    /// How many coaching requests ask for it.
    public let requests: Int
    /// Minutes a week that those requests take, travel not counted.
    public let coaching: Minutes
    /// Minutes a week that leaders who hold it can coach.
    public let coachingGiven: Minutes
  }

  /// One month of the school year.
  public struct ByMonth: Sendable {
    /// The month.
    public let month: Month
    /// Half days of leaders that series take if their sessions are spread evenly over their windows and
    /// served by the least teams.
    public let halfDays: Int
    /// Half days that leaders can give in the month; `nil` where nobody has a cap.
    public let halfDaysGiven: Int?
  }

  /// The standards that are asked for, sorted.
  public let byStandard: [ByStandard]
  /// The months of the school year.
  public let byMonth: [ByMonth]
  /// Half days of leaders that all series take in release periods if served by the least teams.
  public let halfDays: Int
  /// The release half days of all leaders whose release is counted.
  public let halfDaysGiven: Int
  /// Minutes a week that all requests take, travel not counted.
  public let coaching: Minutes
  /// Minutes a week that all leaders can coach.
  public let coachingGiven: Minutes

  /// - Complexity: O(standards · leaders + series · days).
  public init(of scenario: Scenario) {
    let wanted = Set(scenario.series.flatMap(\.standards) + scenario.requests.flatMap(\.standards)).sorted()
    byStandard = wanted.map { standard in
      let series = scenario.series.filter { $0.standards.contains(standard) }
      let requests = scenario.requests.filter { $0.standards.contains(standard) }
      let leaders = scenario.leaders.filter { $0.level(of: standard) == .lead }
      let given = leaders.map(\.releaseHalfDays)
      return ByStandard(
        standard: standard, series: series.count,
        halfDays: series.reduce(0) { $0 + scenario.releaseHalfDays(of: $1) },
        leaders: leaders.count, halfDaysGiven: given.contains(nil) ? nil : given.reduce(0) { $0 + ($1 ?? 0) },
        requests: requests.count, coaching: requests.reduce(.zero) { $0 + $1.perWeek },
        coachingGiven: leaders.reduce(.zero) { $0 + $1.coachingPerWeek })
    }
    byMonth = Self.months(of: scenario)
    halfDays = scenario.series.reduce(0) { $0 + scenario.releaseHalfDays(of: $1) }
    halfDaysGiven = scenario.leaders.reduce(0) { $0 + ($1.releaseHalfDays ?? 0) }
    coaching = scenario.requests.reduce(.zero) { $0 + $1.perWeek }
    coachingGiven = scenario.leaders.reduce(.zero) { $0 + $1.coachingPerWeek }
  }

  private static func months(of scenario: Scenario) -> [ByMonth] {
    let year = scenario.region.year
    var month = year.lowerBound.month
    var months: [ByMonth] = []
    let capped = scenario.leaders.filter { $0.releaseHalfDays != nil || $0.releaseHalfDaysPerMonth != nil }
    let given = capped.reduce(0) { sum, leader in
      sum + [leader.releaseHalfDays, leader.releaseHalfDaysPerMonth].compactMap { $0 }.reduce(.max, min)
    }
    while month <= year.upperBound.month {
      let days = month.first...month.last
      // In hundredths of half days, so that rounding comes last.
      let hundredths = scenario.series.reduce(0) { sum, series in
        guard series.window.overlaps(days) else { return sum }
        let shared = series.window.clamped(to: days).count
        return sum + 100 * scenario.releaseHalfDays(of: series) * shared / series.window.count
      }
      months.append(
        ByMonth(month: month, halfDays: (hundredths + 50) / 100, halfDaysGiven: capped.isEmpty ? nil : given))
      month = month.next
    }
    return months
  }
}

extension Scenario {
  /// The half days of leaders that a series takes if the least team serves it and, where the series can
  /// meet in release periods, all sessions do.
  public func releaseHalfDays(of series: Series) -> Int {
    let release = series.periods.count { periods[$0].kind == .release }
    guard release >= series.periodsPerSession else { return 0 }
    return series.sessions * series.periodsPerSession * series.team.leastSize
  }
}
