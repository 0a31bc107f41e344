public import Planning

/// What the timetable engine decided.
public struct TimetableSolution: Sendable {
  /// The match with its visits, in the order it was given; requests without visits are left out.
  public var match: [MatchedRequest]
  /// The series that are served, in the order of series.csv.
  public var timetable: [ScheduledSeries]
  /// Requests whose visits found no place, in the order of coaching.csv, then series that are not served, in the
  /// order of series.csv; each with its reason.
  public var unserved: [Unserved]
  /// The timetable's part of the score, and its bound given the match.
  public var part: Certificate.Part

  /// See the properties.
  public init(
    match: [MatchedRequest], timetable: [ScheduledSeries], unserved: [Unserved], part: Certificate.Part
  ) {
    self.match = match
    self.timetable = timetable
    self.unserved = unserved
    self.part = part
  }
}
