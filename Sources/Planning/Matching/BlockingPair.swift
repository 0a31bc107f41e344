/// A coach and a request who are not matched, and would both rather have one another than what they have.
///
/// A request prefers a coach whom it ranks strictly before its own, and any coach to none. A coach prefers a request
/// where week and limits allow it once requests that the coach ranks strictly behind it are given up. Ties do not
/// block (weak stability: Irving 1994); with loads it is the definition of residents of different sizes (McDermid
/// and Manlove 2010). Dates are not looked at: whether the visits would find a place beside others is not asked.
public struct BlockingPair: Hashable, Sendable {
  /// The request.
  public let request: CoachingRequest
  /// The coach whom it would rather have.
  public let coach: Leader
  /// The coach it has; `nil` where it is not served.
  public let current: Leader?
  /// What the coach would give up for it, least liked first; none where there is room.
  public let givenUp: [CoachingRequest]
}

extension Scenario {
  /// Whether preferences.csv says anything of a coach and a request.
  public var hasMatchPreferences: Bool {
    preferences.lines.contains { requests[id: $0.who] != nil || requests[id: $0.whom] != nil }
  }
}

extension ResolvedPlan {
  /// Every pair that blocks the match, in the order of coaching.csv, then of leaders.csv; none where nobody has
  /// preferences.
  ///
  /// - Complexity: O(plan + lines of preferences.csv + unserved requests · coaches who rank requests or have room).
  public var blockingPairs: [BlockingPair] {
    guard parts.contains(.match), scenario.hasMatchPreferences else { return [] }
    return BlockingPairs(of: self).all
  }
}

/// Finds the pairs that block a match.
private struct BlockingPairs {
  private struct Week {
    var requests: [CoachingRequest] = []
    var minutes = Minutes.zero
  }

  private let scenario: Scenario
  private let pairs: CoachPairs
  private let coachOf: [CoachingRequest.ID: Leader]
  private var byCoach: [Leader.ID: Week] = [:]
  /// By request: the coaches on its list, in the order of leaders.csv.
  private var wanted: [CoachingRequest.ID: [Leader]] = [:]
  /// Who might take one more request of a school, and one more mentee: coaches with room, and those who rank requests
  /// and so might give one up.
  private var open: (schools: [Leader], mentees: [Leader]) = ([], [])

  init(of plan: ResolvedPlan) {
    scenario = plan.scenario
    pairs = CoachPairs(scenario: scenario)
    coachOf = Dictionary(uniqueKeysWithValues: plan.match.map { ($0.request.id, $0.coach) })
    for match in plan.match {
      byCoach[match.coach.id, default: Week()].requests.append(match.request)
      byCoach[match.coach.id]!.minutes += scenario.load(of: match.request, on: match.coach)
    }
    for (coach, week) in byCoach {
      // Of those liked alike, the last of coaching.csv goes first.
      byCoach[coach]!.requests = week.requests.sorted {
        (rank(of: $0, by: coach), scenario.requests.position(of: $0.id) ?? 0)
          > (rank(of: $1, by: coach), scenario.requests.position(of: $1.id) ?? 0)
      }
    }
    var positions: [CoachingRequest.ID: Set<Int>] = [:]
    var ranking: Set<Leader.ID> = []
    for line in scenario.preferences.lines {
      if let coach = scenario.leaders.position(of: line.whom), scenario.requests[id: line.who] != nil {
        positions[line.who, default: []].insert(coach)
      } else if scenario.requests[id: line.whom] != nil {
        ranking.insert(line.who)
      }
    }
    for (request, coaches) in positions { wanted[request] = coaches.sorted().map { scenario.leaders[$0] } }
    for coach in scenario.leaders where coach.coachingPerWeek > .zero {
      let week = byCoach[coach.id] ?? Week()
      let mentees = week.requests.count { $0.mentee != nil }
      let hasMinutes = week.minutes < coach.coachingPerWeek
      func isOpen(_ count: Int, _ limit: Int?) -> Bool {
        ranking.contains(coach.id) || hasMinutes && count < limit ?? .max
      }
      if isOpen(week.requests.count - mentees, coach.maxSchools) { open.schools.append(coach) }
      if isOpen(mentees, coach.maxMentees) { open.mentees.append(coach) }
    }
  }

  var all: [BlockingPair] {
    scenario.requests.flatMap { request -> [BlockingPair] in
      guard pairs.isServed(request) != false else { return [] }
      let current = coachOf[request.id]
      return candidates(for: request, now: current).compactMap { coach in
        guard pairs.keepRules(request, coach), let givenUp = sacrifice(for: request, by: coach),
          pairs.canVisit(request, coach)
        else { return nil }
        return BlockingPair(request: request, coach: coach, current: current, givenUp: givenUp)
      }
    }
  }

  /// Whom a request would rather have, asked cheaply.
  private func candidates(for request: CoachingRequest, now current: Leader?) -> [Leader] {
    guard let current else { return request.mentee == nil ? open.schools : open.mentees }
    let rank = scenario.preferences.distance(who: request.id, whom: current.id)
    return (wanted[request.id] ?? []).filter {
      scenario.preferences.distance(who: request.id, whom: $0.id) < rank
    }
  }

  /// What a coach would give up to have a request, least liked first; `nil` where all that the coach likes less
  /// would not be enough.
  private func sacrifice(for request: CoachingRequest, by coach: Leader) -> [CoachingRequest]? {
    let week = byCoach[coach.id] ?? Week()
    let isMentee = request.mentee != nil
    let limit = (isMentee ? coach.maxMentees : coach.maxSchools) ?? .max
    var minutes = week.minutes + scenario.load(of: request, on: coach)
    var count = week.requests.count { ($0.mentee != nil) == isMentee } + 1
    let own = rank(of: request, by: coach.id)
    var given: [CoachingRequest] = []
    for other in week.requests where rank(of: other, by: coach.id) > own {
      if minutes <= coach.coachingPerWeek, count <= limit { break }
      let isOfKind = (other.mentee != nil) == isMentee
      // Another kind takes minutes and no place.
      if minutes <= coach.coachingPerWeek, !isOfKind { continue }
      given.append(other)
      minutes -= scenario.load(of: other, on: coach)
      if isOfKind { count -= 1 }
    }
    return minutes <= coach.coachingPerWeek && count <= limit ? given : nil
  }

  private func rank(of request: CoachingRequest, by coach: Leader.ID) -> Int {
    scenario.preferences.distance(who: coach, whom: request.id)
  }
}
