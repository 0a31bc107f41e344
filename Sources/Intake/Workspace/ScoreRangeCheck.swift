internal import Planning

/// Scores are 64-bit integers, and engines add and multiply them: what could come near the end of their range
/// is refused here, so that nothing later has to fear it.
struct ScoreRangeCheck {
  let scenario: Scenario
  /// Where region.yaml gives the weights.
  let place: (line: Int?, column: Int?)
  let log: DiagnosticLog

  /// No score may be larger: it leaves a factor of nine thousand to the range of 64 bits.
  static let largest = 1_000_000_000_000_000

  /// Says so where leaving everything unserved could cost more than ``largest``.
  func run() {
    let weight = scenario.region.weight(of: .unservedNeed)
    var total = 0
    for need in scenario.requests.map({ scenario.need(of: $0) }) + scenario.series.map({ scenario.need(of: $0) }) {
      let (cost, isLarge) = need.multipliedReportingOverflow(by: weight)
      guard !isLarge, cost <= Self.largest - total else {
        log.add(
          Diagnostic(
            file: RegionFile.name, line: place.line, column: place.column,
            message: """
              all that is asked for, times the weight \(weight.grouped) of `unserved-need`, costs more than \
              \(Self.largest.grouped); give a smaller weight
              """))
        return
      }
      total += cost
    }
  }
}
