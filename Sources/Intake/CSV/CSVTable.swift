/// A table of separated values, as text: a header and rows under it.
///
/// It reads RFC 4180 and what spreadsheets make of it: UTF-8 with or without byte order mark, CRLF or LF,
/// quoted fields with newlines and doubled quotes, columns and rows without content at the end, rows cut
/// short after their last field with content. Rows without any content are left out. Every field knows
/// where it stands.
package struct CSVTable: Sendable {
  /// How fields are told apart.
  package enum Dialect: Sendable {
    /// Commas; a field that begins with a quote ends with one.
    case commas
    /// Tabs; quotes are ordinary characters.
    case tabs

    var separator: UInt8 { self == .commas ? UInt8(ascii: ",") : UInt8(ascii: "\t") }
  }

  /// Where the bytes of one field are.
  struct Extent {
    /// The first byte of the content, behind the opening quote.
    var start: UInt32
    /// The bytes of the content, quotes around it not counted.
    var length: UInt32
    /// The line on which the field begins, from 1.
    var line: UInt32
    /// Whether it stands in quotes.
    var isQuoted = false
    /// Whether quotes inside are doubled.
    var hasDoubledQuotes = false
  }

  /// The file's name, for messages.
  package let file: String
  /// The bytes of the file, byte order mark included.
  let bytes: [UInt8]
  /// The header's fields; the last one has a name.
  let headerExtents: [Extent]
  /// As many for each row as the header has.
  let extents: [Extent]
  /// What is wrong with single rows or columns; the rest of the table can be read.
  package let diagnostics: [Diagnostic]

  private let positions: [String: Int]

  init(
    file: String, bytes: [UInt8], headerExtents: [Extent], extents: [Extent], diagnostics: [Diagnostic]
  ) {
    self.file = file
    self.bytes = bytes
    self.headerExtents = headerExtents
    self.extents = extents
    var diagnostics = diagnostics
    var positions: [String: Int] = [:]
    for (position, extent) in headerExtents.enumerated() where extent.length > 0 {
      let field = CSVField(extent, in: bytes, of: file)
      let name = field.text
      if let first = positions[name] {
        diagnostics.append(
          field.diagnostic("the column `\(name)` stands in the header twice, first as column \(first + 1)"))
      } else if !name.isEmpty {
        positions[name] = position
      }
    }
    self.positions = positions
    self.diagnostics = diagnostics
  }

  /// The header's fields, in the order of the file; one may be empty.
  package var header: [CSVField] { headerExtents.map { CSVField($0, in: bytes, of: file) } }

  /// The position of the column with a name; where two have it, of the first. O(1).
  package func position(of column: String) -> Int? { positions[column] }

  /// The rows under the header.
  package var rows: CSVRows { CSVRows(table: self) }
}

/// The rows of a table, in the order of the file.
package struct CSVRows: RandomAccessCollection, Sendable {
  let table: CSVTable

  package var startIndex: Int { 0 }
  package var endIndex: Int { table.extents.count / table.headerExtents.count }
  package subscript(position: Int) -> CSVRow { CSVRow(table: table, index: position) }
}

/// A row of a table.
package struct CSVRow: Sendable {
  let table: CSVTable
  let index: Int

  /// The field in the column at a position. O(1).
  package subscript(position: Int) -> CSVField {
    CSVField(
      table.extents[index * table.headerExtents.count + position], in: table.bytes, of: table.file)
  }

  /// The line on which the row begins, from 1.
  package var line: Int { Int(table.extents[index * table.headerExtents.count].line) }
}
