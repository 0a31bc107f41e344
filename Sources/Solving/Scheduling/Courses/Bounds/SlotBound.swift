/// A lower bound on what slots, missing days and isolated lectures cost: each course and each curriculum has the
/// week that is best for it, as if it were alone. All in integers.
///
/// The missing days of a course are counted once: either with the slots of the course itself, or together with
/// the isolated lectures of one of its curricula, where both pull in different directions. Which, is decided
/// greedily by what it adds to the bound.
struct SlotBound {
  private let problem: CourseProblem

  /// Missing days of one or two courses counted with a curriculum.
  private struct Choice {
    let curriculum: Int
    let courses: [Int]
    let gain: Int
  }

  /// Steps of dynamic programming, over all curricula: a few tenths of a second at most.
  private static let mostWork = 40_000_000

  init(_ problem: CourseProblem) { self.problem = problem }

  /// The bound.
  func value() -> Int {
    let alone = problem.courses.indices.map { leastPrice(ofCourse: $0, withMissingDays: true) }
    let slotsAlone = problem.courses.indices.map { leastPrice(ofCourse: $0, withMissingDays: false) }
    var value = alone.reduce(0, +)
    var choices: [Choice] = []
    var work = 0
    // The smallest first: there the bound gains most for the least work.
    let order = problem.curricula.indices.sorted {
      (lectures(of: $0), $0) < (lectures(of: $1), $1)
    }
    for index in order {
      let courses = problem.curricula[index].courses
      let week = CurriculumWeek(problem, problem.curricula[index])
      let base = week.leastPrice(withDaysOf: [])
      value += base
      for tracked in Self.pairs(courses) {
        let step = week.work(withDaysOf: tracked)
        guard step <= Self.mostWork - work else { continue }
        work += step
        let given = tracked.reduce(0) { $0 + alone[$1] - slotsAlone[$1] }
        let gain = week.leastPrice(withDaysOf: tracked) - base - given
        if gain > 0 { choices.append(Choice(curriculum: index, courses: tracked, gain: gain)) }
      }
    }
    return value + gain(of: choices)
  }

  /// What the choices add that exclude one another least, greedily: each course and each curriculum once.
  private func gain(of choices: [Choice]) -> Int {
    var gain = 0
    var curriculaTaken: Set<Int> = []
    var coursesTaken: Set<Int> = []
    let order = choices.sorted {
      ($1.gain, $0.courses.count, $0.curriculum, $0.courses[0]) < (
        $0.gain, $1.courses.count, $1.curriculum, $1.courses[0]
      )
    }
    for choice in order
    where !curriculaTaken.contains(choice.curriculum) && coursesTaken.isDisjoint(with: choice.courses) {
      gain += choice.gain
      curriculaTaken.insert(choice.curriculum)
      coursesTaken.formUnion(choice.courses)
    }
    return gain
  }

  private func lectures(of curriculum: Int) -> Int {
    problem.curricula[curriculum].courses.reduce(0) { $0 + problem.courses[$1].lectures.count }
  }

  /// Each alone and each two together.
  private static func pairs(_ courses: [Int]) -> [[Int]] {
    courses.indices.flatMap { first in
      [[courses[first]]] + courses[(first + 1)...].map { [courses[first], $0] }
    }
  }

  /// What a course pays at least for slots, and for missing days if these are counted.
  ///
  /// O(lectures x days² x periods).
  private func leastPrice(ofCourse index: Int, withMissingDays: Bool) -> Int {
    let course = problem.courses[index]
    let (days, periods) = (problem.grid.days, problem.grid.periods)
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
    let missingDayPrice = withMissingDays ? course.missingDayPrice : 0
    let ends = (0..<width).compactMap { used in
      least[count * width + used].map { $0 + missingDayPrice * (course.leastDays - used) }
    }
    return ends.min() ?? 0
  }
}
