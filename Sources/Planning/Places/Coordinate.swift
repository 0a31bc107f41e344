/// A point on the earth.
public struct Coordinate: Hashable, Sendable {
  /// Degrees north, -90...90.
  public let latitude: Double
  /// Degrees east, -180...180.
  public let longitude: Double

  /// - Parameters:
  ///   - latitude: Degrees north.
  ///   - longitude: Degrees east.
  public init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }

  /// The distance over the ground, on a sphere flattened at the mean latitude.
  ///
  /// Within a state it differs from the great circle by less than one part in two hundred. It uses only
  /// operations that IEEE 754 rounds exactly, so that it is the same number on every machine, which a
  /// library's sine is not.
  public func distance(to other: Coordinate) -> Metres {
    let radian = 0.017453292519943295
    let north = (other.latitude - latitude) * radian
    let east = (other.longitude - longitude) * radian * Self.cosine((latitude + other.latitude) / 2 * radian)
    return Metres(Int((6_371_008.8 * (north * north + east * east).squareRoot()).rounded()))
  }

  /// The cosine by its Taylor series, within 1e-9 on ±π/2.
  private static func cosine(_ angle: Double) -> Double {
    let square = angle * angle
    var term = 1.0
    var sum = 1.0
    for factor in stride(from: 2.0, through: 18.0, by: 2.0) {
      term = -term * square / (factor * (factor - 1))
      sum += term
    }
    return sum
  }
}
