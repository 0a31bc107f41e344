/// A lower bound on the score of every match of a scenario, computed from multipliers and the rules alone.
///
/// Each request r has a multiplier q_r / D. Serving it is then free and pays the coach who does; a request
/// that stays unserved costs at most its need. With c the weighted score of a pair,
///
///     D x bound = Σ min(q, D x need) - Σ over coaches of the most that the coach could earn
///
/// where a coach earns Σ (q - D c) over requests that fit into the week and the limits on schools and
/// mentees. Whatever the multipliers, no match costs less (Lagrangian duality; Fisher 1981). All of it is
/// whole numbers; it shares no code with the engine that found the multipliers.
public struct MatchBound: Hashable, Sendable {
  /// No match costs less; `nil` where the multipliers cannot be used.
  public let value: Int?
  /// Why not.
  public let flaw: String?

  /// Larger denominators and numerators are refused, so that no sum can overflow.
  private static let largestDenominator = 1 << 20
  private static let largestNumerator = 1 << 42

  /// - Complexity: O(leaders · requests) for who could serve whom, and for each coach items · minutes · limits.
  public init(of scenario: Scenario, at proof: Certificate.Proof) {
    guard proof.numerators.count == scenario.requests.count else {
      value = nil
      flaw = "there are \(proof.numerators.count) for \(scenario.requests.count) requests"
      return
    }
    guard (1...Self.largestDenominator).contains(proof.denominator),
      proof.numerators.allSatisfy({ abs($0) <= Self.largestNumerator })
    else {
      value = nil
      flaw =
        "the denominator is outside 1...\(Self.largestDenominator) or a numerator beyond \(Self.largestNumerator)"
      return
    }
    let pairs = MatchPairs(scenario: scenario)
    var total = 0
    for (request, numerator) in zip(scenario.requests, proof.numerators) {
      let price = proof.denominator * scenario.region.weight(of: .unservedNeed) * scenario.need(of: request)
      switch pairs.isServed(request) {
      case true?: total += numerator
      case false?: total += price
      case nil: total += min(numerator, price)
      }
    }
    for leader in scenario.leaders where leader.coachingPerWeek > .zero {
      total -= Self.earnings(of: leader, pairs, proof)
    }
    let (quotient, remainder) = total.quotientAndRemainder(dividingBy: proof.denominator)
    value = remainder > 0 ? quotient + 1 : quotient
    flaw = nil
  }

  /// The most that a coach could earn: a knapsack over minutes, requests of schools and mentees.
  private static func earnings(of leader: Leader, _ pairs: MatchPairs, _ proof: Certificate.Proof) -> Int {
    var items: [(minutes: Int, isMentee: Bool, profit: Int)] = []
    for (request, numerator) in zip(pairs.scenario.requests, proof.numerators) {
      guard pairs.isServed(request) != false,
        let cost = pairs.cost(of: request, leader, below: numerator, proof.denominator)
      else { continue }
      items.append(
        (
          pairs.scenario.load(of: request, on: leader).value, request.mentee != nil,
          numerator - proof.denominator * cost
        ))
    }
    let minutes = min(leader.coachingPerWeek.value, items.reduce(0) { $0 + $1.minutes })
    // A limit that cannot be exceeded needs no place in the table.
    let schools = items.count { !$0.isMentee }
    let mentees = items.count - schools
    let schoolLimit = leader.maxSchools.flatMap { $0 < schools ? $0 : nil }
    let menteeLimit = leader.maxMentees.flatMap { $0 < mentees ? $0 : nil }
    let (rows, columns) = ((schoolLimit ?? 0) + 1, (menteeLimit ?? 0) + 1)
    // By schools taken, mentees taken and minutes used at most: the greatest profit.
    var best = Array(repeating: 0, count: rows * columns * (minutes + 1))
    func cell(_ row: Int, _ column: Int, _ used: Int) -> Int { (row * columns + column) * (minutes + 1) + used }
    for item in items where item.minutes <= minutes {
      let down = !item.isMentee && schoolLimit != nil ? 1 : 0
      let right = item.isMentee && menteeLimit != nil ? 1 : 0
      for row in stride(from: rows - 1, through: down, by: -1) {
        for column in stride(from: columns - 1, through: right, by: -1) {
          for used in stride(from: minutes, through: item.minutes, by: -1) {
            let with = best[cell(row - down, column - right, used - item.minutes)] + item.profit
            if with > best[cell(row, column, used)] { best[cell(row, column, used)] = with }
          }
        }
      }
    }
    return best[best.count - 1]
  }
}

/// Which coach may serve which request, by the rules, and at what score.
private struct MatchPairs {
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

  /// The score of a pair that the rules allow, where D times it is below a numerator; the dearest questions last.
  func cost(of request: CoachingRequest, _ leader: Leader, below numerator: Int, _ denominator: Int) -> Int? {
    guard numerator > 0 || scenario.region.weights.values.contains(where: { $0 < 0 }),
      only[request.id]?.contains(leader.id) ?? true, never[request.id]?.contains(leader.id) != true,
      request.standards.allSatisfy({ leader.level(of: $0) == .lead }),
      let school = scenario.schools[id: request.school],
      request.mentee == nil || !leader.evaluates.contains(school.id),
      (request.mentee == nil ? leader.maxSchools : leader.maxMentees) != 0,
      scenario.travel.leg(from: leader.home, to: school.place).distance <= leader.reach,
      scenario.load(of: request, on: leader) <= leader.coachingPerWeek
    else { return nil }
    var cost = scenario.amounts(of: request, coachedBy: leader).reduce(0) {
      $0 + $1.1 * scenario.region.weight(of: $1.0)
    }
    if let before = published[request.id], before != leader.id { cost += scenario.region.weight(of: .changes) }
    guard denominator * cost < numerator, canVisit(request, leader) else { return nil }
    return cost
  }

  private func canVisit(_ request: CoachingRequest, _ leader: Leader) -> Bool {
    guard let pinned = visits[request.id] else {
      return !scenario.visitings(of: request, by: leader, upTo: 1).isEmpty
    }
    return scenario.visitings(of: request, by: leader).contains { visiting in
      pinned.allSatisfy { $0.weekday == visiting.weekday && $0.period == visiting.period }
    }
  }
}
