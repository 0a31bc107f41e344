/// The keys of one kind of thing, where each was given, and whether there may be others.
struct KeyTable {
  /// What has these keys: `school`.
  let kind: String
  /// The file that gives them.
  let file: String
  /// The keys in the order of the file, with every one that could be read, even of a row that is wrong elsewhere.
  private(set) var keys: [String] = []
  /// Whether every key of the file could be read. If not, nothing is known to be unknown.
  var isComplete = true

  private var lines: [String: Int] = [:]

  init(kind: String, file: String) {
    self.kind = kind
    self.file = file
  }

  /// Whether there is a key. O(1).
  func contains(_ key: String) -> Bool { lines[key] != nil }

  /// The line on which a key was given. O(1).
  func line(of key: String) -> Int? { lines[key] }

  /// Adds a key; `false` where it was there.
  mutating func insert(_ key: String, line: Int) -> Bool {
    guard lines[key] == nil else { return false }
    lines[key] = line
    keys.append(key)
    return true
  }
}
