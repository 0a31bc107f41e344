internal import Planning

/// Every session and visit of a plan by date and time, and who is concerned by which.
struct Agenda: Sendable {
  /// All events, by date, starting time, kind and key.
  let events: [Event]
  /// When the visits of each match are.
  let visitTimes: VisitTimes

  private var byLeader: [String: [Int]] = [:]
  private var bySchool: [String: [Int]] = [:]
  private var byDistrict: [String: [Int]] = [:]
  private var byVenue: [String: [Int]] = [:]

  /// O(plan · log plan).
  init(of plan: ResolvedPlan) {
    visitTimes = VisitTimes(of: plan)
    events = Self.events(of: plan, times: visitTimes)
    for (position, event) in events.enumerated() {
      let concerned = Concerned(by: event, in: plan)
      for id in concerned.leaders { byLeader[id, default: []].append(position) }
      for id in concerned.schools { bySchool[id, default: []].append(position) }
      for id in concerned.districts { byDistrict[id, default: []].append(position) }
      if let venue = concerned.venue { byVenue[venue, default: []].append(position) }
    }
  }

  /// The events of an audience, by date and time. O(its events).
  func events(for audience: Audience) -> [Event] {
    let positions: [Int]?
    switch audience {
    case .everyone: return events
    case .leader(let id): positions = byLeader[id]
    case .school(let id): positions = bySchool[id]
    case .district(let id): positions = byDistrict[id]
    case .venue(let id): positions = byVenue[id]
    }
    return (positions ?? []).map { events[$0] }
  }

  private static func events(of plan: ResolvedPlan, times: VisitTimes) -> [Event] {
    var events: [(event: Event, key: String)] = []
    let periods = plan.scenario.periods
    for (position, scheduled) in plan.timetable.enumerated() {
      for (number, session) in scheduled.sessions.enumerated() {
        guard let first = session.span.first, let last = session.span.last else { continue }
        events.append(
          (
            Event(
              subject: .session(position), number: number + 1, count: scheduled.sessions.count, day: session.day,
              clock: Clock(start: periods[first].start, end: periods[last].end), span: session.span),
            scheduled.series.id
          ))
      }
    }
    for (position, match) in plan.match.enumerated() {
      guard let visiting = match.visiting, let clock = times[position] else { continue }
      for (number, day) in visiting.pattern.visits.enumerated() {
        events.append(
          (
            Event(
              subject: .visit(position), number: number + 1, count: visiting.pattern.visits.count, day: day,
              clock: clock, span: [visiting.period]),
            match.request.id
          ))
      }
    }
    return events.sorted {
      ($0.event.day, $0.event.clock.start, $0.event.isSession ? 0 : 1, $0.key, $0.event.number)
        < ($1.event.day, $1.event.clock.start, $1.event.isSession ? 0 : 1, $1.key, $1.event.number)
    }.map(\.event)
  }
}

/// In whose calendars an event stands, each once.
private struct Concerned {
  var leaders: [String] = []
  /// The school that is visited, that hosts or that is met at, and the schools whose leaders are away.
  var schools: [String] = []
  /// The districts of those schools, and those that host or attend.
  var districts: [String] = []
  var venue: String?

  init(by event: Event, in plan: ResolvedPlan) {
    func add(_ id: String?, to list: inout [String]) {
      if let id, !list.contains(id) { list.append(id) }
    }
    let scenario = plan.scenario
    func addHome(of leader: Leader) {
      add(leader.school.flatMap { scenario.schools[id: $0]?.id }, to: &schools)
      add(scenario.district(of: leader), to: &districts)
    }
    switch event.subject {
    case .visit(let position):
      let match = plan.match[position]
      leaders = [match.coach.id]
      if let shadow = plan.shadow(ofVisit: position, on: event.day) {
        leaders.append(shadow.id)
        addHome(of: shadow)
      }
      add(match.school.id, to: &schools)
      add(match.school.district, to: &districts)
      addHome(of: match.coach)
    case .session(let position):
      let scheduled = plan.timetable[position]
      venue = scheduled.sessions[event.number - 1].venue?.id
      for id in [scheduled.series.host, venue].compactMap({ $0 }) {
        guard let school = scenario.schools[id: id] else { continue }
        add(school.id, to: &schools)
        add(school.district, to: &districts)
      }
      add(scheduled.series.hostDistrict, to: &districts)
      for attendance in scheduled.series.attendance { add(attendance.district, to: &districts) }
      for leader in scheduled.team {
        add(leader.id, to: &leaders)
        addHome(of: leader)
      }
    }
  }
}
