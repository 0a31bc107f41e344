internal import Planning

extension Report {
  /// The columns of ``csv(for:)``.
  static let columns = [
    "kind", "key", "title", "number", "of", "date", "weekday", "start", "end", "periods", "place", "place_key",
    "leaders", "leader_keys", "part", "educators", "districts", "standards", "mentee", "reason",
  ]

  /// One table of an audience's part of the plan; `kind` says what a row is:
  ///
  /// - `session`: a session, `number` of `of`; one row each;
  /// - `visit`: a visit of a coach or mentor; one row each;
  /// - `coaching`: a matched request without visits (a plan made by `match`);
  /// - `team`: a leader of a series' team, `part` being `lead` or `support`;
  /// - `unserved`: what was asked for and is not served, with the reason.
  ///
  /// Dates are `2026-09-15`, times `08:30`; several values in a field are parted by `; `.
  ///
  /// - Complexity: O(events of the audience).
  public func csv(for audience: Audience) -> String {
    var table = SpreadsheetText(header: Self.columns)
    for event in agenda.events(for: audience) { table.row(row(of: event)) }
    for position in matchPositions(of: audience) where resolved.match[position].visiting == nil {
      table.row(row(of: resolved.match[position]))
    }
    for position in seriesPositions(of: audience) {
      let scheduled = resolved.timetable[position]
      for leader in scheduled.team {
        if case .leader(let id) = audience, id != leader.id { continue }
        table.row(
          row([
            "kind": "team", "key": "series:\(scheduled.series.id)", "title": scheduled.series.title,
            "leaders": leader.name, "leader_keys": "leader:\(leader.id)",
            "part": leader.part(in: scheduled.series).rawValue,
          ]))
      }
    }
    for entry in unserved(for: audience) {
      table.row(
        row([
          "kind": "unserved", "key": "\(entry.kind.rawValue):\(entry.id)", "title": title(of: entry),
          "reason": ([entry.reason] + entry.funnel.map { "\($0.count) \($0.what)" }).joined(separator: "; "),
        ]))
    }
    return table.text
  }

  private func row(_ fields: [String: String]) -> [String] {
    Self.columns.map { fields[$0] ?? "" }
  }

  private func row(of event: Event) -> [String] {
    var fields = [
      "number": "\(event.number)", "of": "\(event.count)", "date": event.day.description,
      "weekday": event.day.weekday.name, "start": event.clock.start.asClock, "end": event.clock.end.asClock,
      "periods": event.span.map { scenario.periods[$0].id }.joined(separator: "; "),
      "leaders": leaders(of: event).map(\.name).joined(separator: "; "),
      "leader_keys": leaders(of: event).map { "leader:\($0.id)" }.joined(separator: "; "),
    ]
    switch event.subject {
    case .session(let position):
      let scheduled = resolved.timetable[position]
      let venue = scheduled.sessions[event.number - 1].venue
      fields["kind"] = "session"
      fields["key"] = "series:\(scheduled.series.id)"
      fields["title"] = scheduled.series.title
      fields["place"] = venue?.name ?? "online"
      fields["place_key"] = venue.map { "venue:\($0.id)" } ?? ""
      fields["educators"] = "\(scheduled.series.educators)"
      fields["districts"] =
        scheduled.series.attendance.map {
          "\(scenario.districts[id: $0.district]?.name ?? $0.district) \($0.educators)"
        }.joined(separator: "; ")
      fields["standards"] = scheduled.series.standards.map(\.description).joined(separator: "; ")
    case .visit(let position):
      let match = resolved.match[position]
      fields.merge(self.fields(of: match)) { _, new in new }
      fields["kind"] = "visit"
    }
    return row(fields)
  }

  private func row(of match: ResolvedPlan.Match) -> [String] {
    var fields = fields(of: match)
    fields["kind"] = "coaching"
    fields["leaders"] = match.coach.name
    fields["leader_keys"] = "leader:\(match.coach.id)"
    return row(fields)
  }

  private func fields(of match: ResolvedPlan.Match) -> [String: String] {
    [
      "key": "request:\(match.request.id)",
      "title": match.request.mentee == nil ? "Coaching" : "Mentoring",
      "place": match.school.name, "place_key": "school:\(match.school.id)",
      "districts": scenario.districts[id: match.school.district]?.name ?? match.school.district,
      "standards": match.request.standards.map(\.description).joined(separator: "; "),
      "mentee": match.request.mentee ?? "",
    ]
  }
}
