internal import Planning

/// The pins of one series.
struct SeriesPinCheck {
  let series: Series
  /// In the order of the file.
  let pins: [WrittenPin]
  let scenario: Scenario
  let log: DiagnosticLog

  func run() {
    checkContradictions()
    for pin in pins {
      switch pin.pin.decision {
      case .sessionStarts(_, let session, let slot): check(session, startingAt: slot, pin)
      case .sessionMeets(_, let session, let key):
        if let venue = scenario.venues[id: key] { check(session, at: venue, pin) }
      case .inTeam(_, let key):
        if let leader = scenario.leaders[id: key] { check(leader, pin) }
      default: break
      }
    }
    checkGaps()
    checkTeam()
  }

  private func checkContradictions() {
    pins.complain(to: log) { earlier, later in
      switch (earlier, later) {
      case (.inTeam(_, let one), .notInTeam(_, let other)), (.notInTeam(_, let one), .inTeam(_, let other)):
        one == other ? "`\(one)` cannot be both in the team of `\(series.id)` and not in it" : nil
      case (.sessionStarts(_, let one, let slot), .sessionStarts(_, let other, _)):
        one == other ? "session \(one) of `\(series.id)` is pinned to \(text(slot)) as well" : nil
      case (.sessionMeets(_, let one, let venue), .sessionMeets(_, let other, let otherVenue)):
        venue != otherVenue && (one == other || one == nil || other == nil)
          ? "\(one.map { "session \($0)" } ?? "every session") of `\(series.id)` is pinned to `\(venue)`" : nil
      case (.seriesServed(_, let one), .seriesServed(_, let other)):
        one != other ? "`\(series.id)` cannot be both served and not served" : nil
      default: nil
      }
    }
  }

  /// A slot of its own window that every calendar holds.
  private func check(_ session: Int, startingAt slot: Slot, _ pin: WrittenPin) {
    let what = "session \(session) of `\(series.id)`"
    guard series.window.contains(slot.day) else {
      pin.complain(
        "\(what) cannot be on \(slot.day): its window is \(series.window.lowerBound) to \(series.window.upperBound)",
        to: log)
      return
    }
    guard series.periods.contains(slot.period) else {
      let names = series.periods.map { scenario.periods[$0].id }.joined(separator: ", ")
      pin.complain("\(what) cannot begin in `\(name(of: slot.period))`: the series meets in \(names)", to: log)
      return
    }
    if scenario.span(of: series, startingAt: slot) == nil {
      pin.complain("\(what) cannot begin on \(text(slot)): \(reasonForNoSession(slot))", to: log)
      return
    }
    let before = (session - 1) * series.gapMinDays
    let after = (series.sessions - session) * series.gapMinDays
    if series.window.lowerBound.distance(to: slot.day) < before {
      pin.complain(
        "\(what) cannot be on \(slot.day): the sessions before it need \(before) days from \(series.window.lowerBound)",
        to: log)
    } else if slot.day.distance(to: series.window.upperBound) < after {
      pin.complain(
        "\(what) cannot be on \(slot.day): the sessions after it need \(after) days to \(series.window.upperBound)",
        to: log)
    }
  }

  private func reasonForNoSession(_ slot: Slot) -> String {
    let period = scenario.periods[slot.period]
    if !period.weekdays.contains(slot.day.weekday) {
      return "`\(period.id)` is not held on a \(slot.day.weekday.name)"
    }
    let districts = [series.hostDistrict] + series.attendance.map(\.district)
    for district in districts {
      let calendar = scenario.calendar(of: district)
      guard !calendar.holds(period, on: slot.day, isEvent: series.delivery == .conference) else { continue }
      let label = calendar.label(of: slot.day).map { " (\($0))" } ?? ""
      return "the calendar of `\(district)` does not hold `\(period.id)` that day\(label)"
    }
    return "\(series.periodsPerSession) periods of one kind in a row do not follow from there"
  }

  /// Open, large enough and near.
  private func check(_ session: Int?, at venue: Venue, _ pin: WrittenPin) {
    if series.setting == .virtual {
      pin.complain("`\(series.id)` is virtual and has no venue", to: log)
      return
    }
    if venue.capacity < series.educators, !scenario.region.limits.overflowIsAllowed {
      pin.complain(
        "`\(venue.id)` holds \(venue.capacity); `\(series.id)` has \(series.educators) educators", to: log)
    }
    if !scenario.isInReach(venue, of: series) {
      pin.complain(
        """
        `\(venue.id)` is further from `\(series.host)`, the host of `\(series.id)`, than \
        \(scenario.region.limits.venueReach.inMiles) (`venue_miles` of region.yaml)
        """, to: log)
    }
    if !venue.open.overlaps(series.window) || !series.periods.contains(where: venue.periods.contains) {
      pin.complain("`\(venue.id)` is closed in every slot that `\(series.id)` could have", to: log)
      return
    }
    for (number, slot) in slots where session.map({ $0 == number }) ?? true {
      let closed = (scenario.span(of: series, startingAt: slot) ?? []).compactMap { period -> String? in
        if !venue.open.contains(slot.day) || !venue.periods.contains(period) { return "is closed" }
        return scenario.absence(of: venue.id, in: Slot(day: slot.day, period: period)).map {
          "cannot be had (\($0.reason))"
        }
      }
      if let reason = closed.first {
        pin.complain("`\(venue.id)` \(reason) on \(text(slot)), to which session \(number) is pinned", to: log)
      }
    }
  }

