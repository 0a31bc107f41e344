/// What stands for a linear expression: a ``Variable`` or an ``Expression``.
public protocol Linear {
  /// The same as an expression.
  var expression: Expression { get }
}

extension Variable: Linear {
  /// The same as an expression.
  public var expression: Expression { Expression([Term(1, self)]) }
}

/// A coefficient times a variable.
public struct Term: Hashable, Sendable {
  /// The factor.
  public var coefficient: Double
  /// The variable it multiplies.
  public var variable: Variable

  /// - Parameters:
  ///   - coefficient: The factor.
  ///   - variable: The variable it multiplies.
  public init(_ coefficient: Double, _ variable: Variable) {
    self.coefficient = coefficient
    self.variable = variable
  }
}

/// A sum of terms and a constant.
public struct Expression: Linear, Sendable {
  /// As written: a variable may occur more than once. See ``merged()``.
  public private(set) var terms: [Term]
  /// The part without a variable.
  public var constant: Double

  /// - Parameters:
  ///   - terms: In any order, with or without duplicates.
  ///   - constant: The part without a variable.
  public init(_ terms: [Term] = [], constant: Double = 0) {
    self.terms = terms
    self.constant = constant
  }

  /// The same as an expression.
  public var expression: Expression { self }

  /// One term a variable, by ascending index, without zero coefficients. Duplicates are added up in the
  /// order in which they were written, so that the result is the same on every machine. O(n log n).
  public func merged() -> Expression {
    let order = terms.indices.sorted { (terms[$0].variable, $0) < (terms[$1].variable, $1) }
    var merged: [Term] = []
    merged.reserveCapacity(terms.count)
    for position in order {
      let term = terms[position]
      if let last = merged.indices.last, merged[last].variable == term.variable {
        merged[last].coefficient += term.coefficient
      } else {
        merged.append(term)
      }
    }
    merged.removeAll { $0.coefficient == 0 }
    return Expression(merged, constant: constant)
  }

  mutating func append(_ other: Expression) {
    terms.append(contentsOf: other.terms)
    constant += other.constant
  }

  mutating func scale(by factor: Double) {
    for position in terms.indices { terms[position].coefficient *= factor }
    constant *= factor
  }
}

extension Sequence where Element: Linear {
  /// The sum of all elements; zero for none. Linear in the number of terms.
  public func sum() -> Expression {
    var sum = Expression()
    for element in self { sum.append(element.expression) }
    return sum
  }
}

extension Sequence {
  /// The sum of what `part` makes of each element; zero for none. Linear in the number of terms.
  public func sum(_ part: (Element) -> some Linear) -> Expression {
    var sum = Expression()
    for element in self { sum.append(part(element).expression) }
    return sum
  }
}
