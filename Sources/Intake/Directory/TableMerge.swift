internal import Planning

/// Rows brought into a table that a planner keeps: what the planner wrote stays, blank fields are filled, new
/// rows come at the end.
struct TableMerge {
  /// A field in which the planner's value stands against another one.
  struct Difference {
    let key: String
    let column: String
    let kept: String
    let offered: String
  }

  /// The table's file.
  let file: String
  /// Rows that were added.
  private(set) var added = 0
  /// Rows of which blank fields were filled.
  private(set) var filled = 0
  /// Rows that were offered and had everything.
  private(set) var unchanged = 0
  /// Where the planner's value was kept.
  private(set) var differences: [Difference] = []

  private let key: String
  private let columns: [String]
  private var header: [String]
  private var rows: [[String]] = []
  private var positions: [String: Int] = [:]
  private let rowsBefore: Int

  /// - Parameters:
  ///   - table: The planner's table; `nil` where there is none yet.
  ///   - file: Its name.
  ///   - columns: The columns that are brought, the key first; those that the table lacks are added to it.
  /// - Throws: What is wrong with the table, as far as rows could be lost or doubled by it.
  init(_ table: CSVTable?, file: String, columns: [String]) throws(InputError) {
    self.file = file
    self.columns = columns
    key = columns[0]
    header = table?.header.map(\.verbatim) ?? columns
    var faults = table?.diagnostics ?? []
    if let table {
      if table.position(of: key) == nil {
        let place = Diagnostic(file: file, line: 1, column: 1, message: "the column `\(key)` is missing")
        throw InputError(faults + [place])
      }
      let names = table.header.map(\.text)
      for column in columns where !names.contains(column) { header.append(column) }
      for row in table.rows {
        let field = row[table.position(of: key)!]
        if let fault = KeyText.fault(of: field.text, isCDS: true) { faults.append(field.diagnostic(fault)) }
        if positions.updateValue(rows.count, forKey: field.text) != nil {
          faults.append(field.diagnostic("`\(field.text)` stands in this file twice"))
        }
        let fields = names.indices.map { row[$0].verbatim }
        rows.append(fields + Array(repeating: "", count: header.count - names.count))
      }
    }
    rowsBefore = rows.count
    guard faults.isEmpty else { throw InputError(faults) }
  }

  /// The content of a column, row by row.
  func values(of column: String) -> [String] {
    header.firstIndex { Self.name($0) == column }.map { position in rows.map { Self.name($0[position]) } } ?? []
  }

  /// Whether a row has a key. O(1).
  func contains(_ key: String) -> Bool { positions[key] != nil }

  /// Rows that were there and that nothing was offered for.
  var notOffered: Int { rowsBefore - filled - unchanged }

  /// Whether the file has to be written.
  var isChanged: Bool { added + filled > 0 }

  /// Brings a row, in the order of the columns that were given.
  mutating func bring(_ fields: [String]) {
    guard let position = positions[fields[0]] else {
      var row = Array(repeating: "", count: header.count)
      for (column, field) in zip(columns, fields) { row[self.position(of: column)] = field }
      positions[fields[0]] = rows.count
      rows.append(row)
      added += 1
      return
    }
    var isFilled = false
    for (column, offered) in zip(columns, fields) where !offered.isEmpty {
      let place = self.position(of: column)
      let own = Self.name(rows[position][place])
      if own.isEmpty {
        rows[position][place] = offered
        isFilled = true
      } else if !Self.isSame(own, offered) {
        differences.append(Difference(key: fields[0], column: column, kept: own, offered: offered))
      }
    }
    if isFilled { filled += 1 } else { unchanged += 1 }
  }

  /// The table as text.
  var text: String {
    var table = CSVText(header: header)
    for row in rows { table.append(row) }
    return table.text
  }

  /// What was done, in lines.
  var summary: [String] {
    var lines = [
      "\(file): \(added.grouped) added, \(filled.grouped) changed (blank fields filled), "
        + "\((unchanged + notOffered).grouped) left alone"
    ]
    let shown = 10
    for difference in differences.prefix(shown) {
      lines.append(
        "  `\(difference.key)`: `\(difference.column)` stays \(difference.kept); the directory has "
          + difference.offered)
    }
    if differences.count > shown {
      lines.append("  and \((differences.count - shown).grouped) more that stay as they are")
    }
    return lines
  }

  private func position(of column: String) -> Int { header.firstIndex { Self.name($0) == column }! }

  /// Without white space around it.
  private static func name(_ field: String) -> String {
    let start = field.drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }

  /// The same text, or the same number written otherwise.
  private static func isSame(_ one: String, _ other: String) -> Bool {
    if one == other { return true }
    guard let left = NumberText.degrees(one), let right = NumberText.degrees(other) else { return false }
    return left == right && one.utf8.count < 14
  }
}
