/// What a match is to be best at.
public enum MatchObjective: String, CaseIterable, Codable, Hashable, Sendable {
  /// The least cost.
  case fit
  /// No coach and request who would both rather have one another; of such matches that were found, the cheapest.
  case stable
  /// First the least unserved need, then the fewest unserved; then as few requests as possible at the worst
  /// choice that any of them has, then at the next worst, and so on; then the least cost. Where nobody has
  /// preferences, the worst choice is the dearest pair.
  case fair
}
