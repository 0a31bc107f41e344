/// A lower bound on what slots, missing days and isolated lectures cost: each course and each curriculum takes
/// the slots that are best for it, as if it were alone. Dynamic programming over the days, in integers.
struct SlotBound {
  private let problem: CourseProblem
  private var days: Int { problem.grid.days }
  private var periods: Int { problem.grid.periods }

  init(_ problem: CourseProblem) { self.problem = problem }

  /// The bound; 0 where nothing is known.
  ///
  /// O(courses x lectures x days² x periods + curricula x lectures x slots).
  func value() -> Int {
    problem.courses.indices.reduce(0) { $0 + leastPrice(ofCourse: $1) }
      + problem.curricula.reduce(0) { $0 + leastPrice(of: $1) }
  }

  /// What a course pays at least for slots and missing days.
  func leastPrice(ofCourse index: Int) -> Int {
    let course = problem.courses[index]
    let count = course.lectures.count
    let width = min(course.leastDays, days, count) + 1
    // By lectures and days so far, the latter no more than are asked for.
    var least: [Int?] = Array(repeating: nil, count: (count + 1) * width)
    least[0] = 0
    for day in 0..<days {
      let prices = (day * periods..<(day + 1) * periods)
        .compactMap { problem.slotPrice[index * problem.slots + $0] }.sorted()
      var next = least
      for done in 0..<count {
        for used in 0..<width {
          guard var sum = least[done * width + used] else { continue }
          for (position, price) in prices.prefix(count - done).enumerated() {
            sum += price
            let cell = (done + position + 1) * width + min(width - 1, used + 1)
            next[cell] = min(next[cell] ?? sum, sum)
          }
        }
      }
      least = next
    }
    let ends = (0..<width).compactMap { used in
      least[count * width + used].map { $0 + course.missingDayPrice * (course.leastDays - used) }
    }
    return ends.min() ?? 0
  }

  /// What the isolated lectures of a curriculum cost at least.
  func leastPrice(of curriculum: CourseProblem.Curriculum) -> Int {
    let count = curriculum.courses.reduce(0) { $0 + problem.courses[$1].lectures.count }
    // By lectures so far: how many of them are isolated.
    var least: [Int?] = Array(repeating: nil, count: count + 1)
    least[0] = 0
    for day in 0..<days {
      let isolated = isolatedLectures(of: curriculum, on: day)
      var next = least
      for done in 0..<count {
        guard let before = least[done] else { continue }
        for lectures in 1..<isolated.count where done + lectures <= count {
          guard let alone = isolated[lectures] else { continue }
          next[done + lectures] = min(next[done + lectures] ?? .max, before + alone)
        }
      }
      least = next
    }
    return (least[count] ?? 0) * curriculum.isolationPrice
  }

  /// By number of lectures of a day: the fewest that are isolated; `nil` where so many do not fit.
  private func isolatedLectures(of curriculum: CourseProblem.Curriculum, on day: Int) -> [Int?] {
    // By lectures so far: the fewest isolated where the last period is free, or has a lecture that is alone up
    // to now, or one with another before it.
    var free: [Int?] = Array(repeating: nil, count: periods + 1)
    var alone = free
    var joined = free
    func fewer(_ first: Int?, _ second: Int?) -> Int? {
      guard let first, let second else { return first ?? second }
      return min(first, second)
    }
    free[0] = 0
    for period in 0..<periods {
      let slot = day * periods + period
      let isAllowed = curriculum.courses.contains { problem.slotPrice[$0 * problem.slots + slot] != nil }
      let before = (free: free, alone: alone, joined: joined)
      for count in 0...periods {
        free[count] = fewer(before.free[count], fewer(before.alone[count].map { $0 + 1 }, before.joined[count]))
        let isTaken = isAllowed && count > 0
        alone[count] = isTaken ? before.free[count - 1] : nil
        joined[count] = isTaken ? fewer(before.alone[count - 1], before.joined[count - 1]) : nil
      }
    }
    return (0...periods).map { fewer(free[$0], fewer(alone[$0].map { $0 + 1 }, joined[$0])) }
  }
}
