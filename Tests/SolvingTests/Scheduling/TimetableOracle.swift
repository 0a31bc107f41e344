@testable import Solving

/// The least cost of a timetable, by looking at every placement of every series; for tiny problems only.
///
/// Placements and timetables are judged by the problem's own definition of what is allowed and of what it costs,
/// which no engine uses.
struct TimetableOracle {
  private let problem: TimetableProblem
  /// By series: what it can do, nothing included where that is allowed, the cheapest first.
  private let choices: [[(placement: Placement?, cost: Int)]]
  /// By series, and one more: what it and those after it cost at least.
  private let leastOfRest: [Int]
  private var timetable: Timetable
  private var best: Int?

  init(_ problem: TimetableProblem) {
    self.problem = problem
    timetable = Timetable(placements: Array(repeating: nil, count: problem.series.count))
    choices = problem.series.indices.map { index in
      var own = Self.placements(of: index, in: problem).map { (Optional($0), problem.cost(of: $0, for: index)) }
      if let price = problem.series[index].unservedPrice { own.append((nil, price)) }
      return own.sorted { $0.1 < $1.1 }
    }
    leastOfRest = choices.reversed().reduce(into: [0]) { $0.append($0[$0.count - 1] + ($1.first?.cost ?? 0)) }
      .reversed()
  }

  /// The least cost; `nil` where what must be served cannot be.
  mutating func optimum() -> Int? {
    descend(to: 0, paid: problem.constant)
    return best
  }

  /// Costs that series share are not negative, so what is paid alone is a bound.
  private mutating func descend(to index: Int, paid: Int) {
    guard index < choices.count else {
      let cost = problem.cost(of: timetable)
      best = min(best ?? cost, cost)
      return
    }
    for (placement, cost) in choices[index] {
      if let best, paid + cost + leastOfRest[index + 1] >= best { break }
      timetable.placements[index] = placement
      // Later series are not placed yet; only the first one can be one that must be.
      if problem.violations(of: timetable).isEmpty { descend(to: index + 1, paid: paid + cost) }
    }
    timetable.placements[index] = nil
  }

  /// Every placement that keeps what concerns its series alone.
  private static func placements(of index: Int, in problem: TimetableProblem) -> [Placement] {
    let series = problem.series[index]
    let teams = subsets(of: series.leaders.map(Int32.init), atMost: series.team.size.upperBound)
    var found: [Placement] = []
    for starts in sequences(of: series.starts.map(Int32.init), length: series.sessions)
    where zip(starts, starts.dropFirst()).allSatisfy(<) {
      let places = sequences(of: series.venues.map(Int32.init), length: series.needsVenue ? series.sessions : 0)
      for venues in places {
        for team in teams {
          let placement = Placement(starts: starts, venues: venues, team: team)
          if problem.violations(of: placement, for: index).isEmpty { found.append(placement) }
        }
      }
    }
    return found
  }

  private static func sequences(of elements: [Int32], length: Int) -> [[Int32]] {
    (0..<length).reduce([[]]) { sequences, _ in sequences.flatMap { one in elements.map { one + [$0] } } }
  }

  /// Ascending.
  private static func subsets(of elements: [Int32], atMost size: Int) -> [[Int32]] {
    elements.reduce([[]]) { subsets, element in
      subsets + subsets.filter { $0.count < size }.map { $0 + [element] }
    }
  }
}
