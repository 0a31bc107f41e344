internal import Planning

/// What is usual for mentors of new teachers in California.
enum Mentor {
  /// Mentees of a mentor who teaches a class.
  static let classroomPlaces = 3
  /// Mentees of a mentor on full release.
  static let fullReleasePlaces = 12...15
  /// Mentors on full release, of a hundred.
  static let fullReleasePercent = 2...10

  /// How many mentors have so many places, where one in 25 is on full release.
  static func count(forPlaces places: Int) -> Int {
    let fullRelease = places < 30 ? 0 : max(1, places / 85)
    return fullRelease + max(0, places - fullRelease * meanFullReleasePlaces + classroomPlaces - 1)
      / classroomPlaces
  }

  /// How many of some mentors are on full release, so that together they come nearest to so many places.
  static func fullRelease(of count: Int, places: Int) -> Int {
    let more = meanFullReleasePlaces - classroomPlaces
    let wanted = (places - classroomPlaces * count + more / 2) / more
    let least = count * fullReleasePercent.lowerBound / 100
    let most = max(count * fullReleasePercent.upperBound / 100, min(1, count))
    return min(max(wanted, least), most)
  }

  private static let meanFullReleasePlaces = (fullReleasePlaces.lowerBound + fullReleasePlaces.upperBound) / 2
}

/// Invented new teachers at the schools, and mentors near them.
struct InventedMentors {
  /// The mentors.
  private(set) var mentors: [LeaderDraft] = []
  /// One request a new teacher.
  private(set) var requests: [CoachingRequest] = []
  /// Last year's mentor of those in their second year, where it is known.
  private(set) var lastYear: [(request: CoachingRequest.ID, leader: Leader.ID)] = []
  /// By request: a mentor who could serve it, where it was made with one in mind.
  private(set) var natural: [CoachingRequest.ID: Leader.ID] = [:]

  private let geography: Geography
  private var radii: [Int: Int] = [:]
  private var draws: Draws
  /// By request: position of the school, the credential, and whether it is the teacher's second year.
  private var places: [(school: Int, framework: String, band: GradeBand, isSecondYear: Bool)] = []

  private static let secondary: [(choice: String, weight: Int)] = [
    ("SS-ENGL", 22), ("SS-MATH", 22), ("SS-SCI", 20), ("SS-HIST", 14), ("SS-ARTS", 8), ("EDSP", 14),
  ]

  /// - Parameters:
  ///   - newTeachers: How many new teachers.
  ///   - count: How many mentors.
  ///   - firstKey: The position of the first mentor's key.
  ///   - pressurePermille: New teachers over mentors' places, met by the share of mentors on full release as
  ///     far as that is usual.
  init(
    newTeachers: Int, mentors count: Int, keys: Keys, firstKey: Int, pressurePermille: Int, geography: Geography,
    seed: UInt64
  ) {
    self.geography = geography
    draws = Draws(seed: seed, topic: "mentors")
    addRequests(newTeachers, seed: seed)
    let fullRelease = Mentor.fullRelease(of: count, places: newTeachers * 1000 / pressurePermille)
    addMentors(count, fullRelease: fullRelease, keys: keys, firstKey: firstKey, seed: seed)
  }

  private mutating func addRequests(_ count: Int, seed: UInt64) {
    var names = InventedNames(seed: seed, topic: "names of new teachers")
    let keys = Keys("N", count: count)
    let positions = geography.schools.indices.filter { !Curriculum.bands(of: geography.schools[$0]).isEmpty }
    // Running sums, so that a school is found by halving.
    var sums: [Int] = []
    for position in positions { sums.append((sums.last ?? 0) + geography.schools[position].teachers) }
    for number in 0..<count {
      let drawn = draws.below(sums[sums.count - 1])
      var range = 0..<sums.count - 1
      while !range.isEmpty {
        let middle = (range.lowerBound + range.upperBound) / 2
        range = sums[middle] > drawn ? range.lowerBound..<middle : middle + 1..<range.upperBound
      }
      let position = positions[range.lowerBound]
      let school = geography.schools[position]
      let band = draws.pick(Curriculum.bands(of: school))
      let framework =
        band.highest <= 5 ? (draws.chance(86) ? "MS" : "EDSP") : draws.pick(weighted: Self.secondary)
      let isLate = draws.chance(8)
      let first = InventedCalendars.day(
        isLate ? draws.pick(["2026-10-05", "2026-11-02", "2027-01-11"]) : draws.pick(["2026-08-31", "2026-09-08"]))
      let isNeedy = (school.needPercent ?? 50) > 75
      places.append((position, framework, band, !isLate && draws.chance(45)))
      requests.append(
        CoachingRequest(
          id: keys[number], school: school.id, standards: [Standard(framework: framework, band: band)],
          perWeek: Minutes(60), window: first...InventedCalendars.day("2027-05-28"),
          priority: 1 + (isNeedy ? 1 : 0) + (framework == "EDSP" ? 1 : 0), mentee: names.next()))
    }
  }

