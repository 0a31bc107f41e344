/// A lower bound on the score of every match of a scenario, computed from multipliers and the rules alone.
///
/// Each request r has a multiplier q_r / D. Serving it is then free and pays the coach who does; a request
/// that stays unserved costs at most its need. With c the weighted score of a pair,
///
///     D x bound = Σ min(q, D x need) - Σ over coaches of the most that the coach could earn
///
/// where a coach earns Σ (q - D c) over requests that fit into the week and the limits on schools and
/// mentees. Whatever the multipliers, no match costs less (Lagrangian duality; Fisher 1981). All of it is
/// whole numbers; it shares no code with the engine that found the multipliers.
public struct MatchBound: Hashable, Sendable {
  /// No match costs less; `nil` where the multipliers cannot be used.
  public let value: Int?
  /// Why not.
  public let flaw: String?

  /// Larger denominators and numerators are refused, so that no sum can overflow.
  private static let largestDenominator = 1 << 20
  private static let largestNumerator = 1 << 42

  /// - Complexity: That of ``CoachPairs`` for who could serve whom, and for each coach items · minutes · limits.
  public init(of scenario: Scenario, at proof: Certificate.Proof) {
    guard proof.numerators.count == scenario.requests.count else {
      value = nil
      flaw = "there are \(proof.numerators.count) for \(scenario.requests.count) requests"
      return
    }
    guard (1...Self.largestDenominator).contains(proof.denominator),
      proof.numerators.allSatisfy({ abs($0) <= Self.largestNumerator })
    else {
      value = nil
      flaw =
        "the denominator is outside 1...\(Self.largestDenominator) or a numerator beyond \(Self.largestNumerator)"
      return
    }
    let pairs = CoachPairs(scenario: scenario)
    var total = 0
    for (request, numerator) in zip(scenario.requests, proof.numerators) {
      let price = proof.denominator * scenario.region.weight(of: .unservedNeed) * scenario.need(of: request)
      switch pairs.isServed(request) {
      case true?: total += numerator
      case false?: total += price
      case nil: total += min(numerator, price)
      }
    }
    for leader in scenario.leaders where leader.coachingPerWeek > .zero {
      total -= Self.earnings(of: leader, pairs, proof)
    }
    let (quotient, remainder) = total.quotientAndRemainder(dividingBy: proof.denominator)
    value = remainder > 0 ? quotient + 1 : quotient
    flaw = nil
  }

  /// The most that a coach could earn: a knapsack over minutes, requests of schools and mentees.
  private static func earnings(of leader: Leader, _ pairs: CoachPairs, _ proof: Certificate.Proof) -> Int {
    let items = pairs.choices(of: leader).compactMap { choice -> (minutes: Int, isMentee: Bool, profit: Int)? in
      let request = pairs.scenario.requests[choice.request]
      let profit = proof.numerators[choice.request] - proof.denominator * choice.cost
      // Who must have so many may have to take what earns nothing.
      guard profit > 0 || leader.minSchools > 0 && request.mentee == nil, pairs.canVisit(request, leader) else {
        return nil
      }
      return (choice.load.value, request.mentee != nil, profit)
    }
    let minutes = min(leader.coachingPerWeek.value, items.reduce(0) { $0 + $1.minutes })
    // A limit that cannot be exceeded needs no place in the table.
    let schools = items.count { !$0.isMentee }
    let mentees = items.count - schools
    let schoolLimit = leader.maxSchools.flatMap { $0 < schools ? $0 : nil }
    let menteeLimit = leader.maxMentees.flatMap { $0 < mentees ? $0 : nil }
    // Above the least, numbers of schools are told apart only as far as they are limited.
    let least = min(leader.minSchools, leader.maxSchools ?? .max)
    let (rows, columns) = (max(schoolLimit ?? 0, least) + 1, (menteeLimit ?? 0) + 1)
    // By schools taken, mentees taken at most and minutes used at most: the greatest profit; `nil` for none.
    var best = Array(repeating: Int?.none, count: rows * columns * (minutes + 1))
    func cell(_ row: Int, _ column: Int, _ used: Int) -> Int { (row * columns + column) * (minutes + 1) + used }
    for position in 0..<cell(1, 0, 0) { best[position] = 0 }
    for item in items where item.minutes <= minutes {
      let isCounted = !item.isMentee && rows > 1
      let right = item.isMentee && menteeLimit != nil ? 1 : 0
      for row in stride(from: rows - 1, through: isCounted ? 1 : 0, by: -1) {
        // Where nothing limits the number, the last row stands for as many and more.
        let isOpen = isCounted && schoolLimit == nil && row == rows - 1
        for column in stride(from: columns - 1, through: right, by: -1) {
          for used in stride(from: minutes, through: item.minutes, by: -1) {
            let before = used - item.minutes
            var with = best[cell(isCounted ? row - 1 : row, column - right, before)]
            if isOpen, let same = best[cell(row, column - right, before)] { with = max(with ?? same, same) }
            guard let with else { continue }
            let own = cell(row, column, used)
            best[own] = max(best[own] ?? .min, with + item.profit)
          }
        }
      }
    }
    // None at all: the coach cannot have enough, there is no match, and any bound holds.
    return (least..<rows).compactMap { best[cell($0, columns - 1, minutes)] }.max() ?? 0
  }
}
