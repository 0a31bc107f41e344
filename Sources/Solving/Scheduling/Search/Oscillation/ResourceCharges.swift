/// What a search charges for scarce things that it could take for nothing.
///
/// A half day that a leader still has costs nothing until it is the last one, and substitutes of a host cost what is
/// paid for them, however many others want the same day. At the prices of the master a series that takes less of what
/// others need looks better at once. A search is charged a share of them only: with all of it half days that nobody
/// needs in the end would stay unused.
struct ResourceCharges: Sendable {
  /// The prices of the master.
  let prices: ResourcePrices
  /// By start: the master's price of the substitutes of those who attend; 0 where it is no day off for anybody.
  private let substitutes: [Int]
  /// The resources that are half days of leaders on days off.
  let daysOff: Range<Int>

  /// In shares of the prices.
  private static let release = 0.5
  private static let pools = 0.3

  /// - Parameters:
  ///   - prices: The prices of the master.
  ///   - resources: What they are prices of.
  init(_ prices: ResourcePrices, of resources: ReleaseResources, in problem: TimetableProblem) {
    self.prices = prices
    daysOff = resources.daysOff
    substitutes = problem.starts.map { start in
      problem.poolUses[problem.poolUses(of: start)].reduce(0) { sum, use in
        resources.poolWeeks.uses(of: use).reduce(sum) {
          $0 + $1.amount * prices[resources.substitutes(ofRow: $1.row)]
        }
      }
    }
  }

  /// What release half days of a leader option are charged.
  func charge(of option: Int, leader: Int, halfDays: Int) -> Int {
    Int(Double(halfDays * prices.release(of: leader, option: option)) * Self.release)
  }

  /// What a release half day of a leader is charged, whatever series it is for.
  func halfDay(of leader: Int) -> Int { Int(Double(prices[leader]) * Self.release) }

  /// What the substitutes of those who attend are charged at some starts.
  func charge(at starts: [Int32]) -> Int {
    Int(Double(starts.reduce(0) { $0 + substitutes[Int($1)] }) * Self.pools)
  }

  /// What the substitutes of those who attend a session cost at the prices of the master.
  ///
  /// - Parameter start: In ``TimetableProblem/starts``.
  func price(of start: Int) -> Int { substitutes[start] }
}
