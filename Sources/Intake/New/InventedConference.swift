internal import Planning

/// Conference days at a university: strands are cohorts, rooms are venues, talks are series of one session
/// on a fixed date.
struct InventedConference {
  /// The talks and keynotes.
  private(set) var proposals: [InventedSeries.Proposal] = []
  /// The rooms, and a hall for the keynotes.
  private(set) var rooms: [Venue] = []
  /// Talks that were asked for.
  let talks: Int
  /// Talks that the rooms have times for.
  let times: Int

  /// Talks one after the other in a room on a day.
  private static let talksPerRoom = 4
  /// Of a hundred series, those that are talks; the others follow up in the districts.
  private static let talksPercent = 70

  private let leaders: [Leader]
  private let periods: [Period]
  /// Leaders who lead something and reach the campus.
  private let able: [Int]
  private var draws: Draws
  private var presenters: Deck<Int>

  /// The school that has most schools around it: the campus lies there.
  static func campus(in geography: Geography) -> Int {
    let around = geography.schools.map { geography.schools(within: 10, of: $0.coordinate).count }
    return around.indices.max { (around[$0], -$0) < (around[$1], -$1) }!
  }

  /// - Parameters:
  ///   - series: All series of the workspace.
  ///   - campus: The position of the school beside the campus.
  ///   - pressurePermille: Talks over the times that rooms have for them.
  init(
    keys: Keys, series: Int, campus: Int, leaders drafts: [LeaderDraft], pressurePermille: Int,
    geography: Geography, periods: [Period], seed: UInt64
  ) {
    leaders = drafts.map { $0.leader(in: geography.schools) }
    self.periods = periods
    draws = Draws(seed: seed, topic: "conference")
    let center = geography.schools[campus].coordinate
    // The campus is half a mile from the school.
    let able = drafts.indices.filter {
      drafts[$0].leads
        && geography.road(from: drafts[$0].home.coordinate, to: center) <= Metres(miles: drafts[$0].reachMiles - 2)
    }
    self.able = able
    presenters = Deck(able.filter { drafts[$0].role == .teacher })
    let dates = (series < 40 ? ["2026-09-26"] : ["2026-09-26", "2027-02-06"]).map(InventedCalendars.day)
    let available = max(0, series - dates.count)
    // As many rooms as give about that share of talks, then as many talks as give the pressure.
    let perRoom = Self.talksPerRoom * dates.count
    let wished = available * Self.talksPercent / 100
    let strands = max(1, (wished * 1000 + pressurePermille * perRoom / 2) / (pressurePermille * perRoom))
    talks = presenters.isEmpty ? 0 : min(available, (strands * perRoom * pressurePermille + 500) / 1000)
    times = strands * perRoom
    guard talks > 0 else { return }

    var audiences = InventedAudiences(in: geography, seed: seed ^ 1)
    let host = geography.schools[campus]
    let bands = Curriculum.bands(of: host)
    let groups = (0..<strands).map { _ in
      audiences.drawn(
        at: campus, band: bands.isEmpty ? Curriculum.bands[1] : draws.pick(bands), with: [], isShared: true
      )
      .attendance
    }
    addRooms(for: groups, near: host)
    var number = 0
    for (position, date) in dates.enumerated() {
      addKeynote(keys[number], on: date, at: host, groups: groups)
      number += 1
      for talk in (talks * position / dates.count)..<(talks * (position + 1) / dates.count) {
        addTalk(keys[number], on: date, at: host, strand: talk % strands, attendance: groups[talk % strands])
        number += 1
      }
    }
  }

