package import Planning

/// Turns a scenario and the visits of its match into a ``TimetableProblem``, and timetables back into plans.
///
/// Series, venues and leaders keep their positions; a day is a date of the school year. What a rule says is
/// asked of `Planning`; here it only becomes an index.
package struct TimetableCompiler: Sendable {
  /// What was compiled.
  package let scenario: Scenario
  /// The problem.
  package let problem: TimetableProblem
  /// By series: a pin that nothing can keep, in words; `nil` where there is none.
  package let impossiblePin: [String?]
  /// By pool: whose substitutes they are.
  package let poolDistricts: [District.ID]
  /// By cohort of the problem: its name.
  package let cohortNames: [String]

  /// - Parameters:
  ///   - scenario: A checked scenario.
  ///   - match: The matched requests; their visits are engagements of the coaches.
  /// - Complexity: O(leaders x slots + series x (days + venues x eligible leaders)).
  package init(scenario: Scenario, match: [MatchedRequest]) {
    self.scenario = scenario
    let grid = Self.grid(of: scenario)
    let people = CompiledPeople(scenario: scenario, grid: grid, match: match)
    poolDistricts = people.pools.sorted { $0.value < $1.value }.map(\.key)
    let slotSets = VenueSlots(scenario: scenario, grid: grid)
    let shared = scenario.sharedCohorts
    var cohorts: [String: Int] = [:]
    var isolationPrice: [Int] = []
    for cohort in scenario.series.flatMap(\.cohorts) where cohorts[cohort] == nil {
      cohorts[cohort] = isolationPrice.count
      isolationPrice.append(shared.contains(cohort) ? scenario.region.weight(of: .isolatedSessions) : 0)
    }
    cohortNames = cohorts.sorted { $0.value < $1.value }.map(\.key)
    let travelPrices = Self.travelPrices(of: scenario)
    var problem = TimetableProblem(
      grid: grid,
      venues: scenario.venues.indices.map { venue in
        (rooms: 1, place: venue, isOpen: { slotSets.isOpen[venue, $0] })
      },
      leaders: people.leaders, leaderIsFree: people.isFree, leaderIsReleased: people.isReleased,
      monthlyRelease: scenario.leaders.map(\.releaseHalfDaysPerMonth), engagements: people.engagements,
      isolationPrice: isolationPrice, poolCapacity: people.poolCapacity,
      travelTimes: TravelTimes(
        places: scenario.venues.map(\.place) + scenario.schools.map(\.place), travel: scenario.travel),
      travelPrices: travelPrices, fairShare: scenario.fairShare,
      unfairPrice: scenario.region.weight(of: .unfairLoad),
      constant: people.substitutesForVisits * scenario.region.weight(of: .substitutes))
    var compiler = SeriesCompiler(
      scenario: scenario, grid: grid, pools: people.pools, cohorts: cohorts, travelPrices: travelPrices)
    var impossible: [String?] = []
    for series in scenario.series {
      let (request, pin) = compiler.compile(series)
      problem.add(request)
      impossible.append(pin)
    }
    self.problem = problem
    impossiblePin = impossible
  }

  private static func travelPrices(of scenario: Scenario) -> TravelPrices {
    guard scenario.series.contains(where: { $0.setting == .inPerson }) else { return .none }
    return TravelPrices(
      leaders: scenario.leaders.count, venues: scenario.venues.count,
      weight: scenario.region.weight(of: .travel)
    ) { leader, venue in
      let leader = scenario.leaders[leader]
      let distance = scenario.travel.leg(from: leader.home, to: scenario.venues[venue].place).distance
      return distance > leader.reach ? nil : scenario.region.money.mileage(for: distance * 2).value
    }
  }

  private static func grid(of scenario: Scenario) -> TimetableGrid {
    let year = scenario.region.year
    var months: [Int] = []
    var last: Month?
    for day in year {
      let month = day.month
      months.append((months.last ?? -1) + (month == last ? 0 : 1))
      last = month
    }
    return TimetableGrid(
      dates: year.map(\.number), monthOfDay: months, opens: scenario.periods.map(\.start.value),
      closes: scenario.periods.map(\.end.value))
  }
}

