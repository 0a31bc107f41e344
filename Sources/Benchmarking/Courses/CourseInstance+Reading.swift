/// Why a `.ctt` file cannot be read.
public struct CourseFileError: Error, Hashable, CustomStringConvertible {
  /// The line, counted from 1; `nil` where the file as a whole is meant.
  public let line: Int?
  /// What is wrong and what would be right.
  public let message: String

  public var description: String { line.map { "line \($0): \(message)" } ?? message }
}

extension CourseInstance {
  /// Reads the format of the competition.
  ///
  /// - Parameter text: Heads `Name:`, `Courses:`, `Rooms:`, `Days:`, `Periods_per_day:`, `Curricula:` and
  ///   `Constraints:`, then sections `COURSES:`, `ROOMS:`, `CURRICULA:`, `UNAVAILABILITY_CONSTRAINTS:`, then
  ///   `END.`; words separated by blanks, lines by LF or CRLF.
  /// - Throws: ``CourseFileError``, at the first line that is wrong.
  public init(ctt text: String) throws(CourseFileError) {
    var reader = CourseFileReader(text)
    self = try reader.read()
  }
}

/// Reads line after line and keeps what they say.
private struct CourseFileReader {
  private var lines: [(number: Int, words: [Substring])]
  private var heads: [Substring: (value: Substring, line: Int)] = [:]
  private var courses: [CourseInstance.Course] = []
  private var courseOfName: [Substring: Int] = [:]
  private var rooms: [CourseInstance.Room] = []
  private var roomNames: Set<Substring> = []
  private var curricula: [CourseInstance.Curriculum] = []
  private var unavailable = 0

  private enum Section: Substring {
    case courses = "COURSES:"
    case rooms = "ROOMS:"
    case curricula = "CURRICULA:"
    case unavailability = "UNAVAILABILITY_CONSTRAINTS:"
  }

  init(_ text: String) {
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated().compactMap {
      let words = $1.split(whereSeparator: \.isWhitespace)
      return words.isEmpty ? nil : ($0 + 1, words)
    }
  }

  mutating func read() throws(CourseFileError) -> CourseInstance {
    var section: Section?
    var hasEnd = false
    for (line, words) in lines {
      if words[0] == "END." {
        hasEnd = true
        break
      } else if words.count == 1, let next = Section(rawValue: words[0]) {
        section = next
      } else if let section {
        switch section {
        case .courses: try readCourse(words, line)
        case .rooms: try readRoom(words, line)
        case .curricula: try readCurriculum(words, line)
        case .unavailability: try readUnavailability(words, line)
        }
      } else if words.count == 2, words[0].last == ":" {
        heads[words[0].dropLast()] = (words[1], line)
      } else {
        throw CourseFileError(
          line: line, message: "`\(words.joined(separator: " "))` is neither a head nor a section")
      }
    }
    guard hasEnd else { throw CourseFileError(line: nil, message: "the file ends without `END.`") }
    try agree("Courses", courses.count)
    try agree("Rooms", rooms.count)
    try agree("Curricula", curricula.count)
    try agree("Constraints", unavailable)
    guard let name = heads["Name"] else { throw CourseFileError(line: nil, message: "`Name:` is missing") }
    return CourseInstance(
      name: String(name.value), days: try head("Days"), periods: try head("Periods_per_day"), courses: courses,
      rooms: rooms, curricula: curricula)
  }

  /// The largest size of each kind: many times what is published, and small enough for tables over pairs.
  private static let largest: [Substring: Int] = [
    "Courses": 5_000, "Rooms": 1_000, "Days": 366, "Periods_per_day": 60, "Curricula": 20_000,
  ]

  private func head(_ name: Substring) throws(CourseFileError) -> Int {
    guard let (value, line) = heads[name] else {
      throw CourseFileError(line: nil, message: "`\(name):` is missing")
    }
    let size = try number(value, name, line, least: 0)
    if let most = Self.largest[name], size > most {
      throw CourseFileError(line: line, message: "`\(name): \(size)` is more than \(most)")
    }
    return size
  }

