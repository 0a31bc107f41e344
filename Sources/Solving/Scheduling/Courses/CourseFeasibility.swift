extension CourseProblem {
  /// A proof that no timetable keeps the hard rules, where a matching finds one: lectures against the slots
  /// that their course allows, for courses that all conflict with one another and, with as many places as
  /// there are open rooms in a slot, for all courses together (Hall 1935).
  ///
  /// `nil` proves nothing. O(courses³ + courses x matching).
  func contradiction() -> CourseFailure? {
    let open = (0..<slots).map { slot in (0..<rooms).count { roomIsOpen[$0, slot] } }
    if let found = shortage(of: Array(courses.indices), places: open) {
      return .tooFewRooms(courses: found.courses, lectures: found.lectures, places: found.places)
    }
    let single = open.map { min(1, $0) }
    var covered = BitMatrix(rows: courses.count, columns: courses.count)
    for first in courses.indices {
      for second in first..<courses.count where conflicts[first, second] && !covered[first, second] {
        let clique = clique(around: first, second)
        for one in clique {
          for other in clique { covered[one, other] = true }
        }
        if let found = shortage(of: clique, places: single) {
          return .tooFewSlots(courses: found.courses, lectures: found.lectures, slots: found.places)
        }
      }
    }
    return nil
  }

  /// Courses that all conflict with one another, these two among them, taken greedily; ascending.
  func clique(around first: Int, _ second: Int) -> [Int] {
    var clique = first == second ? [first] : [first, second]
    for course in courses.indices
    where !clique.contains(course) && clique.allSatisfy({ conflicts[$0, course] }) {
      clique.append(course)
    }
    return clique.sorted()
  }

  /// Courses with more lectures than the slots that they allow have places for them, one course at most once
  /// in each: found if the lectures of the given courses cannot all be matched to slots.
  private func shortage(
    of group: [Int], places: [Int]
  ) -> (courses: [Int], lectures: Int, places: Int)? {
    let allowed = group.map { course in
      (0..<slots).filter { slotPrice[course * slots + $0] != nil && places[$0] > 0 }
    }
    var matching = SlotMatching(places: places)
    for (position, course) in group.enumerated() {
      for _ in courses[course].lectures {
        guard let reached = matching.place(position, allowed: allowed) else { continue }
        let usable = (0..<slots).reduce(0) { sum, slot in
          sum + min(places[slot], reached.count { allowed[$0].contains(slot) })
        }
        return (
          reached.map { group[$0] }, reached.reduce(0) { $0 + courses[group[$1]].lectures.count }, usable
        )
      }
    }
    return nil
  }
}

/// Lectures matched to slots by augmenting paths (Kuhn 1955); those of a course never share a slot.
private struct SlotMatching {
  private let places: [Int]
  /// By slot: the courses with a lecture there.
  private var taken: [[Int]]

  init(places: [Int]) {
    self.places = places
    taken = Array(repeating: [], count: places.count)
  }

  /// Matches one more lecture of a course.
  ///
  /// - Returns: `nil` if it could; else the courses, ascending, whose slots are all full of one another, or
  ///   hold a lecture of the course already.
  mutating func place(_ course: Int, allowed: [[Int]]) -> [Int]? {
    // Breadth first over slots; `origin` is the slot and the course through which a slot was reached.
    var origin: [(course: Int, slot: Int?)?] = Array(repeating: nil, count: places.count)
    var queue: [Int] = []
    var reached: Set<Int> = [course]
    func isNew(_ slot: Int, for course: Int) -> Bool { origin[slot] == nil && !taken[slot].contains(course) }
    for slot in allowed[course] where isNew(slot, for: course) {
      origin[slot] = (course, nil)
      queue.append(slot)
    }
    var next = 0
    while next < queue.count {
      let slot = queue[next]
      next += 1
      if taken[slot].count < places[slot] {
        augment(along: slot, origin)
        return nil
      }
      for other in taken[slot] {
        reached.insert(other)
        for target in allowed[other] where isNew(target, for: other) {
          origin[target] = (other, slot)
          queue.append(target)
        }
      }
    }
    return reached.sorted()
  }

  private mutating func augment(along last: Int, _ origin: [(course: Int, slot: Int?)?]) {
    var slot = last
    while let (course, from) = origin[slot] {
      taken[slot].append(course)
      guard let from else { return }
      taken[from].removeAll { $0 == course }
      slot = from
    }
  }
}
