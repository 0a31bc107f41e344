/// Metropolis' rule at one temperature, as a table, so that it needs no logarithm that differs by machine.
struct Acceptance: ~Copyable {
  /// No greater rise is ever taken.
  let greatestRise: Int
  /// By rise, `1 << shift` of them together: the chance that it is taken, in units of 2⁻³².
  private let chances: FlatTable<UInt32>
  private let shift: Int

  /// Temperatures up to this size have a chance for each rise.
  private static let greatestExactTemperature = 256.0

  /// - Parameter temperature: In units of cost, above 0.
  init(temperature: Double) {
    var shift = 0
    var scaled = temperature
    while scaled > Self.greatestExactTemperature {
      scaled /= 2
      shift += 1
    }
    let ratio = exponential(-1 / scaled)
    var chances: [UInt32] = []
    var chance = 1.0
    while chance * 4_294_967_295 >= 1 {
      chances.append(UInt32(chance * 4_294_967_295))
      chance *= ratio
    }
    self.chances = FlatTable(chances)
    self.shift = shift
    greatestRise = (chances.count << shift) - 1
  }

  /// Whether a rise is taken this time; a fall always is. O(1).
  @inline(__always)
  func takes(_ rise: Int, _ random: inout Randomness) -> Bool {
    if rise <= 0 { return true }
    guard rise <= greatestRise else { return false }
    return UInt32(truncatingIfNeeded: random.next() &>> 32) < chances[rise &>> shift]
  }
}
