internal import Planning

/// Finds who could take which request, school by school.
///
/// Leaders are sorted by latitude, so that only a band as wide as the longest reach is looked at; a degree of
/// latitude is at least 110 km.
struct ArcFinder: Sendable {
  private let scenario: Scenario
  private let pins: [CoachingRequest.ID: MatchPins]
  private let expertise: CoachExpertise
  private let visiting: VisitingDays
  private let prices: Prices
  /// Positions of leaders who can coach at all, by latitude of their homes, then position.
  private let byLatitude: [(latitude: Double, leader: Int)]
  /// How far from a school they may live, in degrees of latitude; `nil` where travel.csv decides.
  private let band: Double?
  /// By leader: the position of the leader's district.
  private let districtOfLeader: [Int?]
  /// By leader: schools where the leader evaluates.
  private let evaluates: [Set<School.ID>]
  /// By request: the coach whom others would change.
  private let published: [CoachingRequest.ID: Leader.ID]

  private struct Prices {
    let travel: Int
    let preferences: Int
    let notLocal: Int
    let discontinuity: Int
    let mentorChanges: Int
    let changes: Int
  }

  init(scenario: Scenario, pins: [CoachingRequest.ID: MatchPins]) {
    self.scenario = scenario
    self.pins = pins
    expertise = CoachExpertise(scenario: scenario)
    visiting = VisitingDays(scenario: scenario)
    let region = scenario.region
    prices = Prices(
      travel: region.weight(of: .travel), preferences: region.weight(of: .preferences),
      notLocal: region.weight(of: .notLocal), discontinuity: region.weight(of: .discontinuity),
      mentorChanges: region.weight(of: .mentorChanges),
      changes: region.weight(of: .changes))
    let coaches = scenario.leaders.indices.filter { scenario.leaders[$0].coachingPerWeek > .zero }
    byLatitude = coaches.map { (scenario.leaders[$0].home.coordinate.latitude, $0) }.sorted { $0 < $1 }
    let reach = coaches.map { scenario.leaders[$0].reach }.max() ?? .zero
    band = scenario.travel.ground(within: reach).map { Double($0.value) / 110_000 }
    districtOfLeader = scenario.leaders.map { leader in
      scenario.district(of: leader).flatMap { scenario.districts.position(of: $0) }
    }
    evaluates = scenario.leaders.map { Set($0.evaluates) }
    published = Dictionary(
      scenario.published?.match.map { ($0.request, $0.coach) } ?? [], uniquingKeysWith: { first, _ in first })
  }

  /// By request: its arcs, by leader.
  func arcs(threads: Int) -> [[MatchProblem.Arc]] {
    var schools: [(school: School, requests: [Int])] = []
    var rows: [School.ID: Int] = [:]
    for (position, request) in scenario.requests.enumerated() {
      if let row = rows[request.school] {
        schools[row].requests.append(position)
      } else if let school = scenario.schools[id: request.school] {
        rows[request.school] = schools.count
        schools.append((school, [position]))
      }
    }
    let listed = schools
    var arcs = Array(repeating: [MatchProblem.Arc](), count: scenario.requests.count)
    for found in runTasks(listed.count, threads: threads, { self.arcs(to: listed[$0].school, listed[$0].requests) })
    {
      for (request, own) in found { arcs[request] = own }
    }
    return arcs
  }

  private func arcs(to school: School, _ requests: [Int]) -> [(Int, [MatchProblem.Arc])] {
    let near = coaches(near: school)
    let district = scenario.districts.position(of: school.district)
    return requests.map { position in
      let request = scenario.requests[position]
      let row = expertise.row(of: request)
      let pins = pins[request.id]
      let days = visiting.days(for: request, in: school.district, pinned: pins?.visits ?? [])
      let lastYear = scenario.lastYear[request.id]
      let published = published[request.id]
      var arcs: [MatchProblem.Arc] = []
      for (leader, leg) in near where expertise.holds(row, leader) {
        let coach = scenario.leaders[leader]
        let load = request.load(travelling: leg.time)
        guard load <= coach.coachingPerWeek,
          request.mentee == nil || !evaluates[leader].contains(school.id),
          pins?.allow(coach.id) ?? true, visiting.allow(days, by: leader)
        else { continue }
        var cost = prices.travel * scenario.region.money.mileage(for: leg.distance * 2).value * request.visitsAsked
        cost += prices.preferences * distance(request, coach)
        if districtOfLeader[leader] != district { cost += prices.notLocal }
        if let lastYear, lastYear != coach.id {
          cost += request.mentee == nil ? prices.discontinuity : prices.mentorChanges
        }
        if let published, published != coach.id { cost += prices.changes }
        arcs.append(.init(agent: leader, job: position, load: load.value, cost: cost))
      }
      return (position, arcs)
    }
  }

  /// Ranks from the first choices of both.
  private func distance(_ request: CoachingRequest, _ coach: Leader) -> Int {
    guard !scenario.preferences.lines.isEmpty else { return 0 }
    return scenario.preferences.distance(who: coach.id, whom: request.id)
      + scenario.preferences.distance(who: request.id, whom: coach.id)
  }

  /// The coaches who have a school in reach, by position, and their way.
  private func coaches(near school: School) -> [(leader: Int, leg: Travel.Leg)] {
    var range = byLatitude.startIndex..<byLatitude.endIndex
    if let band {
      let latitude = school.coordinate.latitude
      let from = byLatitude.partition { $0.latitude >= latitude - band }
      let to = byLatitude.partition { $0.latitude > latitude + band }
      range = from..<to
    }
    var near: [(leader: Int, leg: Travel.Leg)] = []
    for (_, leader) in byLatitude[range] {
      let coach = scenario.leaders[leader]
      let leg = scenario.travel.leg(from: coach.home, to: school.place)
      if leg.distance <= coach.reach { near.append((leader, leg)) }
    }
    return near.sorted { $0.leader < $1.leader }
  }
}

extension Array {
  /// The first position from which on something holds, in an array in which it holds from somewhere on.
  fileprivate func partition(_ holds: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = low + (high - low) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
