extension BlockingPair {
  /// The pair in a planner's words: `Lincoln (C7) prefers Ana Ruiz (1st choice) to Ben Cho (2nd choice), and Ana Ruiz
  /// prefers it (1st choice) to Birch (C3; 2nd choice).`
  ///
  /// - Parameter scenario: The one it was found in.
  public func sentence(in scenario: Scenario) -> String {
    let name = scenario.name(of: request)
    let wanted = "\(coach.name) (\(scenario.choice(of: coach.id, by: request.id)))"
    let oneSide =
      current.map { "\(name) prefers \(wanted) to \($0.name) (\(scenario.choice(of: $0.id, by: request.id)))" }
      ?? "\(name) is not served and would have \(wanted)"
    guard !givenUp.isEmpty else { return "\(oneSide), and \(coach.name) has room for it." }
    let given = givenUp.map { scenario.name(of: $0, note: scenario.choice(of: $0.id, by: coach.id)) }
    return """
      \(oneSide), and \(coach.name) prefers it (\(scenario.choice(of: request.id, by: coach.id))) to \
      \(given.joined(separator: " and ")).
      """
  }
}

extension Scenario {
  /// `Lincoln Elementary (C7)`, or the new teacher: `Suresh Velasco (N01)`.
  fileprivate func name(of request: CoachingRequest, note: String? = nil) -> String {
    let title = request.mentee ?? schools[id: request.school]?.name ?? request.school
    return "\(title) (\(request.id)\(note.map { "; \($0)" } ?? ""))"
  }

  /// `1st choice`; what it is where no rank was given.
  fileprivate func choice(of whom: String, by who: String) -> String {
    guard let rank = preferences.rank(who: who, whom: whom) else {
      return preferences.hasList(who) ? "not on the list" : "no preference"
    }
    return "\(rank)\(Self.ending(of: rank)) choice"
  }

  private static func ending(of number: Int) -> String {
    switch (number % 10, number % 100) {
    case (_, 11...13): "th"
    case (1, _): "st"
    case (2, _): "nd"
    case (3, _): "rd"
    default: "th"
    }
  }
}
