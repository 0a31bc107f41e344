internal import Planning

/// Keys of other rows, and lists.
extension InputRow {
  /// The key of another row, which there is; `nil` where there is none, which has been said.
  func reference(_ field: CSVField, to tables: KeyTable..., isCDS: Bool = false) -> String? {
    let key = field.text
    if tables.contains(where: { $0.contains(key) }) { return key }
    if let fault = KeyText.fault(of: key, isCDS: isCDS) {
      log.add(field.diagnostic(fault))
    } else if tables.allSatisfy({ $0.isComplete && !log.isFull($0.file) }) {
      log.add(field.diagnostic(unknown(key, in: tables)))
    }
    return nil
  }

  /// ``unknown school `S12`; did you mean `S11`?``
  func unknown(_ key: String, in tables: [KeyTable]) -> String {
    let kinds = tables.map(\.kind).anyOf
    let suggestion = log.suggestion(for: key, among: tables.flatMap(\.keys))
    if !suggestion.isEmpty { return "unknown \(kinds) `\(key)`\(suggestion)" }
    let files = tables.map(\.file).anyOf
    return "unknown \(kinds) `\(key)`; it is in no row of \(files)"
  }

  /// The words of a list, each once; one that stands twice is a diagnostic.
  func words(_ column: Column) -> [CSVField] {
    guard let field = field(column) else { return [] }
    var seen: Set<String> = []
    return field.words.filter { word in
      if seen.insert(word.text).inserted { return true }
      log.add(word.diagnostic("`\(word.text)` stands in `\(column.name)` twice"))
      return false
    }
  }

  /// Positions of periods, in order; all of them where the field is empty.
  func periods(_ column: Column, of periods: [Period], keys: KeyTable) -> [Int] {
    guard field(column) != nil else { return Array(periods.indices) }
    let names = words(column).compactMap { reference($0, to: keys) }
    return periods.indices.filter { names.contains(periods[$0].id) }
  }

  /// Enters the row's own key; where it was given before, it says so.
  func enter(_ key: String, at column: Column, into keys: inout KeyTable) -> Bool {
    if keys.insert(key, line: line) { return true }
    let first = keys.line(of: key).map { ", first on line \($0)" } ?? ""
    complain(column, "the \(keys.kind) `\(key)` stands in this file twice\(first)")
    return false
  }

  /// Says so where a key is taken by something of another kind that is referred to in the same places.
  func refuse(_ key: String, at column: Column, takenIn others: KeyTable...) {
    for other in others where other.contains(key) {
      let place = other.line(of: key).map { "\(other.file):\($0)" } ?? other.file
      complain(
        column, "`\(key)` is the key of a \(other.kind) as well (\(place)); they need keys of their own")
    }
  }
}

extension CSVField {
  /// The words of a list: parted by spaces, commas, semicolons or line ends.
  var words: [CSVField] { parts { $0 <= 0x20 || $0 == 0x2C || $0 == 0x3B } }
}
