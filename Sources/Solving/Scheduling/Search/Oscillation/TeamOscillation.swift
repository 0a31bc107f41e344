/// Local search over teams at given dates that may take more release half days than leaders have, at a price.
///
/// Release half days are what is scarce, and where they must be kept at every step a search is soon stuck: the
/// last few of them can only be filled by moving several leaders at once. Here each half day above a leader's
/// year costs a weight of ``ReleaseWeights``, which rises until hardly anything is overdrawn, and what is left of it
/// is taken out; all other rules hold at every step. Changes are accepted by Metropolis' rule while the temperature
/// falls (simulated annealing: Kirkpatrick, Gelatt and Vecchi 1983), and the best timetable that overdraws nobody is
/// kept. The changes:
///
/// - a leader of one series and a leader of another change places;
/// - a leader is replaced by another of the same kind;
/// - a series gets another team, at dates that it had before or at new ones;
/// - a series is taken out, and one that is not served takes its place or not;
/// - a series that is not served is placed.
///
/// While somebody gives too much, a part of the changes begins with such a leader: of so few it takes long to find one
/// by chance (focused search: Papadimitriou 1991, Selman, Kautz and Cohen 1994).
///
/// Where it begins with columns of the master, changes are judged with a share of its prices (``ResourceCharges``).
///
/// The first two take O(sessions) and are most of the changes; looking for new dates is hundreds of times dearer,
/// so dates that were found are kept (``PricedDates``), a few for each series.
struct TeamOscillation: Sendable {
  let problem: TimetableProblem
  let spaces: PlacementSpaces
  var randomness: Randomness
  var state: TimetableState
  var weights: ReleaseWeights
  private var temperature = 1.0
  /// The best timetable that overdraws nobody.
  private var best: (timetable: Timetable, cost: Int) = (Timetable(placements: []), .max)
  /// Work that was done beyond what was due: one change may be many.
  private var workAhead = 0
  /// By series: the dates it is held at.
  var held: [PricedDates?]
  /// By series: dates that were found.
  var dates: [[PricedDates]]
  /// Series that can be placed.
  let placeable: [Int]
  /// Those of them that are not placed, in no order, and by series where in it.
  private(set) var unserved: [Int] = []
  private var placeInUnserved: [Int]
  /// Those of them that must be served.
  private var missing = 0
  /// By leader option: the kind in its series; -1 for none.
  let kinds: [Int32]
  /// By series: where its kinds begin in ``membersOfKind``.
  let firstKind: [Int]
  /// The leader options of each kind, those of a series together.
  let membersOfKind: [[Int32]]
  /// By leader: the options, ascending.
  let optionsOfLeader: [[Int32]]
  var search: PlacementSearch
  var team: TeamDraft
  /// The series that would leave with the change that is tried; none where one only comes.
  var departure: Departure
  /// What the search is charged beyond costs, once it has begun with columns.
  var charges: ResourceCharges?
  /// Whether a deadline left time for less than all changes.
  var isShortened = false
  private var isChanged: [Bool]
  private var changed: [Int] = []

  /// - Parameters:
  ///   - empty: A timetable without series.
  init(
    _ problem: TimetableProblem, spaces: PlacementSpaces, empty: TimetableState, randomness: Randomness
  ) {
    self.problem = problem
    self.spaces = spaces
    self.randomness = randomness
    let count = problem.series.count
    var kinds = Array(repeating: Int32(-1), count: problem.leaderOptions.count)
    var firstKind: [Int] = []
    var membersOfKind: [[Int32]] = []
    for index in 0..<count {
      firstKind.append(membersOfKind.count)
      for (kind, members) in spaces[index].kinds.map(\.members).enumerated() {
        for option in members { kinds[Int(option)] = Int32(kind) }
        membersOfKind.append(members)
      }
    }
    self.firstKind = firstKind
    self.membersOfKind = membersOfKind
    self.kinds = kinds
    var options: [[Int32]] = Array(repeating: [], count: problem.leaders.count)
    for (option, entry) in problem.leaderOptions.enumerated() { options[Int(entry.leader)].append(Int32(option)) }
    optionsOfLeader = options
    placeable = (0..<count).filter { spaces[$0].canBePlaced }
    held = Array(repeating: nil, count: count)
    dates = Array(repeating: [], count: count)
    placeInUnserved = Array(repeating: -1, count: count)
    isChanged = Array(repeating: false, count: count)
    search = PlacementSearch(problem)
    team = TeamDraft()
    departure = Departure(problem)
    state = empty.withoutYearlyCaps()
    let capacity = empty.supply.yearly
    let stake = problem.series.reduce(0) { $0 + ($1.unservedPrice ?? 0) }
    weights = ReleaseWeights(
      capacity: capacity, first: max(1, stake / max(1, capacity.reduce(0) { $0 + max(0, $1 ?? 0) })))
    for index in placeable { markUnserved(index) }
  }

