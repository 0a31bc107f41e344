/// Ordered sessions on the same standards for the same educators with the same team.
public struct Series: Identifiable, Hashable, Sendable {
  /// How it reaches educators; reach is counted apart.
  public enum Delivery: String, CaseIterable, Sendable {
    case ongoing
    case conference
    case trainTheTrainer = "train-the-trainer"
  }

  /// Where it meets.
  public enum Setting: String, CaseIterable, Sendable {
    case inPerson = "in-person"
    case virtual
  }

  /// Educators of one district who attend.
  public struct Attendance: Hashable, Sendable {
    /// The district.
    public let district: District.ID
    /// How many of the series' educators.
    public let educators: Int

    /// See the properties.
    public init(district: District.ID, educators: Int) {
      self.district = district
      self.educators = educators
    }
  }

  /// Its key.
  public let id: String
  /// What calendars call it.
  public let title: String
  /// The school or district that asks for it.
  public let host: String
  /// The host's district.
  public let hostDistrict: District.ID
  /// Where the host is.
  public let hostCoordinate: Coordinate
  /// Where its educators come from: each district once, in the order of the file; adds up to `educators`.
  public let attendance: [Attendance]
  /// What the team must cover jointly, at `lead`.
  public let standards: [Standard]
  /// How many sessions.
  public let sessions: Int
  /// How many periods of one day, one after the other, a session takes.
  public let periodsPerSession: Int
  /// The least number of days from one session to the next.
  public let gapMinDays: Int
  /// The greatest number of days from one session to the next.
  public let gapMaxDays: Int
  /// The dates between which the sessions lie.
  public let window: ClosedRange<Day>
  /// How many educators attend.
  public let educators: Int
  /// Cohorts that attend it.
  public let cohorts: [String]
  /// Who must be in the team.
  public let team: TeamRequirement
  /// How much it matters, 1 or more.
  public let priority: Int
  /// How it reaches educators.
  public let delivery: Delivery
  /// Whether it meets in a room.
  public let setting: Setting
  /// The periods in which a session may start or go on, as positions in ``Scenario/periods``.
  public let periods: [Int]

  /// See the properties.
  public init(
    id: String, title: String, host: String, hostDistrict: District.ID, hostCoordinate: Coordinate,
    attendance: [Attendance], standards: [Standard], sessions: Int, periodsPerSession: Int = 1,
    gapMinDays: Int, gapMaxDays: Int, window: ClosedRange<Day>, educators: Int, cohorts: [String] = [],
    team: TeamRequirement, priority: Int = 1, delivery: Delivery = .ongoing, setting: Setting = .inPerson,
    periods: [Int]
  ) {
    self.id = id
    self.title = title
    self.host = host
    self.hostDistrict = hostDistrict
    self.hostCoordinate = hostCoordinate
    self.attendance = attendance
    self.standards = standards
    self.sessions = sessions
    self.periodsPerSession = periodsPerSession
    self.gapMinDays = gapMinDays
    self.gapMaxDays = gapMaxDays
    self.window = window
    self.educators = educators
    self.cohorts = cohorts
    self.team = team
    self.priority = priority
    self.delivery = delivery
    self.setting = setting
    self.periods = periods
  }
}
