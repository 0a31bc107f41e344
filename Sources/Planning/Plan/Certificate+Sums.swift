extension Certificate.Prices {
  /// A sum of packings and of *this series is served once at most*, each times a multiplier. What a series and its
  /// team weigh in it is divided by a divisor and rounded down; all together, that comes to no more than the level,
  /// the sum of all levels divided and rounded down too.
  public struct RoundedSum: Codable, Hashable, Sendable {
    /// One of ``Prices/packings``.
    public struct Term: Codable, Hashable, Sendable {
      /// Its position, from 0.
      public var packing: Int
      /// At least 1.
      public var multiplier: Int

      /// See the properties.
      public init(packing: Int, multiplier: Int) {
        self.packing = packing
        self.multiplier = multiplier
      }
    }

    /// A series that is served once at most.
    public struct Service: Codable, Hashable, Sendable {
      /// The series.
      public var series: Series.ID
      /// At least 1.
      public var multiplier: Int

      /// See the properties.
      public init(series: Series.ID, multiplier: Int) {
        self.series = series
        self.multiplier = multiplier
      }
    }

    /// In the order of packings.
    public var terms: [Term]
    /// In the order of series.csv.
    public var services: [Service]
    /// At least 2.
    public var divisor: Int
    /// What is not exceeded.
    public var level: Int
    /// Of one unit of the level.
    public var price: Int

    /// See the properties.
    public init(terms: [Term], services: [Service], divisor: Int, level: Int, price: Int) {
      self.terms = terms
      self.services = services
      self.divisor = divisor
      self.level = level
      self.price = price
    }
  }
}
