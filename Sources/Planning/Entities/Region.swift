/// What region.yaml says: everything that holds for the whole region.
public struct Region: Sendable {
  /// Prices, in cents; mileage in mills (tenths of a cent).
  public struct Money: Hashable, Sendable {
    /// A substitute for half a day.
    public var substituteHalfDay: Cents
    /// Mills a mile, $0.725 being 725.
    public var millsPerMile: Int

    /// California's figures of 2026 by default.
    public init(substituteHalfDay: Cents = Cents(90_00), millsPerMile: Int = 725) {
      self.substituteHalfDay = substituteHalfDay
      self.millsPerMile = millsPerMile
    }

    /// What driving so far costs, rounded to the nearest cent.
    public func mileage(for distance: Metres) -> Cents {
      Cents((distance.value * millsPerMile * 100 + 804_672) / 1_609_344)
    }
  }

  /// Thresholds and limits that hold where a file says nothing.
  public struct Limits: Hashable, Sendable {
    /// Contact time under which professional learning has shown no effect.
    public var contact: Minutes
    /// How far a leader travels one way where leaders.csv does not say.
    public var leaderReach: Metres
    /// How far from its host a series may meet.
    public var venueReach: Metres
    /// Road distance as a percentage of the distance over the ground.
    public var roadFactorPercent: Int
    /// Average driving speed.
    public var milesPerHour: Int
    /// Whether a venue may be too small, at a price.
    public var overflowIsAllowed: Bool
    /// Days from the start of a new teacher's request within which the mentor first visits.
    public var firstVisitDays: Int
    /// Mentoring in a week under which an induction programme falls short.
    public var mentoring: Minutes
    /// The most mentees of a mentor where leaders.csv does not say.
    public var mentees: Int
    /// The usual number of schools of a coach; the most of them holds where leaders.csv does not say, fewer than the
    /// least are reported.
    public var coachSchools: ClosedRange<Int>
    /// How many visits of an experienced coach a new one goes along on; 0 for no shadowing.
    public var shadowedVisits: Int

    /// Defaults from practice.
    public init(
      contact: Minutes = Minutes(14 * 60), leaderReach: Metres = Metres(miles: 60),
      venueReach: Metres = Metres(miles: 20), roadFactorPercent: Int = 130, milesPerHour: Int = 35,
      overflowIsAllowed: Bool = false, firstVisitDays: Int = 30, mentoring: Minutes = Minutes(60),
      mentees: Int = 3, coachSchools: ClosedRange<Int> = 2...3, shadowedVisits: Int = 3
    ) {
      self.contact = contact
      self.leaderReach = leaderReach
      self.venueReach = venueReach
      self.roadFactorPercent = roadFactorPercent
      self.milesPerHour = milesPerHour
      self.overflowIsAllowed = overflowIsAllowed
      self.firstVisitDays = firstVisitDays
      self.mentoring = mentoring
      self.mentees = mentees
      self.coachSchools = coachSchools
      self.shadowedVisits = shadowedVisits
    }
  }

  /// What the planner calls the region.
  public var title: String
  /// The IANA name of its time zone.
  public var timeZone: String
  /// First and last date that can be planned.
  public var year: ClosedRange<Day>
  /// The seed that is used where the command gives none.
  public var seed: UInt64
  /// The weight of each soft term.
  public var weights: [Term: Int]
  /// Thresholds and limits.
  public var limits: Limits
  /// Prices.
  public var money: Money
  /// Whether people or schools in it are invented.
  public var isIllustrative: Bool

  /// See the properties.
  public init(
    title: String, timeZone: String = "America/Los_Angeles", year: ClosedRange<Day>, seed: UInt64 = 1,
    weights: [Term: Int] = [:], limits: Limits = Limits(), money: Money = Money(),
    isIllustrative: Bool = false
  ) {
    self.title = title
    self.timeZone = timeZone
    self.year = year
    self.seed = seed
    self.weights = weights
    self.limits = limits
    self.money = money
    self.isIllustrative = isIllustrative
  }

  /// The weight of a term: as given, else the default.
  public func weight(of term: Term) -> Int { weights[term] ?? term.defaultWeight }
}
