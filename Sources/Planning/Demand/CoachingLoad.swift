extension Scenario {
  /// What a request takes of a leader's week: the coaching and the travel there and back, spread over
  /// the weeks between visits and rounded up.
  public func load(of request: CoachingRequest, on leader: Leader) -> Minutes {
    guard let school = schools[id: request.school] else { return request.perWeek }
    return request.load(travelling: travel.leg(from: leader.home, to: school.place).time)
  }
}

extension CoachingRequest {
  /// What it takes of the week of a coach who travels so long one way.
  public func load(travelling time: Minutes) -> Minutes {
    perWeek + Minutes((2 * time.value + visitEveryWeeks - 1) / visitEveryWeeks)
  }
}
