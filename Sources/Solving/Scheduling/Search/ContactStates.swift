/// What the dates' search has to remember of how long the sessions so far were.
///
/// A series pays for each minute below its contact time, so a chain of sessions is not a sum of prices of
/// sessions. Where all chains stay below the contact time it is: each minute takes its price off. Where all
/// reach it, nothing is paid. Else the search carries the minutes so far, capped at the contact time, as a
/// *state*; sessions have few lengths, so there are few states.
struct ContactStates: Sendable {
  /// By start: its length, as a number among the lengths.
  let lengthOfStart: [UInt8]
  /// How many lengths there are.
  let lengths: Int
  /// By number of sessions held, 0 first: how many states there are.
  let counts: [Int]
  /// By number of sessions held, then state and length: the state after one more session.
  let next: [[Int32]]
  /// By state after the last session: what is paid.
  let prices: [Int]
  /// What each minute of a session takes off, where the states are not needed.
  let minutePrice: Int

  /// Sessions that nothing couples, for a series with so many sessions and starts.
  static func uncoupled(_ space: PlacementSpace) -> ContactStates {
    ContactStates(
      lengthOfStart: Array(repeating: 0, count: space.startCount), lengths: 1,
      counts: Array(repeating: 1, count: space.sessions + 1), next: Array(repeating: [0], count: space.sessions),
      prices: [0], minutePrice: 0)
  }

  private init(
    lengthOfStart: [UInt8], lengths: Int, counts: [Int], next: [[Int32]], prices: [Int], minutePrice: Int
  ) {
    self.lengthOfStart = lengthOfStart
    self.lengths = lengths
    self.counts = counts
    self.next = next
    self.prices = prices
    self.minutePrice = minutePrice
  }

  /// More states than this are merged by rounding lengths up, which makes a chain look cheaper, never dearer.
  private static let largestCount = 48

  /// - Parameters:
  ///   - series: The series.
  ///   - minutes: By start: how long a session is.
  init(_ series: TimetableProblem.Series, minutes: [Int]) {
    let price = series.missingMinutePrice
    let longest = (minutes.max() ?? 0) * series.sessions
    let shortest = (minutes.min() ?? 0) * series.sessions
    if price == 0 || shortest >= series.contact || longest <= series.contact {
      let isLinear = price != 0 && shortest < series.contact
      lengthOfStart = Array(repeating: 0, count: minutes.count)
      lengths = 1
      counts = Array(repeating: 1, count: series.sessions + 1)
      next = Array(repeating: [0], count: series.sessions)
      prices = [isLinear ? price * series.contact : 0]
      minutePrice = isLinear ? price : 0
      return
    }
    var unit = 1
    while true {
      let rounded = minutes.map { ($0 + unit - 1) / unit * unit }
      let distinct = Set(rounded).sorted()
      var layers = [[0]]
      for _ in 0..<series.sessions {
        layers.append(
          Set(layers[layers.count - 1].flatMap { sum in distinct.map { min(series.contact, sum + $0) } })
            .sorted())
      }
      if layers.allSatisfy({ $0.count <= Self.largestCount }), distinct.count <= 256 {
        lengthOfStart = rounded.map { UInt8(distinct.firstIndex(of: $0)!) }
        lengths = distinct.count
        counts = layers.map(\.count)
        next = zip(layers, layers.dropFirst()).map { layer, after in
          layer.flatMap { sum in
            distinct.map { Int32(after.firstIndex(of: min(series.contact, sum + $0))!) }
          }
        }
        prices = layers[series.sessions].map { price * (series.contact - $0) }
        minutePrice = 0
        return
      }
      unit *= 2
    }
  }
}
