/// What is known of the placements of one series before anything else is decided: kinds of leaders and the teams
/// they make, how dates follow one another, the least prices of venues and travel. A class: searches take one at every
/// step, which then counts one reference and not one for each of its tables.
final class PlacementSpace: Sendable {
  /// Whom a start takes out of class.
  enum Release: UInt8, Sendable {
    case nobody
    case everybody
    case some
  }

  /// The series, as a position in the problem.
  let series: Int
  /// How many sessions.
  let sessions: Int
  /// How many starts.
  let startCount: Int
  /// How many slots a session takes.
  let span: Int
  /// Kinds of leaders who are free for every session on some of its dates; members by ascending price where nobody is
  /// released, see ``leastPrice``.
  let kinds: [TeamCompositions.Kind]
  /// The teams they make.
  let teams: TeamCompositions
  /// By start: the starts from which it can be reached are `windowStart..<windowEnd`.
  let windowStart: [Int32]
  let windowEnd: [Int32]
  /// By start: the price of the cheapest venue that is open; ``SessionChain/unreachable`` where none is.
  let venuePrice: [Int]
  /// By leader option: travel to the nearest venue, and its price in the team spread over the sessions and
  /// rounded down. No session with the leader costs less.
  let leastPrice: [Int]
  /// By start.
  let release: [Release]
  /// How contact time couples sessions.
  let contact: ContactStates
  /// By session and start, row by row: fixed starts and changes against what was handed out; empty for none.
  let sessionPrices: [Int]

  /// - Parameters:
  ///   - series: A position in the problem.
  ///   - groups: By leader: leaders of one group are released in the same slots.
  /// - Precondition: The series' sessions have an order.
  /// - Complexity: O(starts x (venues + groups + sessions) + leaders x (venues + sessions) + compositions), more where
  ///   leaders are seldom free.
  init(of index: Int, in problem: TimetableProblem, groups: ReleaseGroups) {
    let own = problem.series[index]
    precondition(own.gap != nil, "sessions without order are placed by the course engine")
    series = index
    sessions = own.sessions
    startCount = own.starts.count
    span = own.starts.first.map { Int(problem.starts[$0].spanCount) } ?? 0

    let leastPrice = own.leaders.map { option -> Int in
      let travel = own.venues.compactMap { problem.travelPrice(of: option, to: $0, for: own) }.min() ?? 0
      return travel + problem.leaderOptions[option].price / max(1, own.sessions)
    }
    self.leastPrice = leastPrice
    contact = ContactStates(own, minutes: own.starts.map { Int(problem.starts[$0].minutes) })
    (windowStart, windowEnd) = Self.windows(of: own, in: problem)
    let venues = own.venues.sorted { (problem.venueOptions[$0].price, $0) < (problem.venueOptions[$1].price, $1) }
    venuePrice = own.starts.map { position in
      guard own.needsVenue else { return 0 }
      let slots = problem.span(of: problem.starts[position])
      let open = venues.first { option in
        let venue = Int(problem.venueOptions[option].venue)
        return slots.allSatisfy { problem.venueIsOpen[venue, Int(problem.spans[$0])] }
      }
      return open.map { problem.venueOptions[$0].price } ?? SessionChain.unreachable
    }
    sessionPrices =
      own.sessionRules.isEmpty ? [] : Self.sessionPrices(of: own, in: problem)
    let reachable = Self.reachableStarts(
      sessions: sessions, windowStart: windowStart, windowEnd: windowEnd, venuePrice: venuePrice,
      sessionPrices: sessionPrices)
    kinds = Self.kinds(of: own, in: problem, leastPrice: leastPrice, reachable: reachable)
    teams = TeamCompositions(team: own.team, clauses: Array(problem.clauses[own.team.clauses]), kinds: kinds)
    let representatives = groups.representatives(
      of: own.leaders.map { Int(problem.leaderOptions[$0].leader) })
    release = own.starts.map { position in
      let start = problem.starts[position]
      let released = representatives.reduce(0) { $0 + problem.releasedHalfDays(of: $1, at: start) }
      let all = representatives.count * Int(start.spanCount)
      return released == 0 ? .nobody : released == all ? .everybody : .some
    }
  }

  /// Whether it has starts and a team at all.
  var canBePlaced: Bool { startCount > 0 && teams.count > 0 }

  /// What a session costs more at a start because it is fixed or was handed out elsewhere. O(1).
  @inline(__always)
  func sessionPrice(_ session: Int, at start: Int) -> Int {
    sessionPrices.isEmpty ? 0 : sessionPrices[session &* startCount &+ start]
  }

