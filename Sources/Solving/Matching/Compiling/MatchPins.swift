internal import Planning

/// What pins say of one request.
struct MatchPins: Sendable {
  /// The coaches it may go to; `nil` for any.
  private(set) var coaches: Set<Leader.ID>?
  /// The coaches it may not go to.
  private(set) var excluded: Set<Leader.ID> = []
  /// Whether it must be served, or must not; `nil` where that is free.
  private(set) var isServed: Bool?
  /// Weekdays and periods of its visits.
  private(set) var visits: [(weekday: Weekday, period: Int)] = []
  /// As the planner wrote them.
  private(set) var texts: [String] = []
  /// Whether two of them cannot both hold.
  private(set) var isContradictory = false

  /// The pins of each request that has some.
  static func byRequest(in scenario: Scenario) -> [CoachingRequest.ID: MatchPins] {
    var pins: [CoachingRequest.ID: MatchPins] = [:]
    for pin in scenario.pins {
      switch pin.decision {
      case .coach(let request, let leader): pins[request, default: MatchPins()].require(leader)
      case .notCoach(let request, let leader): pins[request, default: MatchPins()].excluded.insert(leader)
      case .requestServed(let request, let isServed): pins[request, default: MatchPins()].set(isServed)
      case .visits(let request, let weekday, let period):
        pins[request, default: MatchPins()].visits.append((weekday, period))
      case .inTeam, .notInTeam, .sessionStarts, .sessionMeets, .seriesServed: continue
      }
      if let request = pin.decision.request { pins[request]?.texts.append(pin.text) }
    }
    return pins
  }

  private mutating func require(_ leader: Leader.ID) { coaches = coaches?.intersection([leader]) ?? [leader] }

  private mutating func set(_ served: Bool) {
    if let isServed, isServed != served { isContradictory = true }
    isServed = served
  }

  /// Whether a coach may take the request.
  func allow(_ leader: Leader.ID) -> Bool { !excluded.contains(leader) && coaches?.contains(leader) ?? true }
}

extension Pin.Decision {
  /// The request that a pin of the match is on.
  fileprivate var request: CoachingRequest.ID? {
    switch self {
    case .coach(let request, _), .notCoach(let request, _), .requestServed(let request, _),
      .visits(let request, _, _):
      request
    case .inTeam, .notInTeam, .sessionStarts, .sessionMeets, .seriesServed: nil
    }
  }
}
