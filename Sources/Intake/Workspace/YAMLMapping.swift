internal import Planning
internal import Yams

/// A mapping of a YAML file whose keys are known, read key by key. What is wrong is said at the key or the
/// value.
struct YAMLMapping {
  /// A value and where it stands.
  struct Value {
    /// The text of the scalar.
    let text: String
    /// Its line and column, from 1.
    let place: (line: Int?, column: Int?)
  }

  /// The file's name, for messages.
  let file: String
  /// What the mapping is called in messages: `limits.`, or nothing for the file itself.
  let prefix: String
  /// Where it begins.
  let place: (line: Int?, column: Int?)
  let log: DiagnosticLog
  private let entries: [(key: String, place: (line: Int?, column: Int?), value: Node)]

  /// - Parameters:
  ///   - node: A mapping; anything else is a diagnostic, and then there is no mapping.
  ///   - keys: Every key that it may have.
  init?(_ node: Node, keys: [String], prefix: String, file: String, log: DiagnosticLog) {
    place = Self.place(of: node)
    (self.file, self.prefix, self.log) = (file, prefix, log)
    guard let mapping = node.mapping else {
      let what = prefix.isEmpty ? "the file" : "`\(prefix.dropLast())`"
      log.add(
        Diagnostic(
          file: file, line: place.line, column: place.column,
          message: "\(what) has keys with values, like `\(keys.first ?? "key"): value`"))
      return nil
    }
    entries = mapping.map { ($0.key.scalar?.string ?? "", Self.place(of: $0.key), $0.value) }
    for entry in entries where !keys.contains(entry.key) {
      var advice = log.suggestion(for: entry.key, among: keys)
      if advice.isEmpty { advice = "; the keys are \(keys.joined(separator: ", "))" }
      complain(entry.place, "unknown key `\(prefix)\(entry.key)`\(advice)")
    }
  }

  /// The value of a key; `nil` where the key is missing or has no value.
  func value(_ key: String) -> Value? {
    guard let entry = entries.first(where: { $0.key == key }) else { return nil }
    guard let scalar = entry.value.scalar else {
      complain(Self.place(of: entry.value), "`\(prefix)\(key)` is one value, not a list or a mapping")
      return nil
    }
    let isNothing = scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
    return isNothing ? nil : Value(text: scalar.string, place: Self.place(of: entry.value))
  }

  /// The value of a key that every file needs.
  func required(_ key: String, _ about: String) -> Value? {
    if let value = value(key) { return value }
    if let entry = entries.first(where: { $0.key == key }) {
      if entry.value.scalar != nil { complain(entry.place, "`\(prefix)\(key)` has no value (\(about))") }
    } else {
      complain(prefix.isEmpty ? (nil, nil) : place, "the key `\(prefix)\(key)` is missing (\(about))")
    }
    return nil
  }

  /// The mapping under a key; `nil` where the key is missing, has no value or is no mapping.
  func mapping(_ key: String, keys: [String]) -> YAMLMapping? {
    guard let entry = entries.first(where: { $0.key == key }) else { return nil }
    if let scalar = entry.value.scalar, scalar.string.isEmpty, scalar.style == .plain { return nil }
    return YAMLMapping(entry.value, keys: keys, prefix: "\(prefix)\(key).", file: file, log: log)
  }

  /// Whether a key is there, with or without a value.
  func has(_ key: String) -> Bool { entries.contains { $0.key == key } }

  /// Says what is wrong at a place.
  func complain(_ place: (line: Int?, column: Int?), _ message: String) {
    log.add(Diagnostic(file: file, line: place.line, column: place.column, message: message))
  }

  private static func place(of node: Node) -> (line: Int?, column: Int?) { (node.mark?.line, node.mark?.column) }
}

/// How values are read; see ``InputRow``.
extension YAMLMapping {
  /// A whole number with a default.
  func integer(_ key: String, in range: ClosedRange<Int>, default standard: Int) -> Int {
    guard let value = value(key) else { return standard }
    if let number = NumberText.integer(value.text), range.contains(number) { return number }
    complain(
      value.place,
      "`\(prefix)\(key)` is a whole number from \(range.lowerBound.grouped) to \(range.upperBound.grouped), not `\(value.text)`"
    )
    return standard
  }

  /// A decimal number as so many 10^-places; `nil` where there is none.
  ///
  /// - Parameter range: In whole numbers.
  func decimal(_ key: String, places: Int, in range: ClosedRange<Int>) -> Int? {
    guard let value = value(key) else { return nil }
    let unit = (0..<places).reduce(1) { unit, _ in unit * 10 }
    if let number = NumberText.decimal(value.text, places: places),
      (range.lowerBound * unit...range.upperBound * unit).contains(number)
    {
      return number
    }
    complain(
      value.place,
      """
      `\(prefix)\(key)` is a number from \(range.lowerBound) to \(range.upperBound.grouped) with at most \(places) \
      decimals, not `\(value.text)`
      """)
    return nil
  }

  /// `true` or `false`, with a default.
  func boolean(_ key: String, default standard: Bool) -> Bool {
    guard let value = value(key) else { return standard }
    switch value.text.lowercased() {
    case "true", "yes": return true
    case "false", "no": return false
    default:
      complain(value.place, "`\(prefix)\(key)` is true or false, not `\(value.text)`")
      return standard
    }
  }
}
