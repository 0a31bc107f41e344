extension PlacementSpace {
  /// By session: the starts that it has in some chain of dates, counted from the first of the series, ascending. Who leads
  /// and what others take is left out of account.
  ///
  /// - Complexity: O(sessions x starts).
  var reachableStarts: [[Int]] {
    Self.reachableStarts(
      sessions: sessions, windowStart: windowStart, windowEnd: windowEnd, venuePrice: venuePrice,
      sessionPrices: sessionPrices)
  }

  /// The same for parts of a space; see its properties.
  static func reachableStarts(
    sessions: Int, windowStart: [Int32], windowEnd: [Int32], venuePrice: [Int], sessionPrices: [Int]
  ) -> [[Int]] {
    let startCount = venuePrice.count
    var reached = (0..<sessions).map { session in
      (0..<startCount).map { start in
        venuePrice[start] < SessionChain.unreachable
          && (sessionPrices.isEmpty || sessionPrices[session * startCount + start] < SessionChain.unreachable)
      }
    }
    for session in 1..<max(1, sessions) {
      // How many starts of the session before come earlier.
      var count = [0]
      for isReached in reached[session - 1] { count.append(count.last! + (isReached ? 1 : 0)) }
      for start in 0..<startCount where reached[session][start] {
        let window = (Int(windowStart[start]), Int(windowEnd[start]))
        reached[session][start] = window.0 < window.1 && count[window.0] < count[window.1]
      }
    }
    for session in (1..<max(1, sessions)).reversed() {
      // By start: by how much more the windows of the next session cover it than the start before.
      var change = Array(repeating: 0, count: startCount + 1)
      for start in 0..<startCount where reached[session][start] {
        change[Int(windowStart[start])] += 1
        change[Int(windowEnd[start])] -= 1
      }
      var covering = 0
      for start in 0..<startCount {
        covering += change[start]
        if covering == 0 { reached[session - 1][start] = false }
      }
    }
    return reached.map { starts in starts.indices.filter { starts[$0] } }
  }
}
