/// What a node of ``TeamTree`` has decided: which series are served, and who is in their teams.
struct TeamDecisions: Sendable, Equatable {
  /// One question of the tree.
  enum Question: Hashable, Sendable {
    /// Is the series served?
    case service(series: Int)
    /// Is the series served, and the leader in its team? A position in ``TimetableProblem/leaderOptions``.
    case member(series: Int, option: Int)
  }

  /// Whether a series is served.
  enum Service: Sendable { case open, served, unserved }
  private enum Member: Sendable { case open, required, excluded }

  /// By series.
  private(set) var service: [Service]
  /// By series: how many leaders its team must have.
  private(set) var requiredCount: [Int]
  private var members: [Member]

  /// Nothing is decided, but what the problem itself asks for.
  init(_ problem: TimetableProblem) {
    service = problem.series.map { $0.unservedPrice == nil ? .served : .open }
    requiredCount = Array(repeating: 0, count: problem.series.count)
    members = Array(repeating: .open, count: problem.leaderOptions.count)
  }

  /// The same with one more answer.
  ///
  /// - Precondition: The question is open.
  func answering(_ question: Question, _ answer: Bool) -> TeamDecisions {
    var decisions = self
    switch question {
    case .service(let series):
      decisions.service[series] = answer ? .served : .unserved
    case .member(let series, let option):
      decisions.members[option] = answer ? .required : .excluded
      if answer {
        decisions.service[series] = .served
        decisions.requiredCount[series] += 1
      }
    }
    return decisions
  }

  /// The same, and series are decided where the other answer costs too much.
  ///
  /// - Parameters:
  ///   - savings: By series, at some prices: what serving it saves; see ``TimetableRelaxation/Value``.
  ///   - slack: What the value at those prices lacks to be of no interest.
  func deciding(_ problem: TimetableProblem, savings: [Int?], slack: Int) -> TeamDecisions {
    var decisions = self
    for (series, saving) in savings.enumerated() where service[series] == .open {
      if let saving {
        if saving >= slack { decisions.service[series] = .served }
        if -saving >= slack { decisions.service[series] = .unserved }
      } else {
        decisions.service[series] = .unserved
      }
    }
    return decisions
  }

  /// Leaves a leader out of a team. The leader may not be required.
  mutating func exclude(_ option: Int) { members[option] = .excluded }

  /// Whether the leader must be in the team.
  func isRequired(_ option: Int) -> Bool { members[option] == .required }
  /// Whether the leader must not be in the team.
  func isExcluded(_ option: Int) -> Bool { members[option] == .excluded }
  /// Whether nothing is decided about the leader.
  func isOpen(_ option: Int) -> Bool { members[option] == .open }

  /// Whether a column keeps all decisions. O(size of the team).
  func allow(_ column: TimetableRelaxation.Column) -> Bool {
    guard service[column.series] != .unserved else { return false }
    var required = 0
    for option in column.team {
      if isExcluded(Int(option)) { return false }
      if isRequired(Int(option)) { required += 1 }
    }
    return required == requiredCount[column.series]
  }
}
