internal import Planning

extension Report {
  /// Month by month: the grid, and beside it what is special about the month; below it each event.
  func writeCalendar(for audience: Audience, on page: inout TextPage) {
    let events = agenda.events(for: audience)
    guard !events.isEmpty else {
      page.space()
      page.paragraph("Nothing stands in this calendar.")
      return
    }
    page.space()
    page.line("Marks: s session   v visit   * several   - no school or no professional learning")
    let calendar = audience.calendar(in: scenario)
    let byMonth = Dictionary(grouping: events, by: \.day.month)
    for month in (events[0].day...events[events.count - 1].day).months {
      let own = byMonth[month] ?? []
      page.heading(month.name)
      writeGrid(of: month, events: own, calendar: calendar, on: &page)
      page.space()
      for event in own { write(event, for: audience, on: &page) }
    }
  }

  /// The grid of a month and, right of it, its counts and special days.
  func writeGrid(of month: Month, events: [Event], calendar: DistrictCalendar?, on page: inout TextPage) {
    var marks: [Int: MonthGrid.Mark] = [:]
    if let calendar {
      for day in month.first...month.last where day.weekday < .saturday && scenario.region.year.contains(day) {
        if calendar.reasonForNoVisit(on: day) != nil {
          marks[day.components.day] = MonthGrid.Mark(text: "-", style: .quiet)
        }
      }
    }
    for event in events {
      let day = event.day.components.day
      let own = MonthGrid.Mark(
        text: event.isSession ? "s" : "v", style: event.isSession ? .session : .visit)
      let isFirst = marks[day].map { $0.text == "-" } ?? true
      marks[day] = isFirst ? own : MonthGrid.Mark(text: "*", style: .session)
    }
    let month = MonthGrid(month: month, marks: marks, room: 1)
    let room = TextPage.width - month.width - 3
    var beside = wrapped(monthCounts(events), to: room)
    for occasion in calendar?.occasions(in: month.month) ?? [] {
      beside += wrapped("\(occasion.days.short): \(occasion.name)", to: room)
    }
    let grid = month.lines(ink: page.ink)
    for row in 0..<max(grid.count, beside.count) {
      let left = row < grid.count ? grid[row] : String(repeating: " ", count: month.width)
      let right = row < beside.count ? beside[row] : ""
      page.line(right.isEmpty ? trimmed(left) : left + "   " + right)
    }
  }

  private func trimmed(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }

  private func monthCounts(_ events: [Event]) -> String {
    let sessions = events.count(where: \.isSession)
    let visits = events.count - sessions
    let parts = [
      sessions > 0 ? counted(sessions, "session") : nil, visits > 0 ? counted(visits, "visit") : nil,
    ].compactMap { $0 }
    return parts.isEmpty ? "Nothing this month." : parts.joined(separator: ", ") + "."
  }

  private func write(_ event: Event, for audience: Audience, on page: inout TextPage) {
    let words = words(for: event)
    let column = 31
    let when = event.day.short.padded(to: 12) + event.clock.text
    page.item(when, words.title, column: column, style: event.isSession ? .session : .visit)
    if event.isSession { page.item("", "At " + (words.place ?? "home: it meets online"), column: column) }
    switch audience {
    case .leader(let id):
      if event.isSession {
        let others = leaders(of: event).filter { $0.id != id }.map(\.name)
        if !others.isEmpty { page.item("", "With " + listed(others), column: column) }
        page.item("", words.attending, column: column)
      } else if words.attending.hasPrefix("For "), isMentoring(event) {
        page.item("", words.attending, column: column)
      }
    case .school(let id) where !event.isSession && place(of: event)?.id != id:
      // A coach of this school visits another one: the note names the coach.
      break
    default:
      page.item("", words.leading, column: column)
      if event.isSession || isMentoring(event) { page.item("", words.attending, column: column) }
    }
    if let note = note(on: event, for: audience) { page.item("", note, column: column) }
  }

  private func isMentoring(_ event: Event) -> Bool {
    guard case .visit(let position) = event.subject else { return false }
    return resolved.match[position].request.mentee != nil
  }
}
