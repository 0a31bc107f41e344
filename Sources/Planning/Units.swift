/// A whole number of one unit. Costs, distances and durations are integers throughout, so that a score
/// is the same on every machine.
public struct Amount<Unit>: Hashable, Comparable, Sendable {
  /// The number of units.
  public var value: Int

  /// - Parameter value: The number of units.
  public init(_ value: Int) { self.value = value }

  /// None.
  public static var zero: Self { Self(0) }

  public static func < (left: Self, right: Self) -> Bool { left.value < right.value }
  public static func + (left: Self, right: Self) -> Self { Self(left.value + right.value) }
  public static func - (left: Self, right: Self) -> Self { Self(left.value - right.value) }
  public static func * (left: Self, right: Int) -> Self { Self(left.value * right) }
  public static func += (left: inout Self, right: Self) { left.value += right.value }
  public static func -= (left: inout Self, right: Self) { left.value -= right.value }
}

extension Amount: Codable {
  public init(from decoder: any Decoder) throws {
    value = try decoder.singleValueContainer().decode(Int.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }
}

/// The unit of ``Cents``.
public enum Cent {}
/// The unit of ``Metres``.
public enum Metre {}
/// The unit of ``Minutes``.
public enum Minute {}

/// Money, in hundredths of a dollar.
public typealias Cents = Amount<Cent>
/// A distance.
public typealias Metres = Amount<Metre>
/// A duration, or a time of day counted from midnight.
public typealias Minutes = Amount<Minute>

extension Amount where Unit == Metre {
  /// The international mile is 1609.344 m; rounded to the nearest metre.
  public init(miles: Int) { self.init((miles * 1_609_344 + 500) / 1000) }

  /// Tenths of a mile, rounded to nearest.
  public var tenthsOfMiles: Int { (value * 10_000 + 804_672) / 1_609_344 }

  /// `12.3 mi`.
  public var inMiles: String { "\(tenthsOfMiles / 10).\(tenthsOfMiles % 10) mi" }
}

extension Amount where Unit == Cent {
  /// `$1,234.50`.
  public var inDollars: String {
    let magnitude = value.magnitude
    let cents = magnitude % 100
    let sign = value < 0 ? "-" : ""
    return "\(sign)$\(Int(magnitude / 100).grouped).\(cents < 10 ? "0" : "")\(cents)"
  }
}

extension Amount where Unit == Minute {
  /// `16:05`, for a time of day.
  public var asClock: String {
    "\(value / 60 < 10 ? "0" : "")\(value / 60):\(value % 60 < 10 ? "0" : "")\(value % 60)"
  }
}

extension Int {
  /// With commas between thousands: `1,234,567`.
  public var grouped: String {
    let digits = Array(String(magnitude))
    var text = self < 0 ? "-" : ""
    for (offset, digit) in digits.enumerated() {
      if offset > 0, (digits.count - offset).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return text
  }
}
