internal import Planning

/// Which leaders hold which standard, asked once a standard and not once a series.
struct Expertise {
  private let scenario: Scenario
  private let rows: [Standard: Int]
  private var atLead: BitMatrix
  private var atAll: BitMatrix

  init(scenario: Scenario) {
    self.scenario = scenario
    let standards = Set(scenario.series.flatMap(\.standards)).sorted()
    rows = Dictionary(uniqueKeysWithValues: standards.enumerated().map { ($1, $0) })
    atLead = BitMatrix(rows: standards.count, columns: scenario.leaders.count)
    atAll = atLead
    for (row, standard) in standards.enumerated() {
      for (position, leader) in scenario.leaders.enumerated() {
        guard let level = leader.level(of: standard) else { continue }
        atAll[row, position] = true
        if level == .lead { atLead[row, position] = true }
      }
    }
  }

  /// Whether a leader holds a standard at `lead`. O(1).
  func leads(_ leader: Int, _ standard: Standard) -> Bool { atLead[rows[standard]!, leader] }

  /// Whether a leader holds one of some standards at all.
  func holds(_ leader: Int, anyOf standards: [Standard]) -> Bool {
    standards.contains { atAll[rows[$0]!, leader] }
  }

  /// Whom the team rule lets into the team of a series: teachers who hold one of its standards, and others.
  func eligible(for series: Series) -> [Int] {
    let own = Set(series.standards).map { rows[$0]! }
    return scenario.leaders.indices.filter { position in
      scenario.leaders[position].role != .teacher || own.contains { atAll[$0, position] }
    }
  }

  /// Standards without those that the same leaders lead as an earlier one, so that a word has room for them.
  ///
  /// More than 64 that differ in who leads them would need more leaders than a team may have; only the first
  /// 64 are then kept, which a team of ``TeamRequirement/largestSize`` is all the same too small for in
  /// practice, and the rules judge the plan in any case.
  func distinct(_ standards: [Standard]) -> [Standard] {
    var seen: Set<Standard> = []
    let unique = standards.filter { seen.insert($0).inserted }
    guard unique.count > 64 else { return unique }
    var kept: [Standard] = []
    for standard in unique
    where !kept.contains(where: { other in
      scenario.leaders.indices.allSatisfy { atLead[rows[other]!, $0] == atLead[rows[standard]!, $0] }
    }) {
      kept.append(standard)
    }
    return Array(kept.prefix(64))
  }
}
