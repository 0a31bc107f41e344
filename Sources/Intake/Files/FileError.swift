/// A file or folder that could not be written or made: what was tried and what the system said.
public struct FileError: Error, Hashable, Sendable {
  /// The path as it was given.
  public let path: String
  /// What was tried: `write`, `make the folder`.
  public let action: String
  /// What the system said: `No space left on device`.
  public let reason: String

  /// See the properties.
  public init(path: String, action: String, reason: String) {
    self.path = path
    self.action = action
    self.reason = reason
  }
}

extension FileError: CustomStringConvertible {
  /// `cannot write plans/p.json: No space left on device`.
  public var description: String { "cannot \(action) \(path): \(reason)" }
}
