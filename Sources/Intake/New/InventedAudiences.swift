internal import Planning

/// Who attends invented series: educators of the host's district and, for shared ones, of its neighbours.
struct InventedAudiences {
  /// Those who attend one series.
  struct Audience {
    let attendance: [Series.Attendance]
    let cohort: String?

    var educators: Int { attendance.reduce(0) { $0 + $1.educators } }
  }

  private struct Group: Hashable {
    let district: District.ID
    let band: GradeBand
  }

  private let geography: Geography
  private let teachers: [Group: Int]
  private var cohorts: [Group: (audience: Audience, uses: Int)] = [:]
  private var count = 0
  private var districtsNear: [Int: [District.ID]] = [:]
  private var draws: Draws

  init(in geography: Geography, seed: UInt64) {
    self.geography = geography
    draws = Draws(seed: seed, topic: "audiences")
    var teachers: [Group: Int] = [:]
    for school in geography.schools {
      let bands = Curriculum.bands(of: school)
      for band in bands {
        teachers[Group(district: school.district, band: band), default: 0] += max(1, school.teachers / bands.count)
      }
    }
    self.teachers = teachers
  }

  /// An audience at a school: 20 to 38 educators where there are so many, never more than six in ten of
  /// those who teach the band.
  ///
  /// - Parameters:
  ///   - districts: Those that lead it, first to be asked where it is shared.
  ///   - isShared: Whether it brings districts together.
  mutating func drawn(
    at host: Int, band: GradeBand, with districts: [District.ID], isShared: Bool
  ) -> Audience {
    let home = geography.schools[host].district
    let group = Group(district: home, band: band)
    // The same people go on to another series together.
    if let known = cohorts[group], known.uses < 3, draws.chance(40) {
      cohorts[group] = (known.audience, known.uses + 1)
      return known.audience
    }
    let wish = draws.number(in: 20...38)
    func available(_ district: District.ID) -> Int {
      max(2, teachers[Group(district: district, band: band), default: 0] * 6 / 10)
    }
    var neighbours: [District.ID] = []
    for district in districts + near(host) where district != home && !neighbours.contains(district) {
      neighbours.append(district)
    }
    // Of a shared series, the host sends the half.
    var attendance = [
      Series.Attendance(
        district: home, educators: min(available(home), isShared && !neighbours.isEmpty ? (wish + 1) / 2 : wish))
    ]
    for neighbour in neighbours.prefix(isShared ? draws.number(in: 1...2) : 3) {
      let left = wish - attendance.reduce(0) { $0 + $1.educators }
      guard left > 0, isShared || left > wish / 2 else { break }
      attendance.append(.init(district: neighbour, educators: min(left, available(neighbour))))
    }
    guard draws.chance(35) else { return Audience(attendance: attendance, cohort: nil) }
    count += 1
    let audience = Audience(attendance: attendance, cohort: "grades-\(band)-\(count)")
    cohorts[group] = (audience, 1)
    return audience
  }

  /// Districts with a school within twelve miles, the nearest first.
  private mutating func near(_ host: Int) -> [District.ID] {
    if let known = districtsNear[host] { return known }
    var seen: Set<District.ID> = []
    let found = geography.schools(within: 12, of: geography.schools[host].coordinate)
      .map { geography.schools[$0].district }.filter { seen.insert($0).inserted }
    districtsNear[host] = found
    return found
  }
}
