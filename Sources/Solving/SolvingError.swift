/// Why a problem has no solution, or why none was found: an answer to the planner, not a defect.
public enum SolvingError: Error, Hashable, Sendable {
  /// No solution can keep all that must hold; what stands against what, a sentence each.
  case infeasible(reasons: [String])
  /// What must hold is not contradictory on its face, and the search found no way to keep it all.
  case noneFound(reasons: [String])
  /// A defect: the solver's own text.
  case brokenSolver(String)
}

extension SolvingError: CustomStringConvertible {
  /// What is wrong, with the values.
  public var description: String {
    switch self {
    case .infeasible(let reasons):
      "There is no such plan. " + reasons.joined(separator: " ")
    case .noneFound(let reasons):
      "No plan was found that keeps all that must hold. " + reasons.joined(separator: " ")
    case .brokenSolver(let text):
      "The solver failed: \(text)"
    }
  }
}
