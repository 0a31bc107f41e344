import Testing

@testable import Solving

/// The knapsack with counts against all choices.
@Suite struct KnapsackTests {
  @Test(arguments: 0..<2000 as Range<UInt64>)
  func agreesWithEnumeration(seed: UInt64) {
    var random = Randomness(seed: seed)
    let kinds = 1 + random.below(3)
    let counts = (0..<kinds).map { _ -> ClosedRange<Int> in
      let least = random.below(4) == 0 ? 1 : 0
      return least...(least + random.below(4))
    }
    let capacity = random.below(30)
    let items = (0..<random.below(9)).map { id in
      Knapsack.Item(
        id: Int32(id), kind: Int32(random.below(kinds)), load: random.below(12), profit: random.below(40) - 10)
    }
    var best: Int?
    for chosen in 0..<(1 << items.count) {
      let own = items.filter { chosen >> Int($0.id) & 1 == 1 }
      if Self.isAllowed(own, capacity, counts) { best = max(best ?? .min, own.reduce(0) { $0 + $1.profit }) }
    }
    var knapsack = Knapsack()
    knapsack.items = items
    let value = knapsack.solve(capacity: capacity, counts: counts[...])
    #expect(value == best)
    #expect(!knapsack.isRelaxed)
    guard value != nil else { return }
    let own = items.filter { knapsack.chosen.contains($0.id) }
    #expect(Set(knapsack.chosen).count == knapsack.chosen.count)
    #expect(own.reduce(0) { $0 + $1.profit } == value)
    #expect(Self.isAllowed(own, capacity, counts))
  }

  private static func isAllowed(_ items: [Knapsack.Item], _ capacity: Int, _ counts: [ClosedRange<Int>]) -> Bool {
    items.reduce(0) { $0 + $1.load } <= capacity
      && counts.enumerated().allSatisfy { kind, range in range.contains(items.count { $0.kind == kind }) }
  }

  @Test func hugeCapacitiesGiveABoundAndNoTable() {
    var knapsack = Knapsack()
    knapsack.items = (0..<4).map { Knapsack.Item(id: $0, kind: 0, load: 1 << 40, profit: 100 + Int($0)) }
    let value = knapsack.solve(capacity: 5 << 39, counts: [0...4])
    #expect(knapsack.isRelaxed)
    #expect(value == 103 + 102 + 51)
  }
}
