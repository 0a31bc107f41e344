/// The least that has to give for a program to have a solution: constraints may be violated, at a price.
///
/// Source: Brown and Graves, Elastic programming, 1975; Chinneck, Feasibility and Infeasibility in
/// Optimization, 2008, section 6.1.
public struct ElasticRelaxation: Sendable {
  /// A constraint that is not kept.
  public struct Violation: Hashable, Sendable {
    /// Which constraint.
    public var constraint: Constraint.Index
    /// Its name.
    public var name: String
    /// By how much its left-hand side is outside its bounds: negative below, positive above.
    public var amount: Double
  }

  /// The total weighted violation is its objective, and its bound is on that. `infeasible` where the
  /// constraints without a weight and the bounds of the variables already contradict one another. The values
  /// are those of the program's own variables.
  public var outcome: Outcome
  /// In the order of the constraints. Empty where all are kept, or where there is no solution.
  public var violations: [Violation]
}

extension Program {
  /// Finds values for the variables with the least total of weight times violation. The bounds and the
  /// integrality of variables are kept; the objective plays no part.
  /// - Parameters:
  ///   - limits: For the one solve that it takes.
  ///   - tolerance: Violations up to here are the solver's noise.
  ///   - weight: The price of a unit of violation, positive; `nil` for a constraint that must be kept.
  /// - Throws: What is wrong with the program or a weight, or a broken engine.
  public func elasticRelaxation(
    _ limits: Limits = Limits(), tolerance: Double = 1e-6,
    weight: (Constraint.Index) -> Double? = { _ in 1 }
  ) throws(MIPError) -> ElasticRelaxation {
    try validate()
    var elastic = Program(.minimize)
    for column in columns { elastic.addColumn(column) }
    for (index, row) in rows.enumerated() {
      var left = Expression(row.terms)
      if let weight = weight(Constraint.Index(index: index)) {
        guard weight > 0, weight < .infinity else {
          throw .notFinite(what: "the weight of \(row.name), which must be positive,", value: weight)
        }
        if row.bounds.lower != nil { left += elastic.add(.continuous, objective: weight) }
        if row.bounds.upper != nil { left -= elastic.add(.continuous, objective: weight) }
      }
      elastic.require(Constraint(left, in: row.bounds), named: row.name)
    }
    var outcome = try elastic.solve(limits)
    outcome.solution?.values.removeLast(elastic.columns.count - columns.count)
    return ElasticRelaxation(
      outcome: outcome,
      violations: outcome.solution.map { violations(of: $0, beyond: tolerance) } ?? [])
  }

  /// Without its objective.
  private mutating func addColumn(_ column: Column) {
    _ = add(column.isInteger ? .integer : .continuous, in: column.bounds, named: column.name)
  }

  private func violations(of solution: Solution, beyond tolerance: Double) -> [ElasticRelaxation.Violation] {
    constraints.compactMap { constraint in
      let row = rows[constraint.index]
      let activity = solution.value(of: Expression(row.terms))
      let (lower, upper) = row.bounds.raw
      let amount = activity < lower ? activity - lower : max(0, activity - upper)
      guard abs(amount) > tolerance else { return nil }
      return ElasticRelaxation.Violation(constraint: constraint, name: row.name, amount: amount)
    }
  }
}
