/// Rational multipliers of the rows that serve jobs, with one denominator: the proof of a bound.
package struct Multipliers: Hashable, Sendable {
  /// By job.
  package var numerators: [Int]
  /// Common to all; positive.
  package var denominator: Int

  /// See the properties.
  package init(numerators: [Int], denominator: Int) {
    self.numerators = numerators
    self.denominator = denominator
  }
}
