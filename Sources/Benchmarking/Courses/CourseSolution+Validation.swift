extension CourseSolution {
  /// The four costs of UD2, in the units of the rules.
  public struct Costs: Hashable, Sendable {
    /// Students above a room's capacity, over all lectures.
    public var studentsWithoutSeat = 0
    /// Days below the least number, over all courses.
    public var missingDays = 0
    /// Lectures of a curriculum with none of the same curriculum next to it, over all curricula.
    public var isolatedLectures = 0
    /// Rooms beyond the first, over all courses.
    public var roomChanges = 0

    /// Their weighted sum.
    public var total: Int {
      UD2.student * studentsWithoutSeat + UD2.missingDay * missingDays + UD2.isolation * isolatedLectures
        + UD2.room * roomChanges
    }
  }

  /// Every breach of a hard rule, a sentence each. Written from the rules of the competition alone.
  public func violations(in instance: CourseInstance) -> [String] {
    var found: [String] = []
    for lecture in lectures {
      guard instance.courses.indices.contains(lecture.course), instance.rooms.indices.contains(lecture.room),
        (0..<instance.days).contains(lecture.day), (0..<instance.periods).contains(lecture.period)
      else { return ["\(lecture) is not of this instance."] }
    }
    for (index, course) in instance.courses.enumerated() {
      let own = lectures.filter { $0.course == index }
      if own.count != course.lectures {
        found.append("\(course.name) has \(own.count) lectures instead of \(course.lectures).")
      }
      for lecture in own
      where course.unavailable.contains(lecture.day * instance.periods + lecture.period) {
        found.append("\(course.name) cannot be on day \(lecture.day), period \(lecture.period).")
      }
    }
    let bySlot = Dictionary(grouping: lectures) { $0.day * instance.periods + $0.period }
    for slot in 0..<instance.days * instance.periods {
      guard let together = bySlot[slot] else { continue }
      let time = "day \(slot / instance.periods), period \(slot % instance.periods)"
      for first in together.indices {
        for second in together.indices.dropFirst(first + 1) {
          let (one, two) = (together[first], together[second])
          let (course, other) = (instance.courses[one.course], instance.courses[two.course])
          if one.room == two.room {
            found.append(
              "\(course.name) and \(other.name) are both in \(instance.rooms[one.room].name) on \(time).")
          }
          if one.course == two.course {
            found.append("\(course.name) has two lectures on \(time).")
          } else if course.teacher == other.teacher {
            found.append("\(course.teacher) gives \(course.name) and \(other.name) on \(time).")
          }
          if one.course != two.course {
            for curriculum in instance.curricula
            where curriculum.courses.contains(one.course) && curriculum.courses.contains(two.course) {
              found.append("\(curriculum.name) attends \(course.name) and \(other.name) on \(time).")
            }
          }
        }
      }
    }
    return found
  }

  /// What the timetable costs by UD2. Written from the rules of the competition alone.
  public func costs(in instance: CourseInstance) -> Costs {
    var costs = Costs()
    for lecture in lectures {
      costs.studentsWithoutSeat += max(
        0, instance.courses[lecture.course].students - instance.rooms[lecture.room].capacity)
    }
    for (index, course) in instance.courses.enumerated() {
      let own = lectures.filter { $0.course == index }
      costs.missingDays += max(0, course.leastDays - Set(own.map(\.day)).count)
      costs.roomChanges += max(0, Set(own.map(\.room)).count - 1)
    }
    for curriculum in instance.curricula {
      let own = lectures.filter { curriculum.courses.contains($0.course) }
      for lecture in own
      where !own.contains(where: { $0.day == lecture.day && abs($0.period - lecture.period) == 1 }) {
        costs.isolatedLectures += 1
      }
    }
    return costs
  }
}
