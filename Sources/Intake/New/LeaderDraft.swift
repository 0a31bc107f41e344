internal import Planning

/// A leader whose time is not settled yet: it follows from what is asked for and the pressure.
struct LeaderDraft {
  let id: Leader.ID
  let name: String
  let role: Role
  /// The position of the school the leader works at.
  let school: Int?
  let home: Place
  let standards: [Leader.Expertise]
  let reachMiles: Int
  var evaluates: [School.ID] = []
  var joined: Day?
  var releaseHalfDays: Int?
  var releaseHalfDaysPerMonth: Int?
  var coaching: Minutes = .zero
  var maxSchools: Int?
  var maxMentees: Int?

  /// Whether the leader holds something at `lead`.
  var leads: Bool { standards.contains { $0.level == .lead } }

  /// The leader, with what is settled so far.
  func leader(in schools: [School]) -> Leader {
    Leader(
      id: id, name: name, role: role, school: school.map { schools[$0].id }, home: home, standards: standards,
      releaseHalfDays: releaseHalfDays, releaseHalfDaysPerMonth: releaseHalfDaysPerMonth,
      coachingPerWeek: coaching, maxSchools: maxSchools, maxMentees: maxMentees,
      reach: Metres(miles: reachMiles), evaluates: evaluates, joined: joined)
  }
}

/// Keys like `L007`, as long as the last one has to be, so that they sort as they count.
struct Keys {
  private let prefix: String
  private let digits: Int
  private var first = 0

  /// - Parameter count: How many there will be.
  init(_ prefix: String, count: Int) {
    self.prefix = prefix
    digits = max(2, String(count).count)
  }

  /// The key of a position, 0 being the first.
  subscript(position: Int) -> String {
    let number = String(first + position + 1)
    return prefix + String(repeating: "0", count: max(0, digits - number.count)) + number
  }

  /// The keys from a position on, which becomes 0.
  func from(_ position: Int) -> Keys {
    var rest = self
    rest.first += position
    return rest
  }
}
