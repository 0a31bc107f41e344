internal import MIP

/// What makes each solve slower and is of no use for now is taken out when sums of inequalities are looked for; what is
/// needed again is found again.
extension ColumnPool {
  /// Takes out inequalities on columns that the last solutions do not need: they make all pricing slower too.
  mutating func removeIdleRows(in live: inout LiveProblem) throws(MIPError) {
    let statuses = try live.basis().constraints
    var removed: Set<Int> = []
    for cut in subsetRows.cuts.indices {
      let isIdle = statuses[rows[.subsetRow(cut)]!.index] == .basic
      idleRounds[cut] = isIdle ? idleRounds[cut] + 1 : 0
      if idleRounds[cut] >= Self.patience { removed.insert(cut) }
    }
    guard !removed.isEmpty else { return }
    let deleted = Set(removed.map { rows[.subsetRow($0)]! })
    try live.delete(deleted)
    let sorted = deleted.map(\.index).sorted()
    var moved: [Int?] = []
    var kept = SubsetRows(options: problem.leaderOptions.count)
    for (number, cut) in subsetRows.cuts.enumerated() {
      moved.append(removed.contains(number) ? nil : kept.cuts.count)
      if !removed.contains(number) { kept.append(cut) }
    }
    var (newRows, newOrder): ([Resource: Constraint.Index], [Resource]) = ([:], [])
    for resource in order {
      var new = resource
      if case .subsetRow(let cut) = resource {
        guard let place = moved[cut] else { continue }
        new = .subsetRow(place)
      }
      let index = rows[resource]!.index
      newRows[new] = Constraint.Index(index: index - sorted.count { $0 < index })
      newOrder.append(new)
    }
    (rows, order, subsetRows) = (newRows, newOrder, kept)
    idleRounds = idleRounds.indices.filter { !removed.contains($0) }.map { idleRounds[$0] }
  }

  /// Rounds after which an inequality that is not needed is taken out.
  private static let patience = 2

  /// Takes out columns that are neither in the basis of the last solution nor fixed by it. Teams are so alike that most
  /// columns cost nothing at a master's prices; those that it does not need are most of the time of each solve.
  mutating func removeIdleColumns(in live: inout LiveProblem) throws(MIPError) {
    let statuses = try live.basis().variables
    let kept = columns.indices.filter {
      $0 >= values.count || values[$0] > Self.tolerance || statuses[variables[$0].index] == .basic
    }
    guard kept.count < columns.count else { return }
    try live.delete(Set(variables).subtracting(kept.map { variables[$0] }))
    values = kept.filter { $0 < values.count }.map { values[$0] }
    isAllowed = kept.map { isAllowed[$0] }
    columns = kept.map { columns[$0] }
    // Those after a deleted one have moved up.
    variables = columns.indices.map { Variable(index: unserved.count + $0) }
  }
}
