import Foundation
import Planning
import TestSupport
import Testing

@testable import Intake

/// A workspace changed at random is read, or everything that is said about it has its place in a file. Nothing
/// crashes, and nothing that is read breaks what a scenario promises.
struct MutationTests {
  private static let pieces: [String] = [
    ",", "\"", "\n", "\r\n", ";", ":", " ", "-", "0", "-1", "99999999999999999999", "1e9", "é", "\u{FEFF}", "\t",
    "AM", "W1",
    "C1", "ann", "N1", "D1", "2026-09-15", "9/14/2026", "2027-06-11", "yes", "[", "{", "&a", "*a", "|", ">=",
    "NGSS/6-8",
  ]

  @Test(arguments: 0..<600 as Range<UInt64>)
  func anythingIsReadOrExplained(seed: UInt64) throws {
    var randomness = SplitMix(seed: seed)
    var workspace = WorkspaceText()
    let names = workspace.files.keys.sorted()
    for _ in 0..<Int.random(in: 1...4, using: &randomness) {
      guard let name = names.randomElement(using: &randomness), let text = workspace.files[name] else { continue }
      workspace.files[name] = Self.mutated(text, &randomness)
    }
    let lines = workspace.files.mapValues { $0.utf8.count { $0 == 0x0A } + 1 }
    try workspace.inFolder { folder in
      do throws(InputError) {
        let read = try Workspace(reading: folder)
        #expect(read.scenario.series.allSatisfy { $0.attendance.reduce(0) { $0 + $1.educators } == $0.educators })
        #expect(read.scenario.series.allSatisfy { $0.gapMinDays <= $0.gapMaxDays && !$0.standards.isEmpty })
        #expect(read.scenario.leaders.allSatisfy { $0.school.map { read.scenario.schools[id: $0] != nil } ?? true })
      } catch {
        for diagnostic in error.diagnostics {
          #expect(!diagnostic.message.isEmpty)
          if let line = diagnostic.line { #expect((1...(lines[diagnostic.file] ?? 0)).contains(line)) }
          if let column = diagnostic.column { #expect(column >= 1) }
        }
      }
    }
  }

  private static func mutated(_ text: String, _ randomness: inout SplitMix) -> String {
    var scalars = Array(text.unicodeScalars)
    guard !scalars.isEmpty else { return pieces[0] }
    let position = Int.random(in: scalars.indices, using: &randomness)
    let end = min(scalars.count, position + Int.random(in: 1...6, using: &randomness))
    let piece = Array((pieces.randomElement(using: &randomness) ?? ",").unicodeScalars)
    switch Int.random(in: 0..<5, using: &randomness) {
    case 0: scalars.removeSubrange(position..<end)
    case 1: scalars.insert(contentsOf: piece, at: position)
    case 2: scalars.replaceSubrange(position..<end, with: piece)
    case 3: scalars.insert(contentsOf: scalars[position..<end], at: position)
    default:
      // A line twice, or two lines swapped.
      var lines = String(String.UnicodeScalarView(scalars)).split(separator: "\n", omittingEmptySubsequences: false)
      let line = Int.random(in: lines.indices, using: &randomness)
      if Bool.random(using: &randomness) { lines.insert(lines[line], at: line) } else { lines.swapAt(line, 0) }
      return lines.joined(separator: "\n")
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
