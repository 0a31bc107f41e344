import Testing

@testable import Solving

@Suite struct TimetableStateTests {
  /// A leader fits in the place of another where the whole placement with that leader has no conflict; and what the
  /// state says of the timetable then is what it says once all is placed anew.
  @Test(arguments: 0..<60 as Range<UInt64>)
  func aMemberFitsWhereThePlacementDoes(seed: UInt64) {
    var generator = RandomScenario(seed: seed)
    let (scenario, _) = generator.make(
      leaders: 4 + Int(seed % 5), series: 3 + Int(seed % 6), requests: 0, days: 10 + Int(seed % 20))
    let problem = TimetableCompiler(scenario: scenario, match: []).problem
    let construction = Construction(
      spaces: PlacementSpaces(of: problem, threads: 1), prices: ResourcePrices(of: problem))
    var state = TimetableState(problem, visits: [])
    var search = PlacementSearch(problem)
    var noise: PlacementSearch.Noise?
    construction.fill(
      &state, order: Array(problem.series.indices), search: &search, noise: &noise, stop: .never)
    for (index, placement) in state.placements.enumerated() {
      guard let placement else { continue }
      for old in placement.team {
        for new in problem.series[index].leaders.map({ Int32($0) }) where !placement.team.contains(new) {
          var other = placement
          other.team = (placement.team.filter { $0 != old } + [new]).sorted()
          let prices = (
            problem.cost(of: placement, for: index), problem.cost(of: other, for: index)
          )
          var whole = state
          whole.remove(index)
          let isWhole = whole.conflict(of: other, for: index) == nil
          var changed = state
          changed.removeMember(old, of: index, price: prices.0)
          #expect(changed.fits(new, in: index) == isWhole)
          guard isWhole else { continue }
          changed.addMember(new, of: index, price: prices.1)
          whole.add(other, for: index)
          #expect(changed.timetable == whole.timetable)
          #expect(changed.cost == whole.cost)
          #expect(changed.supply.yearly == whole.supply.yearly)
          #expect(changed.supply.monthly == whole.supply.monthly)
          #expect(changed.supply.isFree == whole.supply.isFree)
          #expect(changed.poolLeft == whole.poolLeft)
          #expect(changed.engaged.map { Set($0) } == whole.engaged.map { Set($0) })
          changed.remove(index)
          whole.remove(index)
          #expect(changed.cost == whole.cost)
        }
      }
    }
  }
}