  /// The best timetable found from one on that keeps all rules, or from what it began with.
  ///
  /// - Parameters:
  ///   - changes: How many are tried at most; looking for dates counts as many.
  ///   - deadline: When it has to be cold; `nil` for whenever all changes are tried.
  ///   - stop: Looked at now and then.
  mutating func improve(
    _ origin: Timetable, changes: Int, deadline: ContinuousClock.Instant? = nil, stop: StopSignal
  ) -> Timetable {
    let hasBegun = unserved.count < placeable.count
    if !hasBegun { take(origin) }
    best = (origin, problem.cost(of: origin))
    workAhead = 0
    guard !placeable.isEmpty else { return origin }
    let first = Double(weights.first)
    let start = hasBegun ? coolingFromColumns : coolingBefore
    var pace = Pace(work: changes, until: deadline)
    // One part after each cycle, the rest in the phases.
    let closing = changes / Self.shareOfClosing
    let changes = changes - Self.phases / Self.phasesInCycle * closing
    for phase in 0..<Self.phases {
      let share = Double(phase) / Double(Self.phases)
      temperature = max(1, first * Self.hottest * exponential(-(start + (Self.cooling - start) * share)))
      weights.follow(isWandering: phase % Self.phasesInCycle < Self.wanderingPhases)
      tryChanges(changes * (phase + 1) / Self.phases - changes * phase / Self.phases, &pace, stop: stop)
      if stop.isRaised { return best.timetable }
      if phase % Self.phasesInCycle == Self.phasesInCycle - 1 { keepWhatFits(changes: closing, &pace, stop: stop) }
    }
    return best.timetable
  }

  /// Tries some changes, or as many of them as there is time for.
  private mutating func tryChanges(_ count: Int, _ pace: inout Pace, stop: StopSignal) {
    var left = count
    while left > 0, !stop.isRaised {
      let planned = min(left, Self.mostAtOnce)
      tryPlanned(planned, &pace)
      left -= planned
    }
  }

  /// The same between two looks at the clock.
  private mutating func tryPlanned(_ planned: Int, _ pace: inout Pace) {
    let due = pace.shortened(planned)
    if due < planned { isShortened = true }
    let begin = ContinuousClock.now
    var done = workAhead
    while done < due {
      done += change()
      if weights.overdrawn == 0, missing == 0, state.cost < best.cost {
        best.cost = state.cost
        for index in changed { best.timetable.placements[index] = state.placements[index] }
        forgetChanges()
      }
    }
    pace.add(planned: planned, done: done - workAhead, in: begin.duration(to: .now))
    workAhead = done - due
  }

  /// Keeps what is left where leaders who give too much give less, once it is improved within the caps, if it is the best:
  /// of thousands of leaders there is always one with a half day too much. The search goes on as before.
  private mutating func keepWhatFits(changes: Int, _ pace: inout Pace, stop: StopSignal) {
    var kept = self
    kept.comeBack()
    guard missing == 0, kept.weights.overdrawn == 0 else {
      pace.add(planned: changes, done: 0, in: .zero)
      return
    }
    if kept.state.cost < kept.best.cost {
      kept.best = (kept.state.timetable, kept.state.cost)
      kept.forgetChanges()
    }
    kept.weights.close(above: problem.series.compactMap(\.unservedPrice).max() ?? 0)
    kept.workAhead = 0
    for step in 0..<Self.closingSteps {
      let left = 1 - Double(step) / Double(Self.closingSteps)
      kept.temperature = temperature * (1 + Self.reheat * left)
      kept.tryChanges(
        changes * (step + 1) / Self.closingSteps - changes * step / Self.closingSteps, &pace, stop: stop)
    }
    (randomness, isShortened) = (kept.randomness, kept.isShortened)
    guard kept.best.cost < best.cost else { return }
    best = kept.best
    forgetChanges()
    // Any of them may be elsewhere than in the best timetable.
    for index in placeable { note(index) }
  }

  /// Leaves out series of leaders who give too much, those first of which least is at stake, until nobody does or only
  /// what must be served is left.
  ///
  /// - Returns: The series.
  @discardableResult
  mutating func comeBack() -> [Int] {
    var left: [Int] = []
    for leader in weights.capacity.indices {
      while weights.taken[leader] > weights.capacity[leader] {
        let candidates = state.seriesOfLeader[leader].map(Int.init).filter { index in
          let series = problem.series[index]
          guard series.unservedPrice != nil, let dates = held[index], let option = option(of: leader, in: index)
          else { return false }
          return dates.halfDays[Int(option) - series.leaders.lowerBound] > 0
        }
        guard let least = candidates.max(by: { problem.hasMoreAtStake($0, than: $1) }) else { break }
        takeOut(least)
        left.append(least)
      }
    }
    return left
  }