extension TimetableCompiler {
  /// The date of a day.
  package func date(of day: Int) -> Day { Day(number: problem.grid.dates[day]) }

  /// A timetable as a plan writes it, in the order of series.csv.
  package func scheduled(_ timetable: Timetable) -> [ScheduledSeries] {
    timetable.placements.enumerated().compactMap { index, placement in
      guard let placement else { return nil }
      let series = scenario.series[index]
      let team = placement.team.map { scenario.leaders[Int(problem.leaderOptions[Int($0)].leader)] }
      return ScheduledSeries(
        series: series.id, team: team.map { .init(leader: $0.id, part: $0.part(in: series)) },
        sessions: placement.starts.enumerated().map { session, position in
          let start = problem.starts[Int(position)]
          return .init(
            day: date(of: Int(start.day)),
            periods: problem.spans[problem.span(of: start)].map {
              scenario.periods[problem.grid.period(of: Int($0))].id
            },
            venue: placement.venues.isEmpty
              ? nil : scenario.venues[Int(problem.venueOptions[Int(placement.venues[session])].venue)].id)
        })
    }
  }

  /// The placements of a plan that still can be had, each alone; what has become impossible is left out.
  package func timetable(of scheduled: [ScheduledSeries]) -> Timetable {
    var timetable = Timetable(placements: Array(repeating: nil, count: problem.series.count))
    for entry in scheduled {
      guard let index = scenario.series.position(of: entry.series) else { continue }
      guard let placement = placement(of: entry, for: index) else { continue }
      if problem.violations(of: placement, for: index).isEmpty { timetable.placements[index] = placement }
    }
    return timetable
  }

  private func placement(of entry: ScheduledSeries, for index: Int) -> Placement? {
    let series = problem.series[index]
    var placement = Placement(starts: [], venues: [], team: [])
    for session in entry.sessions {
      let start = series.starts.first { position in
        let start = problem.starts[position]
        return date(of: Int(start.day)) == session.day
          && problem.spans[problem.span(of: start)].map {
            scenario.periods[problem.grid.period(of: Int($0))].id
          } == session.periods
      }
      guard let start else { return nil }
      placement.starts.append(Int32(start))
      guard series.needsVenue else { continue }
      let venue = series.venues.first { option in
        scenario.venues[Int(problem.venueOptions[option].venue)].id == session.venue
      }
      guard let venue else { return nil }
      placement.venues.append(Int32(venue))
    }
    for member in entry.team {
      let option = series.leaders.first { option in
        scenario.leaders[Int(problem.leaderOptions[option].leader)].id == member.leader
      }
      guard let option else { return nil }
      placement.team.append(Int32(option))
    }
    placement.team.sort()
    return placement
  }
}

/// When each venue can be had.
private struct VenueSlots {
  var isOpen: BitMatrix

  init(scenario: Scenario, grid: TimetableGrid) {
    isOpen = BitMatrix(rows: scenario.venues.count, columns: grid.slots)
    let first = scenario.region.year.lowerBound.number
    for (index, venue) in scenario.venues.enumerated() {
      guard venue.open.overlaps(scenario.region.year) else { continue }
      for day in venue.open.clamped(to: scenario.region.year) {
        for period in venue.periods { isOpen[index, grid.slot(day: day.number - first, period: period)] = true }
      }
      for absence in scenario.absences(of: venue.id) where absence.days.overlaps(scenario.region.year) {
        for day in absence.days.clamped(to: scenario.region.year) {
          for period in absence.periods {
            isOpen[index, grid.slot(day: day.number - first, period: period)] = false
          }
        }
      }
    }
  }
}
