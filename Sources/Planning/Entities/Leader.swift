/// What a leader is besides leading.
public enum Role: String, CaseIterable, Codable, Hashable, Sendable {
  /// Teaches a class.
  case teacher
  /// Leads a school site.
  case site
  /// Works in a district or county office.
  case admin
  /// Works at a university.
  case highered
}

/// A person who leads sessions or coaches.
public struct Leader: Identifiable, Hashable, Sendable {
  /// A standard and what the leader may do with it.
  public struct Expertise: Hashable, Sendable {
    /// The standard.
    public let standard: Standard
    /// What the leader may do with it.
    public let level: Level

    /// See the properties.
    public init(standard: Standard, level: Level) {
      self.standard = standard
      self.level = level
    }
  }

  /// The leader's key.
  public let id: String
  /// The leader's name.
  public let name: String
  /// What the leader is besides leading.
  public let role: Role
  /// The school the leader works at, if any.
  public let school: School.ID?
  /// Where journeys begin and end.
  public let home: Place
  /// What the leader can teach.
  public let standards: [Expertise]
  /// Days out of class in the school year, in half days; `nil` for somebody who needs no release.
  public let releaseHalfDays: Int?
  /// Days out of class in a calendar month, in half days; `nil` for no limit of its own.
  public let releaseHalfDaysPerMonth: Int?
  /// Coaching, travel included, in a week.
  public let coachingPerWeek: Minutes
  /// The least coaching requests of schools.
  public let minSchools: Int
  /// The most coaching requests of schools.
  public let maxSchools: Int?
  /// The most mentees.
  public let maxMentees: Int?
  /// How far the leader travels, one way.
  public let reach: Metres
  /// Schools whose teachers the leader evaluates.
  public let evaluates: [School.ID]
  /// The first date on which the leader leads or coaches; `nil` where it is not said.
  public let joined: Day?
  /// Whether the leader may be asked on holidays of the district that the school lies in.
  public let worksOnHolidays: Bool

  /// See the properties.
  public init(
    id: String, name: String, role: Role, school: School.ID?, home: Place, standards: [Expertise],
    releaseHalfDays: Int?, releaseHalfDaysPerMonth: Int? = nil, coachingPerWeek: Minutes = .zero,
    minSchools: Int = 0, maxSchools: Int? = nil, maxMentees: Int? = nil, reach: Metres, evaluates: [School.ID] = [],
    joined: Day? = nil, worksOnHolidays: Bool = false
  ) {
    self.id = id
    self.name = name
    self.role = role
    self.school = school
    self.home = home
    self.standards = standards
    self.releaseHalfDays = releaseHalfDays
    self.releaseHalfDaysPerMonth = releaseHalfDaysPerMonth
    self.coachingPerWeek = coachingPerWeek
    self.minSchools = minSchools
    self.maxSchools = maxSchools
    self.maxMentees = maxMentees
    self.reach = reach
    self.evaluates = evaluates
    self.joined = joined
    self.worksOnHolidays = worksOnHolidays
  }

  /// The highest level at which the leader holds a standard; `nil` where not at all.
  public func level(of standard: Standard) -> Level? {
    standards.lazy.filter { $0.standard.covers(standard) }.map(\.level).max()
  }

  /// Whether somebody has to take the leader's class in a release period: a teacher whose release days
  /// are counted. A full-release coach has no class.
  public var leavesAClass: Bool { role == .teacher && releaseHalfDays != nil }
}

/// Dates and periods in which a leader or a venue cannot be had.
public struct Absence: Hashable, Sendable {
  /// The key of a leader or of a venue.
  public let who: String
  /// First and last date.
  public let days: ClosedRange<Day>
  /// Positions in ``Scenario/periods``.
  public let periods: [Int]
  /// What the planner calls it.
  public let reason: String

  /// See the properties.
  public init(who: String, days: ClosedRange<Day>, periods: [Int], reason: String) {
    self.who = who
    self.days = days
    self.periods = periods
    self.reason = reason
  }
}
