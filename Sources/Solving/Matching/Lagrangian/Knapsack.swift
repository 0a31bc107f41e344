/// What one agent should carry at given profits: a 0-1 knapsack with a count for each kind of item,
///
///     max Σ profit x   subject to   Σ load x ≤ capacity,   least ≤ items of a kind ≤ most,   x binary,
///
/// solved exactly on integers. In this order: all items where they fit; the most profitable ones of each kind
/// where no choice of that many can exceed the capacity; dynamic programming over loads (Bellman 1957) where
/// no count can bind; and dynamic programming over loads and counts, one kind after the other, otherwise.
///
/// Where the last table would have more than ``largestTable`` cells the counts are dropped, and where that
/// one would still, the items may be split (Dantzig 1957): the value is then not less than the best,
/// which keeps every bound made of it true, and ``isRelaxed`` says so.
struct Knapsack {
  /// What may be carried.
  struct Item {
    /// What the caller knows it by.
    var id: Int32
    var kind: Int32
    var load: Int
    var profit: Int
  }

  /// Cells of a table at most: an eighth of a gigabyte of decisions.
  static let largestTable = 1 << 27

  /// Nodes of branch and bound before a table is filled instead.
  static let largestTree = 4000

  /// The items, to be filled in by the caller; reordered by ``solve``.
  var items: [Item] = []
  /// The ids of the best choice, after ``solve``.
  private(set) var chosen: [Int32] = []
  /// Whether the last value is that of a relaxation.
  private(set) var isRelaxed = false

  /// Cells of tables and nodes of trees since they were last asked for.
  private var work = 0
  private var values: [Int] = []
  private var decisions: [UInt8] = []

  /// How much work was done since this was last asked: cells of tables and nodes of trees.
  mutating func takeWork() -> Int {
    defer { work = 0 }
    return work
  }

  /// The best value; `nil` where no choice has the least counts within the capacity.
  ///
  /// - Parameters:
  ///   - capacity: Of the loads.
  ///   - counts: By kind.
  /// - Complexity: O(items · capacity · largest count), or less as said above.
  mutating func solve(capacity: Int, counts: ArraySlice<ClosedRange<Int>>) -> Int? {
    chosen.removeAll(keepingCapacity: true)
    isRelaxed = false
    guard capacity >= 0 else { return nil }
    work += 8 * items.count + 8
    items.removeAll { $0.load > capacity }
    if counts.allSatisfy({ $0.lowerBound == 0 }) {
      items.removeAll { $0.profit <= 0 }
      if let value = takeAll(capacity, counts) ?? takeMostProfitable(capacity, counts) { return value }
      let capacity = min(capacity, items.reduce(0) { $0 + $1.load })
      if !countsBind(capacity, counts) { return overLoads(capacity) }
      return overChoices(capacity, counts) ?? overCounts(capacity, counts)
    }
    return overCounts(min(capacity, items.reduce(0) { $0 + $1.load }), counts)
  }

  /// All items, where they fit.
  private mutating func takeAll(_ capacity: Int, _ counts: ArraySlice<ClosedRange<Int>>) -> Int? {
    guard items.reduce(0, { $0 + $1.load }) <= capacity else { return nil }
    for (kind, range) in counts.enumerated() where items.count > range.upperBound {
      guard items.count(where: { $0.kind == kind }) <= range.upperBound else { return nil }
    }
    chosen += items.lazy.map(\.id)
    return items.reduce(0) { $0 + $1.profit }
  }

  /// The most profitable items of each kind, where the heaviest ones fit.
  private mutating func takeMostProfitable(_ capacity: Int, _ counts: ArraySlice<ClosedRange<Int>>) -> Int? {
    guard counts.contains(where: { $0.upperBound < items.count }) else { return nil }
    var heaviest = 0
    for (kind, range) in counts.enumerated() {
      let loads = items.filter { $0.kind == kind }.map(\.load).sorted(by: >)
      heaviest += loads.prefix(range.upperBound).reduce(0, +)
      if heaviest > capacity { return nil }
    }
    items.sort { ($0.profit, $1.id) > ($1.profit, $0.id) }
    var left = counts.map(\.upperBound)
    var value = 0
    for item in items where left[Int(item.kind)] > 0 {
      left[Int(item.kind)] -= 1
      chosen.append(item.id)
      value += item.profit
    }
    return value
  }

  /// Whether more items of a kind than allowed can fit.
  private func countsBind(_ capacity: Int, _ counts: ArraySlice<ClosedRange<Int>>) -> Bool {
    for (kind, range) in counts.enumerated() where range.upperBound < items.count {
      var left = capacity
      var fitting = 0
      for load in items.filter({ $0.kind == kind }).map(\.load).sorted() {
        guard load <= left else { break }
        left -= load
        fitting += 1
      }
      if fitting > range.upperBound { return true }
    }
    return false
  }

  /// Branch and bound over choices, the most profitable items first: where only a few can be chosen, the profits of
  /// the next ones bound what can be added (Horowitz and Sahni 1974, with counts in the place of loads).
  ///
  /// - Returns: `nil` where it is not done within ``largestTree`` nodes.
  private mutating func overChoices(_ capacity: Int, _ counts: ArraySlice<ClosedRange<Int>>) -> Int? {
    items.sort { ($0.profit, $1.id) > ($1.profit, $0.id) }
    var tree = KnapsackChoiceTree(items: items, left: counts.map(\.upperBound), nodesLeft: Self.largestTree)
    tree.search(from: 0, capacity: capacity, value: 0)
    work += Self.largestTree - tree.nodesLeft
    guard tree.nodesLeft > 0 else { return nil }
    chosen += tree.best
    return tree.bestValue
  }

