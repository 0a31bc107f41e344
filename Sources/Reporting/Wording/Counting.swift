internal import Planning

/// `1 visit`, `1,200 visits`.
func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
  "\(count.grouped) \(count == 1 ? one : many ?? one + "s")"
}

/// `a`, `a and b`, `a, b and c`.
func listed(_ items: [String]) -> String {
  guard let last = items.last, items.count > 1 else { return items.first ?? "" }
  return items.dropLast().joined(separator: ", ") + " and " + last
}

extension Amount where Unit == Minute {
  /// `45 min`, `3 h`, `4 h 30 min`.
  var asDuration: String {
    let hours = value / 60
    let minutes = value % 60
    if hours == 0 { return "\(minutes) min" }
    return minutes == 0 ? "\(hours.grouped) h" : "\(hours.grouped) h \(minutes) min"
  }
}

/// Half days as days: `3`, `3.5`.
func days(ofHalfDays halfDays: Int) -> String {
  halfDays.isMultiple(of: 2) ? "\((halfDays / 2).grouped)" : "\((halfDays / 2).grouped).5"
}

/// A share in whole percent, rounded to nearest; `nil` of nothing.
func percent(_ part: Int, of whole: Int) -> Int? { whole > 0 ? (part * 100 + whole / 2) / whole : nil }
