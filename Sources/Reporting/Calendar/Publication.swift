internal import Planning

/// What a plan changes in the calendars that the published plan put into people's hands.
///
/// There is no state besides the two plans. A plan's revision is one more than that of the plan published
/// before it. An appointment that is new or differs from the published one has the plan's revision for its
/// SEQUENCE; one that is the same keeps the published plan's. So a SEQUENCE never falls, and it rises with every
/// change. What somebody's published calendar had and the new one has not is cancelled in it.
struct Publication: Sendable {
  private let plan: Plan
  private let published: Plan?
  private let before: [Appointment.Key: Appointment]
  private let now: [Appointment.Key: Appointment]
  private let report: Report?

  /// O(plan · log plan).
  init(of plan: Plan, in scenario: Scenario) {
    self.plan = plan
    published = scenario.published
    func index(_ plan: Plan?) -> [Appointment.Key: Appointment] {
      Dictionary((plan?.appointments ?? []).map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    }
    before = index(scenario.published)
    now = index(plan)
    report = scenario.published.map { Report(plan: $0, scenario: scenario) }
  }

  /// The SEQUENCE of an appointment of the plan.
  func sequence(of key: Appointment.Key) -> Int {
    guard let published, before[key] == now[key] else { return plan.revision }
    return published.revision
  }

  /// An appointment that is no longer in somebody's calendar; with its event, where the scenario still knows
  /// what it was.
  struct Dropped {
    let appointment: Appointment
    let event: Event?
    let report: Report
  }

  /// What an audience's published calendar had and the new one has not, by key.
  ///
  /// What the scenario no longer has a school or district for (its series was taken out of the files) is
  /// cancelled in the calendars of its leaders, its venue and of everyone.
  ///
  /// - Parameter kept: The keys of the audience's new calendar.
  func dropped(for audience: Audience, kept: Set<Appointment.Key>) -> [Dropped] {
    guard let report else { return [] }
    var events: [Appointment.Key: Event] = [:]
    for event in report.agenda.events(for: audience) {
      let key = report.key(of: event)
      if events[key] == nil { events[key] = event }
    }
    let lost = before.values.filter { appointment in
      switch audience {
      case .everyone: true
      case .leader(let id): appointment.leaders.contains(id)
      case .venue(let id): appointment.venue == id
      case .school, .district: events[appointment.key] != nil
      }
    }
    return lost.filter { !kept.contains($0.key) }.sorted { $0.key < $1.key }.map {
      Dropped(appointment: $0, event: events[$0.key], report: report)
    }
  }
}

extension Report {
  /// What an event belongs to.
  func key(of event: Event) -> Appointment.Key {
    switch event.subject {
    case .session(let position): .session(series: resolved.timetable[position].series.id, number: event.number)
    case .visit(let position): .visits(request: resolved.match[position].request.id)
    }
  }
}
