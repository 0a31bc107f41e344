extension CourseState {
  /// Places every lecture, or gives up: iterative forward search with conflict statistics (Müller 2005).
  ///
  /// Lectures that are hard to place go first; one that fits nowhere ejects those in its way, and what was
  /// ejected often is ejected less.
  ///
  /// - Parameters:
  ///   - random: Breaks ties.
  ///   - placements: How many are tried.
  ///   - stop: When to give up early.
  /// - Throws: ``CourseFailure/notConstructed(unplaced:placements:)`` or ``CourseFailure/stopped``.
  /// - Complexity: O(placements x (slots x rooms + conflicts x slots + lectures)).
  mutating func construct(
    _ random: inout Randomness, placements: Int, stop: StopSignal
  ) throws(CourseFailure) {
    var ejections = Array(repeating: 1, count: lectures)
    var waiting = (0..<lectures).filter { slotOf[$0] < 0 }
    // By course: slots in which one more lecture would eject none that conflicts.
    var free = (0..<courses).map { freeSlots(of: $0) }
    for count in 0..<placements {
      if count % 64 == 63, stop.isRaised { throw .stopped }
      guard let next = hardest(of: waiting, free: free, ejections: ejections, &random) else { return }
      let lecture = waiting.remove(at: next)
      guard let cell = gentlestCell(for: lecture, ejections: ejections, &random) else {
        throw .notConstructed(unplaced: waiting.count + 1, placements: count)
      }
      let course = Int(courseOf[lecture])
      for other in cell.slot * rooms..<(cell.slot + 1) * rooms where occupant[other] >= 0 {
        let victim = Int(occupant[other])
        guard
          isConflict[course * courses + Int(courseOf[victim])] != 0 || other == cell.slot * rooms + cell.room
        else { continue }
        remove(victim)
        updateFreeSlots(&free, around: victim)
        ejections[victim] += 1
        waiting.append(victim)
      }
      place(lecture, slot: cell.slot, room: cell.room)
      updateFreeSlots(&free, around: lecture)
    }
    if !waiting.isEmpty { throw .notConstructed(unplaced: waiting.count, placements: placements) }
  }

  private func freeSlots(of course: Int) -> Int {
    let row = course * slots
    return (0..<slots).count { slotPrice[row + $0] != Self.forbidden && clashes[row + $0] == 0 }
  }

  /// Counts again for the courses that conflict with that of a lecture, and for itself.
  private func updateFreeSlots(_ free: inout [Int], around lecture: Int) {
    let course = Int(courseOf[lecture])
    for next in Int(conflictsFrom[course])..<Int(conflictsFrom[course + 1]) {
      let other = Int(conflicts[next])
      free[other] = freeSlots(of: other)
    }
  }

  /// The position of a waiting lecture with the fewest free slots, counting how often it was ejected.
  private func hardest(
    of waiting: [Int], free: [Int], ejections: [Int], _ random: inout Randomness
  ) -> Int? {
    var best: (ease: Int, position: Int)?
    for (position, lecture) in waiting.enumerated() {
      let free = free[Int(courseOf[lecture])]
      let ease = (free + 1) * 16 * lectures / ejections[lecture] + random.below(16)
      if best.map({ ease < $0.ease }) ?? true { best = (ease, position) }
    }
    return best?.position
  }

  /// Where a lecture ejects the least, and of those the cheapest; `nil` where it is allowed nowhere.
  private func gentlestCell(
    for lecture: Int, ejections: [Int], _ random: inout Randomness
  ) -> (slot: Int, room: Int)? {
    let course = Int(courseOf[lecture])
    var best: (harm: Int, price: Int, slot: Int, room: Int)?
    for slot in 0..<slots where slotPrice[course * slots + slot] != Self.forbidden {
      let base = slot * rooms
      var harmOfSlot = 0
      for cell in base..<base + rooms where occupant[cell] >= 0 {
        let victim = Int(occupant[cell])
        if isConflict[course * courses + Int(courseOf[victim])] != 0 { harmOfSlot += ejections[victim] }
      }
      for room in 0..<rooms {
        let roomPrice = roomPrice[course * rooms + room]
        let there = occupant[base + room]
        guard roomPrice != Self.forbidden, there != Self.closed else { continue }
        var harm = harmOfSlot
        if there >= 0, isConflict[course * courses + Int(courseOf[Int(there)])] == 0 {
          harm += ejections[Int(there)]
        }
        let price = (Int(roomPrice) + Int(slotPrice[course * slots + slot])) * 64 + random.below(64)
        if best.map({ (harm, price) < ($0.harm, $0.price) }) ?? true { best = (harm, price, slot, room) }
      }
    }
    return best.map { ($0.slot, $0.room) }
  }
}
