internal import Planning

/// Columns by month: sessions, visits and release half days beside one another.
struct MonthsDrawing {
  /// One month.
  struct Column {
    let month: Month
    let sessions: Int
    let visits: Int
    let halfDays: Int
  }

  let columns: [Column]

  private static let height = 220
  private static let bottom = 184
  private static let step = 84

  func markup() -> Markup {
    let width = Self.step * columns.count + 16
    let most = max(1, columns.map { max($0.sessions, $0.visits, $0.halfDays) }.max() ?? 1)
    var markup: Markup = """
      <svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 \(width) \(Self.height)" role="img" \
      aria-label="Sessions, visits and release half days of leaders by month; the table below has the figures.">\
      <path class="axis" d="M8 \(Self.bottom)h\(width - 16)"/>
      """
    for (index, column) in columns.enumerated() {
      let x = 12 + index * Self.step
      let bars = [
        (column.sessions, "session-bar"), (column.visits, "visit-bar"), (column.halfDays, "release-bar"),
      ]
      for (position, (value, style)) in bars.enumerated() where value > 0 {
        let length = max(1, value * 150 / most)
        let left = x + position * 25
        markup += """
          <rect class="\(style)" x="\(left)" y="\(Self.bottom - length)" width="22" height="\(length)" rx="2"/>\
          <text class="value" x="\(left + 11)" y="\(Self.bottom - length - 4)">\(Self.short(value))</text>
          """
      }
      markup +=
        "<text class=\"label\" x=\"\(x + 36)\" y=\"\(Self.bottom + 18)\">\(column.month.abbreviation)</text>"
    }
    markup += "</svg>"
    return markup
  }

  /// Thousands as `1.2k`, so that it stands above a narrow column.
  private static func short(_ value: Int) -> String {
    value < 1000 ? "\(value)" : "\(value / 1000).\(value % 1000 / 100)k"
  }
}

extension Report {
  /// The months of the school year with their sessions, visits and release half days.
  var months: MonthsDrawing {
    var sessions: [Month: Int] = [:]
    var visits: [Month: Int] = [:]
    var halfDays: [Month: Int] = [:]
    for event in agenda.events {
      if event.isSession {
        sessions[event.day.month, default: 0] += 1
      } else {
        visits[event.day.month, default: 0] += 1
      }
    }
    for load in loads {
      for (month, count) in load.halfDaysByMonth { halfDays[month, default: 0] += count }
    }
    return MonthsDrawing(
      columns: scenario.region.year.months.map {
        .init(month: $0, sessions: sessions[$0] ?? 0, visits: visits[$0] ?? 0, halfDays: halfDays[$0] ?? 0)
      })
  }
}
