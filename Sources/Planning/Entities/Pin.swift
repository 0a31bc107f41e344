/// A planner's fixed decision that every plan keeps.
public struct Pin: Hashable, Sendable {
  /// What is fixed.
  public enum Decision: Hashable, Sendable {
    /// The leader is in the team of the series.
    case inTeam(series: Series.ID, leader: Leader.ID)
    /// The leader is not in the team of the series.
    case notInTeam(series: Series.ID, leader: Leader.ID)
    /// A session (1 is the first) begins in a slot.
    case sessionStarts(series: Series.ID, session: Int, at: Slot)
    /// A session (1 is the first), or each where `nil`, meets at a venue.
    case sessionMeets(series: Series.ID, session: Int?, venue: Venue.ID)
    /// The series takes place, or does not.
    case seriesServed(series: Series.ID, Bool)
    /// The request goes to a coach.
    case coach(request: CoachingRequest.ID, leader: Leader.ID)
    /// The request does not go to a coach.
    case notCoach(request: CoachingRequest.ID, leader: Leader.ID)
    /// The request is served, or is not.
    case requestServed(request: CoachingRequest.ID, Bool)
    /// The visits of a request are on a weekday in a period.
    case visits(request: CoachingRequest.ID, on: Weekday, period: Int)

    /// The problem it belongs to.
    public var part: Score.Part {
      switch self {
      case .inTeam, .notInTeam, .sessionStarts, .sessionMeets, .seriesServed: .timetable
      case .coach, .notCoach, .requestServed, .visits: .match
      }
    }
  }

  /// What is fixed.
  public let decision: Decision
  /// As the planner wrote it: what, field, value.
  public let text: String

  /// See the properties.
  public init(decision: Decision, text: String) {
    self.decision = decision
    self.text = text
  }
}
