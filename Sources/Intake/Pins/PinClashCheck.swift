internal import Planning

/// Whether what is pinned to one slot needs a leader, a venue or a cohort twice.
struct PinClashCheck {
  let scenario: Scenario
  let pinsBySeries: [Series.ID: [WrittenPin]]
  let log: DiagnosticLog

  private struct Use: Hashable {
    let what: String
    let slot: Slot
  }

  /// Series in the order of series.csv. O(pins).
  func run() {
    var users: [Use: (text: String, pin: WrittenPin)] = [:]
    for series in scenario.series {
      guard let pins = pinsBySeries[series.id] else { continue }
      for pin in pins {
        guard case .sessionStarts(_, let session, let slot) = pin.pin.decision,
          let span = scenario.span(of: series, startingAt: slot)
        else { continue }
        let text = "session \(session) of `\(series.id)`"
        for resource in resources(of: session, series, pins) {
          for period in span {
            let use = Use(what: resource, slot: Slot(day: slot.day, period: period))
            guard let other = users[use] else {
              users[use] = (text, pin)
              continue
            }
            let (earlier, later) = other.pin.line < pin.line ? (other.pin, pin) : (pin, other.pin)
            later.complain(
              """
              \(resource) cannot be in both \(other.text) and \(text) on \(slot.day) \
              \(scenario.periods[period].id) (line \(earlier.line))
              """, to: log)
            break
          }
        }
      }
    }
  }

  /// Everything that a session needs alone, as far as pins and cohorts say.
  private func resources(of session: Int, _ series: Series, _ pins: [WrittenPin]) -> [String] {
    var resources = series.cohorts.map { "cohort `\($0)`" }
    for pin in pins {
      switch pin.pin.decision {
      case .inTeam(_, let leader): resources.append("leader `\(leader)`")
      case .sessionMeets(_, let number, let venue) where number == nil || number == session:
        resources.append("venue `\(venue)`")
      default: break
      }
    }
    // Two pins may name one venue, for all sessions and for this one.
    return resources.enumerated().filter { resources.firstIndex(of: $1) == $0 }.map(\.element)
  }
}
