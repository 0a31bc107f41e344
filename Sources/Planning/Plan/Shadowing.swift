/// A leader in the first year who goes along on visits of an experienced coach.
public struct Shadowing: Codable, Hashable, Sendable {
  /// The new leader.
  public var leader: Leader.ID
  /// The experienced coach.
  public var coach: Leader.ID
  /// The coach's request whose visits the leader goes along on.
  public var request: CoachingRequest.ID
  /// The dates, in order; none in a plan made by `match`, which decides no dates.
  public var visits: [Day]

  /// See the properties.
  public init(leader: Leader.ID, coach: Leader.ID, request: CoachingRequest.ID, visits: [Day]) {
    self.leader = leader
    self.coach = coach
    self.request = request
    self.visits = visits
  }
}

extension Scenario {
  /// Whether a leader is in the first year: joined within the school year.
  public func isNew(_ leader: Leader) -> Bool { leader.joined.map(region.year.contains) ?? false }
}
