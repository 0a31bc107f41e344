internal import Planning

extension PageWriter {
  /// The page of all there is.
  func everyone() -> Markup {
    let region = report.scenario.region
    let schools = report.scenario.schools.filter { !report.agenda.events(for: .school($0.id)).isEmpty }
    let busy = report.loads.filter { $0.events > 0 }
    let venues = report.scenario.venues.filter { !report.agenda.events(for: .venue($0.id)).isEmpty }
    var sections: [(id: String, title: String, markup: Markup)] = []
    func add(_ id: String, _ title: String, isPages: Bool = false, _ content: Markup) {
      guard !content.text.isEmpty else { return }
      sections.append((id, title, section(id, title, isPages: isPages, content)))
    }
    add("glance", "At a glance", glance)
    add("year-of-all", "The year", overview)
    if let map = report.map(for: .everyone).markup() { add("map", "Map", map + Self.mapLegend) }
    add("loads", "Loads", loads)
    let unserved = unserved(for: .everyone)
    if !unserved.text.isEmpty { sections.append(("unserved", "Not served, and why", unserved)) }
    add("preferences", "Who would rather have one another", blockingPairs)
    add("shadowing", "New coaches beside experienced ones", list(report.summary.shadowing))
    add("advice", "What practice advises otherwise", list(report.summary.advice))
    add("score", "Score, term by term", scoreTables)
    add("certificate", "Certificate", certificate)
    add("districts", "Districts", districts)
    add("series", "Series", series)
    add("coaching", "Coaching and mentoring", coaching(of: .everyone, caption: nil))
    let leaderPages = busy.map { article(of: $0.leader, load: $0) }.joined()
    if !busy.isEmpty { add("leaders", "Calendars of leaders", isPages: true, Self.filter("leaders") + leaderPages) }
    let schoolPages = schools.map { article(of: $0) }.joined()
    if !schools.isEmpty {
      add("schools", "Calendars of schools", isPages: true, Self.filter("schools") + schoolPages)
    }
    let venuePages = venues.map { article(of: $0) }.joined()
    if !venues.isEmpty { add("venues", "Calendars of venues", isPages: true, Self.filter("venues") + venuePages) }
    return page(
      titled: region.title, over: "Professional learning \(region.year.schoolYear)",
      links: sections.map { ($0.id, $0.title) }, body: sections.map(\.markup).joined())
  }

  private func list(_ sentences: [String]) -> Markup {
    guard !sentences.isEmpty else { return "" }
    let items = sentences.map { "<li>\($0)</li>\n" as Markup }
    return "<ul>\n\(items.joined())</ul>\n"
  }

  /// Hidden until the script that makes it work shows it.
  private static func filter(_ what: String) -> Markup {
    """
    <p class="filter" hidden="hidden"><label>Show \(what) with <input type="search" placeholder="part of a name"/></label></p>

    """
  }

  private var glance: Markup {
    let figures = report.figures
    var tiles: [(String, String)] = []
    if report.plan.parts.contains(.timetable) {
      tiles.append(("\(figures.series.served.grouped) of \(figures.series.asked.grouped)", "series served"))
    }
    if report.plan.parts.contains(.match) {
      tiles.append(
        ("\(figures.requests.served.grouped) of \(figures.requests.asked.grouped)", "coaching requests served"))
    }
    tiles.append((figures.sessions.grouped, "sessions"))
    tiles.append((figures.visits.grouped, "visits"))
    tiles.append((figures.reach.reduce(0) { $0 + $1.educators }.grouped, "places for educators"))
    let dollars = (figures.substitutes.value + figures.mileage.value + 50) / 100
    tiles.append(("$\(dollars.grouped)", "substitutes and mileage"))
    for (part, certificate) in report.plan.certified {
      tiles.append((certificate.gapInPercent, "proven gap of the \(part.rawValue)"))
    }
    var markup: Markup = "<div class=\"tiles\">"
    for (value, name) in tiles { markup += "<div class=\"tile\"><b>\(value)</b><span>\(name)</span></div>" }
    markup += "</div>\n<ul>\n"
    for fact in report.summary.served + report.summary.costs { markup += "<li>\(fact)</li>\n" }
    markup += "</ul>\n"
    return markup
  }

  private var overview: Markup {
    "<p class=\"quiet\">The stronger a date, the more sessions and visits it has.</p>\n"
      + year(of: report.agenda.events, calendar: nil, isDense: true)
  }

  private var series: Markup {
    var table = MarkupTable(nil, [("Series", .text), ("Sessions", .text)])
    for scheduled in report.resolved.timetable {
      let series = scheduled.series
      let dates = scheduled.sessions.compactMap { session -> Markup? in
        guard let clock = report.scenario.clock(of: session.span) else { return nil }
        return "\(session.day.short), \(clock.text), \(session.venue?.name ?? "online")"
      }
      table.row([
        """
        \(series.title) <span class="quiet">(\(series.id))</span><br/>\
        <span class="plain">\(series.standards.map(\.title).joined(separator: "; "))<br/>\
        Led by \(listed(report.members(of: scheduled)))<br/>\(report.attendance(of: series))</span>
        """, dates.joined(separator: "<br/>"),
      ])
    }
    return table.markup
  }
}
