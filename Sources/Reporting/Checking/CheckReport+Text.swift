internal import Planning

extension CheckReport {
  /// For a terminal; no line is wider than 80 columns.
  ///
  /// - Parameter color: Whether to emphasise for a terminal. Whether one wants it is the caller's to know.
  public func text(color: Bool = false) -> String {
    var page = TextPage(color: color)
    page.title("\(scenario.region.title): what can be seen before solving")
    if scenario.region.isIllustrative { page.paragraph(Report.illustrativeNotice, style: .warning) }
    page.space()
    writeSizes(on: &page)
    writeTotals(on: &page)
    writeStandards(on: &page)
    writeMonths(on: &page)
    writeAdvice(on: &page)
    writeHopeless(on: &page)
    return page.text
  }

  private func writeSizes(on page: inout TextPage) {
    let sizes = [
      counted(scenario.districts.count, "district"), counted(scenario.schools.count, "school"),
      counted(scenario.leaders.count, "leader"), counted(scenario.venues.count, "venue"),
      counted(scenario.series.count, "series", "series"), counted(scenario.requests.count, "coaching request"),
      counted(scenario.pins.count, "pin"),
    ]
    page.paragraph(listed(sizes) + ".")
  }

  private func writeTotals(on page: inout TextPage) {
    page.heading("Demand against capacity")
    page.paragraph("Capacity is optimistic: a shortage that shows here is real; none showing promises nothing.")
    page.space()
    var table = TextTable([.left(""), .right("asked"), .right("can be given"), .right("asked/given")])
    if !scenario.series.isEmpty {
      table.row([
        "release half days of leaders, series", demand.halfDays.grouped, demand.halfDaysGiven.grouped,
        ratio(demand.halfDays, demand.halfDaysGiven),
      ])
    }
    if !scenario.requests.isEmpty {
      table.row([
        "coaching minutes a week, without travel", demand.coaching.value.grouped,
        demand.coachingGiven.value.grouped, ratio(demand.coaching.value, demand.coachingGiven.value),
      ])
    }
    page.table(table)
  }

  private func writeStandards(on page: inout TextPage) {
    let asked = demand.byStandard.filter { $0.series > 0 }
    if !asked.isEmpty {
      page.heading("Series by standard")
      var table = TextTable([
        .left("standard"), .right("series"), .right("half days"), .right("leaders"), .right("given"),
        .left(""),
      ])
      for row in asked {
        table.row([
          row.standard.description, row.series.grouped, row.halfDays.grouped, row.leaders.grouped,
          row.halfDaysGiven.map(\.grouped) ?? "no cap", shortage(row),
        ])
      }
      page.table(table)
    }
    let coached = demand.byStandard.filter { $0.requests > 0 }
    guard !coached.isEmpty else { return }
    page.heading("Coaching by standard")
    var table = TextTable([
      .left("standard"), .right("requests"), .right("min/week"), .right("given"), .left(""),
    ])
    for row in coached {
      table.row([
        row.standard.description, row.requests.grouped, row.coaching.value.grouped, row.coachingGiven.value.grouped,
        row.coaching > row.coachingGiven ? "SHORT" : "",
      ])
    }
    page.table(table)
  }

  private func writeMonths(on page: inout TextPage) {
    guard !scenario.series.isEmpty else { return }
    page.heading("Series by month, if sessions were spread evenly over their windows")
    var table = TextTable([.left("month"), .right("half days"), .right("given"), .left("")])
    let most = max(1, demand.byMonth.map(\.halfDays).max() ?? 1)
    for row in demand.byMonth {
      let isShort = row.halfDaysGiven.map { row.halfDays > $0 } ?? false
      let bar = String(repeating: "#", count: (row.halfDays * 30 + most - 1) / most)
      table.row([
        row.month.name, row.halfDays.grouped, row.halfDaysGiven.map(\.grouped) ?? "no cap",
        bar + (isShort ? " SHORT" : ""),
      ])
    }
    page.table(table)
  }

  private func writeHopeless(on page: inout TextPage) {
    page.heading("What nobody can serve, whatever the plan")
    guard !hopeless.isEmpty else {
      page.paragraph("Nothing: each request and each series could be served if it were alone.")
      return
    }
    for entry in hopeless {
      page.space()
      page.paragraph(entry.title, style: .warning)
      if let reason = entry.funnel.reason { page.paragraph(reason, indent: 2) }
      page.writeFunnel(entry.funnel.steps, needed: entry.funnel.needed, indent: 4)
    }
  }

  private func writeAdvice(on page: inout TextPage) {
    let advice = scenario.advice
    guard !advice.isEmpty else { return }
    page.heading("What practice advises otherwise (no rule forbids it)")
    for entry in advice { page.bullet(entry.message) }
  }

  private func shortage(_ row: Demand.ByStandard) -> String {
    if row.leaders == 0 { return "NOBODY" }
    return row.halfDaysGiven.map { row.halfDays > $0 } ?? false ? "SHORT" : ""
  }

  /// `1.30`, of what can be given; `-` where nothing can be.
  private func ratio(_ asked: Int, _ given: Int) -> String {
    guard given > 0 else { return "-" }
    let hundredths = (asked * 100 + given / 2) / given
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}
