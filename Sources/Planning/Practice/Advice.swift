/// Something that good practice advises against and no rule forbids.
public struct Advice: Codable, Hashable, Sendable {
  /// The key of the request or leader.
  public let subject: String
  /// What it is, with the values and what is usual.
  public let message: String
}

extension Scenario {
  /// What can be said before anything is planned: new teachers for whom too little mentoring is asked. O(requests).
  public var advice: [Advice] {
    requests.compactMap { request in
      guard let mentee = request.mentee, request.perWeek < region.limits.mentoring else { return nil }
      return Advice(
        subject: request.id,
        message: """
          \(request.id) asks for \(request.perWeek.value) min of mentoring a week for \(mentee); induction needs \
          \(region.limits.mentoring.value) or more.
          """)
    }
  }
}

extension ResolvedPlan {
  /// What can be said of the scenario and of the plan: besides, coaches with few schools, and new coaches without an
  /// experienced one beside them. O(plan + leaders).
  public var advice: [Advice] {
    guard parts.contains(.match) else { return [] }
    return scenario.advice + coachesWithFewSchools + newCoachesAlone
  }

  private var coachesWithFewSchools: [Advice] {
    let least = scenario.region.limits.coachSchools.lowerBound
    let schools = Dictionary(
      match.filter { $0.request.mentee == nil }.map { ($0.coach.id, 1) }, uniquingKeysWith: +)
    return scenario.leaders.compactMap { leader in
      // A leader who may have no more is not at fault.
      guard let count = schools[leader.id], count < least, leader.maxSchools ?? least >= least else { return nil }
      return Advice(
        subject: leader.id,
        message: "\(leader.name) coaches \(count) school\(count == 1 ? "" : "s"); \(least) or more are usual.")
    }
  }

  private var newCoachesAlone: [Advice] {
    guard scenario.region.limits.shadowedVisits > 0 else { return [] }
    let coaching = Set(match.map(\.coach.id))
    let accompanied = Set(shadowing.map(\.leader.id))
    return scenario.leaders.compactMap { leader in
      guard scenario.isNew(leader), coaching.contains(leader.id), !accompanied.contains(leader.id),
        let joined = leader.joined
      else { return nil }
      return Advice(
        subject: leader.id,
        message: "\(leader.name) joined on \(joined), coaches, and has no experienced coach to shadow.")
    }
  }
}
