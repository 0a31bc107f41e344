internal import Planning

/// Whether pins can hold at all: each against the rules that are decidable for it alone, and against the others.
struct PinCheck {
  let scenario: Scenario
  let pins: [WrittenPin]
  let log: DiagnosticLog

  func run() {}
}
