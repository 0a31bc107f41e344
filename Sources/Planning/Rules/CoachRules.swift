/// Expertise and grade band.
public struct CoachExpertiseRule: Rule {
  public let name = "coach-expertise"
  public let text = "A coach holds every standard of the request, for its grades, at `lead`."

  public init() {}

  public func violations(of plan: ResolvedPlan) -> [Violation] {
    plan.match.flatMap { match in
      match.request.standards.filter { match.coach.level(of: $0) != .lead }.map {
        violation(
          match.request.id, match.coach.id,
          message: "`\(match.coach.id)` coaches `\(match.request.id)` and does not hold \($0) at `lead`.")
      }
    }
  }
}

/// Minutes and schools.
public struct CoachCapacityRule: Rule {
  public let name = "coach-capacity"
  public let text = """
    The coaching of a leader in a week, travel included, stays within `minutes_per_week`, and the leader \
    serves at most `max_schools` requests of schools.
    """

  public init() {}

  public func violations(of plan: ResolvedPlan) -> [Violation] {
    let byCoach = Dictionary(grouping: plan.match, by: \.coach.id)
    return plan.scenario.leaders.flatMap { leader -> [Violation] in
      guard let own = byCoach[leader.id] else { return [] }
      var found: [Violation] = []
      let minutes = own.reduce(Minutes.zero) { $0 + plan.scenario.load(of: $1.request, on: leader) }
      if minutes > leader.coachingPerWeek {
        found.append(
          violation(
            leader.id,
            message: """
              `\(leader.id)` coaches \(minutes.value) min a week, travel included; the limit is \
              \(leader.coachingPerWeek.value).
              """))
      }
      let schools = own.count { $0.request.mentee == nil }
      if let limit = leader.maxSchools, schools > limit {
        found.append(
          violation(
            leader.id, message: "`\(leader.id)` coaches for \(schools) requests of schools; the limit is \(limit).")
        )
      }
      return found
    }
  }
}

/// Distance.
public struct CoachReachRule: Rule {
  public let name = "coach-reach"
  public let text = "A coach travels no further than `max_miles` one way to the school."

  public init() {}

  public func violations(of plan: ResolvedPlan) -> [Violation] {
    plan.match.compactMap { match in
      let distance = plan.scenario.travel.leg(from: match.coach.home, to: match.school.place).distance
      guard distance > match.coach.reach else { return nil }
      return violation(
        match.request.id, match.coach.id,
        message: """
          `\(match.coach.id)` travels \(distance.inMiles) for `\(match.request.id)`; the limit is \
          \(match.coach.reach.inMiles).
          """)
    }
  }
}

/// No mentor evaluates the mentee.
public struct EvaluatorRule: Rule {
  public let name = "evaluator"
  public let text = "A mentor never evaluates the mentee: `evaluates` does not list the mentee's school."

  public init() {}

  public func violations(of plan: ResolvedPlan) -> [Violation] {
    plan.match.compactMap { match in
      guard let mentee = match.request.mentee, match.coach.evaluates.contains(match.school.id) else { return nil }
      return violation(
        match.request.id, match.coach.id,
        message:
          "`\(match.coach.id)` mentors \(mentee) (`\(match.request.id)`) and evaluates at \(match.school.name).")
    }
  }
}

/// Mentees.
public struct MenteeLimitRule: Rule {
  public let name = "mentees"
  public let text = "A mentor serves at most `max_mentees` mentees."

  public init() {}

  public func violations(of plan: ResolvedPlan) -> [Violation] {
    let byCoach = Dictionary(grouping: plan.match.filter { $0.request.mentee != nil }, by: \.coach.id)
    return plan.scenario.leaders.compactMap { leader in
      guard let limit = leader.maxMentees, let count = byCoach[leader.id]?.count, count > limit else { return nil }
      return violation(leader.id, message: "`\(leader.id)` has \(count) mentees; the limit is \(limit).")
    }
  }
}

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
