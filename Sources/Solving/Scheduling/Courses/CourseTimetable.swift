/// A slot and a room for each lecture of a ``CourseProblem``.
struct CourseTimetable: Hashable, Sendable {
  /// By lecture.
  var slots: [Int32]
  /// By lecture.
  var rooms: [Int32]
}

extension CourseTimetable {
  /// The same in the terms of the problem it was made from.
  ///
  /// - Parameters:
  ///   - problem: The problem as recognised.
  ///   - original: What it was recognised in.
  func timetable(of problem: CourseProblem, in original: TimetableProblem) -> Timetable {
    var venueOption: [Int: Int32] = [:]
    var placements: [Placement?] = []
    for (index, course) in problem.courses.enumerated() {
      let series = original.series[index]
      venueOption.removeAll(keepingCapacity: true)
      for option in series.venues { venueOption[Int(original.venueOptions[option].venue)] = Int32(option) }
      var startOfSlot: [Int32: Int32] = [:]
      for position in series.starts { startOfSlot[original.starts[position].slot] = Int32(position) }
      let lectures = course.lectures.sorted { slots[$0] < slots[$1] }
      placements.append(
        Placement(
          starts: lectures.map { startOfSlot[slots[$0]]! }, venues: lectures.map { venueOption[Int(rooms[$0])]! },
          team: series.leaders.map(Int32.init)))
    }
    return Timetable(placements: placements)
  }
}
