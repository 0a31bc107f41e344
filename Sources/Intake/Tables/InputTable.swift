/// A table whose columns are known: what planners wrote in the columns that they were told of.
struct InputTable<Column: TableColumn> {
  private let table: CSVTable
  private let positions: [Int?]
  private let log: DiagnosticLog

  /// Looks the columns up by name. A column that is unknown or missing is a diagnostic; what can be read is read.
  init(_ table: CSVTable, log: DiagnosticLog) {
    self.table = table
    self.log = log
    for diagnostic in table.diagnostics { log.add(diagnostic) }
    let names = Column.allCases.map(\.name)
    positions = names.map { table.position(of: $0) }
    let missing = zip(names, positions).filter { $0.1 == nil }.map(\.0)
    for field in table.header where !field.isEmpty && !names.contains(field.text) {
      let name = field.text
      var suggestion = log.suggestion(for: name, among: missing)
      if suggestion.isEmpty { suggestion = "; the columns are \(names.joined(separator: ", "))" }
      log.add(field.diagnostic("unknown column `\(name)`\(suggestion)"))
    }
    for column in Column.allCases where positions[column.rawValue] == nil && column.column.whenEmpty == nil {
      log.add(
        Diagnostic(
          file: table.file, line: table.header.first?.line,
          message: "the column `\(column.name)` is missing (\(column.column.about))"))
    }
  }

  /// The rows, in the order of the file, as long as the log takes what is wrong with them.
  var rows: some Sequence<InputRow<Column>> {
    table.rows.lazy.map { InputRow(row: $0, positions: positions, log: log) }
      .prefix { _ in !log.isFull(Column.file) }
  }
}

/// A row of a table whose columns are known.
struct InputRow<Column: TableColumn> {
  private let row: CSVRow
  private let positions: [Int?]
  private let faultsBefore: Int
  /// Where to say what is wrong.
  let log: DiagnosticLog

  init(row: CSVRow, positions: [Int?], log: DiagnosticLog) {
    self.row = row
    self.positions = positions
    self.log = log
    faultsBefore = log.count
  }

  /// Whether nothing was found wrong since the row was taken up.
  var isSound: Bool { log.count == faultsBefore }

  /// The line on which it begins.
  var line: Int { row.line }

  /// The field of a column; `nil` where the column is missing or the field is empty.
  func field(_ column: Column) -> CSVField? {
    guard let position = positions[column.rawValue] else { return nil }
    let field = row[position]
    return field.isEmpty ? nil : field
  }

  /// The field of a column that every row needs; where it is empty it says so.
  func required(_ column: Column) -> CSVField? {
    if let field = field(column) { return field }
    complainOfEmpty(column, "every row needs it (\(column.column.about))")
    return nil
  }

  /// Says that a field is empty, unless its column is missing, which has been said.
  func complainOfEmpty(_ column: Column, _ message: String) {
    guard let position = positions[column.rawValue] else {
      if column.column.whenEmpty != nil { complain(message: "there is no `\(column.name)`; \(message)") }
      return
    }
    log.add(row[position].diagnostic("`\(column.name)` is empty; \(message)"))
  }

  /// Says what is wrong with a field; where it is empty, with the row.
  func complain(_ column: Column, _ message: String) {
    guard let position = positions[column.rawValue] else { return complain(message: message) }
    log.add(row[position].diagnostic(message))
  }

  /// Says what is wrong with the row.
  func complain(message: String) {
    log.add(Diagnostic(file: Column.file, line: line, message: message))
  }
}
