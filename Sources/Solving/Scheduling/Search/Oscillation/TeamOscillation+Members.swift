// Functions here and in changes of series are mutating that change nothing: others may be handed a copy of the search,
// which is large.

/// Changes of one leader for another.
extension TeamOscillation {
  /// A leader option of a series for a leader; `nil` for none.
  mutating func option(of leader: Int, in index: Int) -> Int32? {
    let options = optionsOfLeader[leader]
    let range = problem.series[index].leaders
    var low = 0
    var high = options.count
    while low < high {
      let middle = (low + high) / 2
      if Int(options[middle]) < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < options.count && range.contains(Int(options[low])) ? options[low] : nil
  }

  func leader(_ option: Int32) -> Int { Int(problem.leaderOptions[Int(option)].leader) }

  /// A member and somebody of the same kind who is not in the team; `nil` where there is none.
  ///
  /// - Parameter member: The member; `nil` for any.
  private mutating func replacement(of member: Int32?, in index: Int) -> (old: Int32, new: Int32)? {
    guard let dates = held[index], let team = state.placements[index]?.team, !team.isEmpty else { return nil }
    let old = member ?? team[randomness.below(team.count)]
    let kind = kinds[Int(old)]
    guard kind >= 0 else { return nil }
    let members = membersOfKind[firstKind[index] + Int(kind)]
    let new = members[randomness.below(members.count)]
    // Most changes fail here.
    guard dates.prices[Int(new) - problem.series[index].leaders.lowerBound] < SessionChain.unreachable else {
      return nil
    }
    return team.contains(new) ? nil : (old, new)
  }

  mutating func substitute(_ index: Int, member: Int32? = nil) {
    guard let (old, new) = replacement(of: member, in: index), let dates = held[index] else { return }
    let first = problem.series[index].leaders.lowerBound
    let price = dates.chargedPrices[Int(new) - first]
    guard price < SessionChain.unreachable else { return }
    let (from, to) = (leader(old), leader(new))
    var rise = price - dates.chargedPrices[Int(old) - first]
    rise += weights.rise(to, Int(dates.halfDays[Int(new) - first]))
    rise += weights.rise(from, -Int(dates.halfDays[Int(old) - first]))
    rise += state.unfairnessRise(to, dates.starts.count) + state.unfairnessRise(from, -dates.starts.count)
    guard accepts(rise), isFree(to, at: dates.starts) else { return }
    replace([(index, old, new)])
  }

  mutating func exchange(_ index: Int, member: Int32? = nil) {
    guard let (old, new) = replacement(of: member, in: index), let dates = held[index] else { return }
    let (mine, theirs) = (leader(old), leader(new))
    let count = state.seriesOfLeader[theirs].count
    guard count > 0 else { return }
    let other = Int(state.seriesOfLeader[theirs][randomness.below(count)])
    guard let otherOld = option(of: theirs, in: other), let otherNew = option(of: mine, in: other),
      kinds[Int(otherOld)] == kinds[Int(otherNew)], let otherDates = held[other],
      let team = state.placements[other]?.team, !team.contains(otherNew)
    else { return }
    let first = problem.series[index].leaders.lowerBound
    let otherFirst = problem.series[other].leaders.lowerBound
    let prices = (dates.chargedPrices[Int(new) - first], otherDates.chargedPrices[Int(otherNew) - otherFirst])
    guard prices.0 < SessionChain.unreachable, prices.1 < SessionChain.unreachable else { return }
    var rise = prices.0 - dates.chargedPrices[Int(old) - first]
    rise += prices.1 - otherDates.chargedPrices[Int(otherOld) - otherFirst]
    let mineChange = Int(otherDates.halfDays[Int(otherNew) - otherFirst]) - Int(dates.halfDays[Int(old) - first])
    let theirsChange = Int(dates.halfDays[Int(new) - first]) - Int(otherDates.halfDays[Int(otherOld) - otherFirst])
    rise += weights.rise(mine, mineChange) + weights.rise(theirs, theirsChange)
    let sessions = otherDates.starts.count - dates.starts.count
    rise += state.unfairnessRise(mine, sessions) + state.unfairnessRise(theirs, -sessions)
    guard accepts(rise) else { return }
    replace([(index, old, new), (other, otherOld, otherNew)])
  }

  /// Puts leaders in the place of others, if the rules allow it.
  private mutating func replace(_ changes: [(index: Int, old: Int32, new: Int32)]) {
    for change in changes { removeMember(change.old, of: change.index) }
    for (number, change) in changes.enumerated() {
      guard state.fits(change.new, in: change.index) else {
        for earlier in changes[..<number] { removeMember(earlier.new, of: earlier.index) }
        for change in changes { addMember(change.old, of: change.index) }
        return
      }
      addMember(change.new, of: change.index)
    }
  }

  /// Whether a leader does nothing in the slots of some starts.
  ///
  /// - Parameter departs: Whether the series that leaves does not count.
  mutating func isFree(_ leader: Int, at starts: [Int32], departs: Bool = false) -> Bool {
    for position in starts {
      for slot in problem.span(of: problem.starts[Int(position)]) {
        let slot = Int(problem.spans[slot])
        if !state.supply.isFree[leader, slot], !departs || !departure.frees(leader, in: slot) { return false }
      }
    }
    return true
  }
}
