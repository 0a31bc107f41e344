extension Certificate {
  /// Prices of what series share, and the bound that they prove: the Lagrangian multipliers of a timetable's
  /// relaxation, in the words of the workspace. What costs nothing is left out.
  ///
  /// Each series stands alone once it pays for what it takes. No timetable costs less than what all series cost then
  /// at least, unserved where that is cheaper, less what everything there is would bring at these prices.
  public struct Prices: Codable, Hashable, Sendable {
    /// The Lagrangian value at the prices. Branch and bound may prove more.
    public var bound: Int
    /// Of release in the year, in the order of leaders.csv.
    public var release: [Release]
    /// Of half days on days off, in the order of leaders.csv, then of weeks.
    public var daysOff: [DaysOff]
    /// Of substitutes on days off, in the order of districts.csv, then of weeks; what is rounded follows the rest.
    public var substitutes: [Substitutes]
    /// Of inequalities on what fills a leader's year, in the order of leaders.csv.
    public var packings: [Packing]
    /// Of sums of these inequalities, rounded down; `nil` where there are none.
    public var sums: [RoundedSum]?
    /// Of sessions on days on which they have to be, in the order of days, then of periods, leaders before cohorts; `nil`
    /// where there are none.
    public var fixedDays: [FixedDay]?

    /// See the properties.
    public init(
      bound: Int, release: [Release], daysOff: [DaysOff], substitutes: [Substitutes], packings: [Packing],
      sums: [RoundedSum]? = nil, fixedDays: [FixedDay]? = nil
    ) {
      self.bound = bound
      self.release = release
      self.daysOff = daysOff
      self.substitutes = substitutes
      self.packings = packings
      self.sums = sums
      self.fixedDays = fixedDays
    }

    /// What a release half day of a leader costs.
    public struct Release: Codable, Hashable, Sendable {
      /// The leader.
      public var leader: Leader.ID
      /// Of a half day.
      public var price: Int

      /// See the properties.
      public init(leader: Leader.ID, price: Int) {
        self.leader = leader
        self.price = price
      }
    }

    /// What a half day of a leader costs in a week, on days on which the schools at home are closed and others not.
    public struct DaysOff: Codable, Hashable, Sendable {
      /// The leader.
      public var leader: Leader.ID
      /// The first day of the week; weeks are counted from the first day of the school year.
      public var week: Day
      /// Of a half day.
      public var price: Int

      /// See the properties.
      public init(leader: Leader.ID, week: Day, price: Int) {
        self.leader = leader
        self.week = week
        self.price = price
      }
    }

    /// What a half day of a district's substitutes costs in a week, on days that are days off for some leader.
    ///
    /// With a multiplier k it is the price of what half days are rounded to: of h half days that a session takes,
    /// ⌊k h / (c + 1)⌋, where no such day of the week has more than c. They come to k - 1 a day at most.
    public struct Substitutes: Codable, Hashable, Sendable {
      /// The district.
      public var district: District.ID
      /// The first day of the week; weeks are counted from the first day of the school year.
      public var week: Day
      /// What half days are multiplied with and then rounded; `nil` where they are counted as they are.
      public var multiplier: Int?
      /// Of a half day, or of one that is left of them.
      public var price: Int

      /// See the properties.
      public init(district: District.ID, week: Day, multiplier: Int? = nil, price: Int) {
        self.district = district
        self.week = week
        self.multiplier = multiplier
        self.price = price
      }
    }

    /// What it costs a series to take a session of a leader's, or of a cohort's, time in some periods of a day. It is
    /// paid by sessions that cannot be at any other time.
    public struct FixedDay: Codable, Hashable, Sendable {
      /// The leader; `nil` where it is a cohort.
      public var leader: Leader.ID?
      /// The cohort; `nil` where it is a leader.
      public var cohort: String?
      /// The day.
      public var day: Day
      /// The periods, in the order of the day.
      public var periods: [Period.ID]
      /// Of a session.
      public var price: Int

      /// See the properties.
      public init(leader: Leader.ID? = nil, cohort: String? = nil, day: Day, periods: [Period.ID], price: Int) {
        self.leader = leader
        self.cohort = cohort
        self.day = day
        self.periods = periods
        self.price = price
      }
    }

    /// An inequality on the half days that series take of one leader: weighted, they come to no more than a level,
    /// because a series takes none of a leader or all it needs, and few sets of series fit into a year.
    public struct Packing: Codable, Hashable, Sendable {
      /// What a half day weighs that a series takes.
      public struct Weight: Codable, Hashable, Sendable {
        /// The series.
        public var series: Series.ID
        /// Of a half day.
        public var weight: Int

        /// See the properties.
        public init(series: Series.ID, weight: Int) {
          self.series = series
          self.weight = weight
        }
      }

      /// The leader.
      public var leader: Leader.ID
      /// In the order of series.csv; others weigh nothing.
      public var weights: [Weight]
      /// The most that half days that fit into the year weigh.
      public var level: Int
      /// Of one unit of the level.
      public var price: Int

      /// See the properties.
      public init(leader: Leader.ID, weights: [Weight], level: Int, price: Int) {
        self.leader = leader
        self.weights = weights
        self.level = level
        self.price = price
      }
    }
  }
}
