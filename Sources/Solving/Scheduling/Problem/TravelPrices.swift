/// What it costs a leader to go to a session at a venue, and which venues are out of reach: one number a leader
/// and venue, whatever the series, so that the table grows with the region and not with what is asked for.
package struct TravelPrices: Sendable {
  private let venues: Int
  private let weight: Int
  /// By leader and venue, row by row: before the weight; negative where out of reach.
  private var prices: [Int32]

  /// - Parameters:
  ///   - leaders: How many leaders.
  ///   - venues: How many venues.
  ///   - weight: What one unit of a price costs.
  ///   - price: The price of a leader's way there and back; `nil` where the venue is out of reach, as is any
  ///     whose price does not fit 32 bits.
  /// - Complexity: O(leaders x venues).
  package init(leaders: Int, venues: Int, weight: Int, price: (Int, Int) -> Int?) {
    self.venues = venues
    self.weight = weight
    prices = []
    prices.reserveCapacity(leaders * venues)
    for leader in 0..<leaders {
      for venue in 0..<venues { prices.append(price(leader, venue).flatMap(Int32.init(exactly:)) ?? -1) }
    }
  }

  private init() {
    venues = 0
    weight = 0
    prices = []
  }

  /// Every venue is in reach of everybody and costs nothing.
  package static let none = TravelPrices()

  /// The price of one session's travel; `nil` where out of reach. O(1).
  @inline(__always)
  package subscript(leader: Int, venue: Int) -> Int? {
    if prices.isEmpty { return 0 }
    let price = prices[leader &* venues &+ venue]
    return price < 0 ? nil : Int(price) &* weight
  }
}
