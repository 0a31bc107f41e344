/// Values for all variables of a program.
public struct Solution: Hashable, Sendable {
  /// By variable. Those of integer variables are whole.
  public var values: [Double]
  /// The objective at these values, its constant included.
  public var objective: Double

  /// - Parameters:
  ///   - values: By variable.
  ///   - objective: The objective at these values, its constant included.
  public init(values: [Double], objective: Double) {
    self.values = values
    self.objective = objective
  }

  /// - Precondition: The variable is of the program that was solved.
  public func value(of variable: Variable) -> Double { values[variable.index] }

  /// The value of an expression, in O(its terms).
  /// - Precondition: Its variables are of the program that was solved.
  public func value(of expression: Expression) -> Double {
    expression.terms.reduce(expression.constant) { $0 + $1.coefficient * values[$1.variable.index] }
  }
}
