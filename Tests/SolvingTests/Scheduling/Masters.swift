@testable import Solving

extension RestrictedMaster {
  /// A master of a problem without visits.
  init(of problem: TimetableProblem, threads: Int = 1) {
    let spaces = PlacementSpaces(of: problem, threads: threads)
    let relaxation = TimetableRelaxation(problem, spaces: spaces, visits: [], threads: threads)
    self.init(
      problem, relaxation: relaxation,
      knapsacks: KnapsackCuts(problem, spaces: spaces, relaxation: relaxation))
  }
}
