/// What leaders give above their release half days of the year, and what a half day above costs for now.
///
/// Weights follow what is overdrawn (strategic oscillation: Glover 1977; dynamic weights: Gendreau, Hertz and
/// Laporte 1994): that of a leader with too many half days rises, all others fall while the search may wander,
/// and stay while it is to come back.
struct ReleaseWeights: Sendable {
  /// By leader: half days that can be given; `Int.max` for no cap.
  let capacity: [Int]
  /// By leader: half days that are taken.
  private(set) var taken: [Int]
  /// By leader: the price of a half day above the capacity.
  private(set) var weights: [Int]
  /// Half days above the capacities, of all leaders together.
  private(set) var overdrawn = 0
  /// Those who give more than they can, in no order, and by leader where in it.
  private(set) var overdrawnLeaders: [Int] = []
  private var placeInOverdrawn: [Int]
  /// All weights to begin with.
  let first: Int

  /// - Parameters:
  ///   - capacity: By leader; `nil` for no cap.
  ///   - first: All weights to begin with.
  init(capacity: [Int?], first: Int) {
    self.capacity = capacity.map { cap in cap.map { max(0, $0) } ?? .max }
    self.first = first
    taken = Array(repeating: 0, count: capacity.count)
    placeInOverdrawn = Array(repeating: 0, count: capacity.count)
    weights = Array(repeating: first, count: capacity.count)
  }

  /// What it costs more, or less, if a leader gives so many half days more. O(1).
  @inline(__always)
  func rise(_ leader: Int, _ halfDays: Int) -> Int {
    let capacity = capacity[leader]
    if halfDays == 0 || capacity == .max { return 0 }
    let now = taken[leader] &- capacity
    return weights[leader] &* (max(0, now &+ halfDays) &- max(0, now))
  }

  /// Takes half days, or gives them back where negative. O(1).
  @inline(__always)
  mutating func take(_ leader: Int, _ halfDays: Int) {
    let capacity = capacity[leader]
    if capacity < .max {
      let now = taken[leader] &- capacity
      overdrawn += max(0, now &+ halfDays) &- max(0, now)
      if (now > 0) != (now &+ halfDays > 0) { note(leader, isOverdrawn: now <= 0) }
    }
    taken[leader] += halfDays
  }

  private mutating func note(_ leader: Int, isOverdrawn: Bool) {
    if isOverdrawn {
      placeInOverdrawn[leader] = overdrawnLeaders.count
      overdrawnLeaders.append(leader)
    } else {
      let (place, last) = (placeInOverdrawn[leader], overdrawnLeaders.removeLast())
      guard last != leader else { return }
      overdrawnLeaders[place] = last
      placeInOverdrawn[last] = place
    }
  }

  /// Raises weights where too much is taken, and lowers the others if the search may wander. O(leaders).
  mutating func follow(isWandering: Bool) {
    for leader in weights.indices {
      if taken[leader] > capacity[leader] {
        weights[leader] = min(first * Self.greatest, weights[leader] + max(1, weights[leader] / Self.riseShare))
      } else if isWandering {
        weights[leader] = max(first / Self.least, weights[leader] - weights[leader] / Self.fallShare)
      }
    }
  }

  /// Makes half days above the capacities dearer than anything is worth.
  ///
  /// - Parameter most: What a series is worth at most.
  mutating func close(above most: Int) {
    for leader in weights.indices { weights[leader] = max(first * Self.greatest, most + 1) }
  }

  private static let greatest = 20
  private static let least = 2
  private static let riseShare = 50
  private static let fallShare = 200

  /// By leader: what a half day more costs, where few are left.
  var marginal: [Int] {
    weights.indices.map { capacity[$0] < .max && taken[$0] + Self.fewLeft > capacity[$0] ? weights[$0] : 0 }
  }

  private static let fewLeft = 2
}
