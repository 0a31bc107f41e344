/// What leaders have left: slots, and release half days in the year and in each month.
struct LeaderSupply: Sendable {
  /// By leader and slot.
  var isFree: BitMatrix
  /// By leader; `nil` for no cap.
  var yearly: [Int?]
  /// By leader and month, row by row; `nil` for no cap.
  var monthly: [Int?]

  /// All that a problem gives.
  init(of problem: TimetableProblem) {
    isFree = problem.leaderIsFree
    yearly = problem.leaders.map(\.yearlyRelease)
    monthly = problem.monthlyRelease
  }
}
