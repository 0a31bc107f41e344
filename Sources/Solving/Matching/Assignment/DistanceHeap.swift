/// The nodes that a shortest path search has reached and not yet left, least distance first.
///
/// A binary heap of entries; a node whose distance falls is entered again, and whoever takes an entry out
/// skips it where it is out of date. Nodes at the distance that is being scanned go to a stack instead: in
/// assignment most labels are ties, which then cost no sifting.
struct DistanceHeap {
  private var distances: [Int] = []
  private var nodes: [Int32] = []
  private var ready: [Int32] = []
  /// The distance of the entry that was taken last.
  private(set) var current = 0

  /// Starts a new search at distance 0.
  mutating func removeAll() {
    distances.removeAll(keepingCapacity: true)
    nodes.removeAll(keepingCapacity: true)
    ready.removeAll(keepingCapacity: true)
    current = 0
  }

  /// Enters a node. O(1) at the current distance, else O(log entries).
  ///
  /// - Precondition: `distance` is not below the current one.
  @inline(__always)
  mutating func insert(_ node: Int32, at distance: Int) {
    if distance == current { ready.append(node) } else { sink(node, distance) }
  }

  /// The least entry; `nil` where there is none.
  @inline(__always)
  mutating func removeFirst() -> (node: Int32, distance: Int)? {
    if let node = ready.popLast() { return (node, current) }
    guard let node = nodes.first else { return nil }
    current = distances[0]
    removeRoot()
    return (node, current)
  }

  private mutating func sink(_ node: Int32, _ distance: Int) {
    var hole = nodes.count
    nodes.append(node)
    distances.append(distance)
    while hole > 0 {
      let parent = (hole - 1) >> 1
      guard distances[parent] > distance else { break }
      distances[hole] = distances[parent]
      nodes[hole] = nodes[parent]
      hole = parent
    }
    distances[hole] = distance
    nodes[hole] = node
  }

  private mutating func removeRoot() {
    let (distance, node) = (distances.removeLast(), nodes.removeLast())
    let count = nodes.count
    guard count > 0 else { return }
    var hole = 0
    while true {
      var child = 2 * hole + 1
      guard child < count else { break }
      if child + 1 < count, distances[child + 1] < distances[child] { child += 1 }
      guard distances[child] < distance else { break }
      distances[hole] = distances[child]
      nodes[hole] = nodes[child]
      hole = child
    }
    distances[hole] = distance
    nodes[hole] = node
  }
}