  private func agree(_ name: Substring, _ found: Int) throws(CourseFileError) {
    let expected = try head(name)
    guard found == expected else {
      throw CourseFileError(
        line: heads[name]?.line, message: "`\(name): \(expected)`, but the file has \(found)")
    }
  }

  private func number(
    _ word: Substring, _ what: Substring, _ line: Int, least: Int
  ) throws(CourseFileError) -> Int {
    // No count of a real instance comes near a million; sums of such numbers cannot overflow.
    guard let value = Int(word), (least...1_000_000).contains(value) else {
      throw CourseFileError(
        line: line, message: "\(what) `\(word)` is not a whole number from \(least) to 1000000")
    }
    return value
  }

  private func expect(_ words: [Substring], _ form: String, _ line: Int) throws(CourseFileError) {
    let wanted = form.split(separator: " ").count
    guard words.count == wanted else {
      throw CourseFileError(
        line: line, message: "`\(words.joined(separator: " "))` has \(words.count) words; `\(form)` has \(wanted)")
    }
  }

  private mutating func readCourse(_ words: [Substring], _ line: Int) throws(CourseFileError) {
    try expect(words, "course teacher lectures days students", line)
    guard courseOfName.updateValue(courses.count, forKey: words[0]) == nil else {
      throw CourseFileError(line: line, message: "course `\(words[0])` stands twice")
    }
    courses.append(
      CourseInstance.Course(
        name: String(words[0]), teacher: String(words[1]),
        lectures: try number(words[2], "number of lectures", line, least: 1),
        leastDays: try number(words[3], "number of days", line, least: 0),
        students: try number(words[4], "number of students", line, least: 0)))
  }

  private mutating func readRoom(_ words: [Substring], _ line: Int) throws(CourseFileError) {
    try expect(words, "room capacity", line)
    guard roomNames.insert(words[0]).inserted else {
      throw CourseFileError(line: line, message: "room `\(words[0])` stands twice")
    }
    rooms.append(
      CourseInstance.Room(
        name: String(words[0]), capacity: try number(words[1], "capacity", line, least: 0)))
  }

  private mutating func readCurriculum(_ words: [Substring], _ line: Int) throws(CourseFileError) {
    guard words.count >= 2 else {
      throw CourseFileError(line: line, message: "`\(words[0])` lacks its number of courses")
    }
    let count = try number(words[1], "number of courses", line, least: 0)
    guard words.count == count + 2 else {
      throw CourseFileError(
        line: line, message: "curriculum `\(words[0])` names \(words.count - 2) courses instead of \(count)")
    }
    var members: [Int] = []
    for word in words.dropFirst(2) {
      let course = try course(word, line)
      guard !members.contains(course) else {
        throw CourseFileError(line: line, message: "curriculum `\(words[0])` names `\(word)` twice")
      }
      members.append(course)
    }
    curricula.append(CourseInstance.Curriculum(name: String(words[0]), courses: members))
  }

  private mutating func readUnavailability(_ words: [Substring], _ line: Int) throws(CourseFileError) {
    try expect(words, "course day period", line)
    let course = try course(words[0], line)
    let day = try number(words[1], "day", line, least: 0)
    let period = try number(words[2], "period", line, least: 0)
    let (days, periods) = (try head("Days"), try head("Periods_per_day"))
    guard day < days, period < periods else {
      throw CourseFileError(
        line: line, message: "day \(day), period \(period) is outside \(days) days of \(periods) periods")
    }
    courses[course].unavailable.insert(day * periods + period)
    unavailable += 1
  }

  private func course(_ name: Substring, _ line: Int) throws(CourseFileError) -> Int {
    guard let course = courseOfName[name] else {
      throw CourseFileError(line: line, message: "unknown course `\(name)`")
    }
    return course
  }
}
