/// The table of a 0-1 knapsack without counts: after how many items, at what load, the greatest profit
/// (Bellman 1957). Rows are kept, so that choices are read back, and so that a second table from the other end
/// tells what each item is worth (the conditional values of Posta, Ferland and Michelon 2012).
///
/// Profits are integers of whatever width holds their sum: narrow ones are twice as fast.
struct KnapsackTable<Value: FixedWidthInteger & SignedInteger & Sendable> {
  /// By item.
  var profits: [Value] = []
  var loads: [Int32] = []
  /// What the caller knows the items by.
  var ids: [Int32] = []

  private var forward: [Value] = []
  private var backward: [Value] = []
  private var width = 0

  mutating func removeAll() {
    profits.removeAll(keepingCapacity: true)
    loads.removeAll(keepingCapacity: true)
    ids.removeAll(keepingCapacity: true)
  }

  mutating func append(id: Int32, load: Int32, profit: Value) {
    ids.append(id)
    loads.append(load)
    profits.append(profit)
  }

  /// Fills the table. O(items · capacity).
  ///
  /// - Returns: The greatest profit.
  mutating func fill(capacity: Int) -> Value {
    width = capacity + 1
    Self.fill(&forward, profits, loads, width: width, from: 0, by: 1)
    return forward[profits.count * width + capacity]
  }

  /// The greatest profit at a load that is not above the capacity. O(1), after ``fill``.
  func value(at load: Int) -> Value { forward[profits.count * width + load] }

  /// Reads back the ids of a best choice. O(items), after ``fill``.
  func forEachChosen(_ body: (Int32) -> Void) {
    var at = width - 1
    for item in stride(from: profits.count - 1, through: 0, by: -1)
    where forward[(item + 1) * width + at] != forward[item * width + at] {
      body(ids[item])
      at -= Int(loads[item])
    }
  }

  /// The greatest profit with and without each item, after ``fill``. O(items · capacity).
  mutating func conditionalValues(_ body: (_ id: Int32, _ with: Value, _ without: Value) -> Void) {
    let count = profits.count
    Self.fill(&backward, profits, loads, width: width, from: count - 1, by: -1)
    forward.withUnsafeBufferPointer { forward in
      backward.withUnsafeBufferPointer { backward in
        for item in 0..<count {
          // Items before this one, and items after it.
          let before = forward.baseAddress! + item * width
          let after = backward.baseAddress! + (count - 1 - item) * width
          let last = width - 1
          let without = Self.bestSplit(before, after, last)
          let with = Self.bestSplit(before, after, last - Int(loads[item])) + profits[item]
          body(ids[item], with, without)
        }
      }
    }
  }

  /// max over w of before[w] + after[last - w].
  @inline(__always)
  private static func bestSplit(_ before: UnsafePointer<Value>, _ after: UnsafePointer<Value>, _ last: Int) -> Value
  {
    var best: Value = 0
    for load in 0...last { best = max(best, before[load] &+ after[last &- load]) }
    return best
  }

  /// Row k of the table has the first k items in the order that is asked for.
  private static func fill(
    _ table: inout [Value], _ profits: [Value], _ loads: [Int32], width: Int, from: Int, by step: Int
  ) {
    let count = profits.count
    let cells = (count + 1) * width
    if table.count < cells { table = Array(repeating: 0, count: cells + cells / 2) }
    table.withUnsafeMutableBufferPointer { table in
      let base = table.baseAddress!
      for at in 0..<width { base[at] = 0 }
      var item = from
      for row in 0..<count {
        let before = base + row * width
        let after = before + width
        let profit = profits[item]
        let load = Int(loads[item])
        for at in 0..<load { after[at] = before[at] }
        for at in load..<width { after[at] = max(before[at], before[at &- load] &+ profit) }
        item += step
      }
    }
  }
}
