internal import Planning

extension Report {
  /// An audience's year and map as one standalone SVG file.
  ///
  /// - Complexity: O(events of the audience + schools).
  public func svg(for audience: Audience) -> String {
    let drawing = YearDrawing(year: scenario.region.year)
    let events = agenda.events(for: audience)
    let map = map(for: audience)
    let mapMarkup = map.markup()
    let mapHeight = MapPlane(fitting: map.extent)?.height ?? 0
    let width = max(MapDrawing.width, drawing.width) + 40
    let top = plan.illustrative || scenario.region.isIllustrative ? 84 : 64
    let height = top + drawing.height + 24 + mapHeight + 20
    let title = "\(audience.title(in: scenario)), \(scenario.region.year.schoolYear)"
    var markup: Markup = """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" \
      role="img" aria-label="\(title)"><title>\(title)</title><style>\(Markup(wellFormed: DrawingStyle.colors))
      \(Markup(wellFormed: DrawingStyle.shapes))
      .sheet{fill:var(--paper)}.title{font:600 22px system-ui,sans-serif;fill:var(--ink)}
      .note{font:13px system-ui,sans-serif;fill:var(--quiet)}</style>
      <rect class="sheet" width="\(width)" height="\(height)"/>
      <text class="title" x="20" y="34">\(title)</text>
      <text class="note" x="20" y="54">\(legend(for: audience))</text>
      """
    if top > 64 { markup += "<text class=\"note\" x=\"20\" y=\"72\">\(Self.illustrativeNotice)</text>" }
    markup += "<g transform=\"translate(20 \(top))\">"
    if let calendar = audience.calendar(in: scenario) {
      markup += "<path class=\"closed-day\" d=\"\(drawing.closedPath(of: calendar))\"/>"
    }
    markup += audience == .everyone ? drawing.density(of: events) : drawing.marks(for: events)
    markup += drawing.symbol(id: "year")
    markup += "</g>"
    if let mapMarkup { markup += "<g transform=\"translate(20 \(top + drawing.height + 24))\">\(mapMarkup)</g>" }
    markup += "</svg>\n"
    return markup.text
  }

  private func legend(for audience: Audience) -> String {
    let year =
      audience == .everyone
      ? "Year: the stronger a date, the more sessions and visits it has."
      : "Year: blue sessions, green visits, grey no school."
    return year + " Map: blue venues, green schools visited, brown homes of leaders."
  }
}

extension MapDrawing {
  /// What decides the map's section: everything with a name, else all schools.
  var extent: [Coordinate] {
    let points = spots.map(\.coordinate) + journeys.flatMap { [$0.from, $0.to] }
    return points.isEmpty ? background : points
  }
}
