/// The closed interval that a variable or the left-hand side of a constraint may lie in.
///
/// `nil` is "no bound on this side". An infinity in its own direction means the same; in the other direction
/// it is an error when the program is solved, as is NaN.
public struct Bounds: Hashable, Sendable {
  /// The least value, or `nil` for none.
  public var lower: Double?
  /// The largest value, or `nil` for none.
  public var upper: Double?

  /// - Parameters:
  ///   - lower: The least value, or `nil` for none.
  ///   - upper: The largest value, or `nil` for none.
  public init(lower: Double?, upper: Double?) {
    self.lower = lower
    self.upper = upper
  }

  /// Any value.
  public static var free: Bounds { Bounds(lower: nil, upper: nil) }

  /// Zero and more.
  public static var nonnegative: Bounds { .atLeast(0) }

  /// `value` and more.
  public static func atLeast(_ value: Double) -> Bounds { Bounds(lower: value, upper: nil) }

  /// `value` and less.
  public static func atMost(_ value: Double) -> Bounds { Bounds(lower: nil, upper: value) }

  /// Both ends included.
  public static func between(_ lower: Double, _ upper: Double) -> Bounds {
    Bounds(lower: lower, upper: upper)
  }

  /// One value.
  public static func fixed(_ value: Double) -> Bounds { .between(value, value) }
}

extension Bounds {
  /// As the C layer has them: infinities for "none".
  var raw: (lower: Double, upper: Double) { (lower ?? -.infinity, upper ?? .infinity) }

  /// - Throws: ``MIPError/notFinite(what:value:)`` for NaN and for an infinity on the wrong side,
  ///   ``MIPError/contradictingBounds(of:lower:upper:)``.
  func validate(of what: @autoclosure () -> String) throws(MIPError) {
    let (lower, upper) = raw
    guard lower < .infinity else { throw .notFinite(what: "the lower bound of \(what())", value: lower) }
    guard upper > -.infinity else { throw .notFinite(what: "the upper bound of \(what())", value: upper) }
    guard lower <= upper else { throw .contradictingBounds(of: what(), lower: lower, upper: upper) }
  }

  /// - Throws: ``MIPError/fractionalBound(of:value:)``.
  func validateIntegral(of what: @autoclosure () -> String) throws(MIPError) {
    for bound in [lower, upper] {
      if let bound, bound.isFinite, bound != bound.rounded() {
        throw .fractionalBound(of: what(), value: bound)
      }
    }
  }
}
