internal import Planning

extension Report {
  /// The series that an audience has a part in, as positions in the resolved timetable, in the plan's order.
  func seriesPositions(of audience: Audience) -> [Int] {
    if audience == .everyone { return Array(resolved.timetable.indices) }
    var positions: Set<Int> = []
    for event in agenda.events(for: audience) {
      if case .session(let position) = event.subject { positions.insert(position) }
    }
    return positions.sorted()
  }

  /// The matched requests that an audience has a part in, as positions in the resolved match, in the plan's
  /// order, those without visits included.
  func matchPositions(of audience: Audience) -> [Int] {
    resolved.match.indices.filter { position in
      let match = resolved.match[position]
      switch audience {
      case .everyone: return true
      case .leader(let id): return match.coach.id == id
      case .school(let id): return match.school.id == id
      case .district(let id): return match.school.district == id
      case .venue: return false
      }
    }
  }

  /// What an audience asked for and does not get, in the plan's order.
  func unserved(for audience: Audience) -> [Unserved] {
    plan.unserved.filter { entry in
      switch (audience, entry.kind) {
      case (.everyone, _): return true
      case (.school(let id), .request): return scenario.requests[id: entry.id]?.school == id
      case (.school(let id), .series): return scenario.series[id: entry.id]?.host == id
      case (.district(let id), .request):
        return scenario.requests[id: entry.id].flatMap { scenario.schools[id: $0.school] }?.district == id
      case (.district(let id), .series):
        guard let series = scenario.series[id: entry.id] else { return false }
        return series.hostDistrict == id || series.attendance.contains { $0.district == id }
      case (.leader, _), (.venue, _): return false
      }
    }
  }

  /// `Fractions that make sense (S4), 30 educators from North`, `Coaching at South One (C7)`.
  func title(of entry: Unserved) -> String { scenario.title(of: entry.kind, entry.id) }
}

extension Scenario {
  /// What was asked for, by whom: `Fractions that make sense (S4), for North`.
  func title(of kind: Unserved.Kind, _ id: String) -> String {
    switch kind {
    case .series:
      guard let own = series[id: id] else { return id }
      let host = schools[id: own.host]?.name ?? districts[id: own.host]?.name ?? own.host
      return "\(own.title) (\(id)), for \(counted(own.educators, "educator")) of \(host)"
    case .request:
      guard let own = requests[id: id] else { return id }
      let school = schools[id: own.school]?.name ?? own.school
      return own.mentee.map { "Mentoring of \($0) at \(school) (\(id))" } ?? "Coaching at \(school) (\(id))"
    }
  }

  /// From when to when a span of periods is; `nil` of none.
  func clock(of span: [Int]) -> Clock? {
    guard let first = span.first, let last = span.last else { return nil }
    return Clock(start: periods[first].start, end: periods[last].end)
  }
}
