/// Bounds on a linear expression. Comparisons of variables and expressions make one: `x + 2 * y <= 3`.
public struct Constraint: Sendable {
  /// What is bounded. Its constant counts: `x + 1 <= 3` is `x <= 2`.
  public var expression: Expression
  /// The interval that the expression lies in.
  public var bounds: Bounds

  /// - Parameters:
  ///   - expression: What is bounded.
  ///   - bounds: The interval that the expression lies in.
  public init(_ expression: some Linear, in bounds: Bounds) {
    self.expression = expression.expression
    self.bounds = bounds
  }

  /// A constraint of a ``Program``, by its place in it. It means nothing in another program.
  public struct Index: Hashable, Comparable, Sendable {
    /// Counted from 0, in the order of adding.
    public let index: Int

    /// - Parameter index: Counted from 0, in the order of adding.
    public init(index: Int) { self.index = index }

    /// By place.
    public static func < (left: Index, right: Index) -> Bool { left.index < right.index }
  }

  /// Merged terms on the left, the constant on the right.
  var normalized: Constraint {
    var left = expression.merged()
    let shift = left.constant
    left.constant = 0
    return Constraint(
      left, in: Bounds(lower: bounds.lower.map { $0 - shift }, upper: bounds.upper.map { $0 - shift }))
  }
}

extension Linear {
  /// The left side is at most the right side.
  public static func <= (left: Self, right: some Linear) -> Constraint {
    Constraint(left - right, in: .atMost(0))
  }

  /// The left side is at least the right side.
  public static func >= (left: Self, right: some Linear) -> Constraint {
    Constraint(left - right, in: .atLeast(0))
  }

  /// Both sides are the same.
  public static func == (left: Self, right: some Linear) -> Constraint {
    Constraint(left - right, in: .fixed(0))
  }

  /// The left side is at most a number.
  public static func <= (left: Self, right: Double) -> Constraint { Constraint(left, in: .atMost(right)) }

  /// The left side is at least a number.
  public static func >= (left: Self, right: Double) -> Constraint { Constraint(left, in: .atLeast(right)) }

  /// The left side is a number.
  public static func == (left: Self, right: Double) -> Constraint { Constraint(left, in: .fixed(right)) }

  /// The left side is at most a number.
  public static func <= (left: Self, right: Int) -> Constraint { left <= Double(right) }

  /// The left side is at least a number.
  public static func >= (left: Self, right: Int) -> Constraint { left >= Double(right) }

  /// The left side is a number.
  public static func == (left: Self, right: Int) -> Constraint { left == Double(right) }
}
