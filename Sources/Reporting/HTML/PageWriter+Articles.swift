internal import Planning

/// The calendar of one leader, school, district or venue: a sheet of paper each.
extension PageWriter {
  func article(for audience: Audience, title: String, facts: [String], body: Markup) -> Markup {
    """
    <article id="\(Self.anchor(audience))"><h3>\(title)</h3>
    <p class="sub">\(facts.joined(separator: " \u{B7} "))</p>
    \(body)</article>

    """
  }

  static func anchor(_ audience: Audience) -> String {
    let text = audience.description
    guard let colon = text.firstIndex(of: ":") else { return text }
    return text[..<colon] + "-" + identifier(String(text[text.index(after: colon)...]))
  }

  func article(of leader: Leader, load: LeaderLoad) -> Markup {
    let audience = Audience.leader(leader.id)
    let events = report.agenda.events(for: audience)
    let school = leader.school.flatMap { report.scenario.schools[id: $0]?.name }
    var facts = [leader.role.title + (school.map { " at \($0)" } ?? "")]
    facts.append("\(counted(load.sessions, "session")), \(counted(load.visits, "visit"))")
    let cap = leader.releaseHalfDays.map { " of \(days(ofHalfDays: $0))" } ?? ""
    facts.append("released \(days(ofHalfDays: load.halfDays))\(cap) days")
    facts.append(load.distance.inMiles)
    return article(
      for: audience, title: leader.name, facts: facts,
      body: year(of: events, calendar: report.scenario.district(of: leader))
        + sessions(events, for: audience) + coaching(of: audience))
  }

  func article(of school: School) -> Markup {
    let audience = Audience.school(school.id)
    let events = report.agenda.events(for: audience)
    let district = report.scenario.districts[id: school.district]?.name ?? school.district
    return article(
      for: audience, title: school.name, facts: [district],
      body: year(of: events, calendar: school.district) + sessions(events, for: audience) + coaching(of: audience)
        + coachesElsewhere(events, school: school))
  }

  func article(of district: District) -> Markup {
    let audience = Audience.district(district.id)
    let events = report.agenda.events(for: audience)
    return article(
      for: audience, title: district.name, facts: [district.county],
      body: year(of: events, calendar: district.id) + sessions(events, for: audience) + coaching(of: audience))
  }

  func article(of venue: Venue) -> Markup {
    let audience = Audience.venue(venue.id)
    let events = report.agenda.events(for: audience)
    return article(
      for: audience, title: venue.name,
      facts: ["holds \(venue.capacity.grouped)", counted(events.count, "session")],
      body: year(of: events, calendar: report.scenario.schools[id: venue.id]?.district)
        + sessions(events, for: audience))
  }

  /// Sessions in the order of their dates; who comes is said once a series.
  private func sessions(_ events: [Event], for audience: Audience) -> Markup {
    var table = MarkupTable("Sessions", [("Date", .time), ("Time", .time), ("Session", .text)])
    var introduced: Set<Int> = []
    for event in events {
      guard case .session(let position) = event.subject else { continue }
      let words = report.words(for: event)
      var details = [words.place.map { "At \($0)" } ?? "Online"]
      if introduced.insert(position).inserted { details += introduction(of: position, words: words, for: audience) }
      var cell: Markup = "<b>\(words.title)</b><br/>\(details.joined(separator: ". "))"
      if let note = report.note(on: event, for: audience), !note.hasPrefix("Online") {
        cell += ". <span class=\"quiet\">\(note)</span>"
      }
      table.row([Markup(event.day.short), Markup(event.clock.text), cell])
    }
    return table.markup
  }

  private func introduction(of position: Int, words: EventWords, for audience: Audience) -> [String] {
    let scheduled = report.resolved.timetable[position]
    guard case .leader(let id) = audience else { return [words.leading, words.attending, words.standards] }
    let others = scheduled.team.filter { $0.id != id }.map(\.name)
    return [others.isEmpty ? nil : "With \(listed(others))", words.attending, words.standards].compactMap { $0 }
  }

  /// Requests with their coach and dates: a row each, not a row a visit.
  func coaching(of audience: Audience, caption: String? = "Coaching and mentoring") -> Markup {
    let isLeader = if case .leader = audience { true } else { false }
    var table = MarkupTable(caption, [(isLeader ? "School" : "For", .text), ("Visits", .text)])
    for position in report.matchPositions(of: audience) {
      let match = report.resolved.match[position]
      let about = match.request.standards.map(\.title).joined(separator: "; ")
      let purpose = match.request.mentee.map { "Mentoring \($0)" } ?? "Coaching"
      var first: Markup = "\(match.school.name)<br/><span class=\"plain\">\(purpose): \(about)"
      if !isLeader {
        first += "<br/>by <a href=\"#\(Self.anchor(.leader(match.coach.id)))\">\(match.coach.name)</a>"
      }
      if let shadow = report.shadow(ofMatch: position) { first += "<br/>shadowed by \(shadow)" }
      first += "</span>"
      var second: Markup = "not yet decided"
      if let visiting = match.visiting, let clock = report.agenda.visitTimes[position] {
        second = "<b>\(visiting.pattern.rhythm), \(clock.text)</b><br/>\(compact(visiting.pattern.visits))"
        let missed = visiting.pattern.missed.map { "\($0.day.monthAndDay) (\($0.reason))" }
        if !missed.isEmpty {
          second += "<br/><span class=\"quiet\">Not on \(missed.joined(separator: ", "))</span>"
        }
      }
      table.row([first, second])
    }
    return table.markup
  }

  /// Who of a school coaches at others, and how often.
  private func coachesElsewhere(_ events: [Event], school: School) -> Markup {
    var visits: [String: Int] = [:]
    for event in events {
      guard case .visit(let position) = event.subject else { continue }
      let match = report.resolved.match[position]
      if match.school.id != school.id { visits[match.coach.name, default: 0] += 1 }
    }
    guard !visits.isEmpty else { return "" }
    let names = visits.sorted { $0.key < $1.key }.map { "\($0.key) (\(counted($0.value, "visit")))" }
    return "<p>Coaching at other schools: \(listed(names)).</p>\n"
  }
}

extension Markup {
  static func + (left: Markup, right: Markup) -> Markup { Markup(wellFormed: left.text + right.text) }
}
