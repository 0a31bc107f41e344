internal import Planning

/// Whether the requests that are pinned to a coach, and pinned to be served, fit into the coach's week.
struct CoachPinCheck {
  let scenario: Scenario
  let pinsByRequest: [CoachingRequest.ID: [WrittenPin]]
  let log: DiagnosticLog

  /// Requests in the order of coaching.csv. O(requests).
  func run() {
    var minutes: [Leader.ID: Minutes] = [:]
    var mentees: [Leader.ID: Int] = [:]
    var schools: [Leader.ID: Int] = [:]
    for request in scenario.requests {
      guard let pins = pinsByRequest[request.id],
        let (leader, pin) = pins.lazy.compactMap({ coach(in: $0) }).first
      else { continue }
      let load = scenario.load(of: request, on: leader)
      if load > leader.coachingPerWeek {
        pin.complain(
          """
          `\(request.id)` takes \(load.value) minutes a week of `\(leader.id)`, travel included, who has \
          \(leader.coachingPerWeek.value)
          """, to: log)
        continue
      }
      guard pins.contains(where: { $0.pin.decision == .requestServed(request: request.id, true) }) else { continue }
      minutes[leader.id, default: .zero] += load
      if request.mentee == nil { schools[leader.id, default: 0] += 1 } else { mentees[leader.id, default: 0] += 1 }
      let sum = minutes[leader.id] ?? .zero
      if sum > leader.coachingPerWeek {
        pin.complain(
          """
          the requests that are pinned to `\(leader.id)` and to be served take \(sum.value) minutes a week, travel \
          included; `\(leader.id)` has \(leader.coachingPerWeek.value)
          """, to: log)
      }
      for (count, limit, what) in [
        (mentees[leader.id], leader.maxMentees, "mentees"), (schools[leader.id], leader.maxSchools, "schools"),
      ] {
        if let count, let limit, count > limit {
          pin.complain(
            "\(count) requests of \(what) are pinned to `\(leader.id)` and to be served; the limit is \(limit)",
            to: log)
        }
      }
    }
  }

  private func coach(in pin: WrittenPin) -> (Leader, WrittenPin)? {
    guard case .coach(_, let key) = pin.pin.decision else { return nil }
    return scenario.leaders[id: key].map { ($0, pin) }
  }
}
