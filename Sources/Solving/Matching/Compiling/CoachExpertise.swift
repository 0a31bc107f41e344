internal import Planning

/// Who holds all standards of a request at `lead`, asked once for each list of standards.
struct CoachExpertise: Sendable {
  private let rows: [[Standard]: Int]
  private var holds: BitMatrix

  /// - Complexity: O(lists of standards · leaders).
  init(scenario: Scenario) {
    var rows: [[Standard]: Int] = [:]
    var lists: [[Standard]] = []
    for request in scenario.requests where rows[request.standards] == nil {
      rows[request.standards] = lists.count
      lists.append(request.standards)
    }
    holds = BitMatrix(rows: lists.count, columns: scenario.leaders.count)
    for (row, standards) in lists.enumerated() {
      for (position, leader) in scenario.leaders.enumerated() {
        holds[row, position] = standards.allSatisfy { leader.level(of: $0) == .lead }
      }
    }
    self.rows = rows
  }

  /// The row of a request's list of standards.
  func row(of request: CoachingRequest) -> Int { rows[request.standards]! }

  /// Whether a leader, by position, holds all of it. O(1).
  func holds(_ row: Int, _ leader: Int) -> Bool { holds[row, leader] }
}
