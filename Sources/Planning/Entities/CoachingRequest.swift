/// A school, or a new teacher, asks for a coach or mentor.
public struct CoachingRequest: Identifiable, Hashable, Sendable {
  /// Its key.
  public let id: String
  /// The school that is visited.
  public let school: School.ID
  /// What the coach must hold, all of it at `lead`.
  public let standards: [Standard]
  /// Coaching in a week, on average, without travel.
  public let perWeek: Minutes
  /// A visit every so many weeks.
  public let visitEveryWeeks: Int
  /// The dates between which the visits lie.
  public let window: ClosedRange<Day>
  /// How much it matters, 1 or more.
  public let priority: Int
  /// The new teacher to be mentored; `nil` where the school asks for a coach.
  public let mentee: String?

  /// See the properties.
  public init(
    id: String, school: School.ID, standards: [Standard], perWeek: Minutes, visitEveryWeeks: Int = 1,
    window: ClosedRange<Day>, priority: Int = 1, mentee: String? = nil
  ) {
    self.id = id
    self.school = school
    self.standards = standards
    self.perWeek = perWeek
    self.visitEveryWeeks = visitEveryWeeks
    self.window = window
    self.priority = priority
    self.mentee = mentee
  }

  /// How long one visit is.
  public var visitLength: Minutes { perWeek * visitEveryWeeks }

  /// The weeks of the window, a part counted as a whole.
  public var weeks: Int { (window.upperBound.number - window.lowerBound.number) / 7 + 1 }

  /// How many visits it asks for, holidays not taken out.
  public var visitsAsked: Int { (weeks + visitEveryWeeks - 1) / visitEveryWeeks }
}