  /// Changes between two looks at the clock.
  private static let mostAtOnce = 1 << 14

  private static let phases = 4096
  private static let phasesInCycle = 1024
  private static let wanderingPhases = 614
  /// The inverse of the share of changes that are tried within the caps after each cycle.
  private static let shareOfClosing = 64
  private static let closingSteps = 64
  /// By how many times the temperature it is warmer there at first.
  private static let reheat = 3.0
  /// Temperatures in shares of what a half day is worth: the first, and the logarithm of first to last.
  private static let hottest = 1.5
  private static let cooling = 3.9

  /// How far it has cooled when it starts without columns. Few series can be heated until they forget where they came
  /// from; of more, the changes would not suffice to find back.
  private var coolingBefore: Double { 1.1 * (1 - fewness) }

  /// How far it has cooled when it starts from columns: it is to keep what they serve, but may find back where they are few.
  private var coolingFromColumns: Double { 2.5 - 1.5 * fewness }

  /// 1 where series are few, and less with the square of their number.
  private var fewness: Double {
    let size = Workload.timesFew(problem.series.count)
    return 1 / (size * size)
  }

  /// Metropolis' rule.
  mutating func accepts(_ rise: Int) -> Bool {
    if rise <= 0 { return true }
    let exponent = Double(rise) / temperature
    guard exponent < Self.greatestExponent else { return false }
    return Double(randomness.next() >> 11) < exponential(-exponent) * 0x1p53
  }

  private static let greatestExponent = 20.0

  /// Up to twice the temperature: so much dearer a choice may look by chance.
  mutating func noise() -> Int { randomness.below(2 * Int(temperature) + 1) }

  mutating func forgetChanges() {
    for index in changed { isChanged[index] = false }
    changed.removeAll(keepingCapacity: true)
  }

  mutating func note(_ index: Int) {
    if isChanged[index] { return }
    isChanged[index] = true
    changed.append(index)
  }

  // MARK: The state

  /// Places a series that is not placed.
  mutating func place(_ new: HeldSeries) {
    let (index, placement, dates) = (new.index, new.placement, new.dates)
    state.add(placement, for: index)
    held[index] = dates
    let first = problem.series[index].leaders.lowerBound
    for option in placement.team {
      weights.take(Int(problem.leaderOptions[Int(option)].leader), Int(dates.halfDays[Int(option) - first]))
    }
    note(index)
    let place = placeInUnserved[index]
    guard place >= 0 else { return }
    if problem.series[index].unservedPrice == nil { missing -= 1 }
    let last = unserved.removeLast()
    if last != index {
      unserved[place] = last
      placeInUnserved[last] = place
    }
    placeInUnserved[index] = -1
  }

  /// Takes out a series that is placed.
  @discardableResult
  mutating func takeOut(_ index: Int) -> HeldSeries {
    let placement = state.remove(index)!
    let dates = held[index]!
    held[index] = nil
    let first = problem.series[index].leaders.lowerBound
    for option in placement.team {
      weights.take(Int(problem.leaderOptions[Int(option)].leader), -Int(dates.halfDays[Int(option) - first]))
    }
    note(index)
    markUnserved(index)
    return HeldSeries(index: index, placement: placement, dates: dates)
  }

  /// Takes a leader out of a team, until another of the same kind comes.
  mutating func removeMember(_ option: Int32, of index: Int) {
    guard let dates = held[index] else { return }
    let offset = Int(option) - problem.series[index].leaders.lowerBound
    state.removeMember(option, of: index, price: dates.prices[offset])
    weights.take(Int(problem.leaderOptions[Int(option)].leader), -Int(dates.halfDays[offset]))
    note(index)
  }

  /// Takes a leader into a team that lacks one of the kind.
  mutating func addMember(_ option: Int32, of index: Int) {
    guard let dates = held[index] else { return }
    let offset = Int(option) - problem.series[index].leaders.lowerBound
    state.addMember(option, of: index, price: dates.prices[offset])
    weights.take(Int(problem.leaderOptions[Int(option)].leader), Int(dates.halfDays[offset]))
    note(index)
  }

  private mutating func markUnserved(_ index: Int) {
    placeInUnserved[index] = unserved.count
    unserved.append(index)
    if problem.series[index].unservedPrice == nil { missing += 1 }
  }
}
