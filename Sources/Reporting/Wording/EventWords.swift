internal import Planning

/// An event in words, the same in every kind of report.
struct EventWords {
  /// `Fractions that make sense (1 of 4)`, `Coaching visit at South One (3 of 9)`.
  let title: String
  /// Where people go; `nil` where they meet online.
  let place: String?
  /// `Led by Ann Ortiz and Bob Hill (supporting)`, `Coach: Ann Ortiz`.
  let leading: String
  /// `24 educators: 20 from North, 4 from South`; whom a coach visits for.
  let attending: String
  /// What it is about.
  let standards: String
}

extension Report {
  /// An event in words. O(team + districts that attend).
  func words(for event: Event) -> EventWords {
    switch event.subject {
    case .session(let position):
      let scheduled = resolved.timetable[position]
      let series = scheduled.series
      let number = event.count == 1 ? "" : " (\(event.number) of \(event.count))"
      return EventWords(
        title: series.title + number, place: scheduled.sessions[event.number - 1].venue?.name,
        leading: "Led by " + listed(members(of: scheduled)), attending: attendance(of: series),
        standards: series.standards.map(\.title).joined(separator: "; "))
    case .visit(let position):
      let match = resolved.match[position]
      let kind = match.request.mentee == nil ? "Coaching" : "Mentoring"
      let number = event.count == 1 ? "" : " (\(event.number) of \(event.count))"
      let shadow = resolved.shadow(ofVisit: position, on: event.day).map { "; \($0.name) shadows" } ?? ""
      return EventWords(
        title: "\(kind) visit at \(match.school.name)\(number)", place: match.school.name,
        leading: "\(match.request.mentee == nil ? "Coach" : "Mentor"): \(match.coach.name)\(shadow)",
        attending: match.request.mentee.map { "For \($0)" } ?? "For the teachers of \(match.school.name)",
        standards: match.request.standards.map(\.title).joined(separator: "; "))
    }
  }

  /// The team's names, in its order; who learns to lead is marked.
  func members(of scheduled: ResolvedPlan.Scheduled) -> [String] {
    scheduled.team.map { leader in
      leader.part(in: scheduled.series) == .lead ? leader.name : "\(leader.name) (supporting)"
    }
  }

  /// `24 educators: 20 from North, 4 from South`.
  func attendance(of series: Series) -> String {
    let educators = counted(series.educators, "educator")
    let groups = series.attendance.filter { $0.educators > 0 }
    func name(_ id: District.ID) -> String { scenario.districts[id: id]?.name ?? id }
    if groups.count == 1 { return "\(educators) from \(name(groups[0].district))" }
    return groups.isEmpty
      ? educators
      : educators + ": "
        + groups.map { "\($0.educators.grouped) from \(name($0.district))" }.joined(separator: ", ")
  }

  /// The leaders of an event.
  func leaders(of event: Event) -> [Leader] {
    switch event.subject {
    case .session(let position): resolved.timetable[position].team
    case .visit(let position):
      [resolved.match[position].coach] + [resolved.shadow(ofVisit: position, on: event.day)].compactMap(\.self)
    }
  }

  /// Where an event is; `nil` where it is virtual.
  func place(of event: Event) -> Place? {
    switch event.subject {
    case .session(let position): resolved.timetable[position].sessions[event.number - 1].venue?.place
    case .visit(let position): resolved.match[position].school.place
    }
  }

  /// Whether an event takes a leader out of class or office.
  func releases(_ leader: Leader, for event: Event) -> Bool {
    (leader.releaseHalfDays != nil || leader.releaseHalfDaysPerMonth != nil)
      && event.span.contains { scenario.releases(leader, from: $0, on: event.day) }
  }

  /// What a reader needs to know of an event besides what everybody is told: the drive, for a leader; whose
  /// class or office is empty, for a school or district.
  func note(on event: Event, for audience: Audience) -> String? {
    switch audience {
    case .leader(let id):
      guard let leader = scenario.leaders[id: id] else { return nil }
      var notes: [String] = []
      if case .visit(let position) = event.subject,
        let shadow = resolved.shadow(ofVisit: position, on: event.day)
      {
        notes.append(
          shadow.id == id ? "You shadow \(resolved.match[position].coach.name)" : "\(shadow.name) shadows you")
      }
      if let place = place(of: event) {
        let leg = scenario.travel.leg(from: leader.home, to: place)
        notes.append(
          leg.distance == .zero ? "No drive" : "Drive: \(leg.distance.inMiles), \(leg.time.asDuration) each way")
      } else {
        notes.append("Online: no drive")
      }
      if releases(leader, for: event) { notes.append("released from \(leader.leavesAClass ? "class" : "duty")") }
      return notes.joined(separator: "; ")
    case .school(let id):
      return away(leaders(of: event).filter { $0.school == id }, at: event, from: id)
    case .district(let id):
      return away(
        leaders(of: event).filter { scenario.district(of: $0) == id && releases($0, for: event) }, at: event,
        from: id)
    case .everyone, .venue: return nil
    }
  }

  private func away(_ own: [Leader], at event: Event, from id: String) -> String? {
    guard !own.isEmpty else { return nil }
    let isHere = place(of: event)?.id == id
    let names = own.map {
      releases($0, for: event) ? "\($0.name) (released from \($0.leavesAClass ? "class" : "duty"))" : $0.name
    }
    return (isHere ? "Your leaders there: " : "Your leaders away: ") + names.joined(separator: ", ")
  }
}
