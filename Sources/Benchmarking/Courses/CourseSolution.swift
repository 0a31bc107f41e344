/// A timetable of a ``CourseInstance`` as the family writes it.
public struct CourseSolution: Hashable, Sendable {
  /// One lecture.
  public struct Lecture: Hashable, Sendable {
    /// A position in ``CourseInstance/courses``.
    public var course: Int
    /// A position in ``CourseInstance/rooms``.
    public var room: Int
    /// The day, from 0.
    public var day: Int
    /// The period of the day, from 0.
    public var period: Int

    /// See the properties.
    public init(course: Int, room: Int, day: Int, period: Int) {
      self.course = course
      self.room = room
      self.day = day
      self.period = period
    }
  }

  /// In any order.
  public var lectures: [Lecture]

  /// See the property.
  public init(lectures: [Lecture]) { self.lectures = lectures }

  /// A line `course room day period` for each lecture.
  public func text(for instance: CourseInstance) -> String {
    lectures.map {
      "\(instance.courses[$0.course].name) \(instance.rooms[$0.room].name) \($0.day) \($0.period)\n"
    }.joined()
  }
}
