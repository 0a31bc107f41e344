/// The rises that a search accepts: up to a threshold that falls to nothing, each by chance (threshold accepting: Dueck
/// and Scheuer 1990). It takes no transcendental function and so decides alike on every machine.
struct FallingThreshold: Sendable {
  /// The largest rise that is accepted at first.
  let first: Int
  /// The steps in which it falls, of any kind.
  let steps: Int

  /// Whether a rise is accepted after some steps; what is no rise always is.
  func accepts(_ rise: Int, after step: Int, _ randomness: inout Randomness) -> Bool {
    if rise <= 0 { return true }
    let left = Double(max(0, steps - step)) / Double(max(1, steps))
    return rise < randomness.below(Int(Double(first) * left) + 1)
  }
}
