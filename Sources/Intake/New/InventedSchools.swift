internal import Planning

/// Invented districts and schools, where a new workspace is not given real ones.
///
/// They lie where nothing of their name is: coordinates only make distances plausible.
struct InventedSchools {
  /// The districts, without substitutes.
  private(set) var districts: [District] = []
  /// The schools, district by district.
  private(set) var schools: [School] = []

  private var names: PlaceNames
  private var draws: Draws

  /// One level of a district's schools.
  private struct Kind {
    let name: String
    let grades: String
    let pupils: ClosedRange<Int>
  }

  private static let elementary = Kind(name: "Elementary", grades: "K-5", pupils: 320...640)
  private static let wholeElementary = Kind(name: "School", grades: "K-8", pupils: 380...760)
  private static let middle = Kind(name: "Middle", grades: "6-8", pupils: 520...900)
  private static let high = Kind(name: "High", grades: "9-12", pupils: 900...1900)

  init(pattern: Pattern, seed: UInt64) {
    names = PlaceNames(seed: seed)
    draws = Draws(seed: seed, topic: "schools")
    switch pattern {
    case .district:
      let town = names.town()
      add(
        "\(town) Unified", county: county(), near: point(36.9, -119.9), miles: 6,
        kinds: [(Self.elementary, 6), (Self.wholeElementary, 2), (Self.middle, 2), (Self.high, 2)])
    case .mentoring:
      let county = county()
      for (town, kinds) in zip(
        [point(37.4, -120.7), point(37.5, -120.55), point(37.32, -120.6)],
        [
          [(Self.elementary, 3), (Self.middle, 1), (Self.high, 1)], [(Self.elementary, 2), (Self.high, 1)],
          [(Self.wholeElementary, 2)],
        ])
      {
        add("\(names.town()) Unified", county: county, near: town, miles: 4, kinds: kinds)
      }
    case .alliance:
      let county = county()
      let center = point(37.35, -121.8)
      add("\(names.town()) Union High", county: county, near: center, miles: 7, kinds: [(Self.high, 3)])
      for offset in [(0.06, 0.05), (-0.05, 0.07), (0.04, -0.08), (-0.07, -0.04)] {
        let center = Coordinate(latitude: center.latitude + offset.0, longitude: center.longitude + offset.1)
        add(
          "\(names.town()) Elementary", county: county, near: center, miles: 3,
          kinds: [(Self.elementary, 1), (Self.middle, 1)])
      }
    case .conference:
      let county = county()
      for town in [point(33.9, -117.9), point(33.8, -117.8), point(33.86, -118.0)] {
        add(
          "\(names.town()) Unified", county: county, near: town, miles: 4,
          kinds: [(Self.elementary, 2), (Self.middle, 1), (Self.high, 1)])
      }
    case .state: addState()
    }
  }

  /// Twelve counties from south to north, each with three towns of a few districts.
  private mutating func addState() {
    for number in 0..<12 {
      let county = county()
      let center = point(33.4 + 0.55 * Double(number), -117.0 - 0.45 * Double(number))
      for _ in 0..<3 {
        let north = Double(draws.number(in: -25...25)) / 100
        let east = Double(draws.number(in: -25...25)) / 100
        let town = Coordinate(latitude: center.latitude + north, longitude: center.longitude + east)
        add(
          "\(names.town()) Unified", county: county, near: town, miles: 6,
          kinds: [(Self.elementary, draws.number(in: 3...5)), (Self.middle, 1), (Self.high, 1)])
      }
    }
  }

  private mutating func add(
    _ name: String, county: String, near center: Coordinate, miles: Int, kinds: [(Kind, Int)]
  ) {
    let district = District(id: PlaceNames.key(of: name), name: name, county: county, substitutesPerDay: nil)
    districts.append(district)
    let need = draws.number(in: 30...75)
    for (kind, count) in kinds {
      for _ in 0..<count {
        let name = "\(names.school()) \(kind.name)"
        schools.append(
          School(
            id: PlaceNames.key(of: name), name: name, district: district.id, county: county,
            coordinate: scattered(around: center, miles: miles), grades: GradeBand(kind.grades),
            enrollment: draws.number(in: kind.pupils), needPercent: need + draws.number(in: -20...20)))
      }
    }
  }

  private mutating func county() -> String { names.town() }

  private func point(_ latitude: Double, _ longitude: Double) -> Coordinate {
    Coordinate(latitude: latitude, longitude: longitude)
  }

  /// A point in a square, in whole hundred-thousandths of a degree: about a metre.
  private mutating func scattered(around center: Coordinate, miles: Int) -> Coordinate {
    // A mile is 0.0145° of latitude and about 0.018° of longitude here.
    let north = draws.number(in: -1450 * miles...1450 * miles)
    let east = draws.number(in: -1800 * miles...1800 * miles)
    return Coordinate(
      latitude: ((center.latitude * 100_000).rounded() + Double(north)) / 100_000,
      longitude: ((center.longitude * 100_000).rounded() + Double(east)) / 100_000)
  }
}
