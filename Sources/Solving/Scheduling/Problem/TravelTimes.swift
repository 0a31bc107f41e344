package import Planning

/// How long the way from one place to another takes.
///
/// Asked only where a leader has two engagements on a day, so it is worked out anew each time instead of
/// being kept for all pairs.
package struct TravelTimes: Sendable {
  private let places: [Place]
  private let travel: Travel?

  /// - Parameters:
  ///   - places: By place, as a ``TimetableProblem`` numbers them.
  ///   - travel: Distances and driving times.
  package init(places: [Place], travel: Travel) {
    self.places = places
    self.travel = travel
  }

  private init() {
    places = []
    travel = nil
  }

  /// Nobody loses time on the way.
  package static let none = TravelTimes()

  /// Minutes. O(1).
  package func minutes(from: Int, to: Int) -> Int {
    guard let travel, from != to else { return 0 }
    return travel.leg(from: places[from], to: places[to]).time.value
  }
}
