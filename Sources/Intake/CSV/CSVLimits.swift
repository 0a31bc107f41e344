/// How large a table may be. What is larger is no table that a planner edits, and is refused with one
/// message before it costs time or memory.
package struct CSVLimits: Sendable {
  /// The bytes of a file.
  package var fileBytes: Int
  /// The bytes of a row, from its first field to its end; a quoted field may hold newlines.
  package var rowBytes: Int
  /// The fields of a row.
  package var fields: Int
  /// The rows below the header.
  package var rows: Int

  /// The limits of every input file: ten times what a whole state needs.
  package init(fileBytes: Int = 64 << 20, rowBytes: Int = 1 << 20, fields: Int = 1000, rows: Int = 1_000_000) {
    self.fileBytes = fileBytes
    self.rowBytes = rowBytes
    self.fields = fields
    self.rows = rows
  }
}
