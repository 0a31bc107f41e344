extension ResolvedPlan {
  /// The amount of each term that a match has.
  var matchAmounts: [Term: Int] {
    let served = Set(match.map(\.request.id))
    var amounts: [Term: Int] = [
      .unservedNeed: scenario.requests.reduce(0) { $0 + (served.contains($1.id) ? 0 : scenario.need(of: $1)) },
      .travel: 0, .preferences: 0, .notLocal: 0, .discontinuity: 0,
    ]
    if scenario.hasSecondYears { amounts[.mentorChanges] = 0 }
    for match in match {
      for (term, amount) in scenario.amounts(of: match.request, coachedBy: match.coach) {
        amounts[term, default: 0] += amount
      }
    }
    if let published = scenario.published {
      let before = Dictionary(uniqueKeysWithValues: published.match.map { ($0.request, $0.coach) })
      amounts[.changes] = match.count { entry in
        before[entry.request.id].map { $0 != entry.coach.id } ?? false
      }
    }
    return amounts
  }
}

extension Scenario {
  /// What it costs in need to leave a request unserved: its priority x the minutes it asks for.
  public func need(of request: CoachingRequest) -> Int {
    request.priority * request.perWeek.value * request.weeks
  }

  /// The terms of one pair of a match, changes against a published plan apart.
  public func amounts(of request: CoachingRequest, coachedBy coach: Leader) -> [(Term, Int)] {
    guard let school = schools[id: request.school] else { return [] }
    let distance = travel.leg(from: coach.home, to: school.place).distance
    return [
      (.travel, region.money.mileage(for: distance * 2).value * request.visitsAsked),
      (
        .preferences,
        preferences.distance(who: coach.id, whom: request.id)
          + preferences.distance(who: request.id, whom: coach.id)
      ),
      (.notLocal, district(of: coach) == school.district ? 0 : 1),
      (
        request.mentee == nil || lastYear[request.id] == nil ? .discontinuity : .mentorChanges,
        lastYear[request.id].map { $0 == coach.id ? 0 : 1 } ?? 0
      ),
    ]
  }

  /// Whether a new teacher had a mentor last year.
  var hasSecondYears: Bool {
    !lastYear.isEmpty && requests.contains { $0.mentee != nil && lastYear[$0.id] != nil }
  }
}
