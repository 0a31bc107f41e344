internal import Planning

/// On which dates a series can meet, before team and venue are asked.
struct SessionDates {
  /// The days of the window, from its first.
  private let first: Day
  /// Whether a session can take place on each.
  private let isHeld: [Bool]

  /// - Parameters:
  ///   - window: The dates between which the sessions lie.
  ///   - periods: All of them are held on a date that counts, or one of them where `together` is false.
  ///   - together: Whether a session takes all the periods.
  ///   - calendars: Those of every district that attends.
  init(window: ClosedRange<Day>, periods: [Period], together: Bool, calendars: [DistrictCalendar]) {
    first = window.lowerBound
    isHeld = window.map { day in
      let held = periods.filter { period in calendars.allSatisfy { $0.holds(period, on: day) } }
      return together ? held.count == periods.count : !held.isEmpty
    }
  }

  /// The dates on which the first of some sessions can be, so that the others can follow in the gaps.
  /// O(window · sessions).
  func openings(sessions: Int, gap: ClosedRange<Int>) -> [Day] {
    // From the last session to the first: whether the rest can follow from each date.
    var canFollow = isHeld
    for _ in 1..<max(1, sessions) {
      var sums = [0]
      for can in canFollow { sums.append(sums[sums.count - 1] + (can ? 1 : 0)) }
      canFollow = isHeld.indices.map { day in
        let from = min(day + gap.lowerBound, isHeld.count)
        let to = min(day + gap.upperBound + 1, isHeld.count)
        return isHeld[day] && sums[to] > sums[from]
      }
    }
    return canFollow.indices.filter { canFollow[$0] }.map { first.advanced(by: $0) }
  }
}
