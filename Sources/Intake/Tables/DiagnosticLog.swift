internal import Planning

/// Collects what is wrong while one workspace is read. The readers of its files share it.
final class DiagnosticLog {
  /// With so many in one file the rest of it is not read: whoever has a thousand errors in a file has one
  /// error in it.
  static let mostAFile = 1000

  private var diagnostics: [String: [Diagnostic]] = [:]
  private var comparisons = Suggestion.mostComparisons

  /// How many diagnostics there are so far; it grows with every one.
  private(set) var count = 0

  /// Keeps a diagnostic, unless its file has as many as are kept.
  func add(_ diagnostic: Diagnostic) {
    count += 1
    if !isFull(diagnostic.file) { diagnostics[diagnostic.file, default: []].append(diagnostic) }
  }

  /// Whether a file has as many as are kept. O(1).
  func isFull(_ file: String) -> Bool { diagnostics[file].map { $0.count >= Self.mostAFile } ?? false }

  /// Whether anything is wrong.
  var isEmpty: Bool { count == 0 }

  /// `; did you mean ...?` where one of the words is close; nothing where none is, and nothing any more once
  /// this log has spent its comparisons.
  func suggestion(for word: String, among words: [String]) -> String {
    guard comparisons >= words.count else { return "" }
    comparisons -= words.count
    return Suggestion.closest(to: word, among: words).map { "; did you mean `\($0)`?" } ?? ""
  }

  /// Everything that is wrong: files in the given order, others behind, each by line and column.
  func sorted(byFiles files: [String]) -> [Diagnostic] {
    let others = diagnostics.keys.filter { !files.contains($0) }.sorted()
    return (files + others).flatMap { file -> [Diagnostic] in
      let own = (diagnostics[file] ?? []).enumerated().sorted { first, second in
        let left = (first.element.line ?? 0, first.element.column ?? 0, first.offset)
        return left < (second.element.line ?? 0, second.element.column ?? 0, second.offset)
      }
      let more = Diagnostic(
        file: file, message: "there are \(Self.mostAFile.grouped) errors in this file; the rest of it was not read")
      return own.map(\.element) + (isFull(file) ? [more] : [])
    }
  }
}
