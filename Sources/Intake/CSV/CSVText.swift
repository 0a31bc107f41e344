/// A table written as comma-separated values: RFC 4180 with a line feed at the end of each row, so that it
/// diffs well. Fields are quoted where they have to be.
package struct CSVText: Sendable {
  /// The table so far.
  package private(set) var text = ""
  private let columns: Int

  /// - Parameter header: The names of the columns; at least one.
  package init(header: [String]) {
    precondition(!header.isEmpty, "a table has columns")
    columns = header.count
    append(header)
  }

  /// Adds a row.
  ///
  /// - Precondition: It has as many fields as the header.
  package mutating func append(_ row: [String]) {
    precondition(row.count == columns, "a row has \(columns) fields, this one has \(row.count)")
    for (position, field) in row.enumerated() {
      if position > 0 { text.append(",") }
      if Self.needsQuotes(field) {
        text.append("\"")
        for scalar in field.unicodeScalars {
          if scalar == "\"" { text.append("\"") }
          text.unicodeScalars.append(scalar)
        }
        text.append("\"")
      } else {
        text.append(field)
      }
    }
    text.append("\n")
  }

  private static func needsQuotes(_ field: String) -> Bool {
    let bytes = field.utf8
    guard let first = bytes.first, let last = bytes.last else { return false }
    // White space at either end would be lost, and a leading BOM taken for the file's.
    return first <= 0x20 || last <= 0x20 || first == 0xEF
      || bytes.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
  }
}
