internal import Planning

/// The school year on one sheet: a block a month, six blocks a row, weeks beginning on Sunday. Dates are drawn
/// once and shared; what is marked is a path below them.
struct YearDrawing: Sendable {
  private let months: [Month]
  private let year: ClosedRange<Day>

  private static let cell = (width: 20, height: 16)
  private static let block = (width: 156, height: 134)
  private static let perRow = 6

  init(year: ClosedRange<Day>) {
    self.year = year
    months = year.months
  }

  var width: Int { Self.block.width * min(Self.perRow, months.count) - 16 }
  var height: Int { Self.block.height * ((months.count + Self.perRow - 1) / Self.perRow) }

  /// The upper left corner of a date's cell.
  private func corner(of day: Day) -> (x: Int, y: Int)? {
    guard let index = months.firstIndex(of: day.month) else { return nil }
    let column = (day.weekday.rawValue + 1) % 7
    let offset = (day.month.first.weekday.rawValue + 1) % 7
    let week = (day.components.day - 1 + offset) / 7
    return (
      index % Self.perRow * Self.block.width + column * Self.cell.width,
      index / Self.perRow * Self.block.height + 34 + week * Self.cell.height
    )
  }

  /// The names of months and weekdays and the dates, as a symbol that is used wherever the year is drawn.
  func symbol(id: String) -> Markup {
    var markup: Markup = "<g id=\"\(id)\" class=\"dates\">"
    for (index, month) in months.enumerated() {
      let x = index % Self.perRow * Self.block.width
      let y = index / Self.perRow * Self.block.height
      markup += "<text class=\"month\" x=\"\(x + 3)\" y=\"\(y + 12)\">\(month.name)</text>"
      for (column, letter) in ["S", "M", "T", "W", "T", "F", "S"].enumerated() {
        markup +=
          "<text class=\"weekday\" x=\"\(x + column * Self.cell.width + 10)\" y=\"\(y + 28)\">\(letter)</text>"
      }
      for day in month.first...month.last {
        guard let corner = corner(of: day) else { continue }
        let style: Markup = year.contains(day) ? "" : " class=\"outside\""
        markup += "<text\(style) x=\"\(corner.x + 10)\" y=\"\(corner.y + 12)\">\(day.components.day)</text>"
      }
    }
    markup += "</g>"
    return markup
  }

  /// Where a mark lies in its cell.
  enum Part { case whole, upper, lower }

  /// A path over cells of dates.
  func path(over days: some Sequence<Day>, part: Part = .whole) -> String {
    var path = ""
    for day in days {
      guard let corner = corner(of: day) else { continue }
      let top = part == .lower ? corner.y + 8 : corner.y
      path += "M\(corner.x + 1) \(top)h18v\(part == .whole ? 15 : 7)h-18z"
    }
    return path
  }

  /// Dates on which there is no school or no professional learning, weekends apart.
  func closedPath(of calendar: DistrictCalendar) -> String {
    path(over: year.filter { $0.weekday < .saturday && calendar.reasonForNoVisit(on: $0) != nil })
  }

  /// Somebody's sessions and visits, below the dates.
  func marks(for events: [Event]) -> Markup {
    let sessions = Set(events.lazy.filter(\.isSession).map(\.day))
    let visits = Set(events.lazy.filter { !$0.isSession }.map(\.day))
    let both = sessions.intersection(visits)
    var markup: Markup = ""
    func add(_ days: Set<Day>, _ part: Part, _ style: String) {
      guard !days.isEmpty else { return }
      markup += "<path class=\"\(style)\" d=\"\(path(over: days.sorted(), part: part))\"/>"
    }
    add(sessions.subtracting(both), .whole, "session-day")
    add(visits.subtracting(both), .whole, "visit-day")
    add(both, .upper, "session-day")
    add(both, .lower, "visit-day")
    return markup
  }

  /// How many events a date has, in four strengths.
  func density(of events: [Event]) -> Markup {
    let counts = Dictionary(events.map { ($0.day, 1) }, uniquingKeysWith: +)
    guard let most = counts.values.max() else { return "" }
    var markup: Markup = ""
    for strength in 1...4 {
      let days = counts.filter { ($0.value * 4 + most - 1) / most == strength }.keys.sorted()
      if days.isEmpty { continue }
      markup += "<path class=\"session-day strength-\(strength)\" d=\"\(path(over: days))\"/>"
    }
    return markup
  }
}
