import Testing

@testable import Solving

/// What whole sessions leave of a week's substitutes.
@Suite struct PoolWeeksTests {
  /// Two pools and two weeks; of the second week three days are days off, with some half days each.
  private func weeks(_ halfDays: [Int]) -> PoolWeeks {
    var capacity = Array(repeating: 100, count: 28)
    for (day, halfDays) in zip(7..., halfDays) { capacity[14 + day] = halfDays }
    var problem = TimetableProblem(
      grid: TimetableGrid(days: 14, periods: 1), venues: [], leaders: [], isolationPrice: [], poolCapacity: capacity
    )
    var request = TimetableProblem.SeriesRequest(sessions: 1, gap: 1...1)
    request.starts = (0..<14).map { .init(span: [$0], poolUses: [.init(cell: Int32(14 + $0), halfDays: 1)]) }
    problem.add(request)
    return PoolWeeks(problem, starts: Array(problem.starts[7..<7 + halfDays.count]), weeks: 2)
  }

  @Test func sessionsThatNoTwoOfFitCountOneADay() throws {
    let weeks = weeks([60, 50, 0])
    #expect(weeks.rows[try #require(weeks.row(ofPool: 1, week: 1))].capacity == 110)
    #expect(weeks.rows[try #require(weeks.row(ofPool: 1, week: 0))].capacity == 0)
    #expect(weeks.row(ofPool: 0, week: 1, multiplier: 2) == nil)
    #expect(weeks.row(ofPool: 1, week: 1, multiplier: 9) == nil)
    let row = try #require(weeks.row(ofPool: 1, week: 1, multiplier: 2))
    #expect(weeks.rows[row].capacity == 2)
    func amount(_ halfDays: Int) -> Int? {
      weeks.uses(of: .init(cell: 14 + 7, halfDays: Int32(halfDays))).first { $0.row == row }?.amount
    }
    #expect(amount(30) == nil)
    #expect(amount(31) == 1)
    #expect(amount(60) == 1)
    #expect(weeks.uses(of: .init(cell: 14 + 3, halfDays: 60)).isEmpty)
    #expect(weeks.uses(of: .init(cell: 7, halfDays: 60)).isEmpty)
  }

  /// Whatever fits on the days keeps every row, and some row keeps out what only fits divided.
  @Test func whatFitsKeepsEveryRow() {
    var randomness = Randomness(seed: 7)
    var kept = 0
    for _ in 0..<300 {
      let days = (0..<3).map { _ in randomness.below(70) }
      let weeks = weeks(days)
      var left = days
      var taken = Array(repeating: 0, count: weeks.rows.count)
      var others = taken
      for _ in 0..<20 {
        let (day, halfDays) = (randomness.below(3), 1 + randomness.below(40))
        let uses = weeks.uses(of: .init(cell: Int32(14 + 7 + day), halfDays: Int32(halfDays)))
        for use in uses { others[use.row] += use.amount }
        guard halfDays <= left[day] else { continue }
        left[day] -= halfDays
        for use in uses { taken[use.row] += use.amount }
      }
      #expect(zip(taken, weeks.rows).allSatisfy { $0 <= $1.capacity })
      if weeks.rounded.contains(where: { others[$0] > weeks.rows[$0].capacity }) { kept += 1 }
    }
    #expect(kept > 200)
  }
}
