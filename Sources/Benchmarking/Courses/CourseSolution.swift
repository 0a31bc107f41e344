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

  /// Reads lines `course room day period`.
  ///
  /// - Throws: ``CourseFileError``, at the first line that is wrong.
  public init(_ text: String, of instance: CourseInstance) throws(CourseFileError) {
    var courses: [Substring: Int] = [:]
    for (index, course) in instance.courses.enumerated() { courses[course.name[...]] = index }
    var rooms: [Substring: Int] = [:]
    for (index, room) in instance.rooms.enumerated() { rooms[room.name[...]] = index }
    lectures = []
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      let words = line.split(whereSeparator: \.isWhitespace)
      guard !words.isEmpty else { continue }
      guard words.count == 4, let course = courses[words[0]], let room = rooms[words[1]],
        let day = Int(words[2]), let period = Int(words[3])
      else {
        throw CourseFileError(
          line: index + 1,
          message: "`\(line)` is not `course room day period` with a course and a room of \(instance.name)")
      }
      lectures.append(Lecture(course: course, room: room, day: day, period: period))
    }
  }
}
