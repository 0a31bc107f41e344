import Planning

@testable import Solving

extension Scenario {
  /// A small region with everything that bears on a match: a few schools in two districts, leaders with limits,
  /// absences and schools where they evaluate, requests of schools and of new teachers, preferences, pins, last
  /// year's match and a published one.
  static func randomForMatch(
    seed: UInt64, leaders: Int = 3, requests: Int = 4, pinned: Bool = true, hasLeast: Bool = true
  ) -> Scenario {
    var random = Randomness(seed: seed)
    let year = Day(number: 20_680)...Day(number: 20_900)
    let schools = (0..<4).map { index in
      School(
        id: "S\(index)", name: "School \(index)", district: index < 2 ? "North" : "South", county: "Rivers",
        coordinate: Coordinate(
          latitude: 37 + Double(random.below(40)) / 100, longitude: -120 + Double(random.below(40)) / 100))
    }
    let standards = ["CCSS-M/K-5", "CCSS-M/3-5", "NGSS/6-8"].compactMap { Standard($0) }
    let leaders = (0..<leaders).map { index -> Leader in
      let school = schools[random.below(schools.count)]
      let least = random.below(6) == 0 && hasLeast ? 1 + random.below(2) : 0
      return Leader(
        id: "L\(index)", name: "Leader \(index)", role: random.below(2) == 0 ? .teacher : .admin,
        school: random.below(4) == 0 ? nil : school.id, home: school.place,
        standards: standards.map { .init(standard: $0, level: random.below(4) == 0 ? .support : .lead) },
        releaseHalfDays: random.below(2) == 0 ? 4 + random.below(20) : nil,
        releaseHalfDaysPerMonth: random.below(3) == 0 ? 2 : nil,
        coachingPerWeek: Minutes(random.below(8) == 0 ? 0 : 60 + random.below(240)),
        minSchools: least, maxSchools: random.below(3) == 0 ? least + random.below(3) : nil,
        maxMentees: random.below(3) == 0 ? random.below(3) : nil, reach: Metres(miles: 10 + random.below(30)),
        evaluates: random.below(3) == 0 ? [schools[random.below(schools.count)].id] : [],
        joined: random.below(4) == 0 ? year.lowerBound.advanced(by: random.below(150)) : nil,
        worksOnHolidays: index.isMultiple(of: 3))
    }
    let requests = (0..<requests).map { index -> CoachingRequest in
      let first = year.lowerBound.advanced(by: random.below(150))
      return CoachingRequest(
        id: "C\(index)", school: schools[random.below(schools.count)].id,
        standards: [standards[random.below(standards.count)]], perWeek: Minutes(30 + random.below(60)),
        visitEveryWeeks: 1 + random.below(2), window: first...first.advanced(by: 10 + random.below(50)),
        priority: 1 + random.below(3), mentee: random.below(2) == 0 ? "Teacher \(index)" : nil)
    }
    func anyLeader(_ random: inout Randomness) -> Leader.ID { leaders[random.below(leaders.count)].id }
    var pins: [Pin] = []
    if pinned {
      for request in requests {
        switch random.below(8) {
        case 0: pins.append(Pin(decision: .coach(request: request.id, leader: anyLeader(&random)), text: "coach"))
        case 1: pins.append(Pin(decision: .notCoach(request: request.id, leader: anyLeader(&random)), text: "not"))
        case 2:
          pins.append(Pin(decision: .requestServed(request: request.id, random.below(2) == 0), text: "served"))
        case 3:
          pins.append(
            Pin(decision: .visits(request: request.id, on: .tuesday, period: random.below(2)), text: "visits"))
        default: break
        }
      }
    }
    var limits = Region.Limits()
    limits.firstVisitDays = 2 + random.below(30)
    let published = requests.filter { _ in random.below(4) == 0 }.map {
      MatchedRequest(request: $0.id, coach: leaders[random.below(leaders.count)].id)
    }
    return Scenario(
      region: Region(
        title: "Rivers", year: year,
        weights: random.below(3) == 0 ? [.unservedNeed: 1 + random.below(3)] : [:], limits: limits),
      periods: [
        Period(id: "AM", start: Minutes(480), end: Minutes(660), kind: .release),
        Period(id: "after-school", start: Minutes(960), end: Minutes(1060), kind: .ownTime),
      ], schools: schools, leaders: leaders,
      absences: leaders.filter { _ in random.below(4) == 0 }.map {
        Absence(
          who: $0.id, days: year.lowerBound...year.lowerBound.advanced(by: random.below(220)),
          periods: [random.below(2)], reason: "away")
      }, requests: requests,
      preferences: Preferences(
        random.below(2) == 0
          ? []
          : requests.flatMap { request in
            leaders.indices.shuffled(using: &random).prefix(random.below(3)).enumerated().map {
              Preference(who: request.id, whom: leaders[$1].id, rank: $0 + 1)
            }
          }
            + leaders.flatMap { leader in
              requests.indices.shuffled(using: &random).prefix(random.below(4)).enumerated().map {
                Preference(who: leader.id, whom: requests[$1].id, rank: $0 + 1)
              }
            }),
      pins: pins,
      calendarEntries: [
        CalendarEntry(
          district: "North", days: year.lowerBound.advanced(by: 20)...year.lowerBound.advanced(by: 60),
          status: .testing, label: "tests"),
        CalendarEntry(
          district: "South", days: year.lowerBound.advanced(by: 30)...year.lowerBound.advanced(by: 90),
          status: .holiday, label: "harvest"),
      ],
      lastYear: Dictionary(
        uniqueKeysWithValues: requests.filter { _ in random.below(3) == 0 }.map {
          ($0.id, leaders[random.below(leaders.count)].id)
        }),
      published: published.isEmpty ? nil : .of(match: published))
  }

  /// The least score of a match that keeps all rules and in which every pair has a visiting pattern, by trying
  /// every coach for every request; `nil` for none.
  func leastScoreOfMatch() -> Int? {
    var least: Int?
    var coaches = Array(repeating: 0, count: requests.count)
    let possible = requests.map { request in
      leaders.map { leader in
        visitings(of: request, by: leader).contains { visiting in
          pins.allSatisfy { pin in
            guard case .visits(request.id, let weekday, let period) = pin.decision else { return true }
            return visiting.weekday == weekday && visiting.period == periods[period].id
          }
        }
      }
    }
    while true {
      let pairs = coaches.enumerated().filter { $0.element > 0 }
      if pairs.allSatisfy({ possible[$0.offset][$0.element - 1] }) {
        let plan = ResolvedPlan(
          match: pairs.map { MatchedRequest(request: requests[$0.offset].id, coach: leaders[$0.element - 1].id) },
          timetable: [], parts: [.match], in: self)
        if Rules.violations(of: plan).isEmpty { least = min(least ?? .max, Score(of: plan).total) }
      }
      guard let next = coaches.firstIndex(where: { $0 < leaders.count }) else { return least }
      for index in 0..<next { coaches[index] = 0 }
      coaches[next] += 1
    }
  }
}

extension Plan {
  /// A plan that has nothing but a match.
  static func of(match: [MatchedRequest]) -> Plan {
    Plan(
      title: "", illustrative: true, workspace: "", input: InputDigest(sha256: "", files: []), match: match,
      timetable: [], unserved: [],
      score: Score(
        of: ResolvedPlan(
          match: [], timetable: [], parts: [],
          in: Scenario(
            region: Region(title: "", year: Day(number: 0)...Day(number: 1)), periods: [], schools: [], leaders: [])
        )),
      certificate: Certificate(match: nil, timetable: nil, seed: 0, effort: 1, versions: [:]))
  }
}
