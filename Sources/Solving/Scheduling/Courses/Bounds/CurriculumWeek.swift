/// What one curriculum costs at least over the week: its isolated lectures, and the missing days of at most two
/// of its courses. Dynamic programming over the periods of each day and over the days, in integers.
///
/// The two courses are told apart; all others count as one that may be wherever one of them may.
struct CurriculumWeek {
  private let problem: CourseProblem
  private let curriculum: CourseProblem.Curriculum

  init(_ problem: CourseProblem, _ curriculum: CourseProblem.Curriculum) {
    self.problem = problem
    self.curriculum = curriculum
  }

  /// How many steps ``leastPrice(withDaysOf:)`` takes, about.
  func work(withDaysOf tracked: [Int]) -> Int {
    let parts = parts(tracked)
    let choices = parts.reduce(1) { $0 * $1.choices }
    let states = parts.reduce(1) { $0 * $1.states }
    return choices * problem.grid.days * (states + 12 * problem.grid.periods)
  }

  /// The bound.
  ///
  /// - Parameter tracked: Courses of the curriculum whose missing days are counted, at most two.
  func leastPrice(withDaysOf tracked: [Int]) -> Int {
    let parts = parts(tracked)
    let (first, second, others) = (parts[0], parts[1], parts[2])
    // By what is placed of the first, of the second and of the others: the least price.
    var least: [Int?] = Array(repeating: nil, count: first.states * second.states * others.states)
    least[0] = 0
    for day in 0..<problem.grid.days {
      let isolated = isolatedLectures(on: day, parts)
      var next: [Int?] = Array(repeating: nil, count: least.count)
      for state in least.indices {
        guard let before = least[state] else { continue }
        let otherState = state % others.states
        let secondState = state / others.states % second.states
        let firstState = state / others.states / second.states
        for one in 0...first.room(from: firstState) {
          let firstNext = first.state(after: one, from: firstState)
          for two in 0...second.room(from: secondState) {
            let bothNext = firstNext * second.states + second.state(after: two, from: secondState)
            let row = (one * second.choices + two) * others.choices
            for rest in 0...others.room(from: otherState) {
              guard let alone = isolated[row + rest] else { continue }
              let price = before + alone * curriculum.isolationPrice
              let cell = bothNext * others.states + others.state(after: rest, from: otherState)
              if next[cell].map({ price < $0 }) ?? true { next[cell] = price }
            }
          }
        }
      }
      least = next
    }
    return cheapestEnd(least, parts) ?? 0
  }

  /// Over the states in which everything is placed; `nil` where there is none.
  private func cheapestEnd(_ least: [Int?], _ parts: [Part]) -> Int? {
    let (first, second, others) = (parts[0], parts[1], parts[2])
    var best: Int?
    for one in 0...first.leastDays {
      for two in 0...second.leastDays {
        let both = first.end(days: one) * second.states + second.end(days: two)
        guard let price = least[both * others.states + others.end(days: 0)] else { continue }
        let total = price + first.missing(days: one) + second.missing(days: two)
        best = min(best ?? total, total)
      }
    }
    return best
  }

  /// By numbers of lectures of each part on a day: the fewest of them that are isolated; `nil` where so many do
  /// not fit.
  private func isolatedLectures(on day: Int, _ parts: [Part]) -> [Int?] {
    let sizes = parts.map(\.choices)
    let strides = [sizes[1] * sizes[2], sizes[2], 1]
    let count = sizes.reduce(1, *)
    // The last period is free, or has a lecture that is alone up to now, or one with another before it.
    var free: [Int?] = Array(repeating: nil, count: count)
    var alone = free
    var joined = free
    free[0] = 0
    func fewer(_ first: Int?, _ second: Int?) -> Int? {
      guard let first, let second else { return first ?? second }
      return min(first, second)
    }
    for slot in day * problem.grid.periods..<(day + 1) * problem.grid.periods {
      let before = (free: free, alone: alone, joined: joined)
      for cell in 0..<count {
        free[cell] = fewer(before.free[cell], fewer(before.alone[cell].map { $0 + 1 }, before.joined[cell]))
        alone[cell] = nil
        joined[cell] = nil
        for (part, stride) in zip(parts, strides)
        where part.allowed[slot] && cell / stride % part.choices > 0 {
          let source = cell - stride
          alone[cell] = fewer(alone[cell], before.free[source])
          joined[cell] = fewer(joined[cell], fewer(before.alone[source], before.joined[source]))
        }
      }
    }
    return (0..<count).map { fewer(free[$0], fewer(alone[$0].map { $0 + 1 }, joined[$0])) }
  }

  /// The first and the second tracked course, without lectures where there is none, and all others.
  private func parts(_ tracked: [Int]) -> [Part] {
    func part(_ courses: [Int], daysOf course: CourseProblem.Course?) -> Part {
      let lectures = courses.reduce(0) { $0 + problem.courses[$1].lectures.count }
      let leastDays = course.map { min($0.leastDays, lectures, problem.grid.days) } ?? 0
      return Part(
        lectures: lectures, choices: min(lectures, problem.grid.periods) + 1,
        allowed: (0..<problem.slots).map { slot in
          courses.contains { problem.slotPrice[$0 * problem.slots + slot] != nil }
        }, leastDays: leastDays, missingDayPrice: course?.missingDayPrice ?? 0,
        impossibleDays: course.map { $0.leastDays - leastDays } ?? 0)
    }
    return tracked.map { part([$0], daysOf: problem.courses[$0]) }
      + Array(repeating: part([], daysOf: nil), count: 2 - tracked.count)
      + [part(curriculum.courses.filter { !tracked.contains($0) }, daysOf: nil)]
  }
}

extension CurriculumWeek {
  /// Courses that are counted together: one, or all others.
  private struct Part {
    let lectures: Int
    /// How many lectures a day may have, 0 among them.
    let choices: Int
    /// By slot.
    let allowed: [Bool]
    /// Days that are asked for and can be had.
    let leastDays: Int
    let missingDayPrice: Int
    /// Days that are asked for and cannot be had.
    let impossibleDays: Int

    /// Lectures placed, and days used as far as they are asked for.
    var states: Int { (lectures + 1) * (leastDays + 1) }

    /// How many lectures a day can take.
    func room(from state: Int) -> Int { min(choices - 1, lectures - state / (leastDays + 1)) }

    func state(after count: Int, from state: Int) -> Int {
      let days = state % (leastDays + 1)
      let daysNext = count > 0 ? min(leastDays, days + 1) : days
      return state + count * (leastDays + 1) + daysNext - days
    }

    /// The state in which all lectures are placed.
    func end(days: Int) -> Int { lectures * (leastDays + 1) + days }

    func missing(days: Int) -> Int { missingDayPrice * (leastDays - days + impossibleDays) }
  }
}
