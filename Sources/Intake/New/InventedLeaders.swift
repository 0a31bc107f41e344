internal import Planning

/// Invented leaders in local teams: each lives at a school, and a team's schools are neighbours.
struct InventedLeaders {
  /// The leaders, team by team.
  private(set) var leaders: [LeaderDraft] = []

  private let geography: Geography
  private let keys: Keys
  private var names: InventedNames
  private var draws: Draws

  /// A team of eight as it comes: two teachers to a site or administrative leader.
  private static let roles: [Role] = [.teacher, .teacher, .site, .teacher, .admin, .teacher, .teacher, .site]

  /// - Parameters:
  ///   - count: How many.
  ///   - area: Positions of the schools that they may work at; at least one.
  ///   - keys: Their keys.
  init(count: Int, in geography: Geography, area: [Int], keys: Keys, seed: UInt64) {
    self.geography = geography
    self.keys = keys
    names = InventedNames(seed: seed, topic: "names of leaders")
    draws = Draws(seed: seed, topic: "leaders")
    let teams = max(1, (count + 5) / 8)
    let bases = bases(teams, in: area)
    for (number, base) in bases.enumerated() {
      let members = count * (number + 1) / teams - count * number / teams
      addTeam(of: members, around: base, number: number, within: Set(area))
    }
  }

  /// Schools where teams have grown, large ones more likely, none twice while there are others.
  private mutating func bases(_ count: Int, in area: [Int]) -> [Int] {
    var weights = area.map { geography.schools[$0].teachers }
    var sum = weights.reduce(0, +)
    return (0..<count).map { _ in
      if sum == 0 {
        weights = area.map { geography.schools[$0].teachers }
        sum = weights.reduce(0, +)
      }
      var left = draws.below(sum)
      let drawn = weights.firstIndex { weight in
        left -= weight
        return left < 0
      }!
      sum -= weights[drawn]
      weights[drawn] = 0
      return area[drawn]
    }
  }

  private mutating func addTeam(of members: Int, around base: Int, number: Int, within area: Set<Int>) {
    let center = geography.schools[base]
    let near = geography.nearest(14, to: center.coordinate).filter(area.contains)
    let own = near.filter { geography.schools[$0].district == center.district }
    let sites = own.count >= 4 ? own : Array(near.prefix(8))
    let focus = [draws.pick(weighted: Curriculum.frameworks), draws.pick(weighted: Curriculum.frameworks)]
    for member in 0..<members {
      var role = Self.roles[member % Self.roles.count]
      // The higher-education partner of every other team.
      if member == 5, number.isMultiple(of: 2) { role = .highered }
      let site = role == .admin || sites.isEmpty ? base : draws.pick(sites)
      add(role, at: site, focus: focus)
    }
  }

  private mutating func add(_ role: Role, at site: Int, focus: [String]) {
    let school = geography.schools[site]
    let id = keys[leaders.count]
    let standards: [Leader.Expertise]
    switch role {
    case .teacher: standards = teacherStandards(bands: Curriculum.bands(of: school), focus: focus)
    case .site, .admin: standards = [siteStandard(focus: focus)]
    case .highered: standards = [.init(standard: Standard(framework: draws.pick(focus)), level: .lead)]
    }
    let reach = draws.pick(
      weighted: role == .highered || role == .admin ? [(45, 1), (60, 2)] : [(30, 5), (40, 3), (60, 2)])
    let home: Place
    if role == .highered {
      // The campus, a few miles off.
      let north = Double(draws.number(in: -4000...4000)) / 100_000
      let east = Double(draws.number(in: -4000...4000)) / 100_000
      home = Place(
        id: id,
        coordinate: Coordinate(
          latitude: (school.coordinate.latitude * 100_000).rounded() / 100_000 + north,
          longitude: (school.coordinate.longitude * 100_000).rounded() / 100_000 + east))
    } else {
      home = school.place
    }
    var draft = LeaderDraft(
      id: id, name: names.next(), role: role, school: role == .highered ? nil : site, home: home,
      standards: standards, reachMiles: reach)
    // Who leads a site evaluates its teachers.
    if role == .site { draft.evaluates = [school.id] }
    if draws.chance(6) {
      draft.joined = InventedCalendars.day(draws.pick(["2026-09-14", "2026-10-05"]))
    }
    leaders.append(draft)
  }

  /// What a teacher can lead: mostly a whole band of the team's own subjects, and something beside it.
  private mutating func teacherStandards(bands: [GradeBand], focus: [String]) -> [Leader.Expertise] {
    let band = draws.pick(bands.isEmpty ? Curriculum.bands : bands)
    let wish = draws.chance(70) ? draws.pick(focus) : draws.pick(weighted: Curriculum.frameworks)
    // History has no domains below grade 6.
    let framework = Curriculum.has(wish, in: band) ? wish : "CCSS-M"
    // One teacher in six is learning to lead.
    let level: Level = draws.chance(16) ? .support : .lead
    var held: [Leader.Expertise] = []
    func hold(_ standard: Standard, _ level: Level) {
      if !held.contains(where: { $0.standard == standard }) { held.append(.init(standard: standard, level: level)) }
    }
    let whole = Standard(framework: framework, band: band)
    if draws.chance(60) {
      hold(whole, level)
    } else {
      let domains = draws.shuffled(Curriculum.domains(under: whole, in: [band]))
      for domain in domains.prefix(2) { hold(domain.standard, level) }
    }
    if draws.chance(55) {
      let position = Curriculum.bands.firstIndex(of: band)!
      let other = position == 0 || position < 3 && draws.chance(50) ? position + 1 : position - 1
      if Curriculum.has(framework, in: Curriculum.bands[other]) {
        hold(Standard(framework: framework, band: Curriculum.bands[other]), .support)
      }
    }
    if draws.chance(45) {
      let other = draws.pick(weighted: Curriculum.frameworks)
      if other != framework, Curriculum.has(other, in: band) {
        hold(Standard(framework: other, band: band), level == .lead && draws.chance(50) ? .lead : .support)
      }
    }
    return held
  }

  private mutating func siteStandard(focus: [String]) -> Leader.Expertise {
    let framework = draws.pick(focus)
    let bands = ["K-5", "6-8", "K-8", "6-12"].map { GradeBand($0)! }
    let standards = bands.map { Standard(framework: framework, band: $0) }
      .filter { !Curriculum.domains(under: $0, in: Curriculum.bands).isEmpty }
    return .init(standard: draws.pick(standards), level: draws.chance(30) ? .lead : .support)
  }
}
