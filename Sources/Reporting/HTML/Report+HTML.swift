internal import Planning

extension Report {
  /// One self-contained page: nothing is fetched, and nothing needs a script to be read. On paper each leader and
  /// each school has a sheet of its own.
  ///
  /// For everyone it has the figures, the year, the map, loads, what is not served and why, the score term by term
  /// and the certificate, then every series, every leader's calendar, every school's with anything in it, and every
  /// venue's in use. For another audience it has that audience's calendar and map.
  ///
  /// - Complexity: O(plan), in time and size; schools without events take no room but a dot on the map.
  public func html(for audience: Audience) -> String {
    let pages = PageWriter(report: self)
    return audience == .everyone ? pages.everyone().text : pages.single(audience).text
  }
}

/// Writes pages of one plan; what they share is prepared once.
struct PageWriter {
  let report: Report
  let drawing: YearDrawing
  /// The symbol of each district's days without school, where it has an event.
  private let closed: [District.ID: String]
  private let symbols: Markup

  init(report: Report) {
    self.report = report
    drawing = YearDrawing(year: report.scenario.region.year)
    var closed: [District.ID: String] = [:]
    var names: [String: String] = [:]
    var symbols = drawing.symbol(id: "year")
    for district in report.scenario.districts {
      guard !report.agenda.events(for: .district(district.id)).isEmpty else { continue }
      let path = drawing.closedPath(of: report.scenario.calendar(of: district.id))
      if let name = names[path] {
        closed[district.id] = name
        continue
      }
      let name = "closed-\(names.count)"
      names[path] = name
      closed[district.id] = name
      symbols += "<path id=\"\(name)\" class=\"closed-day\" d=\"\(path)\"/>"
    }
    self.closed = closed
    self.symbols = symbols
  }

  /// The page around a body.
  func page(titled title: String, over: String, links: [(id: String, title: String)], body: Markup) -> Markup {
    var markup: Markup = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
      script-src 'unsafe-inline'"/>
      <title>\(title): \(over)</title>
      <style>
      \(Markup(wellFormed: DrawingStyle.colors))
      \(Markup(wellFormed: DrawingStyle.shapes))
      \(Markup(wellFormed: PageStyle.text))
      </style>
      </head>
      <body>
      <svg class="defs" aria-hidden="true"><defs>\(symbols)</defs></svg>
      <header>
      <p class="over">\(over)</p>
      <h1>\(title)</h1>

      """
    if report.plan.illustrative || report.scenario.region.isIllustrative {
      markup += "<p class=\"notice\">\(Report.illustrativeNotice)</p>\n"
    }
    if let omission = report.omission { markup += "<p class=\"notice\">\(omission)</p>\n" }
    if !links.isEmpty {
      let items = links.map { "<li><a href=\"#\($0.id)\">\($0.title)</a></li>" as Markup }.joined()
      markup += "<nav aria-label=\"Sections\"><ul>\(items)</ul></nav>\n"
    }
    markup += "</header>\n<main>\n\(body)</main>\n"
    markup += """
      <footer><p>Plan of input \(report.plan.input.sha256.prefix(12)), seed \(String(report.plan.certificate.seed)). \
      Times are clock times in \(report.scenario.region.timeZone).</p></footer>
      <script>\(Markup(wellFormed: PageStyle.script))</script>
      </body>
      </html>

      """
    return markup
  }

  /// A year with marks, its dates and closed days shared with all others of the page.
  func year(of events: [Event], calendar district: District.ID?, isDense: Bool = false) -> Markup {
    let sessions = events.count(where: \.isSession)
    let what = "\(counted(sessions, "session")) and \(counted(events.count - sessions, "visit"))"
    var markup: Markup = """
      <svg class="year" viewBox="0 0 \(drawing.width) \(drawing.height)" role="img" \
      aria-label="Calendar of the school year with \(what)">
      """
    if let name = district.flatMap({ closed[$0] }) { markup += "<use href=\"#\(name)\"/>" }
    markup += isDense ? drawing.density(of: events) : drawing.marks(for: events)
    markup += "<use href=\"#year\"/></svg>"
    return markup
  }

  /// What colours of a year mean.
  static let yearLegend: Markup = """
    <ul class="legend"><li><i class="k-session"></i>session</li><li><i class="k-visit"></i>visit</li>\
    <li><i class="k-closed"></i>no school, or no professional learning</li></ul>
    """

  func section(_ id: String, _ title: String, isPages: Bool = false, _ content: Markup) -> Markup {
    """
    <section id="\(id)"\(isPages ? " class=\"pages\"" as Markup : "")>
    <h2>\(title)</h2>
    \(content)
    </section>

    """
  }
}
