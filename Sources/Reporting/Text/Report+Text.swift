internal import Planning

extension Report {
  /// A report for a terminal or an e-mail: calendars and agendas for one, and for everyone the summary, the
  /// plan by series and by request, what is not served, loads and score. No line is wider than 80 columns.
  ///
  /// - Parameters:
  ///   - audience: Whom it is for. The scenario must have it (``Audience/problem(in:)``).
  ///   - color: Whether to emphasise for a terminal. Whether one wants it is the caller's to know.
  /// - Complexity: O(events of the audience), for everyone O(plan).
  public func text(for audience: Audience, color: Bool = false) -> String {
    var page = TextPage(color: color)
    writeHeader(for: audience, on: &page)
    switch audience {
    case .everyone:
      writeEveryone(on: &page)
    case .leader(let id):
      if let load = loads.first(where: { $0.leader.id == id }) { write(load, on: &page) }
      writeCalendar(for: audience, on: &page)
      writeSeries(of: audience, on: &page)
      writeCoaching(of: audience, on: &page)
    case .school(let id):
      writeCalendar(for: audience, on: &page)
      writeSeries(of: audience, on: &page)
      writeCoaching(of: audience, on: &page)
      writeUnserved(for: audience, on: &page)
      if let district = scenario.schools[id: id]?.district { writePointer(to: district, on: &page) }
    case .district(let id):
      writeSubstitutes(of: id, on: &page)
      writeCalendar(for: audience, on: &page)
      writeSeries(of: audience, on: &page)
      writeCoaching(of: audience, on: &page)
      writeUnserved(for: audience, on: &page)
    case .venue(let id):
      if let venue = scenario.venues[id: id] {
        page.line(
          "Holds \(venue.capacity.grouped). Open \(venue.open.lowerBound.long) to \(venue.open.upperBound.long).")
      }
      writeCalendar(for: audience, on: &page)
      writeSeries(of: audience, on: &page)
    }
    return page.text
  }

  private func writeHeader(for audience: Audience, on page: inout TextPage) {
    let year = scenario.region.year.schoolYear
    switch audience {
    case .everyone: page.title("\(scenario.region.title): professional learning \(year)")
    default: page.title("\(audience.title(in: scenario)): calendar \(year)")
    }
    if audience != .everyone { page.paragraph("\(scenario.region.title); \(audience)") }
    if plan.illustrative || scenario.region.isIllustrative {
      page.paragraph(Self.illustrativeNotice, style: .warning)
    }
    if let omission { page.paragraph(omission, style: .warning) }
  }

  static let illustrativeNotice = "ILLUSTRATIVE: people or schools in this plan are invented."

  private func writePointer(to district: District.ID, on page: inout TextPage) {
    let own = resolved.timetable.count { $0.series.attendance.contains { $0.district == district } }
    guard own > 0 else { return }
    page.space()
    page.paragraph(
      """
      Educators of \(scenario.districts[id: district]?.name ?? district) attend \(counted(own, "series", "series")); \
      who of them come from this school is for the district to say. Its calendar: --for district:\(district)
      """)
  }

  private func write(_ load: LeaderLoad, on page: inout TextPage) {
    page.space()
    var facts = ["\(counted(load.sessions, "session")), \(counted(load.visits, "visit"))"]
    if load.distance > .zero { facts.append("\(load.distance.inMiles) to drive in the year") }
    page.line(facts.joined(separator: "; ") + ".")
    if let cap = load.leader.releaseHalfDays {
      page.line("Released \(days(ofHalfDays: load.halfDays)) of \(days(ofHalfDays: cap)) days.")
    } else if load.leader.releaseHalfDaysPerMonth != nil {
      page.line("Released \(days(ofHalfDays: load.halfDays)) days.")
    }
    if load.requests > 0 {
      page.line(
        "Coaching \(load.coachingPerWeek.asDuration) a week, travel included, of \(load.leader.coachingPerWeek.asDuration)."
      )
    }
  }

  /// The dates on which a district needs most substitutes.
  private func writeSubstitutes(of district: District.ID, on page: inout TextPage) {
    let needs = SubstituteUse(of: resolved).needs(of: district)
    page.heading("Substitutes")
    guard !needs.isEmpty else {
      page.line("None are needed.")
      return
    }
    let pool = scenario.districts[id: district]?.substitutesPerDay
    let total = needs.reduce(0) { $0 + $1.halfDays }
    page.paragraph(
      "\(counted(total, "half day")) of class on \(counted(needs.count, "date"))"
        + (pool.map { "; the pool of \(counted($0, "substitute")) covers \((2 * $0).grouped) half days a date." }
          ?? ".")
        + (needs.count > 10 ? " The ten dates with most:" : ""))
    var table = TextTable([.left("date"), .right("half days"), .right("of the pool")])
    for need in needs.sorted(by: { ($1.halfDays, $0.day) < ($0.halfDays, $1.day) }).prefix(10).sorted(by: {
      $0.day < $1.day
    }) {
      let share = pool.flatMap { percent(need.halfDays, of: 2 * $0) }.map { "\($0) %" } ?? ""
      table.row([need.day.short, need.halfDays.grouped, share])
    }
    page.table(table, indent: 2)
  }
}
