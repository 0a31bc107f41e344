/// Choices of a few items, the most profitable ones first.
struct KnapsackChoiceTree {
  let items: [Knapsack.Item]
  /// By kind: how many more may be chosen.
  var left: [Int]
  var nodesLeft: Int
  private(set) var best: [Int32] = []
  private(set) var bestValue = 0
  private var path: [Int32] = []

  init(items: [Knapsack.Item], left: [Int], nodesLeft: Int) {
    self.items = items
    self.left = left
    self.nodesLeft = nodesLeft
  }

  mutating func search(from first: Int, capacity: Int, value: Int) {
    if value > bestValue {
      bestValue = value
      best = path
    }
    let slots = left.reduce(0, +)
    guard slots > 0 else { return }
    for position in first..<max(first, items.count) {
      nodesLeft -= 1
      guard nodesLeft > 0 else { return }
      let item = items[position]
      // Nothing that follows is more profitable.
      var bound = value
      var next = position
      var room = slots
      while room > 0, next < items.count {
        bound += items[next].profit
        next += 1
        room -= 1
        if bound > bestValue { break }
      }
      guard bound > bestValue else { return }
      guard item.load <= capacity, left[Int(item.kind)] > 0 else { continue }
      left[Int(item.kind)] -= 1
      path.append(item.id)
      search(from: position + 1, capacity: capacity - item.load, value: value + item.profit)
      path.removeLast()
      left[Int(item.kind)] += 1
    }
  }
}
