internal import Planning

extension Report {
  /// An audience's part of the plan as JSON: series with their sessions, coaching with its visits, what is not
  /// served, loads; for everyone also the summary. `docs/report.schema.json` describes it.
  ///
  /// - Complexity: O(plan of the audience).
  public func json(for audience: Audience) -> String { JSONText.of(document(for: audience)) }

  private func document(for audience: Audience) -> ReportDocument {
    ReportDocument(
      title: scenario.region.title, illustrative: plan.illustrative || scenario.region.isIllustrative,
      audience: .init(key: audience.description, name: audience.title(in: scenario)),
      year: .init(from: scenario.region.year.lowerBound, to: scenario.region.year.upperBound),
      timeZone: scenario.region.timeZone, summary: audience == .everyone ? summaryDocument : nil,
      series: seriesPositions(of: audience).map { document(of: resolved.timetable[$0], for: audience) },
      coaching: matchPositions(of: audience).map(coachingDocument), unserved: unserved(for: audience),
      blockingPairs: audience == .everyone ? blockingPairs.map { $0.map(document) } : nil,
      advice: audience == .everyone ? resolved.advice : nil,
      loads: loads(for: audience).map(document), score: plan.score, certificate: plan.certificate,
      input: plan.input, leftOut: resolved.unresolved)
  }

  /// Everyone's loads, or the leader's own.
  private func loads(for audience: Audience) -> [LeaderLoad] {
    switch audience {
    case .everyone: loads
    case .leader(let id): loads.filter { $0.leader.id == id }
    case .school(let id): loads.filter { $0.leader.school == id }
    case .district(let id): loads.filter { scenario.district(of: $0.leader) == id }
    case .venue: []
    }
  }

  private var summaryDocument: ReportDocument.Summary {
    let figures = figures
    return ReportDocument.Summary(
      seriesAsked: figures.series.asked, seriesServed: figures.series.served,
      requestsAsked: figures.requests.asked, requestsServed: figures.requests.served,
      sessions: figures.sessions, visits: figures.visits,
      reach: Dictionary(uniqueKeysWithValues: figures.reach.map { ($0.delivery.rawValue, $0.educators) }),
      contactMinutes: figures.contact.value, substitutesCents: figures.substitutes.value,
      mileageCents: figures.mileage.value)
  }

  /// A series; for a venue only the sessions that meet there.
  private func document(of scheduled: ResolvedPlan.Scheduled, for audience: Audience) -> ReportDocument.SeriesEntry
  {
    let series = scheduled.series
    let hostName =
      scenario.schools[id: series.host]?.name ?? scenario.districts[id: series.host]?.name ?? series.host
    return ReportDocument.SeriesEntry(
      key: series.id, title: series.title, delivery: series.delivery.rawValue, setting: series.setting.rawValue,
      host: .init(key: series.host, name: hostName), standards: series.standards.map(ReportDocument.Described.init),
      educators: series.educators,
      attendance: series.attendance.map {
        .init(
          key: $0.district, name: scenario.districts[id: $0.district]?.name ?? $0.district, educators: $0.educators)
      }, cohorts: series.cohorts,
      team: scheduled.team.map { .init(key: $0.id, name: $0.name, part: $0.part(in: series)) },
      sessions: scheduled.sessions.enumerated().compactMap { number, session in
        if case .venue(let id) = audience, session.venue?.id != id { return nil }
        guard let clock = scenario.clock(of: session.span) else { return nil }
        return ReportDocument.Session(
          number: number + 1, date: session.day, weekday: session.day.weekday, start: clock.start.asClock,
          end: clock.end.asClock, periods: session.span.map { scenario.periods[$0].id },
          venue: session.venue.map { .init(key: $0.id, name: $0.name) })
      })
  }

  private func coachingDocument(at position: Int) -> ReportDocument.Coaching {
    let match = resolved.match[position]
    var visits: ReportDocument.Visits?
    if let visiting = match.visiting, let clock = agenda.visitTimes[position] {
      visits = ReportDocument.Visits(
        weekday: visiting.pattern.weekday, period: visiting.pattern.period, everyWeeks: visiting.pattern.everyWeeks,
        start: clock.start.asClock, end: clock.end.asClock, dates: visiting.pattern.visits,
        missed: visiting.pattern.missed)
    }
    return ReportDocument.Coaching(
      key: match.request.id, school: .init(key: match.school.id, name: match.school.name),
      mentee: match.request.mentee, coach: .init(key: match.coach.id, name: match.coach.name),
      standards: match.request.standards.map(ReportDocument.Described.init),
      minutesPerWeek: match.request.perWeek.value, visits: visits,
      shadow: resolved.shadowing(ofMatch: position).map {
        .init(leader: .init(key: $0.leader.id, name: $0.leader.name), dates: $0.visits)
      })
  }

  private func document(of pair: BlockingPair) -> ReportDocument.Pair {
    ReportDocument.Pair(
      request: pair.request.id, coach: .init(key: pair.coach.id, name: pair.coach.name),
      current: pair.current.map { .init(key: $0.id, name: $0.name) }, givenUp: pair.givenUp.map(\.id),
      text: pair.sentence(in: scenario))
  }

  private func document(of load: LeaderLoad) -> ReportDocument.Load {
    ReportDocument.Load(
      leader: .init(key: load.leader.id, name: load.leader.name), sessions: load.sessions, visits: load.visits,
      releaseHalfDays: load.halfDays, releaseHalfDaysCap: load.leader.releaseHalfDays,
      releaseHalfDaysByMonth: load.halfDaysByMonth.map { .init(month: $0.month.key, count: $0.halfDays) },
      metres: load.distance.value)
  }
}

extension Month {
  /// `2026-09`.
  var key: String { String(first.description.prefix(7)) }
}
