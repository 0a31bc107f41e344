internal import Planning

/// Whether pins can hold at all: each against the rules that can be decided for it alone, and against the
/// other pins. What depends on the rest of a plan is left to the solver.
///
/// A fault stands at the later of two pins that contradict one another and names the line of the earlier.
struct PinCheck {
  let scenario: Scenario
  /// In the order of the file.
  let pins: [WrittenPin]
  let log: DiagnosticLog

  /// Says everything that is wrong. O(pins²) for one series, request or leader; O(pins) otherwise.
  func run() {
    var bySeries: [Series.ID: [WrittenPin]] = [:]
    var byRequest: [CoachingRequest.ID: [WrittenPin]] = [:]
    for pin in pins {
      switch pin.pin.decision {
      case .inTeam(let key, _), .notInTeam(let key, _), .sessionStarts(let key, _, _), .sessionMeets(let key, _, _),
        .seriesServed(let key, _):
        bySeries[key, default: []].append(pin)
      case .coach(let key, _), .notCoach(let key, _), .requestServed(let key, _), .visits(let key, _, _):
        byRequest[key, default: []].append(pin)
      }
    }
    for series in scenario.series {
      if let own = bySeries[series.id] {
        SeriesPinCheck(series: series, pins: own, scenario: scenario, log: log).run()
      }
    }
    for request in scenario.requests {
      if let own = byRequest[request.id] {
        RequestPinCheck(request: request, pins: own, scenario: scenario, log: log).run()
      }
    }
    PinClashCheck(scenario: scenario, pinsBySeries: bySeries, log: log).run()
    CoachPinCheck(scenario: scenario, pinsByRequest: byRequest, log: log).run()
  }
}

extension WrittenPin {
  /// The line of pins.csv on which it stands.
  var line: Int { value.line }

  /// Says at its value what is wrong with it.
  func complain(_ message: String, to log: DiagnosticLog) { log.add(value.diagnostic(message)) }
}

extension [WrittenPin] {
  /// Says so of each pin that cannot hold together with an earlier one.
  ///
  /// - Parameter contradiction: What is wrong with a later decision given an earlier one; `nil` where nothing is.
  func complain(to log: DiagnosticLog, where contradiction: (Pin.Decision, Pin.Decision) -> String?) {
    for (position, later) in enumerated() {
      for earlier in self[..<position] {
        if earlier.pin.decision == later.pin.decision {
          later.complain("this pin stands on line \(earlier.line) already", to: log)
          break
        }
        if let message = contradiction(earlier.pin.decision, later.pin.decision) {
          later.complain("\(message) (line \(earlier.line))", to: log)
          break
        }
      }
    }
  }
}
