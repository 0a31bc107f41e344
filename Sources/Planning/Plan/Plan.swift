/// Match, timetable, score and certificate: what is written to plan.json.
public struct Plan: Codable, Hashable, Sendable {
  /// The version of the file's schema that this code writes and reads.
  public static let schema = 1

  /// The version of the file's schema.
  public var schema = Plan.schema
  /// The region's title.
  public var title: String
  /// Whether people or schools in it are invented.
  public var illustrative: Bool
  /// Where the workspace lies, seen from the plan's own folder.
  public var workspace: String
  /// What the plan was made from.
  public var input: InputDigest
  /// Which coach serves which request, in the order of coaching.csv.
  public var match: [MatchedRequest]
  /// Which team leads which session, in the order of series.csv.
  public var timetable: [ScheduledSeries]
  /// Whom new coaches go along with, in the order of leaders.csv; `nil` where nobody does.
  public var shadowing: [Shadowing]?
  /// What is not served, and why, in the order of the files.
  public var unserved: [Unserved]
  /// The score, term by term.
  public var score: Score
  /// How good it is.
  public var certificate: Certificate
  /// How many published plans went before: 0, or one more than the plan that region.yaml names as published.
  /// Calendars that were handed out are updated by it.
  public var revision: Int

  /// See the properties.
  public init(
    title: String, illustrative: Bool, workspace: String, input: InputDigest, match: [MatchedRequest],
    timetable: [ScheduledSeries], shadowing: [Shadowing]? = nil, unserved: [Unserved], score: Score,
    certificate: Certificate,
    revision: Int = 0
  ) {
    self.title = title
    self.illustrative = illustrative
    self.workspace = workspace
    self.input = input
    self.match = match
    self.timetable = timetable
    self.shadowing = shadowing
    self.unserved = unserved
    self.score = score
    self.certificate = certificate
    self.revision = revision
  }

  /// The problems that it answers.
  public var parts: Set<Score.Part> {
    var parts: Set<Score.Part> = []
    if certificate.match != nil { parts.insert(.match) }
    if certificate.timetable != nil { parts.insert(.timetable) }
    return parts
  }
}

/// What a plan was made from, so that a later change is seen.
public struct InputDigest: Codable, Hashable, Sendable {
  /// One file of the workspace.
  public struct File: Codable, Hashable, Sendable {
    /// Its name.
    public var name: String
    /// SHA-256 of its bytes, in hexadecimal.
    public var sha256: String

    /// See the properties.
    public init(name: String, sha256: String) {
      self.name = name
      self.sha256 = sha256
    }
  }

  /// SHA-256 over the names and digests of all files.
  public var sha256: String
  /// The files, sorted by name.
  public var files: [File]

  /// See the properties.
  public init(sha256: String, files: [File]) {
    self.sha256 = sha256
    self.files = files
  }

  /// What differs now, a sentence a file.
  public func changes(to now: InputDigest) -> [String] {
    let before = Dictionary(uniqueKeysWithValues: files.map { ($0.name, $0.sha256) })
    let after = Dictionary(uniqueKeysWithValues: now.files.map { ($0.name, $0.sha256) })
    return Set(before.keys).union(after.keys).sorted().compactMap { name in
      switch (before[name], after[name]) {
      case (nil, _): "\(name) is new"
      case (_, nil): "\(name) is gone"
      case (let old, let new): old == new ? nil : "\(name) has changed"
      }
    }
  }
}

/// A coaching request and its coach.
public struct MatchedRequest: Codable, Hashable, Sendable {
  /// The request.
  public var request: CoachingRequest.ID
  /// The coach.
  public var coach: Leader.ID
  /// When the coach visits; `nil` in a plan made by `match`, which decides no dates.
  public var visiting: Visiting?

  /// See the properties.
  public init(request: CoachingRequest.ID, coach: Leader.ID, visiting: Visiting? = nil) {
    self.request = request
    self.coach = coach
    self.visiting = visiting
  }

  /// A visiting pattern and the dates that follow from it.
  public struct Visiting: Codable, Hashable, Sendable {
    /// The weekday of every visit.
    public var weekday: Weekday
    /// The name of the period.
    public var period: Period.ID
    /// A visit every so many weeks.
    public var everyWeeks: Int
    /// The dates of the visits.
    public var visits: [Day]
    /// Dates of the pattern without a visit, and why.
    public var missed: [Missed]

    /// See the properties.
    public init(weekday: Weekday, period: Period.ID, everyWeeks: Int, visits: [Day], missed: [Missed]) {
      self.weekday = weekday
      self.period = period
      self.everyWeeks = everyWeeks
      self.visits = visits
      self.missed = missed
    }
  }

  /// A date of the pattern without a visit.
  public struct Missed: Codable, Hashable, Sendable {
    /// The date.
    public var day: Day
    /// Why there is no visit.
    public var reason: String

    /// See the properties.
    public init(day: Day, reason: String) {
      self.day = day
      self.reason = reason
    }
  }
}

/// A series with its team and its sessions.
public struct ScheduledSeries: Codable, Hashable, Sendable {
  /// One leader of the team.
  public struct Member: Codable, Hashable, Sendable {
    /// The leader.
    public var leader: Leader.ID
    /// `lead` where the leader holds one of the series' standards at that level, else `support`.
    public var part: Level

    /// See the properties.
    public init(leader: Leader.ID, part: Level) {
      self.leader = leader
      self.part = part
    }
  }

  /// One meeting.
  public struct Session: Codable, Hashable, Sendable {
    /// The date.
    public var day: Day
    /// The names of the periods it takes, in order.
    public var periods: [Period.ID]
    /// Where it meets; `nil` where it is virtual.
    public var venue: Venue.ID?

    /// See the properties.
    public init(day: Day, periods: [Period.ID], venue: Venue.ID?) {
      self.day = day
      self.periods = periods
      self.venue = venue
    }
  }

  /// The series.
  public var series: Series.ID
  /// Its team, in the order of leaders.csv.
  public var team: [Member]
  /// Its sessions, in order.
  public var sessions: [Session]

  /// See the properties.
  public init(series: Series.ID, team: [Member], sessions: [Session]) {
    self.series = series
    self.team = team
    self.sessions = sessions
  }
}

/// Something that was asked for and is not served.
public struct Unserved: Codable, Hashable, Sendable {
  /// What it is.
  public enum Kind: String, Codable, Sendable {
    case request
    case series
  }

  /// One step from all that might serve it to none.
  public struct Step: Codable, Hashable, Sendable {
    /// How many are left.
    public var count: Int
    /// What they are: `hold the standards`.
    public var what: String

    /// See the properties.
    public init(count: Int, what: String) {
      self.count = count
      self.what = what
    }
  }

  /// What it is.
  public var kind: Kind
  /// Its key.
  public var id: String
  /// Why, in one sentence.
  public var reason: String
  /// From all leaders to those who could.
  public var funnel: [Step]

  /// See the properties.
  public init(kind: Kind, id: String, reason: String, funnel: [Step]) {
    self.kind = kind
    self.id = id
    self.reason = reason
    self.funnel = funnel
  }
}
