public import Planning

/// For whom a report is printed, as the command line writes it: `everyone`, `leader:L12`, `school:...`,
/// `district:...`, `venue:...`.
public enum Audience: Hashable, Sendable {
  /// The planner: all there is.
  case everyone
  /// What one leader does.
  case leader(Leader.ID)
  /// What happens at one school, and when its leaders are away.
  case school(School.ID)
  /// What concerns the educators, leaders and substitutes of one district.
  case district(District.ID)
  /// What meets at one venue.
  case venue(Venue.ID)

  /// Reads `leader:L12`; `nil` where the form is another. Whether the key exists, ``problem(in:)`` says.
  public init?(_ text: some StringProtocol) {
    if text == "everyone" {
      self = .everyone
      return
    }
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let id = String(text[text.index(after: colon)...])
    guard !id.isEmpty else { return nil }
    switch text[..<colon] {
    case "leader": self = .leader(id)
    case "school": self = .school(id)
    case "district": self = .district(id)
    case "venue": self = .venue(id)
    default: return nil
    }
  }

  /// What is wrong with it, with what would be right; `nil` where the scenario has it.
  public func problem(in scenario: Scenario) -> String? {
    func missing(_ id: String, from file: String, known: some Sequence<String>) -> String {
      let near = known.first { $0.lowercased() == id.lowercased() }
      let hint = near.map { "; did you mean `\($0)`?" } ?? "."
      return "\(file) has no `\(id)`\(hint)"
    }
    switch self {
    case .everyone: return nil
    case .leader(let id):
      return scenario.leaders[id: id] == nil
        ? missing(id, from: "leaders.csv", known: scenario.leaders.lazy.map(\.id)) : nil
    case .school(let id):
      return scenario.schools[id: id] == nil
        ? missing(id, from: "schools.csv", known: scenario.schools.lazy.map(\.id)) : nil
    case .district(let id):
      return scenario.districts[id: id] == nil
        ? missing(id, from: "districts.csv", known: scenario.districts.lazy.map(\.id)) : nil
    case .venue(let id):
      return scenario.venues[id: id] == nil
        ? missing(id, from: "venues.csv", known: scenario.venues.lazy.map(\.id)) : nil
    }
  }
}

extension Audience: CustomStringConvertible {
  /// `leader:L12`.
  public var description: String {
    switch self {
    case .everyone: "everyone"
    case .leader(let id): "leader:\(id)"
    case .school(let id): "school:\(id)"
    case .district(let id): "district:\(id)"
    case .venue(let id): "venue:\(id)"
    }
  }
}

extension Audience {
  /// Who it is: `Ann Ortiz, teacher at Lincoln Elementary`. The key where the scenario does not have it.
  func title(in scenario: Scenario) -> String {
    switch self {
    case .everyone: scenario.region.title
    case .leader(let id): scenario.leaders[id: id].map { scenario.title(of: $0) } ?? id
    case .school(let id): scenario.schools[id: id]?.name ?? id
    case .district(let id): scenario.districts[id: id]?.name ?? id
    case .venue(let id): scenario.venues[id: id]?.name ?? id
    }
  }

  /// The calendar whose holidays are shown with it, if it has one.
  func calendar(in scenario: Scenario) -> DistrictCalendar? {
    switch self {
    case .everyone: return nil
    case .leader(let id):
      return scenario.leaders[id: id].flatMap { scenario.district(of: $0) }.map { scenario.calendar(of: $0) }
    case .school(let id): return scenario.schools[id: id].map { scenario.calendar(of: $0.district) }
    case .district(let id): return scenario.districts[id: id].map { scenario.calendar(of: $0.id) }
    case .venue(let id): return scenario.schools[id: id].map { scenario.calendar(of: $0.district) }
    }
  }
}

extension Scenario {
  /// `Ann Ortiz, teacher at Lincoln Elementary`.
  func title(of leader: Leader) -> String {
    guard let school = leader.school.flatMap({ schools[id: $0] }) else {
      return "\(leader.name), \(leader.role.title)"
    }
    return "\(leader.name), \(leader.role.title) at \(school.name)"
  }
}

extension Role {
  /// As a letter would say it.
  var title: String {
    switch self {
    case .teacher: "teacher"
    case .site: "site leader"
    case .admin: "administrator"
    case .highered: "higher-education partner"
    }
  }
}
