/// How the work of a search is laid out: numbered rounds in which a fixed number of tasks anneal, each its own
/// timetable, over the same falling temperatures.
///
/// A first short cooling finds something good early, for an interrupt; the long one has nearly all the work.
/// The layout depends on the problem and the effort alone, never on threads or clocks.
struct CourseSchedule: Sendable {
  /// How many timetables are annealed side by side.
  static let tasks = 4
  /// Moves that a task proposes at one temperature: a few thousandths of a second.
  static let evaluationsPerStep = 1 << 15

  /// One round.
  struct Round: Sendable {
    /// The cooling that it is part of: 0 is the short one.
    let cooling: Int
    /// By step: the temperature.
    let temperatures: [Double]
  }

  /// Steps of each cooling.
  private let steps: [Int]
  /// Where the rounds of each cooling begin, and where the last end.
  private let roundsFrom: [Int]
  private let typicalPrice: Double

  /// The first temperature, in typical prices: hot enough to forget where the search began.
  private static let hottest = 2.5
  /// The natural logarithm of the first over the last temperature.
  private static let span = 3.7
  /// Rounds of a cooling: as many as this where there are as many steps.
  private static let usualRounds = 40
  /// Steps of a round, at most: a few seconds.
  private static let mostSteps = 1024

  /// - Parameters:
  ///   - evaluations: Moves to propose, over all tasks; rounded to whole steps, at least two a task.
  ///   - typicalPrice: ``CourseProblem/typicalPrice``.
  init(evaluations: Int, typicalPrice: Double) {
    self.typicalPrice = typicalPrice
    let all = max(2, evaluations / Self.tasks / Self.evaluationsPerStep)
    let short = max(1, all / 16)
    steps = [short, all - short]
    let rounds = [1, max(min(all - short, Self.usualRounds), (all - short) / Self.mostSteps)]
    roundsFrom = [0, rounds[0], rounds[0] + rounds[1]]
  }

  /// How many rounds.
  var rounds: Int { roundsFrom[roundsFrom.count - 1] }

  /// A round by its number. O(steps of the round).
  subscript(number: Int) -> Round {
    let cooling = number < roundsFrom[1] ? 0 : 1
    let position = number - roundsFrom[cooling]
    let count = roundsFrom[cooling + 1] - roundsFrom[cooling]
    let all = steps[cooling]
    // Multiplied as wide words: an effort may be anything.
    func step(_ boundary: Int) -> Int {
      count.dividingFullWidth(all.multipliedFullWidth(by: boundary)).quotient
    }
    return Round(
      cooling: cooling,
      temperatures: (step(position)..<step(position + 1)).map {
        typicalPrice * Self.hottest * exponential(-Self.span * Double($0) / Double(max(1, all - 1)))
      })
  }
}

extension CourseProblem {
  /// The middle one of the prices above 0 that a timetable may have to pay, or 1 without any; it scales
  /// temperatures.
  var typicalPrice: Double {
    let ofTerms =
      courses.flatMap { [$0.missingDayPrice, $0.roomChangePrice] } + curricula.map(\.isolationPrice)
    let ofPlaces = (slotPrice + roomPrice).compactMap { $0 }
    for prices in [ofTerms, ofPlaces] {
      let paid = prices.filter { $0 > 0 }.sorted()
      if !paid.isEmpty { return Double(paid[paid.count / 2]) }
    }
    return 1
  }
}
