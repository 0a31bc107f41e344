extension TimetableProblem {
  /// Something to be held in several sessions by one team.
  package struct Series: Sendable {
    /// How many sessions.
    package let sessions: Int
    /// Days from one session to the next; `nil` where the sessions have no order and only must not share a
    /// slot.
    package let gap: ClosedRange<Int>?
    /// In ``TimetableProblem/starts``.
    package let starts: Range<Int>
    /// In ``TimetableProblem/venueOptions``.
    package let venues: Range<Int>
    /// Whether a session takes a venue.
    package let needsVenue: Bool
    /// In ``TimetableProblem/leaderOptions``.
    package let leaders: Range<Int>
    /// Who must be in its team.
    package let team: Team
    /// In ``TimetableProblem/cohortsOfSeries``.
    package let cohorts: Range<Int>
    /// In ``TimetableProblem/sessionRules``; empty for none.
    package let sessionRules: Range<Int>
    /// The price of leaving it unserved; `nil` where it must be served.
    package let unservedPrice: Int?
    /// Minutes that its sessions should give together.
    package let contact: Int
    /// The price of each minute below ``contact``.
    package let missingMinutePrice: Int
    /// Days on which its sessions should lie.
    package let leastDays: Int
    /// The price of each day below ``leastDays``.
    package let missingDayPrice: Int
    /// The price of each venue beyond the first.
    package let venueChangePrice: Int
    /// The price of each session that is moved against its ``SessionRule``'s past.
    package let changePrice: Int
  }

  /// Bounds on the team of a series.
  package struct Team: Sendable {
    /// Bounds on the number of members.
    package let size: ClosedRange<Int>
    /// Bounds on members by role, in ``TimetableProblem/clauses``.
    package let clauses: Range<Int>
    /// A bit for each standard to be covered by those who lead it.
    package let standards: UInt64
    /// The price of a team in which nobody grows.
    package let missedGrowthPrice: Int
  }

  /// Bounds on how many members have one of some roles.
  package struct Clause: Hashable, Sendable {
    /// A bit a role.
    package let roles: UInt8
    /// The least and the greatest number.
    package let count: ClosedRange<Int>

    package init(roles: UInt8, count: ClosedRange<Int>) {
      self.roles = roles
      self.count = count
    }
  }

  /// A slot in which a session of a series can begin, and the periods it then takes.
  package struct Start: Sendable {
    /// Its first slot.
    package let slot: Int32
    /// Its last slot.
    package let last: Int32
    /// The day.
    package let day: Int32
    /// Where its slots begin in ``TimetableProblem/spans``.
    package let spanFrom: Int32
    /// How many slots it takes.
    package let spanCount: Int32
    /// Where its uses begin in ``TimetableProblem/poolUses``.
    package let poolFrom: Int32
    /// How many pools it draws on.
    package let poolCount: Int32
    /// How long the session is, breaks not counted.
    package let minutes: Int32
    /// The price of a session then.
    package let price: Int
  }

  /// Substitutes that a session takes for those who attend.
  package struct PoolUse: Hashable, Sendable {
    /// The pool and the day, as a position in ``TimetableProblem/poolCapacity``.
    package let cell: Int32
    /// Half days of substitutes.
    package let halfDays: Int32

    package init(cell: Int32, halfDays: Int32) {
      self.cell = cell
      self.halfDays = halfDays
    }
  }

  /// A venue that a series may use.
  package struct VenueOption: Hashable, Sendable {
    /// The venue.
    package let venue: Int32
    /// The price of one session there (educators that do not fit).
    package let price: Int

    package init(venue: Int32, price: Int) {
      self.venue = venue
      self.price = price
    }
  }

  /// A leader who may be in the team of a series.
  package struct LeaderOption: Hashable, Sendable {
    /// The leader.
    package let leader: Int32
    /// The bit of the leader's role.
    package let role: UInt8
    /// A bit for each of the series' standards that the leader holds at `lead`.
    package let leads: UInt64
    /// Whether the leader learns to lead in this series.
    package let grows: Bool
    /// Whether the leader has to be in the team.
    package let isPinned: Bool
    /// The price of having the leader in the team, whatever the sessions.
    package let price: Int

    package init(leader: Int32, role: UInt8, leads: UInt64, grows: Bool, isPinned: Bool, price: Int) {
      self.leader = leader
      self.role = role
      self.leads = leads
      self.grows = grows
      self.isPinned = isPinned
      self.price = price
    }
  }

  /// What is fixed for one session, and where it was before.
  package struct SessionRule: Hashable, Sendable {
    /// The start it must have, in the series' own order (0 is its first start).
    package var fixedStart: Int?
    /// The venue it must have, in the series' own order.
    package var fixedVenue: Int?
    /// Whether it was handed out, so that moving it is a change.
    package var isPublished: Bool
    /// The start it had; `nil` where that is none of the series' starts now.
    package var publishedStart: Int?
    /// The venue it had; `nil` where that is none of the series' venues now. Where the series takes no
    /// venue, see ``publishedVenueIsKept``.
    package var publishedVenue: Int?
    /// Whether it had no venue and takes none now.
    package var publishedVenueIsKept: Bool

    package init(
      fixedStart: Int? = nil, fixedVenue: Int? = nil, isPublished: Bool = false, publishedStart: Int? = nil,
      publishedVenue: Int? = nil, publishedVenueIsKept: Bool = false
    ) {
      self.fixedStart = fixedStart
      self.fixedVenue = fixedVenue
      self.isPublished = isPublished
      self.publishedStart = publishedStart
      self.publishedVenue = publishedVenue
      self.publishedVenueIsKept = publishedVenueIsKept
    }
  }

  /// Somebody who leads.
  package struct Leader: Sendable {
    /// Release half days left in the year; `nil` for no cap.
    package var yearlyRelease: Int?
    /// The price of a substitute for each half day the leader is released; 0 where none is needed.
    package let substitutePrice: Int
    /// The pool that substitute comes from; `nil` for none, or none that has an end.
    package let pool: Int?

    package init(yearlyRelease: Int? = nil, substitutePrice: Int = 0, pool: Int? = nil) {
      self.yearlyRelease = yearlyRelease
      self.substitutePrice = substitutePrice
      self.pool = pool
    }
  }

  /// Something a leader does besides, which is not to be moved: a visit, a fixed event.
  package struct Engagement: Hashable, Sendable {
    /// The leader.
    package let leader: Int
    /// The day.
    package let day: Int
    /// Its slots, ascending, at least one.
    package let slots: [Int]
    /// Where; `nil` where it is virtual.
    package let place: Int?

    /// Its first slot.
    package var first: Int { slots[0] }
    /// Its last slot.
    package var last: Int { slots[slots.count - 1] }

    package init(leader: Int, day: Int, slots: [Int], place: Int?) {
      precondition(!slots.isEmpty, "an engagement takes a slot")
      self.leader = leader
      self.day = day
      self.slots = slots
      self.place = place
    }
  }

  /// All that is known of a series when it is added to a problem; see ``Series`` for what it means.
  package struct SeriesRequest: Sendable {
    /// A start before it is laid into the flat arrays.
    package struct Start: Sendable {
      /// Its slots, ascending, at least one.
      package var span: [Int]
      package var minutes: Int
      package var price: Int
      package var poolUses: [PoolUse]

      package init(span: [Int], minutes: Int = 0, price: Int = 0, poolUses: [PoolUse] = []) {
        self.span = span
        self.minutes = minutes
        self.price = price
        self.poolUses = poolUses
      }
    }

    package var sessions: Int
    package var gap: ClosedRange<Int>?
    package var starts: [Start] = []
    package var venues: [VenueOption] = []
    package var needsVenue = false
    package var leaders: [LeaderOption] = []
    package var teamSize: ClosedRange<Int> = 0...0
    package var clauses: [Clause] = []
    package var standards: UInt64 = 0
    package var missedGrowthPrice = 0
    package var cohorts: [Int] = []
    package var sessionRules: [SessionRule] = []
    package var unservedPrice: Int?
    package var contact = 0
    package var missingMinutePrice = 0
    package var leastDays = 0
    package var missingDayPrice = 0
    package var venueChangePrice = 0
    package var changePrice = 0

    /// - Parameters:
    ///   - sessions: How many sessions.
    ///   - gap: Days from one to the next; `nil` where they have no order.
    package init(sessions: Int, gap: ClosedRange<Int>?) {
      self.sessions = sessions
      self.gap = gap
    }
  }
}
