import Foundation
import Testing

/// Compares a text with the file of that name in `Snapshots`. With `RECORD_SNAPSHOTS=1` in the environment the
/// file is written instead; read it before it is committed.
func expectSnapshot(_ text: String, named name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  let file = folder.appending(path: "Snapshots/\(name)")
  if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
    try text.write(to: file, atomically: true, encoding: .utf8)
    return
  }
  let expected = try String(contentsOf: file, encoding: .utf8)
  guard text != expected else { return }
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  let wanted = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let first = zip(lines, wanted).enumerated().first { $1.0 != $1.1 }?.offset ?? min(lines.count, wanted.count)
  func line(_ number: Int, of lines: [Substring]) -> String {
    number < lines.count ? String(lines[number]) : "(end)"
  }
  Issue.record(
    """
    \(name) differs from line \(first + 1):
      is:  \(line(first, of: lines))
      was: \(line(first, of: wanted))
    """, sourceLocation: sourceLocation)
}
