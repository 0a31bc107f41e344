import Testing

@testable import Benchmarking

struct CourseReadingTests {
  @Test func readsEverything() throws {
    let instance = try CourseInstance(ctt: Small.text)
    #expect(instance.name == "Small")
    #expect((instance.days, instance.periods) == (2, 2))
    #expect(
      instance.courses == [
        .init(name: "algebra", teacher: "anna", lectures: 2, leastDays: 2, students: 30, unavailable: [3]),
        .init(name: "botany", teacher: "ben", lectures: 1, leastDays: 1, students: 20),
        .init(name: "civics", teacher: "anna", lectures: 1, leastDays: 1, students: 40),
      ])
    #expect(instance.rooms == [.init(name: "R1", capacity: 30), .init(name: "R2", capacity: 25)])
    #expect(instance.curricula == [.init(name: "first", courses: [0, 1])])
  }

  @Test func readsCarriageReturnsAndTabs() throws {
    let text = Small.text.replacing("\n", with: "\r\n").replacing(" ", with: "\t")
    #expect(try CourseInstance(ctt: text) == CourseInstance(ctt: Small.text))
  }

  /// What is changed, where it is found, and a word of the message.
  @Test(arguments: [
    ("algebra anna 2 2 30", "algebra anna 2 2", 9, "has 4 words"),
    ("algebra anna 2 2 30", "algebra anna 0 2 30", 9, "number of lectures"),
    ("algebra anna 2 2 30", "algebra anna 2 2 many", 9, "number of students"),
    ("algebra anna 2 2 30", "algebra anna 2 -1 30", 9, "number of days"),
    ("botany ben 1 1 20", "algebra ben 1 1 20", 10, "stands twice"),
    ("R2 25", "R1 25", 15, "stands twice"),
    ("R2 25", "R2 99999999999999999999", 15, "capacity"),
    ("first 2 algebra botany", "first 3 algebra botany", 17, "names 2 courses instead of 3"),
    ("first 2 algebra botany", "first 2 algebra zoology", 17, "unknown course `zoology`"),
    ("first 2 algebra botany", "first 2 algebra algebra", 17, "twice"),
    ("algebra 1 1", "algebra 2 1", 19, "outside 2 days of 2 periods"),
    ("algebra 1 1", "zoology 1 1", 19, "unknown course"),
    ("Courses: 3", "Courses: 4", 2, "the file has 3"),
    ("Courses: 3", "Courses: 5001", 2, "more than 5000"),
    ("Days: 2", "Days: two", 4, "Days"),
    ("Name: Small", "Small", 1, "neither a head nor a section"),
  ])
  func namesTheLineOf(right: String, wrong: String, line: Int, message: String) {
    let error = #expect(throws: CourseFileError.self) {
      try CourseInstance(ctt: Small.text.replacing(right, with: wrong))
    }
    #expect(error?.line == line)
    #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
  }

  @Test(arguments: ["", "END.", "Name: x\n", "\u{0}\u{0}\u{0}", "COURSES:\nEND.\n"])
  func refuses(text: String) {
    #expect(throws: CourseFileError.self) { try CourseInstance(ctt: text) }
  }

  @Test(arguments: ["Name: Small\n", "Days: 2\n", "Rooms: 2\n", "END."])
  func refusesWithout(part: String) {
    #expect(throws: CourseFileError.self) { try CourseInstance(ctt: Small.text.replacing(part, with: "")) }
  }
}
