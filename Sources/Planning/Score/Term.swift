/// A soft term of the score: what a plan should have little of.
public enum Term: String, CaseIterable, Codable, Hashable, Sendable {
  case unservedNeed = "unserved-need"
  case missingContact = "missing-contact"
  case travel
  case substitutes
  case unfairLoad = "unfair-load"
  case preferences
  case notLocal = "not-local"
  case discontinuity
  case mentorChanges = "mentor-changes"
  case venueChanges = "venue-changes"
  case isolatedSessions = "isolated-sessions"
  case missedGrowth = "missed-growth"
  case overflow
  case changes

  /// What one of it is.
  public var unit: String {
    switch self {
    case .unservedNeed: "educator-minutes x priority"
    case .missingContact: "educator-minutes"
    case .travel, .substitutes: "cents"
    case .unfairLoad: "squared sessions"
    case .preferences: "ranks"
    case .notLocal: "leaders"
    case .discontinuity: "requests"
    case .mentorChanges: "mentees"
    case .venueChanges: "venues"
    case .isolatedSessions: "sessions"
    case .missedGrowth: "series"
    case .overflow: "seats"
    case .changes: "changes"
    }
  }

  /// What it counts, as a planner reads it.
  public var text: String {
    switch self {
    case .unservedNeed: "Need that is not served: priority x educators x minutes"
    case .missingContact: "Contact time below the threshold, over all educators"
    case .travel: "Mileage of leaders and coaches, there and back"
    case .substitutes: "Substitutes for educators and leaders"
    case .unfairLoad: "Sessions a leader has above the fair share, squared"
    case .preferences: "Ranks away from the first choice, of either side"
    case .notLocal: "Leaders and coaches who are not from a district they serve"
    case .discontinuity: "Requests of schools whose coach differs from last year's"
    case .mentorChanges: "New teachers whose mentor differs from last year's"
    case .venueChanges: "Venues of a series beyond the first"
    case .isolatedSessions: "Sessions of a cohort with none of its own next to them that day"
    case .missedGrowth: "Series without a leader who learns to lead"
    case .overflow: "Educators beyond a venue's capacity"
    case .changes: "Changes against the published plan"
    }
  }

  /// What one costs where region.yaml does not say. Money is at par; unserved need is far above it.
  public var defaultWeight: Int {
    switch self {
    case .unservedNeed: 1000
    case .missingContact: 200
    case .travel, .substitutes: 1
    case .unfairLoad: 500
    case .preferences: 500
    case .notLocal: 2000
    case .discontinuity: 20_000
    // Above the mileage of any mentor in a year, below the need of a new teacher without one.
    case .mentorChanges: 500_000
    case .venueChanges: 2000
    case .isolatedSessions: 500
    case .missedGrowth: 5000
    case .overflow: 5000
    case .changes: 10_000
    }
  }
}
