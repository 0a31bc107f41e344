import Testing

@testable import Reporting

struct ReportFormatTests {
  @Test func isNamedByItsFileEnding() { #expect(ReportFormat(rawValue: "ics") == .ics) }
}
