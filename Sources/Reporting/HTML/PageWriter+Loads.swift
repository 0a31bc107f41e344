internal import Planning

/// What the plan asks of leaders and of districts.
extension PageWriter {
  var loads: Markup {
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

  var districts: Markup {
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
}
