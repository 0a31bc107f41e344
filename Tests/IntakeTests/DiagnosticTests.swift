import Testing

@testable import Intake

struct DiagnosticTests {
  @Test func namesThePlaceAsEditorsDo() {
    #expect(Diagnostic(file: "a.csv", line: 2, column: 3, message: "no").description == "a.csv:2:3: no")
    #expect(Diagnostic(file: "a.csv", message: "no").description == "a.csv: no")
  }
}
