import Benchmarking
import Testing

struct CourseInstanceTests {
  @Test func refusesAnEmptyFile() {
    #expect(throws: (any Error).self) { try CourseInstance(ctt: "") }
  }
}
