/// A plan with its names looked up in a scenario, as the rules and the score read it.
///
/// What cannot be looked up (a leader that is not there, a series planned twice) is a violation of its
/// own and is left out of everything else.
public struct ResolvedPlan: Sendable {
  /// A request and its coach.
  public struct Match: Sendable {
    /// The request.
    public let request: CoachingRequest
    /// The school that is visited.
    public let school: School
    /// The coach.
    public let coach: Leader
    /// When the coach visits, and the position of the period.
    public let visiting: (pattern: MatchedRequest.Visiting, period: Int)?
  }

  /// A session.
  public struct Session: Sendable {
    /// The date.
    public let day: Day
    /// The positions of its periods, in order.
    public let span: [Int]
    /// Where it meets.
    public let venue: Venue?
  }

  /// A series with its team and sessions.
  public struct Scheduled: Sendable {
    /// The series.
    public let series: Series
    /// Its team.
    public let team: [Leader]
    /// Its sessions.
    public let sessions: [Session]
  }

  /// A new leader who goes along on visits.
  public struct Shadowing: Sendable {
    /// The new leader.
    public let leader: Leader
    /// Whose visits, as a position in ``ResolvedPlan/match``.
    public let match: Int
    /// The dates.
    public let visits: [Day]
  }

  /// Something that a leader does on a date.
  public struct Engagement: Sendable {
    /// The leader.
    public let leader: Leader
    /// The date.
    public let day: Day
    /// The positions of its periods, in order.
    public let span: [Int]
    /// Where; `nil` where it is virtual.
    public let place: Place?
    /// What, for messages: `session 2 of S4`, `the visit for C7`.
    public let what: String
    /// The length of a visit; `nil` for a session, which takes its periods whole.
    public let visit: Minutes?
  }

  /// What it was resolved in.
  public let scenario: Scenario
  /// The problems that it answers; the other is not judged.
  public let parts: Set<Score.Part>
  /// The match, in the order of the plan.
  public let match: [Match]
  /// The timetable, in the order of the plan.
  public let timetable: [Scheduled]
  /// Who goes along with whom, in the order of the plan.
  public let shadowing: [Shadowing]
  /// What could not be looked up.
  public let unresolved: [Violation]
  /// Everything each leader does, by date and period, leaders in the order of leaders.csv.
  public let engagements: [[Engagement]]

  private let shadowingByMatch: [Int: Shadowing]

  /// Looks up every name of a plan. O(plan · log plan).
  public init(
    match: [MatchedRequest], timetable: [ScheduledSeries], shadowing: [Planning.Shadowing] = [],
    parts: Set<Score.Part> = [.match, .timetable],
    in scenario: Scenario
  ) {
    self.scenario = scenario
    self.parts = parts
    var resolver = Resolver(scenario: scenario)
    self.match = match.compactMap { resolver.resolve($0) }
    self.timetable = timetable.compactMap { resolver.resolve($0) }
    let found = self.match
    let positions = Dictionary(uniqueKeysWithValues: found.enumerated().map { ($1.request.id, $0) })
    self.shadowing = shadowing.compactMap { entry in
      resolver.resolve(entry, in: positions[entry.request].map { ($0, found[$0]) })
    }
    shadowingByMatch = Dictionary(self.shadowing.map { ($0.match, $0) }, uniquingKeysWith: { first, _ in first })
    unresolved = resolver.violations

    var engagements = Array(repeating: [Engagement](), count: scenario.leaders.count)
    for match in self.match {
      guard let visiting = match.visiting, let coach = scenario.leaders.position(of: match.coach.id) else {
        continue
      }
      for day in visiting.pattern.visits {
        engagements[coach].append(
          Engagement(
            leader: match.coach, day: day, span: [visiting.period], place: match.school.place,
            what: "the visit for \(match.request.id)", visit: match.request.visitLength))
      }
    }
    for scheduled in self.timetable {
      for leader in scheduled.team {
        guard let position = scenario.leaders.position(of: leader.id) else { continue }
        for (number, session) in scheduled.sessions.enumerated() {
          engagements[position].append(
            Engagement(
              leader: leader, day: session.day, span: session.span, place: session.venue?.place,
              what: "session \(number + 1) of \(scheduled.series.id)", visit: nil))
        }
      }
    }
    for entry in self.shadowing {
      guard let position = scenario.leaders.position(of: entry.leader.id) else { continue }
      let match = self.match[entry.match]
      guard let period = match.visiting?.period else { continue }
      for day in entry.visits {
        engagements[position].append(
          Engagement(
            leader: entry.leader, day: day, span: [period], place: match.school.place,
            what: "shadowing the visit for \(match.request.id)", visit: match.request.visitLength))
      }
    }
    self.engagements = engagements.map { list in
      list.sorted { ($0.day, $0.span.first ?? 0, $0.what) < ($1.day, $1.span.first ?? 0, $1.what) }
    }
  }

