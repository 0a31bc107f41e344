/// The cheapest team of a series from prices of its leaders, kind by kind; arrays are kept between teams.
struct TeamDraft: Sendable {
  private var sums: [Int] = []
  private var chosen: [Int32] = []
  private var smallest: [(price: Int, option: Int32)] = []

  /// Begins a team. O(kinds).
  mutating func begin(_ space: PlacementSpace) {
    let size = space.teams.tableSize
    if sums.count < size {
      sums = Array(repeating: 0, count: size)
      chosen = Array(repeating: 0, count: size)
    }
    for offset in space.teams.offsets { sums[offset] = 0 }
    smallest.removeAll(keepingCapacity: true)
  }

  /// Whether a leader of a kind of which a team has so many at most is among the cheapest. O(1).
  @inline(__always)
  func isWorth(_ price: Int, most: Int) -> Bool {
    smallest.count < most || price < smallest[most - 1].price
  }

  /// Takes in a leader who ``isWorth(_:most:)`` it.
  mutating func offer(_ option: Int32, price: Int, most: Int) {
    if smallest.count == most { smallest.removeLast() }
    var place = smallest.count
    smallest.append((price, option))
    while place > 0, smallest[place - 1].price > price {
      smallest[place] = smallest[place - 1]
      place -= 1
    }
    smallest[place] = (price, option)
  }

  /// Ends a kind: puts its sums where compositions look for them.
  mutating func end(kind: Int, in space: PlacementSpace) {
    let offset = space.teams.offsets[kind]
    for number in 0..<space.teams.most[kind] {
      guard number < smallest.count else {
        sums[offset + number + 1] = SessionChain.unreachable
        continue
      }
      sums[offset + number + 1] = sums[offset + number] + smallest[number].price
      chosen[offset + number] = smallest[number].option
    }
    smallest.removeAll(keepingCapacity: true)
  }

  /// The cheapest team, ascending, and its price; `nil` where there is none.
  func cheapest(in space: PlacementSpace, missedGrowth: Int) -> (cost: Int, members: [Int32])? {
    guard let best = space.teams.cheapest(sums: sums, missedGrowth: missedGrowth) else { return nil }
    let members = space.teams.counts(of: best.composition).flatMap { kind, count in
      (0..<count).map { chosen[space.teams.offsets[kind] + $0] }
    }
    return (best.cost, members.sorted())
  }
}
