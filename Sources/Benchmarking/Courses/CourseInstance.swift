/// A published instance of curriculum-based course timetabling, as it is written: names and numbers of the
/// file, in its order (ITC-2007 track 3; Di Gaspero, McCollum and Schaerf 2007).
public struct CourseInstance: Hashable, Sendable {
  /// Lectures on one subject by one teacher.
  public struct Course: Hashable, Sendable {
    /// Its key.
    public var name: String
    /// Who gives all its lectures.
    public var teacher: String
    /// How many lectures.
    public var lectures: Int
    /// Days on which they should lie.
    public var leastDays: Int
    /// How many students attend.
    public var students: Int
    /// Slots in which none of its lectures may be: `day * periods + period`.
    public var unavailable: Set<Int> = []
  }

  /// Somewhere to hold a lecture.
  public struct Room: Hashable, Sendable {
    /// Its key.
    public var name: String
    /// How many students it seats.
    public var capacity: Int
  }

  /// Courses with students in common.
  public struct Curriculum: Hashable, Sendable {
    /// Its key.
    public var name: String
    /// Positions in ``CourseInstance/courses``, each once.
    public var courses: [Int]
  }

  /// What the file calls itself.
  public var name: String
  /// Days of the week.
  public var days: Int
  /// Periods of a day.
  public var periods: Int
  /// In the order of the file.
  public var courses: [Course]
  /// In the order of the file.
  public var rooms: [Room]
  /// In the order of the file.
  public var curricula: [Curriculum]
}

/// What the formulation UD2 charges for each unit of its four costs.
public enum UD2 {
  /// A student above a room's capacity, per lecture.
  public static let student = 1
  /// A day of work below a course's least number.
  public static let missingDay = 5
  /// A lecture of a curriculum with none of the same next to it on its day.
  public static let isolation = 2
  /// A room of a course beyond its first.
  public static let room = 1
}
