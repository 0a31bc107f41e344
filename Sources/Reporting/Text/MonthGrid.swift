internal import Planning

/// A month as `cal` prints it, weeks beginning on Sunday, with a mark after the dates on which something is.
struct MonthGrid {
  /// What stands after a date.
  struct Mark {
    let text: String
    let style: Ink.Style
  }

  let month: Month
  /// By day of the month.
  let marks: [Int: Mark]
  /// How many columns a mark has; no mark is wider.
  let room: Int

  /// A line is this wide.
  var width: Int { 7 * (3 + room) }

  /// The line of weekdays and four to six weeks.
  func lines(ink: Ink) -> [String] {
    let blanks = String(repeating: " ", count: room)
    var lines = [["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"].map { " " + $0 + blanks }.joined()]
    let empty = String(repeating: " ", count: 3 + room)
    var line = String(repeating: empty, count: (month.first.weekday.rawValue + 1) % 7)
    for day in month.first...month.last {
      let number = day.components.day
      let text = "\(number)".aligned(to: 3)
      if let mark = marks[number] {
        line += ink(mark.style, text + mark.text) + String(repeating: " ", count: room - mark.text.count)
      } else {
        line += text + blanks
      }
      if day == month.last { line += String(repeating: empty, count: (5 - day.weekday.rawValue + 7) % 7) }
      if day.weekday == .saturday || day == month.last {
        lines.append(line)
        line = ""
      }
    }
    return lines
  }
}

extension DistrictCalendar {
  /// What is special about the days of a month: holidays, testing, minimum days, blackouts; days that follow
  /// one another with the same name together (a weekend between them does not part them). O(days).
  func occasions(in month: Month) -> [(days: ClosedRange<Day>, name: String)] {
    var found: [(days: ClosedRange<Day>, name: String)] = []
    for day in month.first...month.last {
      guard let name = occasion(on: day) else { continue }
      if let last = found.last, last.name == name, isBridged(from: last.days.upperBound, to: day) {
        found[found.count - 1].days = last.days.lowerBound...day
      } else {
        found.append((day...day, name))
      }
    }
    return found
  }

  private func isBridged(from earlier: Day, to later: Day) -> Bool {
    var day = earlier.advanced(by: 1)
    while day < later {
      if day.weekday < .saturday { return false }
      day = day.advanced(by: 1)
    }
    return true
  }

  private func occasion(on day: Day) -> String? {
    let status = self[day]
    let kind: String
    switch status {
    case _ where status.contains(.holiday): kind = "holiday"
    case _ where status.contains(.blackout): kind = "no professional learning"
    case _ where status.contains(.testing): kind = "testing"
    case _ where status.contains(.minimumDay): kind = "minimum day"
    default: return nil
    }
    if kind == "minimum day" { return nil }
    guard let label = label(of: day), !label.isEmpty, label.lowercased() != kind else { return kind }
    return label.lowercased().contains(kind) || kind == "holiday" ? label : "\(label) (\(kind))"
  }
}
