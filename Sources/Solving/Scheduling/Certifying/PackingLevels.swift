/// What half days that fit into a leader's year weigh at most: the level that an inequality of ``KnapsackCuts``
/// needs at least to hold in every timetable.
///
/// It is computed apart from the search for inequalities, from what the profiles of the series take of a leader.
struct PackingLevels {
  /// What a series takes of a leader if it takes any.
  struct Item {
    /// In ``TimetableProblem/leaderOptions``.
    let option: Int
    /// One of these, ascending.
    let halfDays: [Int]
  }

  /// By leader that was asked for, then by series: what fits into the leader's year.
  private var items: [Int: [Int: Item]] = [:]

  /// - Parameters:
  ///   - leaders: Positions of those who have inequalities.
  ///   - relaxation: Of the problem.
  /// - Complexity: O(leader options + those of the leaders x profiles).
  init(of leaders: Set<Int>, in problem: TimetableProblem, relaxation: TimetableRelaxation) {
    guard !leaders.isEmpty else { return }
    for (index, series) in problem.series.enumerated() {
      let profiles = relaxation.profiles[index]
      for option in series.leaders {
        let leader = Int(problem.leaderOptions[option].leader)
        guard leaders.contains(leader), let capacity = relaxation.resources.capacity[leader] else { continue }
        let group = Int(profiles.groups[option - series.leaders.lowerBound])
        let halfDays = Set(profiles.profiles.map { Int($0.halfDays[group]) }).filter { 0 < $0 && $0 <= capacity }
        if !halfDays.isEmpty {
          items[leader, default: [:]][index] = Item(option: option, halfDays: halfDays.sorted())
        }
      }
    }
  }

  /// What a series takes of a leader; `nil` where nothing fits.
  func item(ofSeries series: Int, leader: Int) -> Item? { items[leader]?[series] }

  /// The heaviest packing, by dynamic programming.
  ///
  /// - Parameter weighted: Items of one leader, each with what its half days weigh.
  /// - Complexity: O(capacity x half days of all items).
  static func heaviest(_ weighted: [(item: Item, weight: Int)], capacity: Int) -> Int {
    // By half days: the most that any packing of no more weighs.
    var heaviest = Array(repeating: 0, count: capacity + 1)
    for (item, weight) in weighted {
      let others = heaviest
      for halfDays in item.halfDays where halfDays <= capacity {
        for total in halfDays...capacity {
          heaviest[total] = max(heaviest[total], others[total - halfDays] + weight * halfDays)
        }
      }
    }
    return heaviest[capacity]
  }
}
