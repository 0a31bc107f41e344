import Testing

@testable import Solving

@Suite struct LinearAssignmentTests {
  @Test(arguments: 0..<1000 as Range<UInt64>)
  func agreesWithBruteForce(seed: UInt64) {
    var random = Randomness(seed: seed)
    let size = random.below(6) + 1
    let spread = [1, 3, 100, 1 << 40][random.below(4)]
    let problem = LinearAssignment(
      size: size, costs: (0..<size * size).map { _ in random.below(2 * spread + 1) - spread })
    let solution = problem.solved()
    #expect(problem.flaw(in: solution) == nil)
    #expect(solution.cost == leastCost(of: problem))
  }

  @Test(arguments: [1, 2, 50, 1_000_000])
  func provesLargerOnes(spread: Int) {
    var random = Randomness(seed: UInt64(spread))
    let problem = LinearAssignment(size: 120, costs: (0..<14_400).map { _ in random.below(spread) })
    #expect(problem.flaw(in: problem.solved()) == nil)
  }

  /// Products of row and column numbers: every row wants the same columns, and prices rise step by step.
  @Test func provesAnInstanceMadeToBeSlow() {
    let problem = LinearAssignment(size: 60, costs: (0..<3600).map { ($0 / 60 + 1) * ($0 % 60 + 1) })
    let solution = problem.solved()
    #expect(problem.flaw(in: solution) == nil)
    #expect(solution.columnOfRow == (0..<60).reversed())
  }

  @Test func servesNobodyWhereThereIsNobody() {
    #expect(LinearAssignment(size: 0, costs: []).solved().columnOfRow.isEmpty)
  }

  @Test func seesAFlaw() {
    let problem = LinearAssignment(size: 2, costs: [1, 5, 5, 1])
    var solution = problem.solved()
    #expect(solution.cost == 2 && problem.flaw(in: solution) == nil)
    solution.rowPotentials[0] += 1
    #expect(problem.flaw(in: solution) != nil)
    solution = .init(columnOfRow: [1, 0], rowPotentials: [0, 0], columnPotentials: [1, 1], cost: 10)
    #expect(problem.flaw(in: solution) != nil)
  }

  private func leastCost(of problem: LinearAssignment) -> Int {
    func least(_ row: Int, _ isTaken: [Bool]) -> Int {
      guard row < problem.size else { return 0 }
      return isTaken.indices.filter { !isTaken[$0] }.map { column in
        var taken = isTaken
        taken[column] = true
        return problem.costs[row * problem.size + column] + least(row + 1, taken)
      }.min()!
    }
    return least(0, Array(repeating: false, count: problem.size))
  }
}
