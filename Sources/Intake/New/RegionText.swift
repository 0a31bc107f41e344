internal import Planning

/// region.yaml of a new workspace.
enum RegionText {
  static func text(of draft: WorkspaceDraft) -> String {
    let limits = Region.Limits()
    let money = Region.Money()
    let invented =
      draft.schoolsAreInvented
      ? "schools, people, skills, calendars and everything asked for are invented."
      : "the schools are real; people, skills, calendars and everything asked for are invented."
    return """
      # Illustrative: \(invented)
      title: "\(draft.title.replacing("\"", with: "'"))"
      time_zone: America/Los_Angeles
      school_year:
        from: \(InventedCalendars.year.lowerBound)
        to: \(InventedCalendars.year.upperBound)
      seed: \(draft.seed)
      illustrative: true
      limits:
        contact_hours: \(limits.contact.value / 60)
        leader_miles: \(limits.leaderReach.tenthsOfMiles / 10)
        venue_miles: \(limits.venueReach.tenthsOfMiles / 10)
        road_factor_percent: \(limits.roadFactorPercent)
        miles_per_hour: \(limits.milesPerHour)
      money:
        substitute_half_day: \(money.substituteHalfDay.value / 100)
        mileage: 0.\(money.millsPerMile)
      \(draft.lastYear.isEmpty ? "" : "last_year: last-year.json\n")
      """
  }
}
