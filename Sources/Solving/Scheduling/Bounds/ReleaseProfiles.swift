/// What a series can take, dates forgotten: release half days of each group of leaders, and days off.
///
/// The schools of a district are closed on days when others are in session. On such a *day off* leaders from there
/// cost no release, so that what a series takes of a leader depends on its dates; but there are few days off, and
/// a host's substitutes and a leader's own hours on them are soon used up. The *profile* of a chain of dates is
/// how many half days it takes of a leader of each group, what its dates cost without leaders, and which
/// sessions lie on days off. A chain is left out where another takes no more of anybody, has no other sessions on
/// days off, costs no more and is as long: whatever release and days off are worth, it is no cheaper. What is left
/// is found by label setting, session by session (Martins 1984); in one district it is a single profile.
///
/// Where labels are too many, pairs of them are replaced by the least of both, which no chain undercuts.
struct ReleaseProfiles: Sendable {
  /// Half days by group; more groups than it has lanes share them.
  typealias HalfDays = SIMD64<UInt8>

  /// Sessions of one kind that lie on days off: alike in all that is counted.
  struct DayOff: Hashable, Sendable {
    /// The week, counted from the first day of the grid.
    let week: Int
    /// By group: half days that a leader leads without release.
    let idle: HalfDays
    /// Substitutes of those who attend.
    let pools: [PoolUse]
  }

  /// Half days that a pool gives on a day off.
  struct PoolUse: Hashable, Sendable {
    let pool: Int
    let halfDays: Int
  }

  /// What some chain of dates takes.
  struct Profile: Sendable {
    /// By group.
    let halfDays: HalfDays
    /// What the dates cost, contact time included and leaders left out.
    let cost: Int
    /// Its sessions on days off, in ``ReleaseProfiles/daysOff``, ascending.
    let daysOff: [Int]
  }

  /// By leader option, counted from the first of the series: its group.
  let groups: [UInt8]
  /// Starts on days off, in ``TimetableProblem/starts``.
  let startsOff: [Int]
  /// Kinds of sessions on days off.
  let daysOff: [DayOff]
  /// None of them takes and costs at least what another does; none where there are no dates.
  let profiles: [Profile]

  /// Labels that are kept at one start, and at the end.
  private static let largestCount = 24
  private static let largestTotal = 96
  /// How many days count as one.
  static let daysOfWeek = 7
  /// The week of a day of the grid.
  static func week(of day: Int) -> Int { day / daysOfWeek }

  /// What the first sessions of a chain take.
  private struct Label {
    var halfDays: HalfDays
    var cost: Int
    var minutes: Int
    var daysOff: [Int]

    func dominates(_ other: Label) -> Bool {
      cost <= other.cost && minutes >= other.minutes && all(halfDays .<= other.halfDays)
        && (daysOff.isEmpty || daysOff == other.daysOff)
    }

    /// What takes no more than either.
    func least(_ other: Label) -> Label {
      var left = other.daysOff
      let common = daysOff.filter { kind in
        guard let found = left.firstIndex(of: kind) else { return false }
        left.remove(at: found)
        return true
      }
      return Label(
        halfDays: pointwiseMin(halfDays, other.halfDays), cost: min(cost, other.cost),
        minutes: max(minutes, other.minutes), daysOff: common)
    }
  }

  /// Labels of which none dominates another.
  private struct Front {
    var labels: [Label] = []

    mutating func insert(_ label: Label) {
      for known in labels where known.dominates(label) { return }
      labels.removeAll { label.dominates($0) }
      labels.append(label)
    }

    /// Replaces labels by the least of pairs until there are few enough.
    mutating func shrink(to count: Int) {
      while labels.count > count {
        let old = labels
        labels.removeAll(keepingCapacity: true)
        for first in stride(from: 0, to: old.count, by: 2) {
          insert(first + 1 < old.count ? old[first].least(old[first + 1]) : old[first])
        }
      }
    }
  }

