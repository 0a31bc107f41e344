internal import Planning

/// What one VEVENT stands for: a session, or all visits for a request.
struct Appointment: Hashable, Sendable {
  /// What it is, by the plan's keys: what its UID is made of.
  enum Key: Hashable, Sendable, Comparable {
    case session(series: Series.ID, number: Int)
    case visits(request: CoachingRequest.ID)
  }

  /// What it is.
  let key: Key
  /// Its dates, in order.
  let days: [Day]
  /// Its periods.
  let periods: [Period.ID]
  /// Where a session meets.
  let venue: Venue.ID?
  /// Who leads or coaches.
  let leaders: [Leader.ID]
}

extension Plan {
  /// Everything that calendars show of a plan, sessions first, as the plan has it: whether the scenario still
  /// knows its names does not matter. O(plan).
  var appointments: [Appointment] {
    let sessions = timetable.flatMap { scheduled in
      scheduled.sessions.enumerated().map { number, session in
        Appointment(
          key: .session(series: scheduled.series, number: number + 1), days: [session.day],
          periods: session.periods,
          venue: session.venue, leaders: scheduled.team.map(\.leader))
      }
    }
    let visits = match.compactMap { matched -> Appointment? in
      guard let visiting = matched.visiting, !visiting.visits.isEmpty else { return nil }
      return Appointment(
        key: .visits(request: matched.request), days: visiting.visits, periods: [visiting.period], venue: nil,
        leaders: [matched.coach])
    }
    return sessions + visits
  }
}
