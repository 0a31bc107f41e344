internal import Planning

/// Writes calendars of one plan; what they share is prepared once.
struct CalendarWriter {
  private let report: Report
  private let publication: Publication
  private let zone: ClockChanges?
  private let uidSuffix: String
  private let createdAt: String

  init(report: Report) {
    self.report = report
    let region = report.scenario.region
    publication = Publication(of: report.plan, in: report.scenario)
    zone = ClockChanges(of: region.timeZone, over: region.year)
    uidSuffix = ".\(region.year.schoolYear).\(identifier(region.title))@cadre"
    createdAt = stamp(region.year.lowerBound.number * 86_400 + report.plan.revision) + "Z"
  }

  /// Whether anything stands, or stood, in an audience's calendar.
  func hasEntries(for audience: Audience) -> Bool {
    !report.agenda.events(for: audience).isEmpty || !publication.dropped(for: audience, kept: []).isEmpty
  }

  func text(for audience: Audience) -> String {
    var lines = ContentLines()
    lines.add("BEGIN", "VCALENDAR")
    lines.add("VERSION", "2.0")
    lines.add("PRODID", "-//Cadre//Calendar of professional learning//EN")
    lines.add("CALSCALE", "GREGORIAN")
    let scenario = report.scenario
    let name =
      audience == .everyone
      ? scenario.region.title : "\(audience.title(in: scenario)) (\(scenario.region.title))"
    lines.add("X-WR-CALNAME", text: name)
    if let zone {
      lines.add("X-WR-TIMEZONE", text: zone.name)
      lines.add(zone)
    }
    var kept: Set<Appointment.Key> = []
    for event in report.agenda.events(for: audience) {
      let key = report.key(of: event)
      guard kept.insert(key).inserted else { continue }
      write(event, key: key, of: report, for: audience, isCancelled: false, to: &lines)
    }
    for dropped in publication.dropped(for: audience, kept: kept) {
      let key = dropped.appointment.key
      if let event = dropped.event {
        write(event, key: key, of: dropped.report, for: audience, isCancelled: true, to: &lines)
      } else {
        writeCancellation(of: dropped.appointment, to: &lines)
      }
    }
    lines.add("END", "VCALENDAR")
    return lines.text
  }

  private func write(
    _ event: Event, key: Appointment.Key, of source: Report, for audience: Audience, isCancelled: Bool,
    to lines: inout ContentLines
  ) {
    let days: [Day]
    switch event.subject {
    case .session: days = [event.day]
    case .visit(let position): days = source.resolved.match[position].visiting?.pattern.visits.sorted() ?? []
    }
    guard let first = days.first else { return }
    let words = source.words(for: event)
    begin(key, isCancelled: isCancelled, to: &lines)
    addTime("DTSTART", [first], at: event.clock.start, to: &lines)
    addTime("DTEND", [first], at: event.clock.end, to: &lines)
    addRecurrence(of: event, on: days, in: source, to: &lines)
    lines.add("SUMMARY", text: (isCancelled ? "Cancelled: " : "") + title(of: event, words: words, in: source))
    lines.add("LOCATION", text: words.place ?? "Online")
    if let place = source.place(of: event) {
      lines.add("GEO", "\(degrees(place.coordinate.latitude));\(degrees(place.coordinate.longitude))")
    }
    lines.add("DESCRIPTION", text: description(of: event, words: words, for: audience, in: source))
    lines.add("CATEGORIES", event.isSession ? "SESSION" : "VISIT")
    lines.add("END", "VEVENT")
  }

  /// Visits are one event, so its title does not count them.
  private func title(of event: Event, words: EventWords, in source: Report) -> String {
    guard case .visit(let position) = event.subject else { return words.title }
    let match = source.resolved.match[position]
    let kind = match.request.mentee == nil ? "Coaching" : "Mentoring"
    return "\(kind) visit at \(match.school.name)"
  }

  /// What nothing is known of any more but its dates.
  private func writeCancellation(of appointment: Appointment, to lines: inout ContentLines) {
    guard let first = appointment.days.first else { return }
    begin(appointment.key, isCancelled: true, to: &lines)
    lines.add("DTSTART;VALUE=DATE", basic(first))
    let subject: String
    switch appointment.key {
    case .session(let series, let number): subject = "session \(number) of \(series)"
    case .visits(let request): subject = "visits for \(request)"
    }
    lines.add("SUMMARY", text: "Cancelled: \(subject)")
    lines.add("END", "VEVENT")
  }

  private func begin(_ key: Appointment.Key, isCancelled: Bool, to lines: inout ContentLines) {
    lines.add("BEGIN", "VEVENT")
    switch key {
    case .session(let series, let number): lines.add("UID", "session-\(number).\(identifier(series))\(uidSuffix)")
    case .visits(let request): lines.add("UID", "visits.\(identifier(request))\(uidSuffix)")
    }
    lines.add("DTSTAMP", createdAt)
    lines.add("SEQUENCE", "\(isCancelled ? report.plan.revision : publication.sequence(of: key))")
    lines.add("STATUS", isCancelled ? "CANCELLED" : "CONFIRMED")
  }

  /// A weekly rule from the first visit to the last, without the dates that are missed.
  private func addRecurrence(of event: Event, on days: [Day], in source: Report, to lines: inout ContentLines) {
    guard case .visit(let position) = event.subject, let first = days.first, let last = days.last, first < last,
      let visiting = source.resolved.match[position].visiting
    else { return }
    let every = max(1, visiting.pattern.everyWeeks)
    let until =
      zone.map { stamp($0.instant(of: event.clock.start, on: last)) + "Z" }
      ?? stamp(last.number * 86_400 + event.clock.start.value * 60)
    lines.add("RRULE", "FREQ=WEEKLY;INTERVAL=\(every);UNTIL=\(until)")
    let regular = Array(stride(from: first, through: last, by: 7 * every))
    let visited = Set(days)
    addTime("EXDATE", regular.filter { !visited.contains($0) }, at: event.clock.start, to: &lines)
    let expected = Set(regular)
    addTime("RDATE", days.filter { !expected.contains($0) }, at: event.clock.start, to: &lines)
  }

  private func addTime(_ name: String, _ days: [Day], at time: Minutes, to lines: inout ContentLines) {
    guard !days.isEmpty else { return }
    let times = days.map { stamp($0.number * 86_400 + time.value * 60) }.joined(separator: ",")
    lines.add(zone.map { "\(name);TZID=\($0.name)" } ?? name, times)
  }

  private func description(
    of event: Event, words: EventWords, for audience: Audience, in source: Report
  ) -> String {
    var lines = [words.leading, words.attending, "About: " + words.standards]
    if let note = source.note(on: event, for: audience) { lines.append(note) }
    if source.plan.illustrative || source.scenario.region.isIllustrative { lines.append(Report.illustrativeNotice) }
    return lines.joined(separator: "\n")
  }

  /// Six decimals, as RFC 5545 advises.
  private func degrees(_ value: Double) -> String {
    let millionths = Int((value * 1_000_000).rounded())
    let digits = String(millionths.magnitude % 1_000_000)
    return (millionths < 0 ? "-" : "") + "\(millionths.magnitude / 1_000_000)."
      + String(repeating: "0", count: 6 - digits.count) + digits
  }
}
