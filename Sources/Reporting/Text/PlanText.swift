internal import Planning

extension Report {
  /// All there is: the summary, then the plan itself, then tables.
  func writeEveryone(on page: inout TextPage) {
    page.space()
    summary.write(on: &page, isForEmail: false)
    writeYear(on: &page)
    writeSeries(of: .everyone, on: &page)
    writeCoaching(of: .everyone, on: &page)
    writeUnserved(for: .everyone, on: &page)
    writeLoads(on: &page)
    page.heading("Score, term by term")
    page.write(plan.score)
    writeCertificate(on: &page)
  }

  /// The sessions of each date, counted, two months beside one another.
  private func writeYear(on page: inout TextPage) {
    let sessions = agenda.events.filter(\.isSession)
    guard let first = sessions.first, let last = sessions.last else { return }
    page.heading("Sessions by date")
    page.line("x1 after a date: one session; x2: two; x+: ten or more.")
    let counts = Dictionary(sessions.map { ($0.day, 1) }, uniquingKeysWith: +)
    let grids = (first.day...last.day).months.map { month -> [String] in
      var marks: [Int: MonthGrid.Mark] = [:]
      for day in month.first...month.last {
        guard let count = counts[day] else { continue }
        marks[day.components.day] = MonthGrid.Mark(text: count < 10 ? "x\(count)" : "x+", style: .session)
      }
      let grid = MonthGrid(month: month, marks: marks, room: 2)
      let blanks = String(repeating: " ", count: grid.width - month.name.count)
      return [page.ink(.heading, month.name) + blanks] + grid.lines(ink: page.ink)
    }
    for start in stride(from: 0, to: grids.count, by: 2) {
      page.space()
      let left = grids[start]
      let right = start + 1 < grids.count ? grids[start + 1] : []
      for row in 0..<max(left.count, right.count) {
        var text = row < left.count ? left[row] : String(repeating: " ", count: 35)
        if row < right.count { text += "    " + right[row] }
        while text.last == " " { text.removeLast() }
        page.line(text)
      }
    }
    writeAgenda(of: sessions, on: &page)
  }

  /// All sessions in the order of their dates.
  private func writeAgenda(of sessions: [Event], on page: inout TextPage) {
    page.heading("Sessions in order")
    var month: Month?
    for event in sessions {
      if event.day.month != month {
        month = event.day.month
        page.space()
        page.line(page.ink(.heading, event.day.month.name))
      }
      let words = words(for: event)
      let when = event.day.short.padded(to: 12) + event.clock.text
      page.item(when, "\(words.title), \(words.place.map { "at \($0)" } ?? "online")", column: 31)
    }
  }

  /// Each series of an audience with its team, educators and dates.
  func writeSeries(of audience: Audience, on page: inout TextPage) {
    let positions = seriesPositions(of: audience)
    guard !positions.isEmpty else { return }
    page.heading("Series")
    for position in positions {
      let scheduled = resolved.timetable[position]
      let series = scheduled.series
      page.space()
      page.paragraph("\(series.title) (\(series.id))", style: .session)
      page.item("  standards", series.standards.map(\.title).joined(separator: "; "), column: 13)
      page.item("  team", listed(members(of: scheduled)), column: 13)
      page.item("  who comes", attendance(of: series), column: 13)
      for (number, session) in scheduled.sessions.enumerated() {
        guard let clock = scenario.clock(of: session.span) else { continue }
        let place = session.venue.map { "at \($0.name)" } ?? "online"
        page.item(
          number == 0 ? "  sessions" : "", "\(session.day.short), \(clock.text), \(place)", column: 13)
      }
    }
  }

