internal import Planning

/// How a series is spread over the year and the day.
struct SeriesFormat {
  let sessions: Int
  let periodsPerSession: Int
  /// The names of the periods that it may take.
  let periods: [Period.ID]
  let gap: ClosedRange<Int>

  /// The dates on which there is any professional learning.
  static let wholeYear = InventedCalendars.day("2026-09-08")...InventedCalendars.day("2027-05-21")

  /// Windows that planners give, with weights: a term, or the year for what needs room.
  var windows: [(choice: ClosedRange<Day>, weight: Int)] {
    func window(_ from: String, _ to: String) -> ClosedRange<Day> {
      InventedCalendars.day(from)...InventedCalendars.day(to)
    }
    if sessions > 3 { return [(Self.wholeYear, 6), (window("2026-09-08", "2027-03-12"), 4)] }
    return [
      (window("2026-09-08", "2026-12-18"), 6), (window("2027-01-11", "2027-05-14"), 4),
      (window("2026-10-19", "2027-03-19"), 3), (Self.wholeYear, 4),
    ]
  }

  /// Sessions and half days of each, by their product.
  private static let shapes: [(product: Int, sessions: Int, halfDays: Int)] = [
    (2, 2, 1), (3, 3, 1), (4, 4, 1), (4, 2, 2), (6, 3, 2), (8, 4, 2),
  ]

  /// - Parameters:
  ///   - isRelease: Whether educators and leaders are released from class.
  ///   - share: Half days of leaders that it should take on average.
  static func drawn(isRelease: Bool, share: Int, _ draws: inout Draws) -> SeriesFormat {
    let gap = draws.pick(weighted: [(21...42, 6), (21...35, 2), (14...28, 2)])
    guard isRelease else {
      let periods = draws.pick([["after-school"], ["after-school", "minimum-day"], ["after-school", "saturday"]])
      return SeriesFormat(sessions: draws.number(in: 3...4), periodsPerSession: 1, periods: periods, gap: gap)
    }
    // A team is of nearly three on average, and a series in ten takes no release: what is wished for a
    // leader, in hundredths, up or down by a third, then between the two shapes that lie around it.
    let wish = share * 100 * 10 / 27 * draws.number(in: 67...133) / 100
    let products = [2, 3, 4, 6, 8]
    let above = products.firstIndex { $0 * 100 >= wish } ?? products.count - 1
    let below = max(0, above - 1)
    let width = (products[above] - products[below]) * 100
    let part = width == 0 ? 100 : min(width, max(0, wish - products[below] * 100)) * 100 / width
    let product = products[draws.chance(part) ? above : below]
    let shape = draws.pick(shapes.filter { $0.product == product })
    let periods = shape.halfDays == 1 && draws.chance(10) ? ["AM"] : ["AM", "PM"]
    return SeriesFormat(
      sessions: shape.sessions, periodsPerSession: shape.halfDays, periods: periods, gap: gap)
  }
}

/// A team that is asked for.
struct InventedTeam {
  /// The least number of teachers.
  var teachers: Int
  /// The least number of site or administrative leaders.
  var sites: Int
  /// The least number of higher-education partners.
  var highered: Int
  /// How many may be added to the least team.
  var spare: Int

  /// Two teachers and one who leads a site, as in practice.
  static let pairAndSite = InventedTeam(teachers: 2, sites: 1, highered: 0, spare: 1)

  static func drawn(_ draws: inout Draws) -> InventedTeam {
    draws.pick(weighted: [
      (pairAndSite, 62), (InventedTeam(teachers: 2, sites: 0, highered: 0, spare: 1), 18),
      (InventedTeam(teachers: 1, sites: 1, highered: 0, spare: 2), 12),
      (InventedTeam(teachers: 2, sites: 0, highered: 1, spare: 2), 8),
    ])
  }

  /// The same, as far as there are people in reach.
  func fitted(teachers: Int, sites: Int, highered: Int) -> InventedTeam {
    var fitted = self
    fitted.teachers = min(self.teachers, teachers)
    fitted.highered = min(self.highered, highered)
    // A colleague who leads a site stands in for a partner who is too far.
    let missing = self.teachers - fitted.teachers + self.highered - fitted.highered
    fitted.sites = min(self.sites + missing, sites, 1)
    return fitted
  }

  var requirement: TeamRequirement {
    var words: [String] = []
    if teachers > 0 { words.append("teacher>=\(teachers)") }
    if sites > 0 { words.append("site|admin>=\(sites)") }
    if highered > 0 { words.append("highered>=\(highered)") }
    words.append("size<=\(teachers + sites + highered + spare)")
    return try! TeamRequirement(parsing: words.joined(separator: " "))
  }

  /// The same for a requirement that was read; members of no asked role are not counted.
  static func shares(of requirement: TeamRequirement) -> InventedTeam {
    func least(_ role: Role) -> Int {
      requirement.clauses.filter { $0.roles.contains(role) }.map(\.count.lowerBound).max() ?? 0
    }
    return InventedTeam(
      teachers: least(.teacher), sites: least(.site), highered: least(.highered),
      spare: requirement.size.upperBound - requirement.leastSize)
  }
}
