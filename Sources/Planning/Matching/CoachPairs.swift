/// Which coach may serve which request, by the rules, and at what score.
///
/// Requests are looked up by school and schools by latitude, so that a coach is only asked about those in reach; a
/// degree of latitude is at least 110 km.
struct CoachPairs {
  /// What a coach could do.
  struct Choice {
    /// A position in coaching.csv.
    let request: Int
    /// What it takes of the coach's week, travel included.
    let load: Minutes
    /// The weighted score of the pair.
    let cost: Int
  }

  /// What pins and the published plan say of a request.
  private struct Decisions {
    var isServed: Bool?
    var only: Set<Leader.ID>?
    var never: Set<Leader.ID> = []
    var visits: [(weekday: Weekday, period: Period.ID)] = []
    var published: Leader.ID?
  }

  let scenario: Scenario
  /// Schools that ask for something and positions of their requests, from south to north.
  private let schools: [(school: School, requests: [Int])]
  /// Lists of standards that are asked for, and by request the position of its own.
  private let standards: [[Standard]]
  private let standardsOfRequest: [Int]
  /// By request.
  private let decisions: [Decisions]

  /// - Complexity: O(schools · log schools + requests).
  init(scenario: Scenario) {
    self.scenario = scenario
    var requests: [School.ID: [Int]] = [:]
    var lists: [[Standard]: Int] = [:]
    var standards: [[Standard]] = []
    var standardsOfRequest: [Int] = []
    for (position, request) in scenario.requests.enumerated() {
      requests[request.school, default: []].append(position)
      let row = lists[request.standards] ?? standards.count
      if row == standards.count {
        lists[request.standards] = row
        standards.append(request.standards)
      }
      standardsOfRequest.append(row)
    }
    schools = scenario.schools.compactMap { school in requests[school.id].map { (school, $0) } }
      .sorted { $0.school.coordinate.latitude < $1.school.coordinate.latitude }
    self.standards = standards
    self.standardsOfRequest = standardsOfRequest
    decisions = Self.decisions(of: scenario)
  }

  private static func decisions(of scenario: Scenario) -> [Decisions] {
    var decisions = Array(repeating: Decisions(), count: scenario.requests.count)
    func decide(_ request: CoachingRequest.ID, _ change: (inout Decisions) -> Void) {
      if let position = scenario.requests.position(of: request) { change(&decisions[position]) }
    }
    for pin in scenario.pins {
      switch pin.decision {
      case .coach(let request, let leader):
        decide(request) { $0.only = $0.only?.intersection([leader]) ?? [leader] }
      case .notCoach(let request, let leader): decide(request) { $0.never.insert(leader) }
      case .requestServed(let request, let isServed): decide(request) { $0.isServed = isServed }
      case .visits(let request, let weekday, let period):
        decide(request) { $0.visits.append((weekday, scenario.periods[period].id)) }
      case .inTeam, .notInTeam, .sessionStarts, .sessionMeets, .seriesServed: break
      }
    }
    for entry in scenario.published?.match ?? [] { decide(entry.request) { $0.published = entry.coach } }
    return decisions
  }

  /// What a pin says of a request being served.
  func isServed(_ request: CoachingRequest) -> Bool? { decisions(of: request).isServed }

  private func decisions(of request: CoachingRequest) -> Decisions {
    scenario.requests.position(of: request.id).map { decisions[$0] } ?? Decisions()
  }

  /// Whether the rules and pins that concern the pair alone allow it, visits apart.
  func keepRules(_ request: CoachingRequest, _ leader: Leader) -> Bool {
    guard request.standards.allSatisfy({ leader.level(of: $0) == .lead }),
      let school = scenario.schools[id: request.school]
    else { return false }
    return load(of: request, at: school, on: leader, scenario.travel.leg(from: leader.home, to: school.place))
      != nil
  }

  /// What a request takes of a coach's week; `nil` where a rule or a pin forbids it, standards and visits apart.
  private func load(
    of request: CoachingRequest, at school: School, on leader: Leader, _ leg: Travel.Leg
  ) -> Minutes? {
    let decisions = decisions(of: request)
    let load = request.load(travelling: leg.time)
    guard leg.distance <= leader.reach, load <= leader.coachingPerWeek,
      decisions.only?.contains(leader.id) ?? true, !decisions.never.contains(leader.id),
      request.mentee == nil || !leader.evaluates.contains(school.id),
      (request.mentee == nil ? leader.maxSchools : leader.maxMentees) != 0
    else { return nil }
    return load
  }

  /// The requests that the rules let a coach serve, visits left aside, from south to north.
  ///
  /// - Complexity: O(log schools + requests of schools in a band of latitude).
  func choices(of leader: Leader) -> [Choice] {
    let holds = standards.map { $0.allSatisfy { leader.level(of: $0) == .lead } }
    guard holds.contains(true) else { return [] }
    var choices: [Choice] = []
    for (school, requests) in schools[band(of: leader)] {
      let leg = scenario.travel.leg(from: leader.home, to: school.place)
      guard leg.distance <= leader.reach else { continue }
      for position in requests where holds[standardsOfRequest[position]] {
        let request = scenario.requests[position]
        guard decisions[position].isServed != false, let load = load(of: request, at: school, on: leader, leg)
        else {
          continue
        }
        choices.append(Choice(request: position, load: load, cost: cost(of: request, leader, decisions[position])))
      }
    }
    return choices
  }

  /// The schools that can be in reach.
  private func band(of leader: Leader) -> Range<Int> {
    guard let ground = scenario.travel.ground(within: leader.reach) else { return schools.indices }
    let latitude = leader.home.coordinate.latitude
    let width = Double(ground.value) / 110_000
    return firstSchool(atOrNorthOf: latitude - width)..<firstSchool(atOrNorthOf: (latitude + width).nextUp)
  }

  private func firstSchool(atOrNorthOf latitude: Double) -> Int {
    var range = schools.indices
    while let middle = range.isEmpty ? nil : (range.lowerBound + range.upperBound) / 2 {
      if schools[middle].school.coordinate.latitude < latitude {
        range = middle + 1..<range.upperBound
      } else {
        range = range.lowerBound..<middle
      }
    }
    return range.lowerBound
  }

  private func cost(of request: CoachingRequest, _ leader: Leader, _ decisions: Decisions) -> Int {
    let terms = scenario.amounts(of: request, coachedBy: leader)
    let cost = terms.reduce(0) { $0 + $1.1 * scenario.region.weight(of: $1.0) }
    guard let before = decisions.published, before != leader.id else { return cost }
    return cost + scenario.region.weight(of: .changes)
  }

  /// Whether the coach has a visiting pattern for the request, all else that the coach does left aside.
  func canVisit(_ request: CoachingRequest, _ leader: Leader) -> Bool {
    let pinned = decisions(of: request).visits
    if pinned.isEmpty { return !scenario.visitings(of: request, by: leader, upTo: 1).isEmpty }
    return scenario.visitings(of: request, by: leader).contains { visiting in
      pinned.allSatisfy { $0.weekday == visiting.weekday && $0.period == visiting.period }
    }
  }
}
