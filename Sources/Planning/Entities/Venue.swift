/// A place to meet. A school is one where venues.csv names its key.
public struct Venue: Identifiable, Hashable, Sendable {
  /// Its key.
  public let id: String
  /// Its name.
  public let name: String
  /// Where it is.
  public let coordinate: Coordinate
  /// How many educators it holds.
  public let capacity: Int
  /// The dates on which it can be booked.
  public let open: ClosedRange<Day>
  /// The periods in which it can be booked, as positions in ``Scenario/periods``.
  public let periods: [Int]

  /// See the properties.
  public init(
    id: String, name: String, coordinate: Coordinate, capacity: Int, open: ClosedRange<Day>, periods: [Int]
  ) {
    self.id = id
    self.name = name
    self.coordinate = coordinate
    self.capacity = capacity
    self.open = open
    self.periods = periods
  }

  /// Where people travel to.
  public var place: Place { Place(id: id, coordinate: coordinate) }
}
