extension CourseState {
  /// How much the isolated lectures of one curriculum cost more when an attended period is left for another.
  ///
  /// O(1): five periods around either matter. The other may be the same day.
  @inline(__always)
  private func isolationChange(
    _ curriculum: Int, fromDay: Int, _ fromPeriod: UInt64, toDay: Int, _ toPeriod: UInt64
  ) -> Int {
    let row = curriculum &* days
    let left = attended[row &+ fromDay] & ~(4 &<< fromPeriod)
    let fall = Int(isolationRise[Int((left &>> fromPeriod) & 31)])
    let there = fromDay == toDay ? left : attended[row &+ toDay]
    let rise = Int(isolationRise[Int((there &>> toPeriod) & 31)])
    return Int(isolationPrice[curriculum]) &* (rise &- fall)
  }

  /// How much the slot-dependent terms of a course change when a lecture goes from a slot to another one, except
  /// for the curricula that `partner` attends as well (whose lecture takes its place). O(curricula).
  @inline(__always)
  private func slotChange(_ course: Int, from: Int, to: Int, partner: Int) -> Int {
    let fromDay = Int(dayOf[from])
    let toDay = Int(dayOf[to])
    var change =
      Int(slotPrice[course &* slots &+ to]) &- Int(slotPrice[course &* slots &+ from])
    if fromDay != toDay {
      let row = course &* days
      let after =
        daysUsed[course] &- (dayCount[row &+ fromDay] == 1 ? 1 : 0) &+ (dayCount[row &+ toDay] == 0 ? 1 : 0)
      let least = leastDays[course]
      let missing = max(0, least &- after) &- max(0, least &- daysUsed[course])
      change &+= Int(missing) &* Int(missingDayPrice[course])
    }
    let fromPeriod = UInt64(truncatingIfNeeded: periodOf[from])
    let toPeriod = UInt64(truncatingIfNeeded: periodOf[to])
    for next in Int(curriculaFrom[course])..<Int(curriculaFrom[course &+ 1]) {
      let curriculum = Int(curricula[next])
      if partner >= 0, isMember[curriculum &* courses &+ partner] != 0 { continue }
      change &+= isolationChange(curriculum, fromDay: fromDay, fromPeriod, toDay: toDay, toPeriod)
    }
    return change
  }

  /// How much the room-dependent terms of a course change when a lecture goes from a room to another. O(1).
  @inline(__always)
  private func roomChange(_ course: Int, from: Int, to: Int) -> Int {
    guard from != to else { return 0 }
    let row = course &* rooms
    let leaves: Int = roomCount[row &+ from] == 1 ? 1 : 0
    let enters: Int = roomCount[row &+ to] == 0 ? 1 : 0
    return Int(roomPrice[row &+ to]) &- Int(roomPrice[row &+ from])
      &+ (enters &- leaves) &* Int(roomChangePrice[course])
  }

  /// The change in cost if a lecture goes to an empty cell; `nil` where a lecture there conflicts. O(curricula).
  ///
  /// - Precondition: The slot and the room are allowed for the lecture.
  @inline(__always)
  func priceOfMove(_ lecture: Int, slot: Int, room: Int) -> Int? {
    let course = Int(courseOf[lecture])
    let from = Int(slotOf[lecture])
    if from == slot { return roomChange(course, from: Int(roomOf[lecture]), to: room) }
    guard clashes[course &* slots &+ slot] == 0 else { return nil }
    return roomChange(course, from: Int(roomOf[lecture]), to: room)
      &+ slotChange(course, from: from, to: slot, partner: -1)
  }

  /// The change in cost if two lectures change slots and go to given rooms; `nil` where that is not allowed.
  /// O(curricula).
  ///
  /// - Parameters:
  ///   - first: A lecture.
  ///   - room: Where the first goes, in the slot of the second: the second's room, or an empty one.
  ///   - second: A lecture of another course.
  ///   - otherRoom: Where the second goes, in the slot of the first: the first's room, or an empty one.
  @inline(__always)
  func priceOfExchange(_ first: Int, to room: Int, _ second: Int, to otherRoom: Int) -> Int? {
    let course = Int(courseOf[first])
    let other = Int(courseOf[second])
    guard course != other, roomPrice[course &* rooms &+ room] != Self.forbidden,
      roomPrice[other &* rooms &+ otherRoom] != Self.forbidden
    else { return nil }
    let slot = Int(slotOf[first])
    let otherSlot = Int(slotOf[second])
    let ofRooms =
      roomChange(course, from: Int(roomOf[first]), to: room)
      &+ roomChange(other, from: Int(roomOf[second]), to: otherRoom)
    if slot == otherSlot { return ofRooms }
    let conflict = Int32(isConflict[course &* courses &+ other])
    guard clashes[course &* slots &+ otherSlot] == conflict, clashes[other &* slots &+ slot] == conflict,
      slotPrice[course &* slots &+ otherSlot] != Self.forbidden,
      slotPrice[other &* slots &+ slot] != Self.forbidden
    else { return nil }
    return ofRooms
      &+ slotChange(course, from: slot, to: otherSlot, partner: conflict != 0 ? other : -1)
      &+ slotChange(other, from: otherSlot, to: slot, partner: conflict != 0 ? course : -1)
  }

  /// The only lecture of a slot that conflicts with a course. O(rooms).
  ///
  /// - Precondition: There is one.
  @inline(__always)
  func clashingLecture(_ course: Int, in slot: Int) -> Int {
    let row = course &* courses
    var cell = slot &* rooms
    while true {
      let lecture = Int(occupant[cell])
      if lecture >= 0, isConflict[row &+ Int(courseOf[lecture])] != 0 { return lecture }
      cell &+= 1
    }
  }

  /// Moves a lecture to an empty cell.
  mutating func move(_ lecture: Int, slot: Int, room: Int) {
    remove(lecture)
    place(lecture, slot: slot, room: room)
  }

  /// Lets two lectures change slots and go to given rooms.
  mutating func exchange(_ first: Int, to room: Int, _ second: Int, to otherRoom: Int) {
    let slot = Int(slotOf[first])
    let otherSlot = Int(slotOf[second])
    remove(first)
    remove(second)
    place(first, slot: otherSlot, room: room)
    place(second, slot: slot, room: otherRoom)
  }
}
