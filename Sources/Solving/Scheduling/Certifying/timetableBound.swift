public import Planning

/// Computes the bound of a timetable again from the prices of its certificate: the Lagrangian value, in whole numbers
/// and without GLPK.
///
/// What it shares with the search that found the prices is the definition of the relaxation: how a scenario is
/// compiled, ``ReleaseProfiles``, ``ReleaseResources`` and ``ProfilePricing``. What found the prices, subgradients,
/// restricted masters and the search for inequalities, it does not use: prices are read by name, each must be on
/// something that has a cap and not be below zero, and the level of each inequality is checked against the heaviest
/// packing by a dynamic program of its own. The bound holds for the match whose visits the plan places.
///
/// - Parameters:
///   - scenario: A checked scenario.
///   - match: The requests that the plan serves.
///   - certified: The prices.
///   - threads: How many threads share the work; the result does not depend on it.
/// - Complexity: That of ``ReleaseProfiles`` and of one ``ProfilePricing`` of each series.
public func timetableBound(
  of scenario: Scenario, match: [MatchedRequest], at certified: Certificate.Prices, threads: Int
) -> PricedBound {
  let compiled = TimetableCompiler(scenario: scenario, match: [])
  let problem = compiled.problem
  var finder = VisitPatterns(scenario: scenario, grid: problem.grid, isFree: problem.leaderIsFree)
  let visits = match.enumerated().compactMap { finder.job($0, of: $1) }
  let relaxation = TimetableRelaxation(
    problem, spaces: PlacementSpaces(of: problem, threads: threads), visits: visits, threads: threads)
  let prices: ResourcePrices
  do {
    prices = try PriceReading.prices(from: certified, compiled, relaxation: relaxation)
  } catch {
    return .flawed(error.message)
  }
  guard let value = relaxation.value(at: prices) else {
    return .flawed("a series that must be served has no placement at all")
  }
  return .proven(value.bound)
}