  /// Somebody who can be in the team.
  private func check(_ leader: Leader, _ pin: WrittenPin) {
    if leader.role == .teacher, series.standards.allSatisfy({ leader.level(of: $0) == nil }) {
      pin.complain(
        "`\(leader.id)`, a teacher, holds none of the standards of `\(series.id)`: \(series.standards.texts)",
        to: log)
    }
    if let joined = leader.joined, joined > series.window.upperBound {
      pin.complain(
        "`\(leader.id)` joins on \(joined), after the last date of `\(series.id)`, \(series.window.upperBound)",
        to: log)
      return
    }
    for (number, slot) in slots {
      if let joined = leader.joined, joined > slot.day {
        pin.complain(
          "`\(leader.id)` joins on \(joined); session \(number) of `\(series.id)` is pinned to \(slot.day)", to: log
        )
      }
      let reasons = (scenario.span(of: series, startingAt: slot) ?? []).compactMap {
        scenario.reasonForAbsence(of: leader, in: Slot(day: slot.day, period: $0))
      }
      if let reason = reasons.first {
        pin.complain(
          """
          `\(leader.id)` is not available (\(reason)) on \(text(slot)), to which session \(number) of \
          `\(series.id)` is pinned
          """, to: log)
      }
    }
    for venue in venues {
      let distance = scenario.travel.leg(from: leader.home, to: venue.place).distance
      if distance > leader.reach {
        pin.complain(
          """
          `\(leader.id)` travels at most \(leader.reach.inMiles); `\(venue.id)`, to which `\(series.id)` is pinned, \
          is \(distance.inMiles) away
          """, to: log)
      }
    }
  }

  /// Sessions that are pinned to dates leave room for those between them.
  private func checkGaps() {
    let ordered = pins.compactMap { pin -> (session: Int, slot: Slot, pin: WrittenPin)? in
      guard case .sessionStarts(_, let session, let slot) = pin.pin.decision else { return nil }
      return (session, slot, pin)
    }.sorted { ($0.session, $0.pin.line) < ($1.session, $1.pin.line) }
    for (earlier, later) in zip(ordered, ordered.dropFirst()) where earlier.session < later.session {
      let gaps = later.session - earlier.session
      let days = earlier.slot.day.distance(to: later.slot.day)
      let least = gaps * series.gapMinDays
      let most = gaps * series.gapMaxDays
      let isInOrder = days > 0 || earlier.slot.period < later.slot.period
      guard days < least || days > most || !isInOrder else { continue }
      let last = earlier.pin.line < later.pin.line ? later : earlier
      last.pin.complain(
        """
        sessions \(earlier.session) and \(later.session) of `\(series.id)` are pinned to \(text(earlier.slot)) and \
        \(text(later.slot)), \(days) days apart; \(least) to \(most) are asked for
        """, to: log)
    }
  }

  /// The pinned members leave room for those that the series asks for.
  private func checkTeam() {
    let members = pins.compactMap { pin -> (leader: Leader, pin: WrittenPin)? in
      guard case .inTeam(_, let key) = pin.pin.decision else { return nil }
      return scenario.leaders[id: key].map { ($0, pin) }
    }
    guard let last = members.last else { return }
    let counts = Role.allCases.map { role in members.count { $0.leader.role == role } }
    let names = members.map { "`\($0.leader.id)`" }.joined(separator: ", ")
    guard canGrow(counts) else {
      last.pin.complain(
        "\(names) cannot all be in the team of `\(series.id)`, which asks for \(series.team)", to: log)
      return
    }
    guard members.count == series.team.size.upperBound else { return }
    for standard in series.standards where !members.contains(where: { $0.leader.level(of: standard) == .lead }) {
      last.pin.complain(
        "\(names) are the whole team of `\(series.id)` (\(series.team)), and none holds \(standard) at lead",
        to: log)
    }
  }

  /// Whether a team with at least so many members of each role meets the requirement. O(size⁴).
  private func canGrow(_ counts: [Int]) -> Bool {
    func exists(_ chosen: [Int], _ left: Int) -> Bool {
      guard chosen.count < counts.count else {
        return series.team.size.contains(chosen.reduce(0, +)) && series.team.isMet(byRoleCounts: chosen)
      }
      let least = counts[chosen.count]
      guard least <= left else { return false }
      return (least...left).contains { exists(chosen + [$0], left - $0) }
    }
    return exists([], series.team.size.upperBound)
  }

  /// The slots to which sessions are pinned, in the order of the file.
  private var slots: [(session: Int, slot: Slot)] {
    pins.compactMap {
      if case .sessionStarts(_, let session, let slot) = $0.pin.decision { (session, slot) } else { nil }
    }
  }

  /// The venues to which sessions are pinned, in the order of the file.
  private var venues: [Venue] {
    pins.compactMap {
      if case .sessionMeets(_, _, let key) = $0.pin.decision { scenario.venues[id: key] } else { nil }
    }
  }

  private func name(of period: Int) -> String { scenario.periods[period].id }
  private func text(_ slot: Slot) -> String { "\(slot.day) \(name(of: slot.period))" }
}

extension [Standard] {
  /// `CCSS-M/3-5/NF, NGSS/6-8`.
  var texts: String { map(\.description).joined(separator: ", ") }
}
