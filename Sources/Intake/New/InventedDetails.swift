internal import Planning

/// The small print of a new workspace: absences, preferences, pins and substitutes.
struct InventedDetails {
  private var draws: Draws

  init(seed: UInt64) { draws = Draws(seed: seed, topic: "details") }

  /// Some leaders and venues cannot be had for a while. Large networks name few.
  mutating func absences(of leaders: [Leader], venues: [Venue], periods: [Period]) -> [Absence] {
    let all = Array(periods.indices)
    let afterSchool = all.filter { periods[$0].id == "after-school" }
    let percent = leaders.count > 500 ? 4 : 18
    var absences: [Absence] = []
    func add(_ who: String, _ from: Day, days: Int, _ periods: [Int], _ reason: String) {
      let last = min(from.advanced(by: days - 1), InventedCalendars.year.upperBound)
      absences.append(Absence(who: who, days: from...last, periods: periods, reason: reason))
    }
    for leader in leaders where draws.chance(percent) {
      let from = InventedCalendars.day("2026-09-14").advanced(by: 7 * draws.below(34))
      switch draws.below(8) {
      case 0: add(leader.id, from, days: 7 * draws.number(in: 6...12), all, "Leave")
      case 1: add(leader.id, InventedCalendars.day("2026-11-02"), days: 110, afterSchool, "Coaches basketball")
      case 2: add(leader.id, InventedCalendars.day("2027-01-25"), days: 5, all, "Teaches at the university")
      case 3, 4: add(leader.id, from, days: 5, all, "Field trip")
      case 5: add(leader.id, from, days: 3, all, "Jury duty")
      default: add(leader.id, from, days: draws.number(in: 1...4), all, "State conference")
      }
    }
    for venue in venues where draws.chance(14) {
      let from = InventedCalendars.day("2026-10-05").advanced(by: 7 * draws.below(30))
      let reason = draws.pick(["Roof repair", "Book fair", "Gym floor", "Board meeting", "Network upgrade"])
      add(venue.id, from, days: draws.number(in: 1...10), all, reason)
    }
    return absences
  }

  /// Some on either side say whom they would have.
  mutating func preferences(
    proposals: [InventedSeries.Proposal], requests: [CoachingRequest], natural: [CoachingRequest.ID: Leader.ID],
    leaders: [Leader]
  ) -> [Preference] {
    var lists: [(who: String, whom: [String])] = []
    for request in requests {
      guard let coach = natural[request.id], draws.chance(10) else { continue }
      // The school knows the coach it was near, and has heard of somebody else.
      let other = draws.pick(leaders).id
      lists.append((request.id, draws.chance(50) && other != coach ? [coach, other] : [coach]))
    }
    var favourites: [Int: [String]] = [:]
    for proposal in proposals where draws.chance(25) {
      guard let member = proposal.team.first, favourites[member, default: []].count < 3 else { continue }
      favourites[member, default: []].append(proposal.series.id)
    }
    for (position, leader) in leaders.enumerated() {
      if let whom = favourites[position] { lists.append((leader.id, whom)) }
    }
    return lists.flatMap { who, whom in
      whom.enumerated().map { Preference(who: who, whom: $0.element, rank: $0.offset + 1) }
    }
  }

  /// A few decisions that a planner has taken already, each on a series or request of its own.
  mutating func pins(
    proposals: [InventedSeries.Proposal], requests: [CoachingRequest], natural: [CoachingRequest.ID: Leader.ID],
    leaders: [Leader], geography: Geography, periods: [Period]
  ) -> [WorkspaceDraft.PinLine] {
    var pins: [WorkspaceDraft.PinLine] = []
    let possible = proposals.filter {
      !$0.team.isEmpty && !$0.openings.isEmpty && $0.series.delivery != .conference
    }
    let count = min(8, max(2, proposals.count / 15))
    for (number, proposal) in draws.shuffled(possible).prefix(count).enumerated() {
      let id = proposal.series.id
      switch number % 4 {
      case 0: pins.append(.init(what: id, field: "team", value: leaders[proposal.team[0]].id))
      case 1:
        guard let venue = proposal.venue else { continue }
        pins.append(.init(what: id, field: "venue", value: venue))
      case 2:
        let other = draws.below(leaders.count)
        guard !proposal.team.contains(other) else { continue }
        pins.append(.init(what: id, field: "not-team", value: leaders[other].id))
      default:
        guard let period = proposal.series.periods.first, periods[period].kind == .release else { continue }
        let day = draws.pick(proposal.openings)
        pins.append(.init(what: id, field: "session 1", value: "\(day) \(periods[period].id)"))
      }
    }
    let served = requests.filter { natural[$0.id] != nil }
    for (number, request) in draws.shuffled(served).prefix(2).enumerated() {
      if number == 0, let coach = leaders.first(where: { $0.id == natural[request.id] }),
        fits(request, coach, in: geography)
      {
        pins.append(.init(what: request.id, field: "coach", value: coach.id))
      } else {
        pins.append(.init(what: request.id, field: "served", value: "yes"))
      }
    }
    return pins.sorted { ($0.what, $0.field) < ($1.what, $1.field) }
  }

  /// Whether a coach's week holds a request, the way there and back included: who shares little time may not
  /// have enough for a single school.
  private func fits(_ request: CoachingRequest, _ coach: Leader, in geography: Geography) -> Bool {
    guard let school = geography.schools.first(where: { $0.id == request.school }) else { return false }
    let way = geography.travel.leg(from: coach.home, to: school.place)
    return request.load(travelling: way.time) <= coach.coachingPerWeek
  }

  /// How many substitutes each district can send out on a date: one for 25 teachers, and enough for its
  /// largest session on its own.
  func substitutes(
    of districts: [District], proposals: [InventedSeries.Proposal], leaders: [LeaderDraft], geography: Geography,
    periods: [Period]
  ) -> [District] {
    var largest: [District.ID: Int] = [:]
    for proposal in proposals {
      let series = proposal.series
      guard InventedSeries.halfDays(of: series, in: periods) > 0 else { continue }
      var needs: [District.ID: Int] = [:]
      for attendance in series.attendance { needs[attendance.district, default: 0] += attendance.educators }
      for member in proposal.team where leaders[member].role == .teacher {
        if let school = leaders[member].school { needs[geography.schools[school].district, default: 0] += 1 }
      }
      for (district, people) in needs {
        largest[district] = max(largest[district, default: 0], people * series.periodsPerSession)
      }
    }
    return districts.map { district in
      let teachers = (geography.schoolsByDistrict[district.id] ?? []).reduce(0) {
        $0 + geography.schools[$1].teachers
      }
      let enough = (largest[district.id, default: 0] * 6 / 5 + 1) / 2 + 1
      return District(
        id: district.id, name: district.name, county: district.county,
        substitutesPerDay: max(teachers / 25, enough))
    }
  }
}
