internal import Planning

extension PageWriter {
  /// The page of one leader, school, district or venue.
  func single(_ audience: Audience) -> Markup {
    let scenario = report.scenario
    var article: Markup = ""
    switch audience {
    case .everyone: return everyone()
    case .leader(let id):
      if let load = report.loads.first(where: { $0.leader.id == id }) {
        article = self.article(of: load.leader, load: load)
      }
    case .school(let id): if let school = scenario.schools[id: id] { article = self.article(of: school) }
    case .district(let id): if let district = scenario.districts[id: id] { article = self.article(of: district) }
    case .venue(let id): if let venue = scenario.venues[id: id] { article = self.article(of: venue) }
    }
    var body = section("calendar", "Calendar", Self.yearLegend + article)
    if let map = report.map(for: audience).markup() { body += section("map", "Map", map + Self.mapLegend) }
    body += unserved(for: audience)
    return page(
      titled: audience.title(in: scenario), over: "\(scenario.region.title), \(scenario.region.year.schoolYear)",
      links: [], body: body)
  }

  static let mapLegend: Markup = """
    <ul class="legend"><li><i class="k-venue"></i>venue</li><li><i class="k-school"></i>school visited</li>\
    <li><i class="k-home"></i>home of a leader</li><li>thin lines: from home to where a leader leads or coaches</li>\
    <li>small dots: other schools</li><li>north is up</li></ul>
    """

  /// What is not served, with reasons and funnels; nothing where all is.
  func unserved(for audience: Audience) -> Markup {
    let own = report.unserved(for: audience)
    guard !own.isEmpty else { return "" }
    var content: Markup =
      "<p>\(counted(own.count, "request or series", "requests and series")) \(own.count == 1 ? "is" : "are") not served.</p>\n"
    for entry in own {
      content += """
        <div class="unserved"><h3>\(report.title(of: entry))</h3><p>\(entry.reason)</p>
        """
      if !entry.funnel.isEmpty {
        let steps = entry.funnel.upToFailure().map {
          "<li><b>\($0.count.grouped)</b><span>\($0.what)</span></li>" as Markup
        }
        content += "<ol class=\"funnel\">\(steps.joined())</ol>"
      }
      content += "</div>\n"
    }
    return section("unserved", "Not served, and why", content)
  }
}
