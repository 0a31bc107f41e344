import Foundation
import TestSupport
import Testing

@testable import Intake

struct WorkspaceFormatTests {
  /// `RECORD_SNAPSHOTS=1` writes the document anew; then read it.
  @Test func theDocumentIsThatOfTheReaders() throws {
    let file = Project.root.appending(path: "docs/workspace.md")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      try WorkspaceFormat.markdown.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == WorkspaceFormat.markdown)
  }

  @Test func everyFileHasItsColumnsOnce() {
    for file in WorkspaceFormat.files {
      #expect(Set(file.columns.map(\.name)).count == file.columns.count)
      #expect(file.columns.contains { $0.whenEmpty == nil })
    }
  }
}