  /// Dynamic programming over loads.
  private mutating func overLoads(_ capacity: Int) -> Int? {
    let width = capacity + 1
    let (cells, overflow) = width.multipliedReportingOverflow(by: items.count)
    guard !overflow, cells <= Self.largestTable else { return splittingItems(capacity) }
    values.removeAll(keepingCapacity: true)
    values.append(contentsOf: repeatElement(0, count: width))
    if decisions.count < cells { decisions = Array(repeating: 0, count: cells) }
    work += cells
    values.withUnsafeMutableBufferPointer { values in
      decisions.withUnsafeMutableBufferPointer { decisions in
        for (index, item) in items.enumerated() {
          let row = index &* width
          let (load, profit) = (item.load, item.profit)
          var at = 0
          while at < load { decisions[row &+ at] = 0; at &+= 1 }
          at = capacity
          while at >= load {
            let with = values[at &- load] &+ profit
            let isBetter = with > values[at]
            decisions[row &+ at] = isBetter ? 1 : 0
            values[at] = isBetter ? with : values[at]
            at &-= 1
          }
        }
      }
    }
    var at = capacity
    for index in items.indices.reversed() where decisions[index * width + at] == 1 {
      chosen.append(items[index].id)
      at -= items[index].load
    }
    return values[capacity]
  }

  /// Dynamic programming over loads and counts. Items of a kind come together; after the last one of a kind
  /// the best of its allowed counts goes on to the next kind.
  private mutating func overCounts(_ capacity: Int, _ counts: ArraySlice<ClosedRange<Int>>) -> Int? {
    let width = capacity + 1
    let present = counts.indices.map { kind in items.count { $0.kind == kind - counts.startIndex } }
    let most = zip(counts, present).map { min($0.upperBound, $1) }
    for (range, most) in zip(counts, most) where range.lowerBound > most { return nil }
    let layers = (most.max() ?? 0) + 1
    let (cells, overflow) = width.multipliedReportingOverflow(by: layers * (items.count + counts.count))
    guard !overflow, cells <= Self.largestTable else {
      return counts.allSatisfy { $0.lowerBound == 0 }
        ? overLoads(capacity, relaxing: true) : splittingItems(capacity)
    }
    work += cells
    items.sort { ($0.kind, $0.id) < ($1.kind, $1.id) }
    let impossible = Int.min / 2
    var best = Array(repeating: 0, count: width)
    var table = Array(repeating: impossible, count: layers * width)
    if decisions.count < cells { decisions = Array(repeating: 0, count: cells) }
    // By kind and load: with how many items the best is reached.
    var counted = Array(repeating: Int32(0), count: counts.count * width)
    var next = 0
    for (kind, range) in counts.enumerated() {
      for cell in table.indices { table[cell] = cell < width ? best[cell] : impossible }
      let from = next
      while next < items.count, items[next].kind == kind {
        let (load, profit) = (items[next].load, items[next].profit)
        let row = next * layers * width
        let deepest = min(most[kind], next - from + 1)
        for cell in row..<(row + layers * width) { decisions[cell] = 0 }
        if deepest > 0 {
          for count in stride(from: deepest, through: 1, by: -1) {
            for at in load..<max(width, load) {
              let with = table[(count - 1) * width + at - load]
              guard with > impossible, with + profit > table[count * width + at] else { continue }
              table[count * width + at] = with + profit
              decisions[row + count * width + at] = 1
            }
          }
        }
        next += 1
      }
      for at in 0..<width {
        best[at] = impossible
        for count in range.lowerBound...most[kind] where table[count * width + at] > best[at] {
          best[at] = table[count * width + at]
          counted[kind * width + at] = Int32(count)
        }
      }
    }
    guard best[capacity] > impossible else { return nil }
    var at = capacity
    for kind in counts.indices.reversed().map({ $0 - counts.startIndex }) {
      var count = Int(counted[kind * width + at])
      while next > 0, items[next - 1].kind == kind {
        next -= 1
        guard count > 0, decisions[next * layers * width + count * width + at] == 1 else { continue }
        chosen.append(items[next].id)
        at -= items[next].load
        count -= 1
      }
    }
    return best[capacity]
  }

  private mutating func overLoads(_ capacity: Int, relaxing: Bool) -> Int? {
    let value = overLoads(capacity)
    isRelaxed = isRelaxed || relaxing
    return value
  }

  /// The most profitable loads first, the last one in part, rounded up. Nothing is chosen in part.
  private mutating func splittingItems(_ capacity: Int) -> Int? {
    isRelaxed = true
    items.removeAll { $0.profit <= 0 }
    items.sort {
      let left = $0.profit.multipliedFullWidth(by: max($1.load, 0))
      let right = $1.profit.multipliedFullWidth(by: max($0.load, 0))
      return (left.high, left.low, $1.id) > (right.high, right.low, $0.id)
    }
    var left = capacity
    var value = 0
    for item in items {
      guard item.load > left else {
        left -= item.load
        value += item.profit
        chosen.append(item.id)
        continue
      }
      // profit x left / load, rounded up; left < load, so that it is not above the profit.
      let product = item.profit.multipliedFullWidth(by: left)
      let (quotient, remainder) = item.load.dividingFullWidth(product)
      return value + quotient + (remainder > 0 ? 1 : 0)
    }
    return value
  }
}