  /// Each coaching request of an audience with its coach and dates.
  func writeCoaching(of audience: Audience, on page: inout TextPage) {
    let positions = matchPositions(of: audience)
    guard !positions.isEmpty else { return }
    page.heading("Coaching and mentoring")
    for position in positions {
      let match = resolved.match[position]
      page.space()
      let mentee = match.request.mentee.map { ", for \($0)" } ?? ""
      page.paragraph("\(match.school.name)\(mentee) (\(match.request.id))", style: .visit)
      page.item("  standards", match.request.standards.map(\.title).joined(separator: "; "), column: 13)
      page.item(match.request.mentee == nil ? "  coach" : "  mentor", scenario.title(of: match.coach), column: 13)
      if let shadow = shadow(ofMatch: position) { page.item("  shadow", shadow, column: 13) }
      guard let visiting = match.visiting, let clock = agenda.visitTimes[position] else { continue }
      page.item(
        "  visits", "\(visiting.pattern.rhythm), \(clock.text): \(compact(visiting.pattern.visits))", column: 13)
      if !visiting.pattern.missed.isEmpty {
        let missed = visiting.pattern.missed.map { "\($0.day.monthAndDay) (\($0.reason))" }
        page.item("  no visit", missed.joined(separator: ", "), column: 13)
      }
    }
  }

  /// What was asked for by an audience and is not served, with the reason and the way to none.
  func writeUnserved(for audience: Audience, on page: inout TextPage) {
    let own = unserved(for: audience)
    guard !own.isEmpty else { return }
    page.heading("Not served")
    for entry in own {
      page.space()
      page.paragraph(title(of: entry), style: .warning)
      page.paragraph(entry.reason, indent: 2)
      page.writeFunnel(entry.funnel, indent: 4)
    }
  }

  private func writeLoads(on page: inout TextPage) {
    let busy = loads.busiestFirst.filter { $0.events > 0 }
    guard !busy.isEmpty else { return }
    page.heading("Loads of leaders")
    let idle = loads.count - busy.count
    if idle > 0 { page.line("\(counted(idle, "leader")) \(idle == 1 ? "has" : "have") nothing in this plan.") }
    var table = TextTable([
      .left("leader"), .right("sessions"), .right("visits"), .right("days out"), .right("cap"), .right("miles"),
    ])
    for load in busy {
      table.row([
        load.leader.name, load.sessions.grouped, load.visits.grouped, days(ofHalfDays: load.halfDays),
        load.leader.releaseHalfDays.map { days(ofHalfDays: $0) } ?? "none",
        (load.distance.tenthsOfMiles / 10).grouped,
      ])
    }
    page.table(table)
  }

  private func writeCertificate(on page: inout TextPage) {
    page.heading("Certificate")
    for (part, certificate) in plan.certified {
      page.paragraph(certificate.words(for: part))
      page.item("  bound from", certificate.boundMethod, column: 14)
      page.space()
    }
    page.item("  seed", "\(plan.certificate.seed)", column: 14)
    page.item("  effort", plan.certificate.effort.grouped, column: 14)
    page.item("  input", plan.input.sha256, column: 14)
    for (name, version) in plan.certificate.versions.sorted(by: { $0.key < $1.key }) {
      page.item("  " + name, version, column: 14)
    }
  }
}

extension [Unserved.Step] {
  /// The steps up to the first that leaves fewer than are needed.
  func upToFailure(needed: Int = 1) -> ArraySlice<Unserved.Step> {
    firstIndex { $0.count < needed }.map { self[...$0] } ?? self[...]
  }
}

extension TextPage {
  /// `300 leaders`, then `42 hold the standards`, each step on its own line, up to the first that leaves
  /// fewer than are needed.
  mutating func writeFunnel(_ steps: [Unserved.Step], needed: Int = 1, indent: Int) {
    let steps = steps.upToFailure(needed: needed)
    let width = steps.map { $0.count.grouped.count }.max() ?? 0
    for step in steps {
      item(
        String(repeating: " ", count: indent) + step.count.grouped.aligned(to: width), step.what,
        column: indent + width + 1)
    }
  }
}
