/// The cheapest team of a series from prices of its leaders, kind by kind; arrays are kept between teams.
struct TeamDraft: Sendable {
  private var sums: [Int] = []
  private var chosen: [Int32] = []
  private var smallest: [(price: Int, option: Int32)] = []

  /// Forgets the last team.
  mutating func begin(_ space: PlacementSpace) {
    let size = space.teams.tableSize
    if sums.count < size {
      sums = Array(repeating: 0, count: size)
      chosen = Array(repeating: 0, count: size)
    }
    for offset in space.teams.offsets { sums[offset] = 0 }
  }

  /// Begins with the leaders of a kind.
  mutating func begin(kind: Int) { smallest.removeAll(keepingCapacity: true) }

  /// Whether a price is among the smallest of the kind.
  @inline(__always)
  func isWorth(_ price: Int, most: Int) -> Bool {
    smallest.count < most || price < smallest[most - 1].price
  }

  /// Takes in a leader whose price ``isWorth(_:most:)``.
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

  /// Puts the sums of a kind where compositions look for them.
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
  }

  /// The cheapest team, ascending; `nil` where there is none.
  func cheapest(in space: PlacementSpace, missedGrowth: Int) -> [Int32]? {
    guard let best = space.teams.cheapest(sums: sums, missedGrowth: missedGrowth) else { return nil }
    return space.teams.counts(of: best.composition).flatMap { kind, count in
      (0..<count).map { chosen[space.teams.offsets[kind] + $0] }
    }.sorted()
  }
}
