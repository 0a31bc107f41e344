/// Distances and driving times between places: as the planner gave them, else over the ground.
public struct Travel: Sendable {
  /// One line of travel.csv; it holds in both directions unless the reverse has a line of its own.
  public struct Leg: Hashable, Sendable {
    /// How long the drive takes.
    public let time: Minutes
    /// How far it is.
    public let distance: Metres

    /// See the properties.
    public init(time: Minutes, distance: Metres) {
      self.time = time
      self.distance = distance
    }
  }

  struct Ends: Hashable, Sendable {
    let from: String
    let to: String
  }

  private var legs: [Ends: Leg] = [:]
  private let roadFactorPercent: Int
  private let milesPerHour: Int

  /// - Parameters:
  ///   - roadFactorPercent: Road distance as a percentage of the distance over the ground.
  ///   - milesPerHour: Average driving speed.
  public init(roadFactorPercent: Int, milesPerHour: Int) {
    self.roadFactorPercent = roadFactorPercent
    self.milesPerHour = milesPerHour
  }

  /// Sets what the planner gave for two places.
  public mutating func set(_ leg: Leg, from: String, to: String) {
    legs[Ends(from: from, to: to)] = leg
  }

  /// The way from one place to another. O(1).
  public func leg(from: Place, to: Place) -> Leg {
    if from.id == to.id { return Leg(time: .zero, distance: .zero) }
    if !legs.isEmpty {
      if let leg = legs[Ends(from: from.id, to: to.id)] ?? legs[Ends(from: to.id, to: from.id)] { return leg }
    }
    let road = from.coordinate.distance(to: to.coordinate).value * roadFactorPercent / 100
    // Minutes at so many miles an hour, rounded up: 1609.344 m to the mile.
    let metresPerHour = milesPerHour * 1_609_344 / 1000
    return Leg(time: Minutes((road * 60 + metresPerHour - 1) / metresPerHour), distance: Metres(road))
  }

  /// How far over the ground a place within reach can be, at most; `nil` where travel.csv gives legs, which
  /// may be shorter than the ground says.
  public func ground(within reach: Metres) -> Metres? {
    guard legs.isEmpty, roadFactorPercent > 0 else { return nil }
    return Metres((reach.value + 1) * 100 / roadFactorPercent + 1)
  }
}

/// Something with a position that people travel to or from: a leader's home school, a school, a venue.
public struct Place: Hashable, Sendable {
  /// The id that travel.csv uses.
  public let id: String
  /// Where it is.
  public let coordinate: Coordinate

  /// See the properties.
  public init(id: String, coordinate: Coordinate) {
    self.id = id
    self.coordinate = coordinate
  }
}
