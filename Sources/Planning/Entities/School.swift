/// A district, keyed by its CDS code or any text.
public struct District: Identifiable, Hashable, Sendable {
  /// Its key.
  public let id: String
  /// Its name.
  public let name: String
  /// The county it lies in.
  public let county: String
  /// How many substitute teachers it can send out on one date; `nil` where it has not said.
  public let substitutesPerDay: Int?

  /// See the properties.
  public init(id: String, name: String, county: String, substitutesPerDay: Int?) {
    self.id = id
    self.name = name
    self.county = county
    self.substitutesPerDay = substitutesPerDay
  }
}

/// A school, keyed by its CDS code or any text.
public struct School: Identifiable, Hashable, Sendable {
  /// Its key.
  public let id: String
  /// Its name.
  public let name: String
  /// The key of its district.
  public let district: District.ID
  /// The county it lies in.
  public let county: String
  /// Where it is.
  public let coordinate: Coordinate
  /// The grades it offers, where published.
  public let grades: GradeBand?
  /// Pupils, where published.
  public let enrollment: Int?
  /// Share of pupils in need, in percent, where published.
  public let needPercent: Int?

  /// See the properties.
  public init(
    id: String, name: String, district: District.ID, county: String, coordinate: Coordinate,
    grades: GradeBand? = nil, enrollment: Int? = nil, needPercent: Int? = nil
  ) {
    self.id = id
    self.name = name
    self.district = district
    self.county = county
    self.coordinate = coordinate
    self.grades = grades
    self.enrollment = enrollment
    self.needPercent = needPercent
  }

  /// Where people travel to.
  public var place: Place { Place(id: id, coordinate: coordinate) }
}