  private mutating func addMentors(_ count: Int, fullRelease: Int, keys: Keys, firstKey: Int, seed: UInt64) {
    var names = InventedNames(seed: seed, topic: "names of mentors")
    // Each mentor is made near one of the new teachers, spread evenly over credentials, bands and places.
    let ordered = requests.indices.sorted {
      (places[$0].framework, places[$0].band.lowest, places[$0].school, $0)
        < (places[$1].framework, places[$1].band.lowest, places[$1].school, $1)
    }
    for number in 0..<count {
      let anchor = ordered.isEmpty ? nil : ordered[(2 * number + 1) * ordered.count / (2 * count) % ordered.count]
      let school = anchor.map { drawnSchool(near: places[$0].school) } ?? draws.below(geography.schools.count)
      let framework = anchor.map { places[$0].framework } ?? "MS"
      let band = anchor.map { places[$0].band } ?? Curriculum.bands[0]
      let isFullRelease = (number + 1) * fullRelease / max(1, count) > number * fullRelease / max(1, count)
      let reach = isFullRelease ? max(20, radius(of: school)) : radius(of: school)
      let capacity = isFullRelease ? draws.number(in: Mentor.fullReleasePlaces) : Mentor.classroomPlaces
      var mentor = LeaderDraft(
        id: keys[firstKey + number], name: names.next(), role: draws.chance(4) && !isFullRelease ? .site : .teacher,
        school: school, home: geography.schools[school].place,
        standards: [.init(standard: credential(framework, band), level: .lead)], reachMiles: reach)
      mentor.maxMentees = capacity
      mentor.maxSchools = 0
      // An hour a week each and the longest way there and back: more than the places can take.
      let way = (reach * 60 + Region.Limits().milesPerHour - 1) / Region.Limits().milesPerHour + 1
      mentor.coaching = Minutes(capacity * (60 + 2 * way))
      if !isFullRelease { mentor.releaseHalfDays = 0 }
      // Assistant principals and peer reviewers evaluate at their own school, so mentor at others.
      if mentor.role == .site || draws.chance(3) { mentor.evaluates = [geography.schools[school].id] }
      if let anchor, !mentor.evaluates.contains(requests[anchor].school),
        geography.road(
          from: mentor.home.coordinate, to: geography.schools[places[anchor].school].coordinate)
          <= Metres(miles: reach), natural[requests[anchor].id] == nil
      {
        natural[requests[anchor].id] = mentor.id
        if places[anchor].isSecondYear { lastYear.append((requests[anchor].id, mentor.id)) }
      }
      mentors.append(mentor)
    }
  }

  /// How far a mentor at a school drives: as far as the next forty schools, 6 to 20 miles. So the choice is
  /// as large in the country as in a city.
  private mutating func radius(of school: Int) -> Int {
    if let known = radii[school] { return known }
    let center = geography.schools[school].coordinate
    let farthest = geography.nearest(40, to: center).last ?? school
    let road = geography.road(from: center, to: geography.schools[farthest].coordinate)
    let radius = min(20, max(6, road.tenthsOfMiles / 10 + 1))
    radii[school] = radius
    return radius
  }

  /// The school itself in most cases, else one of the next.
  private mutating func drawnSchool(near school: Int) -> Int {
    if draws.chance(55) { return school }
    let near = geography.nearest(6, to: geography.schools[school].coordinate)
    return draws.pick(near)
  }

  /// The credential of a mentor who can take somebody of a band: often wider.
  private mutating func credential(_ framework: String, _ band: GradeBand) -> Standard {
    if framework == "EDSP" { return Standard(framework: framework, band: GradeBand("K-12")) }
    guard draws.chance(70) else { return Standard(framework: framework, band: band) }
    return Standard(framework: framework, band: GradeBand(band.highest <= 5 ? "K-5" : "6-12"))
  }
}
