extension CourseProblem {
  /// A lower bound on the cost of any timetable: what rooms cost at least and what slots cost at least, two
  /// parts that share no term, and the constant.
  ///
  /// Integers throughout. Where the flow solver fails, its part is taken as nothing.
  func lowerBound() -> Int {
    let ofRooms = (try? RoomBound(self).value()) ?? 0
    return constant + ofRooms + SlotBound(self).value()
  }
}
