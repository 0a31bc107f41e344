/// One thing that is wrong with an input, and where.
public struct Diagnostic: Hashable, Sendable {
  /// The file's name, seen from the workspace, or the path that was given.
  public let file: String
  /// The line, from 1, where it is about one.
  public let line: Int?
  /// The column, from 1: that of the character, for a table that of the field's first.
  public let column: Int?
  /// What is wrong, with the value, and what would be right.
  public let message: String

  /// See the properties.
  public init(file: String, line: Int? = nil, column: Int? = nil, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }
}

extension Diagnostic: CustomStringConvertible {
  /// ``series.csv:12:4: unknown standard `CCSS-M/9-13`; did you mean `CCSS-M/9-12`?``
  public var description: String {
    let place = [line, column].compactMap { $0.map { ":\($0)" } }.joined()
    return "\(file)\(place): \(message)"
  }
}

/// An input that cannot be used: everything that is wrong with it, in the order of the files.
public struct InputError: Error, Hashable, Sendable {
  /// At least one.
  public let diagnostics: [Diagnostic]

  /// - Parameter diagnostics: At least one.
  public init(_ diagnostics: [Diagnostic]) {
    precondition(!diagnostics.isEmpty, "an error says what is wrong")
    self.diagnostics = diagnostics
  }
}
