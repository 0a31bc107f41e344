/// What came of computing a timetable's bound again from the prices of its certificate.
public enum PricedBound: Hashable, Sendable {
  /// No timetable costs less.
  case proven(Int)
  /// The prices prove nothing; why not.
  case flawed(String)
}
