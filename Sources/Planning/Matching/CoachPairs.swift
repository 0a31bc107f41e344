/// Which coach may serve which request, by the rules, and at what score.
struct CoachPairs {
  let scenario: Scenario
  private var served: [CoachingRequest.ID: Bool] = [:]
  private var only: [CoachingRequest.ID: Set<Leader.ID>] = [:]
  private var never: [CoachingRequest.ID: Set<Leader.ID>] = [:]
  private var visits: [CoachingRequest.ID: [(weekday: Weekday, period: Period.ID)]] = [:]
  private var published: [CoachingRequest.ID: Leader.ID] = [:]

  init(scenario: Scenario) {
    self.scenario = scenario
    for pin in scenario.pins {
      switch pin.decision {
      case .coach(let request, let leader): only[request] = only[request]?.intersection([leader]) ?? [leader]
      case .notCoach(let request, let leader): never[request, default: []].insert(leader)
      case .requestServed(let request, let isServed): served[request] = isServed
      case .visits(let request, let weekday, let period):
        visits[request, default: []].append((weekday, scenario.periods[period].id))
      case .inTeam, .notInTeam, .sessionStarts, .sessionMeets, .seriesServed: break
      }
    }
    for entry in scenario.published?.match ?? [] { published[entry.request] = entry.coach }
  }

  /// What a pin says of a request being served.
  func isServed(_ request: CoachingRequest) -> Bool? { served[request.id] }

  /// Whether the rules and pins that concern the pair alone allow it, visits apart.
  func keepRules(_ request: CoachingRequest, _ leader: Leader) -> Bool {
    guard only[request.id]?.contains(leader.id) ?? true, never[request.id]?.contains(leader.id) != true,
      request.standards.allSatisfy({ leader.level(of: $0) == .lead }),
      let school = scenario.schools[id: request.school],
      request.mentee == nil || !leader.evaluates.contains(school.id),
      (request.mentee == nil ? leader.maxSchools : leader.maxMentees) != 0,
      scenario.travel.leg(from: leader.home, to: school.place).distance <= leader.reach
    else { return false }
    return scenario.load(of: request, on: leader) <= leader.coachingPerWeek
  }

  /// The score of a pair that the rules allow, where D times it is below a numerator, if one is given; the dearest
  /// questions last.
  func cost(of request: CoachingRequest, _ leader: Leader, below numerator: Int?, _ denominator: Int) -> Int? {
    guard numerator.map({ $0 > 0 }) ?? true || scenario.region.weights.values.contains(where: { $0 < 0 }),
      keepRules(request, leader)
    else { return nil }
    var cost = scenario.amounts(of: request, coachedBy: leader).reduce(0) {
      $0 + $1.1 * scenario.region.weight(of: $1.0)
    }
    if let before = published[request.id], before != leader.id { cost += scenario.region.weight(of: .changes) }
    guard numerator.map({ denominator * cost < $0 }) ?? true, canVisit(request, leader) else { return nil }
    return cost
  }

  /// Whether the coach has a visiting pattern for the request, all else that the coach does left aside.
  func canVisit(_ request: CoachingRequest, _ leader: Leader) -> Bool {
    guard let pinned = visits[request.id] else {
      return !scenario.visitings(of: request, by: leader, upTo: 1).isEmpty
    }
    return scenario.visitings(of: request, by: leader).contains { visiting in
      pinned.allSatisfy { $0.weekday == visiting.weekday && $0.period == visiting.period }
    }
  }
}
