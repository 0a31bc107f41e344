internal import Planning

/// Why series are not served, in words.
struct UnservedSeries {
  private let compiled: TimetableCompiler
  private let scenario: Scenario
  private let problem: TimetableProblem
  private let timetable: Timetable
  private let visits: [TimetableProblem.Engagement]

  init(_ compiled: TimetableCompiler, visits: VisitPlanner, timetable: Timetable) {
    self.compiled = compiled
    scenario = compiled.scenario
    problem = compiled.problem
    self.timetable = timetable
    self.visits = visits.engagements
  }

  /// Each with its reason, in the order of series.csv.
  func list() -> [Unserved] {
    let missing = timetable.placements.indices.filter { timetable.placements[$0] == nil }
    guard !missing.isEmpty else { return [] }
    let alone = TimetableState(problem, visits: visits)
    var full = alone
    for (index, placement) in timetable.placements.enumerated() {
      if let placement { full.add(placement, for: index) }
    }
    var search = PlacementSearch(problem)
    let groups = ReleaseGroups(problem)
    return missing.map { index in
      let series = scenario.series[index]
      let funnel = scenario.funnel(of: series)
      return Unserved(
        kind: .series, id: series.id,
        reason: compiled.impossiblePin[index].map { "The pin `\($0)` cannot hold." } ?? funnel.reason
          ?? taken(index, alone: alone, full: full, search: &search, groups: groups),
        funnel: funnel.steps)
    }
  }

  /// What the series would take if it were alone, and who has it.
  private func taken(
    _ index: Int, alone: TimetableState, full: TimetableState, search: inout PlacementSearch, groups: ReleaseGroups
  ) -> String {
    var noise: PlacementSearch.Noise?
    let space = PlacementSpace(of: index, in: problem, groups: groups)
    let prices = ResourcePrices(of: problem)
    guard let wanted = search.cheapest(in: space, state: alone, prices: prices, noise: &noise)?.placement else {
      return "No team that covers its standards is free on enough dates beside the coaching visits."
    }
    if let unserved = problem.series[index].unservedPrice, problem.cost(of: wanted, for: index) >= unserved {
      return "Serving it would cost more than its need is weighted."
    }
    var held: [String] = []
    for option in wanted.team {
      let leader = Int(problem.leaderOptions[Int(option)].leader)
      let others = full.seriesOfLeader[leader].map { "`\(scenario.series[Int($0)].id)`" }.sorted()
      guard !others.isEmpty, isShort(leader, of: wanted, in: full) else { continue }
      held.append("\(scenario.leaders[leader].name) is taken by \(others.joined(separator: ", "))")
    }
    if held.isEmpty {
      switch full.conflict(of: wanted, for: index) {
      case .venue(let session):
        let venue = Int(problem.venueOptions[Int(wanted.venues[session])].venue)
        held.append("\(scenario.venues[venue].name) is taken")
      case .cohort: held.append("its cohorts are in other series")
      case .pool: held.append("substitutes are used up by other series")
      case .leader, .travel, .yearly, .monthly: held.append("its leaders are engaged elsewhere")
      case nil: return "No place was found for it within the effort."
      }
    }
    let reason = "It could be served if others were not: \(held.joined(separator: "; "))."
    guard let remedy = ReleaseRemedy(for: space, beside: full, in: problem, search: &search) else { return reason }
    return "\(reason) \(sentence(remedy))"
  }

  /// `It could be served beside them with more release for Ana Ruiz (1.5 days in the year).`
  private func sentence(_ remedy: ReleaseRemedy) -> String {
    func days(_ halfDays: Int) -> String {
      "\(halfDays / 2)\(halfDays % 2 == 0 ? "" : ".5") \(halfDays <= 2 ? "day" : "days")"
    }
    let needs = remedy.needs.map { need -> String in
      let months = need.monthly.map { entry -> String in
        let day = problem.grid.monthOfDay.firstIndex(of: entry.month)!
        return "\(days(entry.halfDays)) in \(compiled.date(of: day).month.name)"
      }
      let parts = (need.yearly > 0 ? ["\(days(need.yearly)) in the year"] : []) + months
      return "\(scenario.leaders[need.leader].name) (\(parts.joined(separator: ", ")))"
    }
    let list =
      needs.count < 3
      ? needs.joined(separator: " and ") : needs.dropLast().joined(separator: ", ") + " and " + needs.last!
    return "It could be served beside them with more release for \(list)."
  }

  /// Whether a leader has too little left for a placement.
  private func isShort(_ leader: Int, of placement: Placement, in state: TimetableState) -> Bool {
    var halfDays = 0
    for position in placement.starts {
      let start = problem.starts[Int(position)]
      for slot in problem.spans[problem.span(of: start)] {
        if !state.supply.isFree[leader, Int(slot)] { return true }
        if problem.leaderIsReleased[leader, Int(slot)] { halfDays += 1 }
      }
    }
    return state.supply.yearly[leader].map { $0 < halfDays } ?? false
  }
}
