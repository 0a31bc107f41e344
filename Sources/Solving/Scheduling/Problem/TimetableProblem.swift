/// When, where and by whom every series is held: the integer-indexed problem that all timetable engines
/// solve.
///
/// **Decisions.** For each series s either nothing, at the price `unservedPrice`, or a ``Placement``: a start
/// and a venue for each session, and one team for all.
///
/// **Alone**, a placement of s has to
/// - take its starts from `starts[s.starts]`; where s is ordered, each at least `gap.lowerBound` and at most
///   `gap.upperBound` days after the one before and, on one day, after its last period; where s is unordered
///   (a course), in slots that share no period;
/// - take venues from `venueOptions[s.venues]`, open in every slot of the span;
/// - take a team from `leaderOptions[s.leaders]` whose size and role counts lie in their bounds, which covers
///   `team.standards` (a bit a standard) by the union of `leads`, contains everybody who is pinned, and none
///   of whom is out of reach of a venue or unavailable in a slot that is used;
/// - keep what `sessionRules` fixes.
///
/// **Together**, placements share resources: a leader, a cohort and each room of a venue are in one slot
/// once; a leader has a number of release half days in the year and in each month; a pool has substitutes on
/// each day; a leader needs time to travel between two engagements of one day.
///
/// **Cost**: the sum over the placements of
///
///     Σ sessions (start.price + venue option.price + Σ team travel price)
///       + Σ team member.price + substitutePrice x (released half days of the member)
///       + missingMinutePrice x max(0, contact - minutes)
///       + missingDayPrice x max(0, leastDays - distinct days)
///       + venueChangePrice x (distinct venues - 1)
///       + missedGrowthPrice where nobody grows
///       + changePrice x (sessions moved in time, sessions moved to another venue)
///
/// plus `unservedPrice` of what is not placed, plus what couples series: `unfairPrice` x
/// max(0, sessions of a leader - `fairShare`)², and for each cohort `isolationPrice` x the sessions that have
/// none of the cohort's own in the period before or after them; plus `constant`.
///
/// Curriculum-based course timetabling (ITC-2007 track 3, UD2; Di Gaspero, McCollum and Schaerf 2007) is the
/// case of unordered series that must be served, one-person teams, and cohorts for curricula.
///
/// Arrays are flat: a record of a series holds ranges into the arrays of the problem. `add` functions keep
/// the ranges right.
package struct TimetableProblem: Sendable {
  /// Days and periods.
  package let grid: TimetableGrid
  /// By series.
  package private(set) var series: [Series] = []
  /// By venue: how many sessions it can hold at once.
  package private(set) var rooms: [Int] = []
  /// By venue: its place, for travel times.
  package private(set) var placeOfVenue: [Int] = []
  /// By venue and slot: whether it can be had.
  package private(set) var venueIsOpen: BitMatrix
  /// By leader.
  package private(set) var leaders: [Leader] = []
  /// By leader and slot: whether the leader can be had; absences and ``engagements`` are taken out.
  package private(set) var leaderIsFree: BitMatrix
  /// By leader and slot: whether a session then takes the leader out of class.
  package private(set) var leaderIsReleased: BitMatrix
  /// By leader and month, row by row: release half days left after ``engagements``; `nil` for no cap.
  package private(set) var monthlyRelease: [Int?] = []
  /// What leaders do besides, sorted by leader, then day.
  package private(set) var engagements: [Engagement] = []
  /// By leader: a range in ``engagements``.
  package private(set) var engagementsOfLeader: [Range<Int>] = []
  /// By cohort: the price of an isolated session; 0 where the cohort attends one series only.
  package private(set) var isolationPrice: [Int] = []
  /// How many pools of substitutes.
  package private(set) var pools = 0
  /// By pool and day, row by row: substitute half days left after ``engagements``.
  package private(set) var poolCapacity: [Int] = []

  /// By start, those of a series together and sorted by slot.
  package private(set) var starts: [Start] = []
  /// The slots of all spans, those of a start together.
  package private(set) var spans: [Int32] = []
  /// What starts take out of pools, those of a start together.
  package private(set) var poolUses: [PoolUse] = []
  /// By venue option, those of a series together.
  package private(set) var venueOptions: [VenueOption] = []
  /// By leader option, those of a series together.
  package private(set) var leaderOptions: [LeaderOption] = []
  /// Bounds on role counts, those of a series together.
  package private(set) var clauses: [Clause] = []
  /// Cohorts, those of a series together.
  package private(set) var cohortsOfSeries: [Int32] = []
  /// By session, those of a series together; a series without pins and without a published past has none.
  package private(set) var sessionRules: [SessionRule] = []

  /// Travel times between places.
  package let travelTimes: TravelTimes
  /// What leaders' ways to venues cost.
  package let travelPrices: TravelPrices
  /// How many sessions a leader has without an unfair load.
  package let fairShare: Int
  /// The price of the square of one session above the fair share.
  package let unfairPrice: Int
  /// What is paid whatever is decided.
  package let constant: Int

  /// A problem without series.
  ///
  /// - Parameters:
  ///   - grid: Days and periods.
  ///   - venues: Rooms, place and open slots of each venue.
  ///   - leaders: The leaders.
  ///   - leaderIsFree: By leader and slot, engagements not taken out.
  ///   - leaderIsReleased: By leader and slot.
  ///   - monthlyRelease: By leader: half days in any month, engagements not taken out.
  ///   - engagements: What leaders do besides, in any order.
  ///   - isolationPrice: By cohort.
  ///   - poolCapacity: By pool and day, row by row, engagements taken out.
  ///   - travelTimes: Travel times between places.
  ///   - travelPrices: What leaders' ways to venues cost.
  ///   - fairShare: How many sessions a leader has without an unfair load.
  ///   - unfairPrice: The price of the square of one session above it.
  ///   - constant: What is paid whatever is decided.
  package init(
    grid: TimetableGrid, venues: [(rooms: Int, place: Int, isOpen: (Int) -> Bool)], leaders: [Leader],
    leaderIsFree: BitMatrix? = nil, leaderIsReleased: BitMatrix? = nil, monthlyRelease: [Int?]? = nil,
    engagements: [Engagement] = [], isolationPrice: [Int], poolCapacity: [Int] = [],
    travelTimes: TravelTimes = .none, travelPrices: TravelPrices = .none, fairShare: Int = 0, unfairPrice: Int = 0,
    constant: Int = 0
  ) {
    self.grid = grid
    self.leaders = leaders
    self.isolationPrice = isolationPrice
    self.poolCapacity = poolCapacity
    self.travelTimes = travelTimes
    self.travelPrices = travelPrices
    self.fairShare = fairShare
    self.unfairPrice = unfairPrice
    self.constant = constant
    pools = grid.days == 0 ? 0 : poolCapacity.count / grid.days
    rooms = venues.map(\.rooms)
    placeOfVenue = venues.map(\.place)
    venueIsOpen = BitMatrix(rows: venues.count, columns: grid.slots)
    for (index, venue) in venues.enumerated() {
      for slot in 0..<grid.slots where venue.isOpen(slot) { venueIsOpen[index, slot] = true }
    }
    self.leaderIsFree =
      leaderIsFree ?? BitMatrix(rows: leaders.count, columns: grid.slots, repeating: true)
    self.leaderIsReleased = leaderIsReleased ?? BitMatrix(rows: leaders.count, columns: grid.slots)
    let caps = monthlyRelease ?? Array(repeating: nil, count: leaders.count)
    self.monthlyRelease = caps.flatMap { Array(repeating: $0, count: grid.months) }
    take(engagements)
  }

  /// Takes the slots and the release half days of what leaders do besides out of what they can give.
  private mutating func take(_ given: [Engagement]) {
    engagements = given.sorted { ($0.leader, $0.day, $0.first) < ($1.leader, $1.day, $1.first) }
    var next = 0
    for leader in leaders.indices {
      let from = next
      var released: Set<Int> = []
      while next < engagements.count, engagements[next].leader == leader {
        for slot in engagements[next].slots {
          leaderIsFree[leader, slot] = false
          guard leaderIsReleased[leader, slot], released.insert(slot).inserted else { continue }
          if let left = leaders[leader].yearlyRelease { leaders[leader].yearlyRelease = left - 1 }
          let cell = leader * grid.months + grid.monthOfDay[grid.day(of: slot)]
          if let left = monthlyRelease[cell] { monthlyRelease[cell] = left - 1 }
        }
        next += 1
      }
      engagementsOfLeader.append(from..<next)
    }
  }

  /// Adds a series. O(its starts + its leaders + its venues).
  ///
  /// - Returns: Its index.
  /// - Precondition: Starts are sorted by slot.
  @discardableResult
  package mutating func add(_ request: SeriesRequest) -> Int {
    precondition(
      request.sessionRules.isEmpty || request.sessionRules.count == request.sessions,
      "a rule for each session, or none")
    let firstStart = starts.count
    for start in request.starts {
      precondition(starts.count == firstStart || Int(starts[starts.count - 1].slot) < start.span[0], "sorted")
      starts.append(
        Start(
          slot: Int32(start.span[0]), last: Int32(start.span[start.span.count - 1]),
          day: Int32(grid.day(of: start.span[0])), spanFrom: Int32(spans.count),
          spanCount: Int32(start.span.count), poolFrom: Int32(poolUses.count),
          poolCount: Int32(start.poolUses.count), minutes: Int32(start.minutes), price: start.price))
      spans.append(contentsOf: start.span.map(Int32.init))
      poolUses.append(contentsOf: start.poolUses)
    }
    func range<Element>(_ array: inout [Element], _ new: [Element]) -> Range<Int> {
      let from = array.count
      array.append(contentsOf: new)
      return from..<array.count
    }
    series.append(
      Series(
        sessions: request.sessions, gap: request.gap, starts: firstStart..<starts.count,
        venues: range(&venueOptions, request.venues), needsVenue: request.needsVenue,
        leaders: range(&leaderOptions, request.leaders),
        team: Team(
          size: request.teamSize, clauses: range(&clauses, request.clauses), standards: request.standards,
          missedGrowthPrice: request.missedGrowthPrice),
        cohorts: range(&cohortsOfSeries, request.cohorts.map(Int32.init)),
        sessionRules: range(&sessionRules, request.sessionRules), unservedPrice: request.unservedPrice,
        contact: request.contact, missingMinutePrice: request.missingMinutePrice,
        leastDays: request.leastDays, missingDayPrice: request.missingDayPrice,
        venueChangePrice: request.venueChangePrice, changePrice: request.changePrice))
    return series.count - 1
  }
}

