/// The cheapest dates of a series: dynamic programming over its starts, session by session.
///
/// With `c(k, t)` the price of holding session k at start t, and W(t) the starts from which t can be reached
/// within the gap,
///
///     f(1, t) = c(1, t),    f(k, t) = c(k, t) + min { f(k - 1, u) : u ∈ W(t) }
///
/// W(t) is an interval whose two ends never move back as t goes on, so that the minimum slides along in
/// constant time a start (Lemire 2006). Where contact time couples the sessions, f has one row for each of
/// ``ContactStates``. O(sessions x states x starts).
struct SessionChain: Sendable {
  /// The price of what cannot be had: the neutral element of the minimum. A few of them and any real price add
  /// up without overflow.
  static let unreachable = Int.max / 16

  /// A chain of starts.
  struct Found: Sendable {
    /// Its price, contact time included.
    let cost: Int
    /// By session: a start, counted from the first of the series.
    let starts: [Int]
  }

  // Kept between calls so that nothing is allocated anew.
  private var values: [Int] = []
  private var nextValues: [Int] = []
  private var parents: [Int32] = []
  private var queue: [Int32] = []

  init() {}

  /// The cheapest chain; `nil` where there is none.
  ///
  /// - Parameters:
  ///   - space: What is known of the series.
  ///   - costs: By start: the price of a session; ``unreachable`` where there can be none.
  ///   - contact: How contact time couples sessions; `nil` for the series' own.
  mutating func cheapest(in space: PlacementSpace, costs: [Int], contact own: ContactStates? = nil) -> Found? {
    let count = space.startCount
    let sessions = space.sessions
    guard count > 0, sessions > 0 else { return nil }
    let contact = own ?? space.contact
    let widest = contact.counts.max()! * count
    if values.count < widest {
      values = Array(repeating: 0, count: widest)
      nextValues = values
    }
    if parents.count < widest * sessions { parents = Array(repeating: -1, count: widest * sessions) }
    if queue.count < count { queue = Array(repeating: 0, count: count) }

    for cell in 0..<contact.counts[1] * count { values[cell] = Self.unreachable }
    for start in 0..<count where costs[start] < Self.unreachable {
      let price = space.sessionPrice(0, at: start)
      guard price < Self.unreachable else { continue }
      let state = Int(contact.next[0][Int(contact.lengthOfStart[start])])
      values[state * count + start] = costs[start] + price
    }
    for session in 1..<max(1, sessions) {
      advance(to: session, in: space, costs: costs, contact: contact, widest: widest)
      swap(&values, &nextValues)
    }
    return trace(in: space, contact: contact, widest: widest)
  }

  private mutating func advance(
    to session: Int, in space: PlacementSpace, costs: [Int], contact: ContactStates, widest: Int
  ) {
    let count = space.startCount
    let states = contact.counts[session]
    for cell in 0..<contact.counts[session + 1] * count { nextValues[cell] = Self.unreachable }
    for state in 0..<states {
      let row = state * count
      var head = 0
      var tail = 0
      var pushed = 0
      for start in 0..<count {
        let upTo = Int(space.windowEnd[start])
        while pushed < upTo {
          let value = values[row + pushed]
          if value < Self.unreachable {
            while tail > head, values[row + Int(queue[tail - 1])] >= value { tail -= 1 }
            queue[tail] = Int32(truncatingIfNeeded: pushed)
            tail += 1
          }
          pushed += 1
        }
        let from = space.windowStart[start]
        while head < tail, queue[head] < from { head += 1 }
        guard head < tail, costs[start] < Self.unreachable else { continue }
        let price = space.sessionPrice(session, at: start)
        guard price < Self.unreachable else { continue }
        let before = Int(queue[head])
        let value = values[row + before] + costs[start] + price
        let after = Int(contact.next[session][state * contact.lengths + Int(contact.lengthOfStart[start])])
        let cell = after * count + start
        if value < nextValues[cell] {
          nextValues[cell] = value
          parents[session * widest + cell] = Int32(truncatingIfNeeded: before * states + state)
        }
      }
    }
  }

  private func trace(in space: PlacementSpace, contact: ContactStates, widest: Int) -> Found? {
    let count = space.startCount
    let sessions = space.sessions
    var best = Self.unreachable
    var cell = -1
    for state in 0..<contact.counts[sessions] {
      for start in 0..<count where values[state * count + start] < Self.unreachable {
        let value = values[state * count + start] + contact.prices[state]
        if value < best {
          best = value
          cell = state * count + start
        }
      }
    }
    guard cell >= 0 else { return nil }
    var starts = Array(repeating: 0, count: sessions)
    for session in stride(from: sessions - 1, through: 0, by: -1) {
      starts[session] = cell % count
      guard session > 0 else { break }
      let parent = Int(parents[session * widest + cell])
      let states = contact.counts[session]
      cell = parent % states * count + parent / states
    }
    return Found(cost: best, starts: starts)
  }
}
