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

  /// A change of a series in which somebody gives half days who gives too much: mostly another leader for them.
  ///
  /// Where hardly anything is left over, no leader can take what is too much: then a series has to meet on other dates, on
  /// which the team takes less, or make place for a smaller one.
  ///
  /// - Returns: Whether the series that was drawn takes half days of theirs.
  mutating func relieve() -> Bool {
    let leader = weights.overdrawnLeaders[randomness.below(weights.overdrawnLeaders.count)]
    let led = state.seriesOfLeader[leader]
    let index = Int(led[randomness.below(led.count)])
    guard let dates = held[index], let option = option(of: leader, in: index),
      dates.halfDays[Int(option) - problem.series[index].leaders.lowerBound] > 0
    else { return false }
    let kind = randomness.below(100)
    if kind < Self.exchangesOfReliefs {
      exchange(index, member: option)
    } else if kind < Self.substitutionsOfReliefs {
      substitute(index, member: option)
    } else if kind < Self.datesOfReliefs {
      redate(index)
    } else {
      drop(index)
    }
    return true
  }

  /// Of a hundred of these: up to where they are of which kind.
  private static let exchangesOfReliefs = 35
  private static let substitutionsOfReliefs = 70
  private static let datesOfReliefs = 90
}
