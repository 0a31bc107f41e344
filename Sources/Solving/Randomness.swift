/// xoshiro256** of Blackman and Vigna (2021), seeded by SplitMix64: fast, and the same on every machine.
///
/// Every numbered task of a search has its own, made from the search's seed and the task's number, so that
/// tasks may run on any thread in any order.
public struct Randomness: RandomNumberGenerator, Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  /// - Parameters:
  ///   - seed: The seed of the search.
  ///   - task: The number of the task.
  public init(seed: UInt64, task: UInt64 = 0) {
    var mixed = seed &+ task &* 0xD134_2543_DE82_EF95
    func next() -> UInt64 {
      mixed &+= 0x9E37_79B9_7F4A_7C15
      var word = mixed
      word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
      return word ^ (word >> 31)
    }
    state = (next(), next(), next(), next())
  }

  public mutating func next() -> UInt64 {
    func rotate(_ word: UInt64, _ by: UInt64) -> UInt64 { (word << by) | (word >> (64 - by)) }
    let result = rotate(state.1 &* 5, 7) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = rotate(state.3, 45)
    return result
  }

  /// A number in `0..<bound`, by Lemire's multiplication; its bias below 2⁻³² does not matter to a search.
  ///
  /// - Precondition: `bound` is positive.
  @inlinable public mutating func below(_ bound: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(truncatingIfNeeded: bound)).high)
  }

  /// Values in another order (Fisher and Yates); the library's own may change with its version.
  mutating func shuffle<Value>(_ values: inout [Value]) {
    for last in stride(from: values.count - 1, to: 0, by: -1) { values.swapAt(last, below(last + 1)) }
  }
}
