extension Scenario {
  /// The visiting patterns that a coach can keep for a request, looked at alone: rule 11, a first
  /// visit in time, a period that is long enough, and the coach's release days.
  ///
  /// - Parameter limit: Stop after so many.
  /// - Returns: In the order of periods, then of first dates: those with a visit on at least one date.
  /// - Complexity: O(periods x days of the window), fewer where the limit is reached.
  public func visitings(
    of request: CoachingRequest, by coach: Leader, upTo limit: Int = .max
  ) -> [MatchedRequest.Visiting] {
    guard let school = schools[id: request.school], request.visitEveryWeeks > 0 else { return [] }
    let latest = latestFirstVisit(of: request)
    var found: [MatchedRequest.Visiting] = []
    for (index, period) in periods.enumerated() where period.length >= request.visitLength {
      for offset in 0..<7 * request.visitEveryWeeks {
        let first = request.window.lowerBound.advanced(by: offset)
        guard first <= request.window.upperBound else { break }
        guard period.weekdays.contains(first.weekday) else { continue }
        let pattern = visiting(of: request, at: school, by: coach, from: first, in: index)
        guard let firstVisit = pattern.visits.first, latest.map({ firstVisit <= $0 }) ?? true,
          releaseSuffices(for: pattern, in: index, of: coach)
        else { continue }
        found.append(pattern)
        if found.count >= limit { return found }
      }
    }
    return found
  }

  /// The pattern that begins on a date, its missed dates listed.
  ///
  /// - Parameters:
  ///   - first: Its first date, visited or missed.
  ///   - period: A position in ``periods``.
  public func visiting(
    of request: CoachingRequest, at school: School, by coach: Leader, from first: Day, in period: Int
  ) -> MatchedRequest.Visiting {
    var visits: [Day] = []
    var missed: [MatchedRequest.Missed] = []
    for day in stride(from: first, through: request.window.upperBound, by: 7 * request.visitEveryWeeks) {
      if let reason = reasonForNoVisit(to: school, by: coach, on: day, in: period) {
        missed.append(.init(day: day, reason: reason))
      } else {
        visits.append(day)
      }
    }
    return .init(
      weekday: first.weekday, period: periods[period].id, everyWeeks: request.visitEveryWeeks, visits: visits,
      missed: missed)
  }

  private func releaseSuffices(for pattern: MatchedRequest.Visiting, in period: Int, of coach: Leader) -> Bool {
    guard periods[period].kind == .release,
      coach.releaseHalfDays != nil || coach.releaseHalfDaysPerMonth != nil
    else { return true }
    let released = pattern.visits.filter { releases(coach, from: period, on: $0) }
    if let cap = coach.releaseHalfDays, released.count > cap { return false }
    guard let cap = coach.releaseHalfDaysPerMonth else { return true }
    return Dictionary(grouping: released, by: \.month).values.allSatisfy { $0.count <= cap }
  }
}
