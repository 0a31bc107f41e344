internal import Planning

/// Standards as planners write them. Whether anybody holds one is not asked here: that shows in `check`.
struct StandardTexts {
  private var known: [String] = []
  private var seen: Set<String> = []

  /// Bands that are usual, for suggestions.
  private static let usualBands = ["TK-2", "K-2", "3-5", "K-5", "6-8", "K-8", "9-12", "6-12", "K-12"]

  /// Reads a key; what is wrong with it is said, with one that is close.
  mutating func read(_ field: CSVField, log: DiagnosticLog) -> Standard? {
    let text = field.text
    guard let standard = Standard(text) else {
      let parts = text.split(separator: "/", omittingEmptySubsequences: false)
      var candidates = known
      if (2...3).contains(parts.count) {
        candidates += Self.usualBands.map { band in
          ([String(parts[0]), band] + parts.dropFirst(2).map(String.init)).joined(separator: "/")
        }
      }
      var advice = log.suggestion(for: text, among: candidates)
      if advice.isEmpty { advice = "; write it like CCSS-M/3-5/NF: framework, grades, domain" }
      log.add(field.diagnostic("unknown standard `\(text)`\(advice)"))
      return nil
    }
    if seen.insert(text).inserted { known.append(text) }
    return standard
  }

  /// The list of a field that every row needs.
  mutating func read<Column: TableColumn>(_ column: Column, of row: InputRow<Column>) -> [Standard] {
    guard row.required(column) != nil else { return [] }
    return row.words(column).compactMap { read($0, log: row.log) }
  }
}