  /// - Parameter groups: Leaders of one group are released in the same slots.
  /// - Complexity: O(sessions x starts x starts within the gap x labels²).
  init(of space: PlacementSpace, in problem: TimetableProblem, groups known: ReleaseGroups) {
    let series = problem.series[space.series]
    let isMixed = space.release.contains(.some)
    var numbers: [Int: Int] = [:]
    var members: [[Int]] = []
    groups = series.leaders.map { option in
      let leader = Int(problem.leaderOptions[option].leader)
      let key = isMixed ? known.group(of: leader) : 0
      let number = numbers[key] ?? numbers.count
      if numbers[key] == nil {
        numbers[key] = number
        if members.count < HalfDays.scalarCount { members.append([]) }
        members[number % HalfDays.scalarCount].append(leader)
      }
      return UInt8(number % HalfDays.scalarCount)
    }
    // By group, leader and start. Of leaders who share a lane it counts what each of them takes or has off at least: to
    // none is anything charged that is not so.
    let released = members.map { leaders in
      leaders.map { leader in
        (0..<space.startCount).map {
          problem.releasedHalfDays(of: leader, at: problem.starts[series.starts.lowerBound + $0])
        }
      }
    }
    func least(_ halfDays: (_ released: [Int]) -> Int) -> HalfDays {
      var least = HalfDays(repeating: 0)
      for (group, leaders) in released.enumerated() { least[group] = UInt8(leaders.map(halfDays).min() ?? 0) }
      return least
    }
    let taken = (0..<space.startCount).map { offset in least { $0[offset] } }
    let idle = (0..<space.startCount).map { offset in least { ($0.max() ?? 0) - $0[offset] } }
    var kinds: [DayOff: Int] = [:]
    var daysOff: [DayOff] = []
    var startsOff: [Int] = []
    let price = series.missingMinutePrice
    // By start, what a session there takes; `nil` where there can be none.
    let single = (0..<space.startCount).map { offset -> Label? in
      let start = problem.starts[series.starts.lowerBound + offset]
      let uses = problem.poolUses[problem.poolUses(of: start)]
      guard space.venuePrice[offset] < SessionChain.unreachable,
        uses.allSatisfy({ Int($0.halfDays) <= max(0, problem.poolCapacity[Int($0.cell)]) })
      else { return nil }
      var own = Label(
        halfDays: taken[offset], cost: start.price + space.venuePrice[offset],
        minutes: price == 0 ? 0 : Int(start.minutes),
        daysOff: [])
      if space.release[offset] == .some, idle[offset] != HalfDays(repeating: 0) {
        let kind = DayOff(
          week: Self.week(of: Int(start.day)), idle: idle[offset],
          pools: uses.map { .init(pool: Int($0.cell) / problem.grid.days, halfDays: Int($0.halfDays)) })
        if kinds[kind] == nil {
          kinds[kind] = daysOff.count
          daysOff.append(kind)
        }
        own.daysOff = [kinds[kind]!]
        startsOff.append(series.starts.lowerBound + offset)
      }
      return own
    }
    var fronts = Array(repeating: Front(), count: space.startCount)
    for session in 0..<space.sessions {
      var next = Array(repeating: Front(), count: space.startCount)
      for (offset, own) in single.enumerated() {
        let fixed = space.sessionPrice(session, at: offset)
        guard var own, fixed < SessionChain.unreachable else { continue }
        own.cost += fixed
        if session == 0 {
          next[offset].insert(own)
        } else if space.windowStart[offset] < space.windowEnd[offset] {
          for before in Int(space.windowStart[offset])..<Int(space.windowEnd[offset]) {
            for label in fronts[before].labels {
              next[offset].insert(
                Label(
                  halfDays: label.halfDays &+ own.halfDays, cost: label.cost + own.cost,
                  minutes: min(series.contact, label.minutes + own.minutes),
                  daysOff: own.daysOff.isEmpty ? label.daysOff : (label.daysOff + own.daysOff).sorted()))
            }
          }
        }
        next[offset].shrink(to: Self.largestCount)
      }
      fronts = next
    }
    var whole = Front()
    for front in fronts {
      for label in front.labels {
        var label = label
        label.cost += price * max(0, series.contact - label.minutes)
        label.minutes = 0
        whole.insert(label)
      }
    }
    whole.shrink(to: Self.largestTotal)
    self.daysOff = daysOff
    self.startsOff = startsOff
    profiles = whole.labels.map { Profile(halfDays: $0.halfDays, cost: $0.cost, daysOff: $0.daysOff) }
  }
}
