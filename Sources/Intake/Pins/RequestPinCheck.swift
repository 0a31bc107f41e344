internal import Planning

/// The pins of one coaching request.
struct RequestPinCheck {
  let request: CoachingRequest
  /// In the order of the file.
  let pins: [WrittenPin]
  let scenario: Scenario
  let log: DiagnosticLog

  func run() {
    checkContradictions()
    for pin in pins {
      switch pin.pin.decision {
      case .coach(_, let key):
        if let leader = scenario.leaders[id: key] { check(leader, pin) }
      case .visits(_, let weekday, let period): check(weekday, scenario.periods[period], pin)
      default: break
      }
    }
  }

  private func checkContradictions() {
    pins.complain(to: log) { earlier, later in
      switch (earlier, later) {
      case (.coach(_, let one), .coach): "`\(request.id)` is pinned to the coach `\(one)` as well"
      case (.coach(_, let one), .notCoach(_, let other)), (.notCoach(_, let one), .coach(_, let other)):
        one == other ? "`\(one)` cannot both coach `\(request.id)` and not coach it" : nil
      case (.requestServed(_, let one), .requestServed(_, let other)):
        one != other ? "`\(request.id)` cannot be both served and not served" : nil
      case (.visits(_, let weekday, let period), .visits):
        "the visits of `\(request.id)` are pinned to \(weekday.name) \(scenario.periods[period].id) as well"
      default: nil
      }
    }
  }

  /// Somebody who can be the coach.
  private func check(_ leader: Leader, _ pin: WrittenPin) {
    for standard in request.standards where leader.level(of: standard) != .lead {
      let level = leader.level(of: standard) == nil ? "does not hold \(standard)" : "holds \(standard) at support"
      pin.complain("`\(leader.id)` \(level); the coach of `\(request.id)` holds it at lead", to: log)
    }
    if let school = scenario.schools[id: request.school] {
      let distance = scenario.travel.leg(from: leader.home, to: school.place).distance
      if distance > leader.reach {
        pin.complain(
          """
          `\(leader.id)` travels at most \(leader.reach.inMiles); `\(school.id)`, which asks in `\(request.id)`, is \
          \(distance.inMiles) away
          """, to: log)
      }
    }
    if let mentee = request.mentee, leader.evaluates.contains(request.school) {
      pin.complain(
        "`\(leader.id)` evaluates at `\(request.school)` and so cannot mentor \(mentee) (`\(request.id)`)", to: log)
    }
    if let joined = leader.joined, joined > request.window.upperBound {
      pin.complain(
        "`\(leader.id)` joins on \(joined), after the last date of `\(request.id)`, \(request.window.upperBound)",
        to: log)
    }
  }

  /// A period of the week that is long enough.
  private func check(_ weekday: Weekday, _ period: Period, _ pin: WrittenPin) {
    if !period.weekdays.contains(weekday) {
      pin.complain("`\(period.id)` is not held on a \(weekday.name)", to: log)
    }
    if request.visitLength > period.length {
      pin.complain(
        """
        a visit of `\(request.id)` takes \(request.visitLength.value) minutes; `\(period.id)` has \
        \(period.length.value)
        """, to: log)
    }
  }
}
