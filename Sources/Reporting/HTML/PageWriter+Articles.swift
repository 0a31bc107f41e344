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

  private func sessions(_ events: [Event], for audience: Audience) -> Markup {
    var columns: [(title: String, kind: MarkupTable.Kind)] = [
      ("Date", .time), ("Time", .time), ("Session", .text), ("Where", .text),
    ]
    let isLeader = if case .leader = audience { true } else { false }
    let isVenue = if case .venue = audience { true } else { false }
    columns.append((isLeader ? "With" : "Led by", .text))
    columns.append(("Who comes", .text))
    if !isVenue { columns.append((isLeader ? "Way and release" : "Your leaders", .text)) }
    var table = MarkupTable("Sessions", columns)
    for event in events {
      guard case .session(let position) = event.subject else { continue }
      let words = report.words(for: event)
      let scheduled = report.resolved.timetable[position]
      var people = report.members(of: scheduled)
      if case .leader(let id) = audience { people = scheduled.team.filter { $0.id != id }.map(\.name) }
      var cells: [Markup] = [
        Markup(event.day.short), Markup(event.clock.text), Markup(words.title), Markup(words.place ?? "online"),
        Markup(people.isEmpty ? "alone" : listed(people)), Markup(words.attending),
      ]
      if !isVenue { cells.append(Markup(sessionNote(on: event, for: audience))) }
      table.row(cells)
    }
    return table.markup
  }

  private func sessionNote(on event: Event, for audience: Audience) -> String {
    let note = report.note(on: event, for: audience) ?? ""
    if case .leader = audience { return note }
    return String(note.split(separator: ": ", maxSplits: 1).last ?? "")
  }

  /// Requests with their coach and dates: a row each, not a row a visit.
  func coaching(of audience: Audience) -> Markup {
    let isLeader = if case .leader = audience { true } else { false }
    var table = MarkupTable(
      "Coaching and mentoring",
      [
        (isLeader ? "School" : "For", .text), (isLeader ? "For" : "Coach or mentor", .text), ("About", .text),
        ("When", .text), ("Dates", .text), ("No visit", .text),
      ])
    for position in report.matchPositions(of: audience) {
      let match = report.resolved.match[position]
      let purpose = match.request.mentee ?? "its teachers"
      var cells: [Markup] =
        isLeader
        ? [Markup(match.school.name), Markup(purpose)]
        : [
          Markup(match.request.mentee.map { "\($0), \(match.school.name)" } ?? match.school.name),
          "<a href=\"#\(Self.anchor(.leader(match.coach.id)))\">\(match.coach.name)</a>",
        ]
      cells.append(Markup(match.request.standards.map(\.title).joined(separator: "; ")))
      if let visiting = match.visiting, let clock = report.agenda.visitTimes[position] {
        cells.append(Markup("\(visiting.pattern.rhythm), \(clock.text)"))
        cells.append(Markup(compact(visiting.pattern.visits)))
        cells.append(
          Markup(visiting.pattern.missed.map { "\($0.day.monthAndDay) (\($0.reason))" }.joined(separator: ", ")))
      } else {
        cells += ["not yet decided", "", ""]
      }
      table.row(cells)
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
