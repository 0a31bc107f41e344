/// Sessions that can be held on one day only, as at a conference, and the leaders and cohorts who are wanted by more of
/// them than they have time for.
///
/// A session is *fixed* where all starts that it has in any placement lie on one day. A leader holds and a cohort
/// attends one session at a time. Let W be slots of a day, and n_s(W) how many sessions of s are fixed inside W: with
/// all the slots of all their starts. Then in every timetable
///
///     Σ_s n_s(W) [l is in the team of s]  ≤  ⌊slots of W in which l is free / slots of the shortest of them⌋
///
/// for each leader l, and so for each cohort over the series that it attends. W is what one of the sessions can take; only
/// what can be broken is kept: a *crowd*. (Who is free in none of W is in no ``PlacementSpace``.)
struct FixedDays: Sendable {
  /// Somebody who is in one place at a time.
  enum Person: Hashable, Sendable {
    case leader(Int)
    case cohort(Int)
  }

  /// Somebody whom more sessions want than fit into some slots of a day.
  struct Crowd: Sendable {
    let person: Person
    /// Ascending, all of one day.
    let slots: [Int]
    /// How many sessions fit.
    let capacity: Int
  }

  /// What a series takes of a crowd's capacity.
  struct Use: Sendable {
    /// In ``FixedDays/crowds``.
    let crowd: Int
    var sessions: Int
  }

  /// In the order of days and slots, leaders before cohorts.
  private(set) var crowds: [Crowd] = []
  /// By leader option, where there are crowds at all: what a series takes with the leader in its team.
  private var usesOfOption: [[Use]] = []
  /// By series, where there are crowds at all: what it takes whoever leads it.
  private var usesOfSeries: [[Use]] = []

  /// - Complexity: O(sessions x starts + sets of slots x leader options of the series fixed in them).
  init(_ problem: TimetableProblem, spaces: PlacementSpaces) {
    var sessionsOfDay: [Int: [Session]] = [:]
    for index in problem.series.indices {
      for session in Self.fixedSessions(of: spaces[index], in: problem) {
        sessionsOfDay[problem.grid.day(of: session.slots[0]), default: []].append(session)
      }
    }
    var found: [(crowd: Crowd, wanted: [Session])] = []
    for (_, sessions) in sessionsOfDay.sorted(by: { $0.key < $1.key }) {
      for slots in Set(sessions.map(\.slots)).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
        let inside = Set(slots)
        found += Self.crowds(in: slots, of: sessions.filter { inside.isSuperset(of: $0.slots) }, problem)
      }
    }
    guard !found.isEmpty else { return }
    usesOfOption = Array(repeating: [], count: problem.leaderOptions.count)
    usesOfSeries = Array(repeating: [], count: problem.series.count)
    for (crowd, wanted) in found {
      for session in wanted {
        if let option = session.option {
          Self.count(crowds.count, in: &usesOfOption[option])
        } else {
          Self.count(crowds.count, in: &usesOfSeries[session.series])
        }
      }
      crowds.append(crowd)
    }
  }

  /// What a series takes with a leader in its team.
  func uses(ofOption option: Int) -> [Use] { usesOfOption.isEmpty ? [] : usesOfOption[option] }
  /// What a series takes whoever leads it.
  func uses(ofSeries series: Int) -> [Use] { usesOfSeries.isEmpty ? [] : usesOfSeries[series] }

  /// A session that is fixed.
  private struct Session {
    let series: Int
    /// Those of all starts that it can have, ascending.
    let slots: [Int]
    /// How many slots the shortest start takes.
    let span: Int
    /// Of the leader who is wanted, where it is one.
    var option: Int?
  }

  private static func crowds(
    in slots: [Int], of sessions: [Session], _ problem: TimetableProblem
  ) -> [(crowd: Crowd, wanted: [Session])] {
    var wanted: [Person: [Session]] = [:]
    for var session in sessions {
      for cohort in Set(problem.cohortsOfSeries[problem.series[session.series].cohorts]) {
        wanted[.cohort(Int(cohort)), default: []].append(session)
      }
      for option in problem.series[session.series].leaders {
        session.option = option
        wanted[.leader(Int(problem.leaderOptions[option].leader)), default: []].append(session)
      }
    }
    return wanted.sorted { $0.key.number < $1.key.number }.compactMap { person, wanted in
      let free =
        if case .leader(let leader) = person { slots.count { problem.leaderIsFree[leader, $0] } } else {
          slots.count
        }
      let capacity = free / (wanted.map(\.span).min() ?? 1)
      return 0 < capacity && capacity < wanted.count
        ? (Crowd(person: person, slots: slots, capacity: capacity), wanted) : nil
    }
  }

  /// Counts one more session of a crowd, which is the last that was counted or a new one.
  private static func count(_ crowd: Int, in uses: inout [Use]) {
    if uses.last?.crowd == crowd {
      uses[uses.count - 1].sessions += 1
    } else {
      uses.append(Use(crowd: crowd, sessions: 1))
    }
  }

  private static func fixedSessions(of space: PlacementSpace, in problem: TimetableProblem) -> [Session] {
    let first = problem.series[space.series].starts.lowerBound
    return space.reachableStarts.compactMap { starts in
      guard let earliest = starts.first, let latest = starts.last,
        problem.starts[first + earliest].day == problem.starts[first + latest].day
      else { return nil }
      let spans = starts.map { problem.span(of: problem.starts[first + $0]) }
      return Session(
        series: space.series, slots: Set(spans.joined().map { Int(problem.spans[$0]) }).sorted(),
        span: spans.map(\.count).min() ?? 1)
    }
  }
}

extension FixedDays.Person {
  /// Leaders before cohorts.
  fileprivate var number: Int {
    switch self {
    case .leader(let leader): leader
    case .cohort(let cohort): Int(Int32.max) + cohort
    }
  }
}
