import Foundation
import TestSupport
import Testing

/// A reader outside this package that says what it found in a file.
enum Reader: String, CaseIterable, CustomTestStringConvertible {
  case icalendar
  case jsonschema
  case html5lib

  var testDescription: String { rawValue }

  /// Whether it is there; tests that need one that is not are skipped, and say so.
  var isInstalled: Bool { (try? Self.run("import \(rawValue)", [])) != nil }

  /// What a Python script prints that gets a file's path as its first argument.
  func read(_ text: String, with script: String, arguments: [String] = []) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try Self.run(script, [file.path] + arguments)
  }

  private static func run(_ script: String, _ arguments: [String]) throws -> String {
    try ExternalProgram.output(of: ["python3", "-W", "error", "-c", script] + arguments)
  }
}
