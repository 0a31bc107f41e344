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
    add("score", "Score, term by term", scoreTables)
    add("certificate", "Certificate", certificate)
    add("districts", "Districts", districts)
    add("series", "Series", series)
    add("coaching", "Coaching and mentoring", coaching(of: .everyone))
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
    tiles.append(((figures.substitutes + figures.mileage).inDollars, "substitutes and mileage"))
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

  private var loads: Markup {
    let busy = report.loads.busiestFirst.filter { $0.events > 0 }
    guard !busy.isEmpty else { return "" }
    let months = report.months
    var byMonth = MarkupTable(
      "By month",
      [("Month", .time), ("Sessions", .number), ("Visits", .number), ("Release half days of leaders", .number)])
    for column in months.columns {
      byMonth.row([
        Markup(column.month.name), Markup(column.sessions), Markup(column.visits), Markup(column.halfDays),
      ])
    }
    let most = max(1, busy.map(\.events).max() ?? 1)
    var table = MarkupTable(
      "Leaders, the busiest first",
      [
        ("Leader", .text), ("Sessions and visits", .text), ("Release days, of the cap", .text),
        ("Coaching a week", .number),
        ("Miles", .number),
      ])
    for load in busy {
      let leader = load.leader
      let cap = leader.releaseHalfDays
      let release: Markup =
        cap.map {
          Self.meter(load.halfDays, of: $0, style: "meter")
            + "\(days(ofHalfDays: load.halfDays)) of \(days(ofHalfDays: $0))"
        }
        ?? "\(days(ofHalfDays: load.halfDays)), no cap"
      table.row([
        "<a href=\"#\(Self.anchor(.leader(leader.id)))\">\(leader.name)</a>",
        Self.meter(load.events, of: most, style: "meter s") + "\(load.sessions.grouped) + \(load.visits.grouped)",
        release, load.requests == 0 ? "" : Markup(load.coachingPerWeek.asDuration),
        Markup(load.distance.tenthsOfMiles / 10),
      ])
    }
    let idle = report.loads.count - busy.count
    let rest: Markup =
      idle == 0 ? "" : "<p>\(counted(idle, "leader")) \(idle == 1 ? "has" : "have") nothing in this plan.</p>\n"
    return months.markup() + Self.monthsLegend + byMonth.markup + table.markup + rest
  }

  private static let monthsLegend: Markup = """
    <ul class="legend"><li><i class="k-sessions"></i>sessions</li><li><i class="k-visits"></i>visits</li>\
    <li><i class="k-release"></i>release half days of leaders</li></ul>
    """

  private static func meter(_ value: Int, of whole: Int, style: String) -> Markup {
    let share = min(100, percent(value, of: whole) ?? 0)
    return "<span class=\"\(style)\" aria-hidden=\"true\"><i style=\"width:\(share)%\"></i></span>"
  }

  private var scoreTables: Markup {
    let score = report.plan.score
    var markup: Markup = "<p class=\"quiet\">Amount times weight is cost; less is better. Money is in cents.</p>\n"
    for part in Score.Part.allCases where score.lines.contains(where: { $0.part == part }) {
      var table = MarkupTable(
        "The \(part.title)",
        [("Term", .text), ("What it counts", .text), ("Amount", .number), ("Weight", .number), ("Cost", .number)])
      for line in score.lines where line.part == part {
        table.row([
          Markup(line.term.title), Markup("\(line.term.text) (\(line.unit))"), Markup(line.amount),
          Markup(line.weight),
          Markup(line.product),
        ])
      }
      table.sum(["Total", "", "", "", Markup(score.total(of: part))])
      markup += table.markup
    }
    markup += "<p><strong>All together: \(score.total.grouped)</strong></p>\n"
    return markup
  }

  private var certificate: Markup {
    let plan = report.plan
    var markup: Markup = ""
    var facts: [(String, String)] = []
    for (part, certificate) in plan.certified {
      markup += "<p>\(certificate.words(for: part))</p>\n"
      facts += [
        ("Objective of the \(part.rawValue)", certificate.objective.grouped),
        ("Proven bound of the \(part.rawValue)", "\(certificate.bound.grouped) (\(certificate.boundMethod))"),
        ("Gap of the \(part.rawValue)", certificate.gapInPercent),
      ]
    }
    facts += [("Seed", "\(plan.certificate.seed)"), ("Effort", plan.certificate.effort.grouped)]
    facts += plan.certificate.versions.sorted { $0.key < $1.key }.map { ("Version of \($0.key)", $0.value) }
    markup += "<dl>"
    for (name, value) in facts { markup += "<dt>\(name)</dt><dd>\(value)</dd>" }
    markup += "<dt>SHA-256 of the input</dt><dd class=\"digest\">\(plan.input.sha256)</dd></dl>\n"
    return markup
  }

  private var districts: Markup {
    let use = SubstituteUse(of: report.resolved)
    var table = MarkupTable(
      nil,
      [
        ("District", .text), ("Sessions", .number), ("Visits", .number), ("Half days of substitutes", .number),
        ("Most on a date", .text),
      ])
    for district in report.scenario.districts {
      let events = report.agenda.events(for: .district(district.id))
      guard !events.isEmpty else { continue }
      let needs = use.needs(of: district.id)
      let sessions = events.count(where: \.isSession)
      var peak = ""
      if let most = needs.max(by: { ($0.halfDays, $1.day) < ($1.halfDays, $0.day) }) {
        let pool = district.substitutesPerDay.map { " of \((2 * $0).grouped)" } ?? ""
        peak = "\(most.halfDays.grouped)\(pool) on \(most.day.short)"
      }
      table.row([
        Markup(district.name), Markup(sessions), Markup(events.count - sessions),
        Markup(needs.reduce(0) { $0 + $1.halfDays }), Markup(peak),
      ])
    }
    return table.markup
  }

  private var series: Markup {
    var table = MarkupTable(
      nil,
      [
        ("Series", .text), ("About", .text), ("Team", .text), ("Who comes", .text), ("Sessions", .text),
      ])
    for scheduled in report.resolved.timetable {
      let dates = scheduled.sessions.compactMap { session -> Markup? in
        guard let clock = report.scenario.clock(of: session.span) else { return nil }
        return "\(session.day.short), \(clock.text), \(session.venue?.name ?? "online")"
      }
      table.row([
        "\(scheduled.series.title)<br/><span class=\"quiet\">\(scheduled.series.id)</span>",
        Markup(scheduled.series.standards.map(\.title).joined(separator: "; ")),
        Markup(listed(report.members(of: scheduled))), Markup(report.attendance(of: scheduled.series)),
        dates.joined(separator: "<br/>"),
      ])
    }
    return table.markup
  }
}
