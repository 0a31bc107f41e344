/// How the work of a search is laid out: numbered rounds in which a fixed number of tasks anneal, each its own
/// timetable, over the same falling temperatures.
///
/// First a short cooling, so that an interrupt finds something good early; then a long one from a heat that
/// forgets where it began; then short ones that start warm from the best timetable, so that a clock that is
/// late costs little. The layout depends on the problem and the effort alone, never on threads or clocks.
struct CourseSchedule: Sendable {
  /// How many timetables are annealed side by side.
  static let tasks = 4
  /// Moves that a task proposes at one temperature, unless it is late: a few thousandths of a second.
  static let evaluationsPerStep = 1 << 15

  /// One round.
  struct Round: Sendable {
    /// Whether every task starts from the best timetable of all, and not from its own.
    let startsFromBest: Bool
    /// By step: the temperature.
    let temperatures: [Double]

    /// Moves to propose, over all tasks.
    var evaluations: Int { temperatures.count * CourseSchedule.evaluationsPerStep * CourseSchedule.tasks }
  }

  /// Rounds over which the temperature falls once.
  private struct Cooling {
    let steps: Int
    let rounds: Int
    let hottest: Double
    /// The natural logarithm of the hottest over the coldest temperature.
    let span: Double
    let isFromBest: Bool
  }

  private let coolings: [Cooling]

  /// Temperatures in typical prices, and the natural logarithm of each over the same last one: hot enough to
  /// forget, and warm enough to leave a local optimum for another near it.
  private static let hot = (temperature: 2.5, span: 3.7)
  private static let warm = (temperature: 0.375, span: 1.8)
  /// Rounds of a cooling: as many as this where there are as many steps.
  private static let usualRounds = 40
  /// Steps of a round, at most: a few seconds.
  private static let mostSteps = 1_024
  /// Short coolings after the long one, each with as much work as the first.
  private static let reheats = 3

  /// - Parameters:
  ///   - evaluations: Moves to propose, over all tasks; rounded to whole steps.
  ///   - typicalPrice: ``CourseProblem/typicalPrice``.
  init(evaluations: Int, typicalPrice: Double) {
    let all = max(Self.reheats + 2, evaluations / Self.tasks / Self.evaluationsPerStep)
    let short = max(1, all / 16)
    let long = all - (Self.reheats + 1) * short
    func cooling(_ steps: Int, from heat: (temperature: Double, span: Double), isFromBest: Bool) -> Cooling {
      Cooling(
        steps: steps, rounds: max(min(steps, Self.usualRounds), steps / Self.mostSteps),
        hottest: heat.temperature * typicalPrice, span: heat.span, isFromBest: isFromBest)
    }
    coolings =
      [cooling(short, from: Self.hot, isFromBest: false), cooling(long, from: Self.hot, isFromBest: false)]
      + Array(repeating: cooling(short, from: Self.warm, isFromBest: true), count: Self.reheats)
  }

  /// Moves to propose, over all rounds and tasks.
  var evaluations: Int { coolings.reduce(0) { $0 + $1.steps } * Self.evaluationsPerStep * Self.tasks }

  /// How many rounds.
  var rounds: Int { coolings.reduce(0) { $0 + $1.rounds } }

  /// A round by its number. O(steps of the round).
  subscript(number: Int) -> Round {
    var position = number
    var index = 0
    while position >= coolings[index].rounds {
      position -= coolings[index].rounds
      index += 1
    }
    let cooling = coolings[index]
    // Multiplied as wide words: an effort may be anything.
    func step(_ boundary: Int) -> Int {
      cooling.rounds.dividingFullWidth(cooling.steps.multipliedFullWidth(by: boundary)).quotient
    }
    return Round(
      startsFromBest: cooling.isFromBest && position == 0,
      temperatures: (step(position)..<step(position + 1)).map {
        cooling.hottest * exponential(-cooling.span * Double($0) / Double(max(1, cooling.steps - 1)))
      })
  }
}

extension CourseProblem {
  /// The middle one of the prices above 0 that a timetable may have to pay, or 1 without any; it scales
  /// temperatures.
  var typicalPrice: Double {
    let ofTerms = courses.flatMap { [$0.missingDayPrice, $0.roomChangePrice] } + curricula.map(\.isolationPrice)
    let ofPlaces = (slotPrice + roomPrice).compactMap { $0 }
    for prices in [ofTerms, ofPlaces] {
      let paid = prices.filter { $0 > 0 }.sorted()
      if !paid.isEmpty { return Double(paid[paid.count / 2]) }
    }
    return 1
  }
}
