internal import Planning

/// Dates, which lie in the school year.
extension InputRow {
  /// A date in a field.
  ///
  /// - Parameter range: The school year, or `nil` where any date will do.
  func day(_ field: CSVField, in range: ClosedRange<Day>?) -> Day? {
    do throws(DateText.Fault) {
      let day = try DateText.read(field.text)
      guard let range, !range.contains(day) else { return day }
      log.add(
        field.diagnostic(
          "\(day) lies outside the school year, which is \(range.lowerBound) to \(range.upperBound) (region.yaml)"))
    } catch {
      log.add(field.diagnostic(error.message))
    }
    return nil
  }

  /// What an empty last date means.
  enum EmptyEnd {
    /// The first date.
    case start
    /// The end of the school year.
    case endOfYear
  }

  /// First and last date. An empty first date means the start of the school year.
  func days(
    _ first: Column, _ last: Column, in year: ClosedRange<Day>, emptyEnd: EmptyEnd = .endOfYear
  ) -> ClosedRange<Day>? {
    let firstField = first.column.whenEmpty == nil ? required(first) : field(first)
    let lastField = last.column.whenEmpty == nil ? required(last) : field(last)
    let start = firstField.map { day($0, in: year) } ?? year.lowerBound
    let end = lastField.map { day($0, in: year) } ?? (emptyEnd == .start ? start : year.upperBound)
    guard let start, let end, firstField != nil || first.column.whenEmpty != nil else { return nil }
    guard start <= end else {
      let message = "`\(last.name)` \(end) is before `\(first.name)` \(start)"
      if lastField != nil { complain(last, message) } else { complain(first, message) }
      return nil
    }
    return start...end
  }
}
