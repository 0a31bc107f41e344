import Planning
import Testing

@testable import Solving

/// Sums of inequalities modulo a divisor, kept by differences.
@Suite struct ResidueSumTests {
  /// Columns of series with random values, and inequalities on them.
  private struct Instance {
    var seriesOfColumn: [Int] = []
    var values: [Double] = []
    var rows: [SubsetRowSeparation.Row] = []

    init(series: Int, columns: Int, rows count: Int, _ randomness: inout Randomness) {
      for index in 0..<series {
        for _ in 0..<columns {
          seriesOfColumn.append(index)
          values.append(Double(1 + randomness.below(8)) / Double(8 * columns))
        }
      }
      for leader in 0..<count {
        var entries: [(column: Int, weight: Int)] = []
        for column in values.indices where randomness.below(2) == 0 {
          entries.append((column, 1 + randomness.below(5)))
        }
        let use = entries.reduce(0) { $0 + Double($1.weight) * values[$1.column] }
        let level = Int(use.rounded(.up))
        rows.append(
          .init(
            .init(leader: leader, weights: [], level: level), common: 1, level: level,
            slack: Double(level) - use, entries: entries, seriesOfColumn: seriesOfColumn))
      }
    }

    /// By how much a sum is broken once it is rounded down, by what it says of itself.
    func violation(_ choices: [ResidueSum.Choice], services: [Int], divisor: Int) -> Double {
      var sums = seriesOfColumn.map { services[$0] }
      var level = services.reduce(0, +)
      for choice in choices {
        level += choice.multiplier * rows[choice.row].level
        for entry in rows[choice.row].entries { sums[entry.column] += choice.multiplier * entry.weight }
      }
      return zip(sums, values).reduce(0) { $0 + Double($1.0 / divisor) * $1.1 } - Double(level / divisor)
    }
  }

  /// What is broken is what its services say.
  @Test(arguments: 0..<60 as Range<UInt64>)
  func violationIsThatOfTheRoundedSum(seed: UInt64) throws {
    var randomness = Randomness(seed: seed)
    let instance = Instance(series: 4, columns: 2, rows: 4, &randomness)
    let divisor = 2 + randomness.below(ResidueSum.largest - 1)
    var sum = ResidueSum(
      divisor: divisor, seriesOfColumn: instance.seriesOfColumn, values: instance.values, series: 4)
    for row in [0, 2, 3] {
      sum.add(instance.rows[row], .init(row: row, multiplier: 1 + randomness.below(divisor - 1)))
    }
    let before = sum.violation
    let found = sum.violation(adding: instance.rows[1], times: 1, above: -.infinity)
    let tried = try #require(found)
    #expect(sum.violation == before)
    var longer = sum
    longer.add(instance.rows[1], .init(row: 1, multiplier: 1))
    #expect(abs(longer.violation - tried) < 1e-9)
    let again = (
      sum.violation(adding: instance.rows[1], times: 1, above: tried),
      sum.violation(adding: instance.rows[1], times: 1, above: tried - 1e-3)
    )
    #expect(again.0 == nil)
    #expect(again.1 == tried)
    var services = Array(repeating: 0, count: 4)
    for service in sum.chosenServices { services[service.series] = service.multiplier }
    let own = instance.violation(sum.chosen, services: services, divisor: divisor)
    #expect(abs(own - sum.violation) < 1e-9)
    // For halves nothing is better than the best of all series and one change.
    guard divisor == 2 else { return }
    for choice in 0..<16 {
      let others = services.indices.map { choice >> $0 & 1 }
      #expect(instance.violation(sum.chosen, services: others, divisor: divisor) < own + 1e-6)
    }
  }

  /// Nothing is left of a sum that is cleared.
  @Test func clearingLeavesNothing() {
    var randomness = Randomness(seed: 5)
    let instance = Instance(series: 3, columns: 3, rows: 3, &randomness)
    func sum() -> ResidueSum {
      ResidueSum(divisor: 3, seriesOfColumn: instance.seriesOfColumn, values: instance.values, series: 3)
    }
    var (used, fresh) = (sum(), sum())
    used.add(instance.rows[0], .init(row: 0, multiplier: 2))
    used.add(instance.rows[1], .init(row: 1, multiplier: 1))
    used.clear()
    for choice in [ResidueSum.Choice(row: 2, multiplier: 1), .init(row: 0, multiplier: 1)] {
      used.add(instance.rows[choice.row], choice)
      fresh.add(instance.rows[choice.row], choice)
    }
    #expect(used.violation == fresh.violation)
    #expect(used.chosenServices == fresh.chosenServices)
    #expect(used.losing.sorted() == fresh.losing.sorted())
  }
}