extension TimetableProblem {
  /// Whether anybody's release in the year is limited.
  var hasYearlyCaps: Bool { leaders.contains { $0.yearlyRelease != nil } }

  /// What is lost where a series is not served: more than anything where it must be.
  func stake(of series: Int) -> Int { self.series[series].unservedPrice ?? .max }

  /// Whether a series has its turn before another where most is at stake first.
  func hasMoreAtStake(_ one: Int, than other: Int) -> Bool {
    (-stake(of: one), one) < (-stake(of: other), other)
  }

  /// The price of one session's travel, or `nil` where the venue is out of the leader's reach. O(1).
  ///
  /// - Parameters:
  ///   - option: In ``leaderOptions``, one of the series.
  ///   - venue: In ``venueOptions``, one of the series.
  @inline(__always)
  package func travelPrice(of option: Int, to venue: Int, for series: Series) -> Int? {
    travelPrices[Int(leaderOptions[option].leader), Int(venueOptions[venue].venue)]
  }

  /// The slots of a start.
  @inline(__always)
  package func span(of start: Start) -> Range<Int> {
    Int(start.spanFrom)..<Int(start.spanFrom &+ start.spanCount)
  }

  /// Half days for which a session takes a leader out of class. O(slots of the session).
  @inline(__always)
  package func releasedHalfDays(of leader: Int, at start: Start) -> Int {
    span(of: start).count { leaderIsReleased[leader, Int(spans[$0])] }
  }

  /// What a start takes out of pools, as a range in ``poolUses``.
  @inline(__always)
  package func poolUses(of start: Start) -> Range<Int> {
    Int(start.poolFrom)..<Int(start.poolFrom &+ start.poolCount)
  }
}
