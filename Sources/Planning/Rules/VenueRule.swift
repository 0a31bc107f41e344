/// Rule 6.
public struct VenueRule: Rule {
  public let name = "venue"
  public let text = """
    A venue is open, is used once at a time, lies within the region's `venue_miles` of the host, and holds \
    the educators (or, where the region says so, overflow is soft). A virtual session has none.
    """

  public init() {}

  public func violations(of plan: ResolvedPlan) -> [Violation] {
    let scenario = plan.scenario
    var found: [Violation] = []
    var users: [Use: String] = [:]
    for scheduled in plan.timetable {
      let series = scheduled.series
      for (number, session) in scheduled.sessions.enumerated() {
        let what = "session \(number + 1) of `\(series.id)`"
        guard let venue = session.venue else {
          if series.setting == .inPerson {
            found.append(violation(series.id, message: "No venue for \(what), which is in person."))
          }
          continue
        }
        if series.setting == .virtual {
          found.append(
            violation(series.id, venue.id, message: "`\(venue.id)` is booked for \(what), which is virtual."))
        }
        if venue.capacity < series.educators, !scenario.region.limits.overflowIsAllowed {
          found.append(
            violation(
              series.id, venue.id,
              message: "`\(venue.id)` holds \(venue.capacity); \(what) has \(series.educators) educators."))
        }
        if !scenario.isInReach(venue, of: series) {
          found.append(
            violation(
              series.id, venue.id,
              message: """
                `\(venue.id)`, booked for \(what), is further from its host than \
                \(scenario.region.limits.venueReach.inMiles).
                """))
        }
        for period in session.span {
          let slot = Slot(day: session.day, period: period)
          let when = "\(session.day) \(scenario.periods[period].id)"
          if !venue.open.contains(session.day) || !venue.periods.contains(period) {
            found.append(
              violation(series.id, venue.id, message: "`\(venue.id)` is closed on \(when), for \(what)."))
          } else if let absence = scenario.absence(of: venue.id, in: slot) {
            found.append(
              violation(
                series.id, venue.id,
                message: "`\(venue.id)` cannot be had on \(when) (\(absence.reason)), for \(what)."))
          }
          if let other = users.updateValue(what, forKey: Use(venue: venue.id, slot: slot)) {
            found.append(
              violation(
                series.id, venue.id, message: "`\(venue.id)` is used on \(when) by both \(other) and \(what)."))
          }
        }
      }
    }
    return found
  }

  private struct Use: Hashable {
    let venue: Venue.ID
    let slot: Slot
  }
}

extension Scenario {
  /// Whether a venue is near enough to the host of a series.
  public func isInReach(_ venue: Venue, of series: Series) -> Bool {
    let host = Place(id: series.host, coordinate: series.hostCoordinate)
    return travel.leg(from: host, to: venue.place).distance <= region.limits.venueReach
  }
}
