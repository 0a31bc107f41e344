public import Planning

/// Decides dates, venue and team of every series, and the visits of a match.
///
/// 1. Visits are placed coach by coach (``VisitPlanner``); a request for which there is no place is returned as
///    unserved.
/// 2. A first timetable is built greedily, by what series are worth for the release days they take.
/// 3. The Lagrangian bound climbs (``PriceAscent``, ``RestrictedMaster``), and the master dives for teams that fit
///    together, for which dates are looked for.
/// 4. Work of which the effort sets how much: timetables are built along the prices of the bound, ``RuinAndRecreate``
///    improves the best one and ``TeamOscillation`` the teams, in numbered tasks and led by the prices of a short year
///    (``RestrictedMaster/pricesOfShortYear(from:iterations:stop:)``).
/// 5. Where bound and timetable are near, branch and price on teams (``TeamTree``) raises the bound.
///
/// - Parameters:
///   - scenario: A checked scenario.
///   - match: Who coaches whom; empty for a timetable alone.
///   - settings: Effort, seed, threads, stop and progress. The result does not depend on threads.
/// - Throws: ``SolvingError/infeasible(reasons:)`` where a pin asks for what cannot be, and
///   ``SolvingError/noneFound(reasons:)`` where no way was found to serve all that must be.
public func solveTimetable(
  _ scenario: Scenario, match: [MatchedRequest], settings: SearchSettings
) throws(SolvingError) -> TimetableSolution {
  let compiled = TimetableCompiler(scenario: scenario, match: [])
  try refuseImpossiblePins(compiled)
  let visits = VisitPlanner(scenario: scenario, match: match, problem: compiled.problem, stop: settings.stop)
  let unvisited = try visits.unserved()
  var engine = TimetableEngine(compiled.problem, visits: visits, settings: settings)
  try engine.run(names: scenario.series.map(\.id))
  let timetable = compiled.scheduled(engine.best)
  let visited = visits.visited(match)
  let score = Score(
    of: ResolvedPlan(match: visited, timetable: timetable, parts: [.timetable], in: scenario))
  let objective = score.total(of: .timetable)
  return TimetableSolution(
    match: visited, timetable: timetable,
    unserved: unvisited + UnservedSeries(compiled, visits: visits, timetable: engine.best).list(),
    part: Certificate.Part(
      objective: objective, bound: engine.bound,
      boundMethod:
        "Lagrangian relaxation of release days, days off and sessions on fixed days; teams exact, dates by what they release"
        + (engine.isRaisedByBranching ? "; branch and price on teams" : ""),
      cutShort: engine.wasCutShort, prices: engine.prices(of: compiled)))
}

/// A series that must be served and has a pin that nothing can keep.
private func refuseImpossiblePins(_ compiled: TimetableCompiler) throws(SolvingError) {
  var reasons: [String] = []
  for (index, pin) in compiled.impossiblePin.enumerated() {
    guard let pin, compiled.problem.series[index].unservedPrice == nil else { continue }
    reasons.append("`\(compiled.scenario.series[index].id)` must be served and the pin `\(pin)` cannot hold.")
  }
  if !reasons.isEmpty { throw .infeasible(reasons: reasons) }
}
