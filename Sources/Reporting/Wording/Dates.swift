internal import Planning

extension Day {
  /// `Tue Sep 15`.
  var short: String { "\(weekday.abbreviation) \(monthAndDay)" }

  /// `Sep 15`.
  var monthAndDay: String { "\(month.abbreviation) \(components.day)" }

  /// `September 15, 2026`.
  var long: String {
    let parts = components
    return "\(month.name.prefix { $0 != " " }) \(parts.day), \(parts.year)"
  }
}

extension Month {
  /// `Sep`.
  var abbreviation: String { String(name.prefix(3)) }
}

extension ClosedRange<Day> {
  /// `2026-27`, the school year's usual name; `2026` where it lies in one year.
  var schoolYear: String {
    let from = lowerBound.components.year
    let to = upperBound.components.year
    return from == to ? "\(from)" : "\(from)-\(to % 100 < 10 ? "0" : "")\(to % 100)"
  }

  /// `Sep 7 to Oct 9`, `Nov 23 to 27`, `Nov 11`.
  var short: String {
    if lowerBound == upperBound { return lowerBound.monthAndDay }
    let end = lowerBound.month == upperBound.month ? "\(upperBound.components.day)" : upperBound.monthAndDay
    return "\(lowerBound.monthAndDay) to \(end)"
  }

  /// The months it touches, in order.
  var months: [Month] {
    var months = [lowerBound.month]
    while let last = months.last, last < upperBound.month { months.append(last.next) }
    return months
  }
}

/// Dates grouped by month, the month said once: `Sep 10, 24; Oct 8`.
func compact(_ days: [Day]) -> String {
  var text = ""
  var month: Month?
  for day in days {
    if day.month == month {
      text += ", \(day.components.day)"
    } else {
      text += (month == nil ? "" : "; ") + day.monthAndDay
      month = day.month
    }
  }
  return text
}
