import Planning
import Testing

@testable import Intake

struct InventionTests {
  @Test(arguments: 0..<200 as Range<UInt64>)
  func sharesAddUpWithinTheirBounds(seed: UInt64) {
    var draws = Draws(seed: seed, topic: "test")
    let count = draws.number(in: 1...12)
    let weights = (0..<count).map { _ in draws.number(in: 1...50) }
    let least = (0..<count).map { _ in draws.number(in: 0...6) }
    let total = draws.number(in: 0...150)
    let shares = Apportionment.shares(of: total, weights: weights, least: least, most: 10)
    #expect(zip(shares, least).allSatisfy { $0 >= $1 && $0 <= 10 })
    let reachable = min(max(total, least.reduce(0, +)), 10 * count)
    #expect(abs(shares.reduce(0, +) - reachable) <= (total < least.reduce(0, +) ? 0 : 10 * count))
    if total >= 6 * count, total <= 6 * count + count { #expect(shares.reduce(0, +) == total) }
  }

  @Test func sharesFollowTheirWeights() {
    #expect(Apportionment.shares(of: 10, weights: [1, 1, 3], least: [0, 0, 0], most: 10) == [2, 2, 6])
    #expect(Apportionment.shares(of: 10, weights: [1, 1, 3], least: [3, 0, 0], most: 10) == [3, 2, 5])
    #expect(Apportionment.shares(of: 10, weights: [1, 1, 3], least: [0, 0, 0], most: 4) == [3, 3, 4])
    #expect(Apportionment.shares(of: 1, weights: [1, 1], least: [2, 2], most: 4) == [2, 2])
  }

  @Test func aDeckDealsEachOnceARound() {
    var draws = Draws(seed: 1, topic: "test")
    var deck = Deck([1, 2, 3])
    for _ in 0..<5 { #expect((0..<3).map { _ in deck.deal(&draws) }.sorted() == [1, 2, 3]) }
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func openingsAreThoseThatASearchFinds(seed: UInt64) {
    var draws = Draws(seed: seed, topic: "test")
    let window = InventedCalendars.day("2026-09-01")...InventedCalendars.day("2026-11-20")
    let entries = (0..<6).map { _ in
      let from = window.lowerBound.advanced(by: draws.below(window.count - 9))
      return CalendarEntry(
        district: nil, days: from...from.advanced(by: draws.below(9)), status: .holiday, label: "Holiday")
    }
    let calendar = DistrictCalendar(year: InventedCalendars.year, entries: entries)
    let period = InventedPeriods.ordinary[0]
    let gap = 14...draws.number(in: 15...30)
    let sessions = draws.number(in: 1...4)
    func canFollow(_ day: Day, _ left: Int) -> Bool {
      guard calendar.holds(period, on: day) else { return false }
      return left == 1
        || gap.contains { window.contains(day.advanced(by: $0)) && canFollow(day.advanced(by: $0), left - 1) }
    }
    let dates = SessionDates(window: window, periods: [period], together: true, calendars: [calendar])
    #expect(dates.openings(sessions: sessions, gap: gap) == window.filter { canFollow($0, sessions) })
  }

  @Test func namesAreGivenOnce() {
    var names = InventedNames(seed: 1, topic: "test")
    let given = (0..<40_000).map { _ in names.next() }
    #expect(Set(given).count == given.count)
  }

  @Test func schoolsAreFoundByNearness() throws {
    let invented = InventedSchools(pattern: .state, seed: 3)
    let geography = Geography(schools: invented.schools, districts: invented.districts)
    let center = invented.schools[40].coordinate
    let all = geography.schools.indices.map {
      (geography.road(from: center, to: geography.schools[$0].coordinate), $0)
    }
    .sorted { $0 < $1 }
    for miles in [0, 3, 30] {
      #expect(geography.schools(within: miles, of: center) == all.filter { $0.0 <= Metres(miles: miles) }.map(\.1))
    }
    #expect(geography.nearest(10, to: center) == all.prefix(10).map(\.1))
  }
}