  private static func kinds(
    of series: TimetableProblem.Series, in problem: TimetableProblem, leastPrice: [Int], reachable: [[Int]]
  ) -> [TeamCompositions.Kind] {
    let fixedVenues = problem.sessionRules[series.sessionRules].compactMap(\.fixedVenue)
    var kinds: [TeamCompositions.Kind] = []
    for option in series.leaders {
      let leader = problem.leaderOptions[option]
      let reachesFixed = fixedVenues.allSatisfy {
        problem.travelPrice(of: option, to: series.venues.lowerBound + $0, for: series) != nil
      }
      let isFree = reachable.allSatisfy { starts in
        starts.contains { offset in
          problem.span(of: problem.starts[series.starts.lowerBound + offset]).allSatisfy {
            problem.leaderIsFree[Int(leader.leader), Int(problem.spans[$0])]
          }
        }
      }
      if !reachesFixed || !isFree {
        // Without somebody who is pinned there is no team.
        if leader.isPinned { return [] }
        continue
      }
      let kind = kinds.firstIndex {
        $0.role == leader.role && $0.leads == leader.leads && $0.grows == leader.grows
          && $0.isPinned == leader.isPinned
      }
      if let kind {
        kinds[kind].members.append(Int32(option))
      } else {
        kinds.append(
          .init(
            role: leader.role, leads: leader.leads, grows: leader.grows, isPinned: leader.isPinned,
            members: [Int32(option)]))
      }
    }
    for kind in kinds.indices {
      kinds[kind].members.sort {
        (leastPrice[Int($0) - series.leaders.lowerBound], $0) < (
          leastPrice[Int($1) - series.leaders.lowerBound], $1
        )
      }
    }
    return kinds
  }

  private static func windows(
    of series: TimetableProblem.Series, in problem: TimetableProblem
  ) -> ([Int32], [Int32]) {
    let gap = series.gap ?? 0...0
    var from = 0
    var to = 0
    var starts: [Int32] = []
    var ends: [Int32] = []
    for position in series.starts {
      let start = problem.starts[position]
      let own = problem.grid.dates[Int(start.day)]
      func date(_ offset: Int) -> Int {
        problem.grid.dates[Int(problem.starts[series.starts.lowerBound + offset].day)]
      }
      while from < series.starts.count, date(from) < own - gap.upperBound { from += 1 }
      while to < series.starts.count, date(to) <= own - gap.lowerBound,
        problem.starts[series.starts.lowerBound + to].last < start.slot
      { to += 1 }
      starts.append(Int32(from))
      ends.append(Int32(to))
    }
    return (starts, ends)
  }

  private static func sessionPrices(of series: TimetableProblem.Series, in problem: TimetableProblem) -> [Int] {
    (0..<series.sessions).flatMap { session in
      let rule = problem.sessionRules[series.sessionRules.lowerBound + session]
      return series.starts.indices.map { start -> Int in
        let offset = start - series.starts.lowerBound
        if let fixed = rule.fixedStart, fixed != offset { return SessionChain.unreachable }
        guard rule.isPublished else { return 0 }
        return rule.publishedStart == offset ? 0 : series.changePrice
      }
    }
  }
}

/// Leaders that are released in the same slots, as those of one district are.
struct ReleaseGroups: Sendable {
  private let groupOfLeader: [Int]

  /// - Complexity: O(leaders x slots / 64).
  init(_ problem: TimetableProblem) {
    var groups: [ArraySlice<UInt64>: Int] = [:]
    groupOfLeader = problem.leaders.indices.map { leader in
      let row = problem.leaderIsReleased.words(ofRow: leader)
      if let known = groups[row] { return known }
      groups[row] = groups.count
      return groups.count - 1
    }
  }

  /// The group of a leader.
  func group(of leader: Int) -> Int { groupOfLeader[leader] }

  /// The first leader of each group among some.
  func representatives(of leaders: [Int]) -> [Int] {
    var seen: Set<Int> = []
    return leaders.filter { seen.insert(groupOfLeader[$0]).inserted }
  }
}

/// The spaces of all series, by position.
struct PlacementSpaces: Sendable {
  private let spaces: [PlacementSpace]

  /// - Parameter threads: How many threads share the work.
  init(of problem: TimetableProblem, threads: Int) {
    let groups = ReleaseGroups(problem)
    let chunk = 16
    let chunks = (problem.series.count + chunk - 1) / chunk
    spaces = runTasks(chunks, threads: threads) { number in
      (number * chunk..<min(problem.series.count, (number + 1) * chunk)).map {
        PlacementSpace(of: $0, in: problem, groups: groups)
      }
    }.flatMap { $0 }
  }

  subscript(series: Int) -> PlacementSpace { spaces[series] }
  /// How many series.
  var count: Int { spaces.count }
}
