// Arithmetic on variables and expressions. `x + y + z` copies as it goes; for long sums there are `sum()`
// and `+=`, which do not.

extension Linear {
  /// The sum of both.
  public static func + (left: Self, right: some Linear) -> Expression {
    var sum = left.expression
    sum.append(right.expression)
    return sum
  }

  /// The sum of both.
  public static func + (left: Self, right: Double) -> Expression {
    var sum = left.expression
    sum.constant += right
    return sum
  }

  /// The sum of both.
  public static func + (left: Double, right: Self) -> Expression { right + left }

  /// The difference of both.
  public static func - (left: Self, right: some Linear) -> Expression { left + -right.expression }

  /// The difference of both.
  public static func - (left: Self, right: Double) -> Expression { left + -right }

  /// The difference of both.
  public static func - (left: Double, right: Self) -> Expression { -right + left }

  /// Every coefficient and the constant with the other sign.
  public static prefix func - (operand: Self) -> Expression { -1.0 * operand }

  /// Every coefficient and the constant times a factor.
  public static func * (factor: Double, operand: Self) -> Expression {
    var product = operand.expression
    product.scale(by: factor)
    return product
  }

  /// Every coefficient and the constant times a factor.
  public static func * (factor: Int, operand: Self) -> Expression { Double(factor) * operand }

  /// Every coefficient and the constant times a factor.
  public static func * (operand: Self, factor: Double) -> Expression { factor * operand }
}

extension Expression {
  /// Adds without copying what is there.
  public static func += (left: inout Expression, right: some Linear) { left.append(right.expression) }

  /// Subtracts without copying what is there.
  public static func -= (left: inout Expression, right: some Linear) { left.append(-right.expression) }
}
