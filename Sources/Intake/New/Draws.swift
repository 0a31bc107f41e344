/// SplitMix64 of Steele, Lea and Flood (2014): small, and the same on every machine.
///
/// Each topic of a new workspace draws from its own, so that more leaders do not move the schools.
struct Draws {
  private var state: UInt64

  /// - Parameters:
  ///   - seed: The workspace's seed.
  ///   - topic: What is drawn, for example `leaders`.
  init(seed: UInt64, topic: String) {
    // FNV-1a of the topic.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in topic.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    state = seed ^ hash
  }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  /// A number in `0..<bound`.
  ///
  /// - Precondition: `bound` is positive.
  mutating func below(_ bound: Int) -> Int {
    precondition(bound > 0, "nothing to draw from")
    return Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A number of a range.
  mutating func number(in range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

  /// True in so many of a hundred cases.
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  /// One of some choices.
  ///
  /// - Precondition: There is one.
  mutating func pick<Choice>(_ choices: [Choice]) -> Choice { choices[below(choices.count)] }

  /// One of some choices, each as likely as its weight says.
  ///
  /// - Precondition: A weight is positive, none negative.
  mutating func pick<Choice>(weighted choices: [(choice: Choice, weight: Int)]) -> Choice {
    var left = below(choices.reduce(0) { $0 + $1.weight })
    for (choice, weight) in choices {
      left -= weight
      if left < 0 { return choice }
    }
    preconditionFailure("weights add up to what was drawn from")
  }

  /// The same values in another order (Fisher and Yates).
  mutating func shuffled<Value>(_ values: [Value]) -> [Value] {
    var values = values
    for last in stride(from: values.count - 1, to: 0, by: -1) { values.swapAt(last, below(last + 1)) }
    return values
  }
}

/// Deals the same values over and over, each once a round, every round in a new order.
struct Deck<Value> {
  private let values: [Value]
  private var round: [Value] = []

  /// - Parameter values: At least one, where any is dealt.
  init(_ values: [Value]) { self.values = values }

  /// Whether there is nothing to deal.
  var isEmpty: Bool { values.isEmpty }

  /// The next value.
  ///
  /// - Precondition: There is one.
  mutating func deal(_ draws: inout Draws) -> Value {
    if round.isEmpty { round = draws.shuffled(values) }
    return round.removeLast()
  }
}
