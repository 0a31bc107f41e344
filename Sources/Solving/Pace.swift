/// How much of the work that is planned fits into the time before a deadline.
///
/// A search that cools is worth little where a clock ends it half-way: what it has is still warm. Where the machine is
/// slower than the plan was made for, each of its steps does less and the temperature still falls to the end. A search
/// that is on time is left alone, so that it can be repeated.
struct Pace: Sendable {
  private let deadline: ContinuousClock.Instant?
  private var left: Int
  private var done = 0
  private var spent = Duration.zero

  /// - Parameters:
  ///   - work: All that is planned, in any unit.
  ///   - deadline: When the search will be stopped; `nil` for never.
  init(work: Int, until deadline: ContinuousClock.Instant?) {
    left = work
    self.deadline = deadline
  }

  /// Takes note of work that was planned, of what was done of it, and of the time that took.
  mutating func add(planned: Int, done work: Int, in time: Duration) {
    left -= planned
    done += work
    spent += time
  }

  /// What is to be done of some work that is planned, at least 1; all of it where the search is on time.
  func shortened(_ work: Int) -> Int {
    guard let deadline else { return work }
    let remaining = ContinuousClock.now.duration(to: deadline)
    let share = Self.share(of: left, done: done, spent: spent, remaining: remaining)
    return share < 1 ? min(work, max(1, Int(Double(work) * share))) : work
  }

  /// The share of the work that is left that can be done in the time that remains; 1 where all can.
  static func share(of left: Int, done: Int, spent: Duration, remaining: Duration) -> Double {
    // Of the first steps the speed cannot be told.
    guard done > 0, spent > (spent + remaining) * leastKnown else { return 1 }
    let needed = spent / .seconds(1) * (Double(left) / Double(done))
    let available = max(0, remaining / .seconds(1))
    // What looks a little late at first may still be on time: not every step takes as long.
    let tolerance = 1 + patience * available / (spent / .seconds(1) + available)
    return needed <= available * tolerance ? 1 : available * reserve / needed
  }

  /// The share of all time after which the speed is known.
  private static let leastKnown = 0.03
  /// How much too long the work may seem to take, at first; less and less towards the end.
  private static let patience = 0.25
  /// Of the time that remains, what is given out where there is too little.
  private static let reserve = 0.98
}
