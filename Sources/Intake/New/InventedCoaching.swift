internal import Planning

/// Invented coaching requests of schools, each made near a leader who could serve it.
struct InventedCoaching {
  /// The requests.
  private(set) var requests: [CoachingRequest] = []
  /// Last year's coach of some.
  private(set) var lastYear: [(request: CoachingRequest.ID, leader: Leader.ID)] = []
  /// By request: the leader it was made near.
  private(set) var natural: [CoachingRequest.ID: Leader.ID] = [:]

  private let geography: Geography
  private var draws: Draws

  /// A coach serves two or three schools, of requests that are not all met.
  private static let requestsPerTenCoaches = 33
  /// One request in so many is hopeless.
  private static let hopelessEvery = 33

  /// Makes requests and settles the coaching time of the leaders, so that all the requests take so many
  /// thousandths of it.
  init(
    count: Int, leaders: inout [LeaderDraft], pressurePermille: Int, geography: Geography, seed: UInt64
  ) {
    self.geography = geography
    draws = Draws(seed: seed, topic: "coaching")
    let able = draws.shuffled(leaders.indices.filter { leaders[$0].leads })
    let wanted = (count * 10 + Self.requestsPerTenCoaches - 1) / Self.requestsPerTenCoaches
    let coaches = Array(able.prefix(wanted)).sorted()
    guard count > 0, !coaches.isEmpty else { return }
    let keys = Keys("C", count: count)
    var deck = Deck(coaches)
    for number in 0..<count {
      let coach = leaders[deck.deal(&draws)]
      let isHopeless = number % Self.hopelessEvery == Self.hopelessEvery / 2
      addRequest(keys[number], near: coach, isHopeless: isHopeless)
    }
    let asked = requests.reduce(0) { $0 + $1.perWeek.value }
    // In steps of five minutes; nobody is a coach for less than half an hour.
    let shares = Apportionment.shares(
      of: asked * 1000 / pressurePermille / 5, weights: coaches.map { _ in draws.number(in: 70...130) },
      least: coaches.map { _ in 6 }, most: 240)
    for (coach, share) in zip(coaches, shares) {
      leaders[coach].coaching = Minutes(share * 5)
      leaders[coach].maxSchools = max(2, share * 5 / 40 + 1)
    }
  }

  private mutating func addRequest(_ id: String, near coach: LeaderDraft, isHopeless: Bool) {
    let center = coach.home.coordinate
    let held = coach.standards.filter { $0.level == .lead }.map(\.standard)
    func domains(at school: Int) -> [Curriculum.Domain] {
      let taught = Curriculum.bands(of: geography.schools[school])
      return held.flatMap { Curriculum.domains(under: $0, in: taught) }
    }
    let near = geography.schools(within: min(12, coach.reachMiles), of: center).prefix(60).filter {
      !domains(at: $0).isEmpty
    }
    let district = coach.school.map { geography.schools[$0].district }
    let own = near.filter { geography.schools[$0].district == district }
    let choices = !own.isEmpty && draws.chance(65) ? own : near
    // Where no school near teaches what the coach knows, the nearest one asks all the same.
    let position =
      choices.isEmpty ? coach.school ?? geography.nearest(1, to: center).first ?? 0 : draws.pick(choices)
    let school = geography.schools[position]
    // What the coach holds and the school teaches: the whole band, or one domain of it.
    let taught = domains(at: position)
    let domain = draws.pick(
      taught.isEmpty ? held.flatMap { Curriculum.domains(under: $0, in: Curriculum.bands) } : taught)
    let whole = Standard(framework: domain.standard.framework, band: domain.standard.band)
    let isWhole = draws.chance(60) && held.contains { $0.covers(whole) }
    let standard =
      isHopeless ? Standard(framework: Curriculum.unheld, band: whole.band) : isWhole ? whole : domain.standard

    // A visit is an hour and a half at most, so that it has room after school.
    let (minutes, every) = draws.pick(weighted: [
      ((30, 1), 3), ((30, 2), 3), ((45, 2), 4), ((45, 1), 3), ((60, 1), 3),
    ])
    let window = draws.pick(weighted: [
      (InventedCalendars.day("2026-09-14")...InventedCalendars.day("2027-05-14"), 5),
      (InventedCalendars.day("2026-09-14")...InventedCalendars.day("2026-12-18"), 3),
      (InventedCalendars.day("2027-01-11")...InventedCalendars.day("2027-05-14"), 2),
    ])
    requests.append(
      CoachingRequest(
        id: id, school: school.id, standards: [standard], perWeek: Minutes(minutes), visitEveryWeeks: every,
        window: window, priority: min(5, 1 + (school.needPercent ?? 50) / 30 + draws.below(2))))
    guard !isHopeless else { return }
    natural[id] = coach.id
    if draws.chance(30) { lastYear.append((id, coach.id)) }
  }
}
