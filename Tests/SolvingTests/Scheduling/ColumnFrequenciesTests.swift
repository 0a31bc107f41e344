import Testing

@testable import Solving

@Suite struct ColumnFrequenciesTests {
  private func column(_ series: Int, team: [Int32], halfDays: Int = 2) -> TimetableRelaxation.Column {
    .init(
      series: series, cost: 10, team: team, release: team.map { ($0, halfDays) },
      uses: team.map { (Int($0), halfDays) })
  }

  @Test func whatIsChosenMostOftenIsLikeliest() {
    var frequencies = ColumnFrequencies(series: 3)
    for team in [[1], [0], [1], [1]] as [[Int32]] {
      frequencies.count(column(0, team: team))
      frequencies.endPass()
    }
    // Others are served in one pass of five, and in the last three of eight.
    frequencies.count(column(1, team: [2]))
    for pass in 0..<4 {
      frequencies.count(column(0, team: [1]))
      if pass > 0 { frequencies.count(column(2, team: [3])) }
      frequencies.endPass()
    }
    #expect(frequencies.likeliest.map(\.series) == [0])
    #expect(frequencies.likeliest.map(\.team) == [[1]])
    #expect(frequencies.columns.map(\.team) == [[1], [0], [2], [3]])
  }

  /// One team on other dates is another column.
  @Test func columnsAreToldApartByWhatTheyTake() {
    var frequencies = ColumnFrequencies(series: 1)
    for halfDays in [2, 3, 3] {
      frequencies.count(column(0, team: [0], halfDays: halfDays))
      frequencies.endPass()
    }
    #expect(frequencies.columns.map { $0.uses[0].amount } == [2, 3])
    #expect(frequencies.likeliest.map { $0.uses[0].amount } == [3])
  }

  @Test func whatIsNoLongerChosenIsForgotten() {
    var frequencies = ColumnFrequencies(series: 1)
    frequencies.count(column(0, team: [0]))
    for _ in 0..<30 { frequencies.endPass() }
    #expect(frequencies.columns.count == 1)
    for _ in 0..<30 { frequencies.endPass() }
    #expect(frequencies.columns.isEmpty)
  }
}