  /// Looks up every name of a plan.
  public init(_ plan: Plan, in scenario: Scenario) {
    self.init(
      match: plan.match, timetable: plan.timetable, shadowing: plan.shadowing ?? [], parts: plan.parts,
      in: scenario)
  }

  /// Who goes along on visits for a matched request, if anybody. O(1).
  ///
  /// - Parameter position: In ``match``.
  public func shadowing(ofMatch position: Int) -> Shadowing? { shadowingByMatch[position] }

  /// Who goes along on a visit, if anybody. O(visits gone along on).
  ///
  /// - Parameter position: In ``match``.
  public func shadow(ofVisit position: Int, on day: Day) -> Leader? {
    shadowingByMatch[position].flatMap { $0.visits.contains(day) ? $0.leader : nil }
  }

  /// The half days of class that a leader misses on a date, as positions of periods.
  public func released(_ engagements: some Sequence<Engagement>) -> Set<Slot> {
    var slots: Set<Slot> = []
    for engagement in engagements {
      for period in engagement.span
      where scenario.releases(engagement.leader, from: period, on: engagement.day) {
        slots.insert(Slot(day: engagement.day, period: period))
      }
    }
    return slots
  }
}

/// Looks up names one after the other and keeps what fails.
private struct Resolver {
  let scenario: Scenario
  var violations: [Violation] = []
  var seen: Set<String> = []
  let periods: [Period.ID: Int]

  init(scenario: Scenario) {
    self.scenario = scenario
    periods = Dictionary(uniqueKeysWithValues: scenario.periods.enumerated().map { ($1.id, $0) })
  }

  mutating func fail(_ subject: String, _ message: String) {
    violations.append(Violation(rule: "names", subjects: [subject], message: message))
  }

  mutating func resolve(_ entry: MatchedRequest) -> ResolvedPlan.Match? {
    guard let request = scenario.requests[id: entry.request], let school = scenario.schools[id: request.school]
    else {
      fail(entry.request, "The plan serves `\(entry.request)`, which coaching.csv does not have.")
      return nil
    }
    guard let coach = scenario.leaders[id: entry.coach] else {
      fail(entry.request, "`\(entry.request)` is coached by `\(entry.coach)`, whom leaders.csv does not have.")
      return nil
    }
    guard seen.insert("request " + request.id).inserted else {
      fail(request.id, "`\(request.id)` is matched more than once.")
      return nil
    }
    guard let pattern = entry.visiting else {
      return ResolvedPlan.Match(request: request, school: school, coach: coach, visiting: nil)
    }
    guard let period = periods[pattern.period] else {
      fail(request.id, "The visits for `\(request.id)` are in period `\(pattern.period)`, which is unknown.")
      return nil
    }
    return ResolvedPlan.Match(request: request, school: school, coach: coach, visiting: (pattern, period))
  }

  mutating func resolve(
    _ entry: Shadowing, in match: (position: Int, match: ResolvedPlan.Match)?
  ) -> ResolvedPlan.Shadowing? {
    guard let leader = scenario.leaders[id: entry.leader] else {
      fail(entry.leader, "`\(entry.leader)` shadows, whom leaders.csv does not have.")
      return nil
    }
    guard let match, match.match.coach.id == entry.coach else {
      fail(
        entry.leader,
        "`\(entry.leader)` shadows `\(entry.coach)` for `\(entry.request)`, whom the plan does not match.")
      return nil
    }
    return ResolvedPlan.Shadowing(leader: leader, match: match.position, visits: entry.visits)
  }

  mutating func resolve(_ entry: ScheduledSeries) -> ResolvedPlan.Scheduled? {
    guard let series = scenario.series[id: entry.series] else {
      fail(entry.series, "The plan schedules `\(entry.series)`, which series.csv does not have.")
      return nil
    }
    guard seen.insert("series " + series.id).inserted else {
      fail(series.id, "`\(series.id)` is scheduled more than once.")
      return nil
    }
    var team: [Leader] = []
    for member in entry.team {
      guard let leader = scenario.leaders[id: member.leader] else {
        fail(series.id, "`\(series.id)` is led by `\(member.leader)`, whom leaders.csv does not have.")
        return nil
      }
      if team.contains(where: { $0.id == leader.id }) {
        fail(series.id, "`\(leader.id)` is twice in the team of `\(series.id)`.")
        return nil
      }
      team.append(leader)
    }
    var sessions: [ResolvedPlan.Session] = []
    for session in entry.sessions {
      var span: [Int] = []
      for name in session.periods {
        guard let period = periods[name] else {
          fail(series.id, "A session of `\(series.id)` is in period `\(name)`, which is unknown.")
          return nil
        }
        span.append(period)
      }
      var venue: Venue?
      if let name = session.venue {
        guard let known = scenario.venues[id: name] else {
          fail(series.id, "A session of `\(series.id)` meets at `\(name)`, which venues.csv does not have.")
          return nil
        }
        venue = known
      }
      sessions.append(ResolvedPlan.Session(day: session.day, span: span, venue: venue))
    }
    return ResolvedPlan.Scheduled(series: series, team: team, sessions: sessions)
  }
}
