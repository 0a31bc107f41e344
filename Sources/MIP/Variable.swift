/// A variable of a ``Program``, by its place in it. It means nothing in another program.
public struct Variable: Hashable, Comparable, Sendable {
  /// Counted from 0, in the order of adding.
  public let index: Int

  /// - Parameter index: Counted from 0, in the order of adding.
  public init(index: Int) { self.index = index }

  /// By place.
  public static func < (left: Variable, right: Variable) -> Bool { left.index < right.index }

  /// The values a variable may take between its bounds.
  public enum Kind: Hashable, Sendable {
    /// Any real number.
    case continuous
    /// Whole numbers only.
    case integer
    /// 0 or 1. The same as `integer` with bounds 0 and 1.
    case binary
  }
}
