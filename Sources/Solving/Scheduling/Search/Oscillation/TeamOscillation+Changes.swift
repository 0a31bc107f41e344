extension TeamOscillation {
  /// Of a hundred changes of a series that is placed: up to where they are of which kind.
  private static let exchanges = 45
  private static let substitutions = 92
  private static let rebuilds = 95
  /// Of a hundred changes, those that begin with a leader who gives too much, while there is one.
  private static let reliefs = 20

  /// Tries one change.
  ///
  /// - Returns: The work it took.
  mutating func change() -> Int {
    if !weights.overdrawnLeaders.isEmpty, randomness.below(100) < Self.reliefs, relieve() { return 1 }
    let index = placeable[randomness.below(placeable.count)]
    guard state.placements[index] != nil else { return serve(index) }
    let kind = randomness.below(100)
    if kind < Self.exchanges {
      exchange(index)
    } else if kind < Self.substitutions {
      substitute(index)
    } else if kind < Self.rebuilds {
      return rebuild(index)
    } else {
      drop(index)
    }
    return 1
  }
}
