/// The score of a plan, term by term. Lower is better.
public struct Score: Codable, Hashable, Sendable {
  /// The two problems that a plan answers.
  public enum Part: String, CaseIterable, Codable, Sendable {
    case match
    case timetable
  }

  /// One term of one part.
  public struct Line: Codable, Hashable, Sendable {
    /// The part.
    public var part: Part
    /// The term.
    public var term: Term
    /// How much of it there is, in the term's unit.
    public var amount: Int
    /// The name of the unit.
    public var unit: String
    /// What one costs.
    public var weight: Int
    /// Amount times weight.
    public var product: Int
  }

  /// The terms of both parts, in the order of ``Term``.
  public var lines: [Line]
  /// The sum of the products.
  public var total: Int

  /// The sum of the products of one part.
  public func total(of part: Part) -> Int {
    lines.reduce(0) { $0 + ($1.part == part ? $1.product : 0) }
  }

  /// Scores a plan. O(plan).
  public init(of plan: ResolvedPlan) {
    lines = Part.allCases.filter(plan.parts.contains).flatMap { part in
      let amounts = part == .match ? plan.matchAmounts : plan.timetableAmounts
      return Term.allCases.compactMap { term in
        amounts[term].map { amount in
          let weight = plan.scenario.region.weight(of: term)
          return Line(
            part: part, term: term, amount: amount, unit: term.unit, weight: weight, product: amount * weight)
        }
      }
    }
    total = lines.reduce(0) { $0 + $1.product }
  }
}
