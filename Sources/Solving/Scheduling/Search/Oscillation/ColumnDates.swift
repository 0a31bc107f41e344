/// Dates and venues for columns of a master: each has a team, and a profile instead of dates.
///
/// What columns save lies on days off, where part of a team costs no release; there the substitutes of a few hosts and
/// the hours of a few leaders have to do for all. So after what must be served comes what hopes for most half days there,
/// and it pays for substitutes what they are worth to others. Then a few series that meet around the same days are taken
/// out and come back in another order, again and again (ruin and recreate: Schrimpf et al. 2000, under
/// ``FallingThreshold``). Judged is what each placement costs alone, with half days at the prices of the master, and what
/// stays unserved; isolation is not. Teams stay, caps on release in the year may be broken, all other rules are kept.
struct ColumnDates: Sendable {
  private let problem: TimetableProblem
  private let spaces: PlacementSpaces
  private let charges: ResourceCharges
  private let columns: [TimetableRelaxation.Column]
  private let teams: [Int: [Int32]]
  private var search: PlacementSearch
  private var randomness: Randomness
  /// Timetable that is being made.
  private(set) var state: TimetableState

  /// Series that are taken out together.
  private static let fewest = 2
  private static let most = 8
  /// How many days apart sessions may be that meet.
  private static let near = 2
  /// One out of so many may be any.
  private static let strangers = 4
  /// Prices of substitutes are taken in quarters, from 1 to so many.
  private static let mostQuarters = 6
  private static let whole = 4

  /// - Parameters:
  ///   - columns: One for a series at most.
  ///   - charges: What they pay for what they share.
  ///   - state: A timetable without them, and without caps on release in the year.
  init(
    _ problem: TimetableProblem, spaces: PlacementSpaces, columns: [TimetableRelaxation.Column],
    charges: ResourceCharges, state: TimetableState, randomness: Randomness
  ) {
    self.problem = problem
    self.spaces = spaces
    self.charges = charges
    self.state = state
    self.randomness = randomness
    search = PlacementSearch(problem)
    teams = Dictionary(uniqueKeysWithValues: columns.map { ($0.series, $0.team) })
    let saved = columns.map { column in
      column.uses.reduce(0) { charges.daysOff.contains($1.resource) ? $0 + $1.amount : $0 }
    }
    let isMandatory = columns.map { problem.series[$0.series].unservedPrice == nil }
    self.columns = columns.indices.sorted { one, other in
      if isMandatory[one] != isMandatory[other] { return isMandatory[one] }
      return saved[one] == saved[other]
        ? problem.hasMoreAtStake(columns[one].series, than: columns[other].series) : saved[one] > saved[other]
    }.map { columns[$0] }
  }

  /// Places the columns, one after the other; what finds no dates stays out.
  mutating func place() {
    for column in columns {
      if let found = dates(of: column.series, quarters: Self.whole) { state.add(found, for: column.series) }
    }
  }

  /// Improves the dates.
  ///
  /// - Parameters:
  ///   - lookups: How many times dates are looked for.
  ///   - threshold: The largest rise that is accepted, at first; it falls to nothing.
  mutating func improve(lookups: Int, threshold: Int, stop: StopSignal) {
    guard columns.count >= Self.fewest else { return }
    let falling = FallingThreshold(first: threshold, steps: lookups)
    var done = 0
    while done < lookups, !stop.isRaised {
      let group = group()
      let old = group.map { state.placements[$0] }
      var rise = 0
      for index in group {
        rise -= price(of: state.placements[index], for: index)
        state.remove(index)
      }
      let quarters = 1 + randomness.below(Self.mostQuarters)
      var order = group
      randomness.shuffle(&order)
      for index in order {
        let found = dates(of: index, quarters: quarters)
        if let found { state.add(found, for: index) }
        rise += price(of: found, for: index)
      }
      done += group.count
      if !falling.accepts(rise, after: done, &randomness) {
        for index in group { state.remove(index) }
        for (index, placement) in zip(group, old) {
          if let placement { state.add(placement, for: index) }
        }
      }
    }
  }

  /// A series, some that it meets, and here and there one that might want to be there.
  private mutating func group() -> [Int] {
    let first = columns[randomness.below(columns.count)].series
    var group = [first]
    let size = min(columns.count, Self.fewest + randomness.below(Self.most - Self.fewest + 1))
    // Where it would like to meet, if it does not.
    let starts = state.placements[first]?.starts ?? problem.series[first].starts.map(Int32.init)
    var near: [Int] = []
    if !starts.isEmpty {
      let day = day(starts[randomness.below(starts.count)])
      near = columns.map(\.series).filter { index in
        index != first
          && state.placements[index].map { $0.starts.contains { abs(self.day($0) - day) <= Self.near } } ?? true
      }
    }
    while group.count < size {
      if near.isEmpty || randomness.below(Self.strangers) == 0 {
        let other = columns[randomness.below(columns.count)].series
        if !group.contains(other) { group.append(other) }
      } else {
        let other = randomness.below(near.count)
        if !group.contains(near[other]) { group.append(near[other]) }
        near.swapAt(other, near.count - 1)
        near.removeLast()
      }
    }
    return group
  }

  private func day(_ start: Int32) -> Int { Int(problem.starts[Int(start)].day) }

  private mutating func dates(of index: Int, quarters: Int) -> Placement? {
    guard let team = teams[index] else { return nil }
    let charges = charges
    return search.dates(for: team, in: spaces[index], state: state, prices: charges.prices) {
      charges.price(of: $0) * quarters / Self.whole
    }
  }

  private func price(of placement: Placement?, for index: Int) -> Int {
    placement.map { charges.prices.price(of: $0, for: index, in: problem) } ?? problem.series[index].unservedPrice
      ?? Self.mandatory
  }

  /// More than anything else is worth.
  private static let mandatory = 1 << 44
}
