public import Planning

/// Chooses for each coach who has joined in this school year an experienced one to go along with.
///
/// A candidate is a matched request of an experienced coach, one of whose standards the new leader holds, within the
/// new leader's reach and, in a plan with dates, with visits on which the new leader is free: there, not absent, not
/// taken out of class, and without anything else that day. Of such choices, one a coach, as many new leaders as
/// possible get one, then as few of the visits that are usual are missing, and then the ways to the schools are
/// shortest: an assignment, solved exactly. It comes after the plan and has no part in its score.
///
/// - Returns: In the order of leaders.csv.
/// - Throws: `brokenSolver`.
/// - Complexity: O(new coaches · matched requests · visits), and one assignment.
public func assignShadows(in plan: ResolvedPlan) throws(SolvingError) -> [Shadowing] {
  try ShadowChoice(plan).chosen()
}

private struct ShadowChoice {
  private let plan: ResolvedPlan
  private let scenario: Scenario
  /// Positions of those who coach and have joined in this school year.
  private let new: [Int]
  private let hasDates: Bool

  /// Above any sum of ways, so that it is counted first.
  private static let priceOfNone = 1 << 44
  /// Above the ways of hundreds, in metres.
  private static let priceOfMissingVisit = 10_000_000

  init(_ plan: ResolvedPlan) {
    self.plan = plan
    scenario = plan.scenario
    hasDates = plan.parts.contains(.timetable)
    let coaching = Set(plan.match.map(\.coach.id))
    new =
      plan.scenario.region.limits.shadowedVisits == 0
      ? []
      : plan.scenario.leaders.indices.filter {
        coaching.contains(plan.scenario.leaders[$0].id) && plan.scenario.isNew(plan.scenario.leaders[$0])
      }
  }

  func chosen() throws(SolvingError) -> [Shadowing] {
    guard !new.isEmpty else { return [] }
    var choices: [Shadowing] = []
    var arcs: [MatchProblem.Arc] = []
    for (job, leader) in new.enumerated() {
      for (coach, choice) in nearest(for: scenario.leaders[leader]).sorted(by: { $0.key < $1.key }) {
        arcs.append(.init(agent: coach, job: job, load: 0, cost: choice.price))
        choices.append(choice.shadowing)
      }
    }
    guard !arcs.isEmpty else { return [] }
    let problem = MatchProblem(
      agents: scenario.leaders.map { _ in .init(capacity: 0, counts: [0...1]) },
      jobs: new.map { _ in .init(unservedPrice: Self.priceOfNone) }, arcs: arcs)
    do {
      // Without loads it is a flow: quick whatever the effort, and not to be cut short.
      return try problem.solve(SearchSettings(effort: Effort(1))).match.arcs.map { choices[Int($0)] }
    } catch {
      throw .brokenSolver("shadowing: \(error)")
    }
  }

  /// By position of an experienced coach: the nearest request whose visits a new leader can go along on, those with
  /// all visits first.
  private func nearest(for leader: Leader) -> [Int: (price: Int, shadowing: Shadowing)] {
    let own = scenario.leaders.position(of: leader.id).map { plan.engagements[$0] } ?? []
    let busy = Set(own.map(\.day))
    var nearest: [Int: (price: Int, shadowing: Shadowing)] = [:]
    for match in plan.match where !scenario.isNew(match.coach) {
      guard let coach = scenario.leaders.position(of: match.coach.id),
        match.request.standards.contains(where: { leader.level(of: $0) != nil })
      else { continue }
      let distance = scenario.travel.leg(from: leader.home, to: match.school.place).distance
      guard distance <= leader.reach else { continue }
      let visits = visits(of: match, free: leader, busy: busy)
      guard !hasDates || !visits.isEmpty else { continue }
      let missing = hasDates ? scenario.region.limits.shadowedVisits - visits.count : 0
      let price = missing * Self.priceOfMissingVisit + distance.value
      guard price < nearest[coach]?.price ?? .max else { continue }
      nearest[coach] = (
        price,
        Shadowing(leader: leader.id, coach: match.coach.id, request: match.request.id, visits: visits)
      )
    }
    return nearest
  }

  /// The first visits on which a leader is free.
  private func visits(of match: ResolvedPlan.Match, free leader: Leader, busy: Set<Day>) -> [Day] {
    guard let visiting = match.visiting else { return [] }
    let isCounted = leader.releaseHalfDays != nil || leader.releaseHalfDaysPerMonth != nil
    let free = visiting.pattern.visits.lazy.filter { day in
      !busy.contains(day) && leader.joined.map { day >= $0 } ?? true
        && scenario.reasonForAbsence(of: leader, in: Slot(day: day, period: visiting.period)) == nil
        && !(isCounted && scenario.releases(leader, from: visiting.period, on: day))
    }
    return Array(free.prefix(scenario.region.limits.shadowedVisits))
  }
}
