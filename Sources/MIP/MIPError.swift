/// Bad input to the solver, or a broken solver. What a solver finds out about good input is an ``Outcome``.
public enum MIPError: Error, Hashable, Sendable {
  /// A number is NaN, or infinite where only a finite one has a meaning.
  case notFinite(what: String, value: Double)
  /// A bound of an integer variable is not whole. It is not rounded: which way would be a guess.
  case fractionalBound(of: String, value: Double)
  /// A lower bound above an upper bound.
  case contradictingBounds(of: String, lower: Double, upper: Double)
  /// A constraint has a variable that the program does not have.
  case unknownVariable(index: Int, count: Int, constraint: String)
  /// A constraint index that the problem does not have.
  case unknownConstraint(index: Int, count: Int)
  /// A limit below zero or NaN.
  case badLimit(what: String, value: Double)
  /// An arc ends at a node that the network does not have.
  case unknownNode(index: Int, count: Int, arc: Int)
  /// A number of a network outside the range that it is computed in.
  case outOfRange(what: String, value: Int, allowed: ClosedRange<Int>)
  /// The engine aborted. Its text.
  case engineAborted(String)
  /// The live problem was lost when the engine aborted on this thread.
  case stale
  /// The engine gave up or refused; why.
  case engineFailed(String)
  /// An answer of the engine did not stand up to its exact check; which part.
  case unverified(String)
}

extension MIPError: CustomStringConvertible {
  /// One sentence with the values.
  public var description: String {
    switch self {
    case .notFinite(let what, let value):
      "\(what) is \(value); a finite number is needed."
    case .fractionalBound(let name, let value):
      "\(name) is an integer variable with the bound \(value); a whole number is needed."
    case .contradictingBounds(let name, let lower, let upper):
      "\(name) has the lower bound \(lower) above the upper bound \(upper)."
    case .unknownVariable(let index, let count, let constraint):
      "\(constraint) has variable \(index); there are \(count), counted from 0."
    case .unknownConstraint(let index, let count):
      "there is no constraint \(index); there are \(count), counted from 0."
    case .badLimit(let what, let value):
      "the limit of \(what) is \(value); zero or more is needed."
    case .unknownNode(let index, let count, let arc):
      "arc \(arc) ends at node \(index); there are \(count), counted from 0."
    case .outOfRange(let what, let value, let allowed):
      "\(what) is \(value); the network solvers compute in \(allowed.lowerBound)...\(allowed.upperBound)."
    case .engineAborted(let text):
      "GLPK aborted: \(text)"
    case .stale:
      "the problem was lost when GLPK aborted on this thread; build it again."
    case .engineFailed(let reason):
      "GLPK failed: \(reason)"
    case .unverified(let part):
      "GLPK's answer failed its exact check: \(part)"
    }
  }
}