  private mutating func addRooms(for groups: [[Series.Attendance]], near host: School) {
    func periods(_ prefix: String) -> [Int] {
      self.periods.indices.filter { self.periods[$0].id.hasPrefix(prefix) }
    }
    let place = Coordinate(
      latitude: ((host.coordinate.latitude * 10_000).rounded() + 45) / 10_000,
      longitude: ((host.coordinate.longitude * 10_000).rounded() + 60) / 10_000)
    let everybody = groups.reduce(0) { $0 + Self.educators($1) }
    rooms.append(
      Venue(
        id: "auditorium", name: "University auditorium", coordinate: place, capacity: (everybody / 50 + 1) * 50,
        open: InventedCalendars.year, periods: periods("keynote")))
    for (number, group) in groups.enumerated() {
      rooms.append(
        Venue(
          id: "room-\(number + 1)", name: "University room \(101 + number)", coordinate: place,
          capacity: Self.educators(group) + draws.number(in: 2...12), open: InventedCalendars.year,
          periods: periods("talk")))
    }
  }

  private mutating func addKeynote(_ id: String, on date: Day, at host: School, groups: [[Series.Attendance]]) {
    let partners = able.filter { leaders[$0].role == .highered }
    let speaker = partners.isEmpty ? presenters.deal(&draws) : draws.pick(partners)
    let domain = domain(of: leaders[speaker])
    var attendance: [Series.Attendance] = []
    for entry in groups.joined() {
      if let known = attendance.firstIndex(where: { $0.district == entry.district }) {
        attendance[known] = .init(
          district: entry.district, educators: attendance[known].educators + entry.educators)
      } else {
        attendance.append(entry)
      }
    }
    add(
      id, "Keynote: \(domain.title)", domain.standard, on: date, at: host, attendance: attendance,
      cohorts: groups.indices.map { "strand-\($0 + 1)" },
      team: partners.isEmpty ? "teacher>=1 size<=2" : "highered>=1 size<=2",
      members: [speaker], venue: "auditorium", periods: "keynote", priority: 5)
  }

  private mutating func addTalk(
    _ id: String, on date: Day, at host: School, strand: Int, attendance: [Series.Attendance]
  ) {
    let speaker = presenters.deal(&draws)
    let domain = domain(of: leaders[speaker])
    var members = [speaker]
    var team = "teacher>=1 size<=3"
    let partners = able.filter { $0 != speaker && leaders[$0].level(of: domain.standard) != nil }
    let teachers = partners.filter { leaders[$0].role == .teacher }
    let professors = partners.filter { leaders[$0].role == .highered }
    if draws.chance(25), !professors.isEmpty {
      team = "teacher>=1 highered>=1 size<=3"
      members.append(draws.pick(professors))
    } else if draws.chance(40), !teachers.isEmpty {
      team = "teacher>=2 size<=3"
      members.append(draws.pick(teachers))
    }
    add(
      id, "Strand \(strand + 1): \(domain.title)", domain.standard, on: date, at: host, attendance: attendance,
      cohorts: ["strand-\(strand + 1)"], team: team, members: members, venue: "room-\(strand + 1)", periods: "talk",
      priority: draws.number(in: 1...4))
  }

  private mutating func add(
    _ id: String, _ title: String, _ standard: Standard, on date: Day, at host: School,
    attendance: [Series.Attendance], cohorts: [String], team: String, members: [Int], venue: Venue.ID,
    periods prefix: String, priority: Int
  ) {
    let series = Series(
      id: id, title: title, host: host.id, hostDistrict: host.district, hostCoordinate: host.coordinate,
      attendance: attendance, standards: [standard], sessions: 1, gapMinDays: 21, gapMaxDays: 42,
      window: date...date, educators: Self.educators(attendance), cohorts: cohorts,
      team: try! TeamRequirement(parsing: team), priority: priority, delivery: .conference,
      periods: periods.indices.filter { periods[$0].id.hasPrefix(prefix) })
    proposals.append(.init(series: series, team: members, venue: venue, openings: [date]))
  }

  private mutating func domain(of leader: Leader) -> Curriculum.Domain {
    let held = leader.standards.filter { $0.level == .lead }.map(\.standard)
    return draws.pick(held.flatMap { Curriculum.domains(under: $0, in: Curriculum.bands) })
  }

  private static func educators(_ attendance: [Series.Attendance]) -> Int {
    attendance.reduce(0) { $0 + $1.educators }
  }
}
