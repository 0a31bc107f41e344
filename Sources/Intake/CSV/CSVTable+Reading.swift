extension CSVTable {
  /// Reads a table.
  ///
  /// - Parameters:
  ///   - bytes: The file, whole.
  ///   - file: Its name, for messages.
  ///   - dialect: How fields are told apart.
  /// - Throws: What makes the table unreadable, with the place: not UTF-8, larger than the limits, no header,
  ///   a quote that is not closed. What is wrong with single rows is in ``diagnostics``.
  /// - Complexity: O(bytes); 16 bytes of memory a field on top of them.
  package init(
    _ bytes: [UInt8], file: String, dialect: Dialect = .commas, limits: CSVLimits = CSVLimits()
  ) throws(InputError) {
    guard bytes.count <= limits.fileBytes else {
      throw InputError([.tooLarge(file: file, bytes: bytes.count, limit: limits.fileBytes)])
    }
    if let fault = UTF8Bytes.diagnostic(of: bytes, file: file) { throw InputError([fault]) }
    var scanner = CSVScanner(bytes: bytes, file: file, dialect: dialect, limits: limits)
    do {
      try scanner.scan()
    } catch {
      throw InputError([error.diagnostic] + scanner.diagnostics)
    }
    guard let header = scanner.header else {
      throw InputError([Diagnostic(file: file, message: "the file is empty; its first line must name the columns")])
    }
    self.init(
      file: file, bytes: bytes, headerExtents: header, extents: scanner.extents,
      diagnostics: scanner.diagnostics)
  }
}

extension Diagnostic {
  /// A file that is refused for its size.
  static func tooLarge(file: String, bytes: Int, limit: Int) -> Diagnostic {
    Diagnostic(
      file: file,
      message: "the file has \(mebibytes(bytes)); the limit is \(mebibytes(limit)). Is it the right file?")
  }

  private static func mebibytes(_ bytes: Int) -> String {
    bytes < 1 << 20 ? "\(bytes) bytes" : "\((bytes + (1 << 19)) >> 20) MiB"
  }
}

/// Finds the fields of a table byte by byte.
private struct CSVScanner {
  /// Why the rest cannot be read.
  struct Failure: Error {
    let diagnostic: Diagnostic
  }

  let bytes: [UInt8]
  let file: String
  let dialect: CSVTable.Dialect
  let limits: CSVLimits

  var header: [CSVTable.Extent]?
  var extents: [CSVTable.Extent] = []
  var diagnostics: [Diagnostic] = []

  private var position = 0
  private var line = 1
  private var row: [CSVTable.Extent] = []
  private var rowStart = 0

  init(bytes: [UInt8], file: String, dialect: CSVTable.Dialect, limits: CSVLimits) {
    self.bytes = bytes
    self.file = file
    self.dialect = dialect
    self.limits = limits
  }

  mutating func scan() throws(Failure) {
    if bytes.starts(with: UTF8Bytes.mark) { position = UTF8Bytes.mark.count }
    while position < bytes.count {
      rowStart = position
      row.removeAll(keepingCapacity: true)
      var goesOn = true
      while goesOn {
        guard row.count < limits.fields else {
          throw failure(at: rowStart, "this row has more than \(limits.fields) fields. Is it the right file?")
        }
        if dialect == .commas, position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
          try scanQuoted()
        } else {
          scanPlain()
        }
        guard position - rowStart <= limits.rowBytes else {
          throw failure(
            at: rowStart,
            "this row has more than \(limits.rowBytes) bytes. Is it the right file, and is every quote closed?")
        }
        goesOn = try endField()
      }
      try endRow()
    }
  }

  /// A field up to the next separator or line end.
  private mutating func scanPlain() {
    let start = position
    let separator = dialect.separator
    while position < bytes.count {
      let byte = bytes[position]
      if byte == separator || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
      position += 1
    }
    row.append(.init(start: UInt32(start), length: UInt32(position - start), line: UInt32(line)))
  }

  /// A field in quotes, from the opening to behind the closing one.
  private mutating func scanQuoted() throws(Failure) {
    let opening = position
    var extent = CSVTable.Extent(
      start: UInt32(position + 1), length: 0, line: UInt32(line), isQuoted: true)
    position += 1
    while true {
      guard position < bytes.count else {
        throw failure(at: opening, "the quote that opens this field is never closed")
      }
      switch bytes[position] {
      case UInt8(ascii: "\""):
        guard position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "\"") else {
          extent.length = UInt32(position) - extent.start
          row.append(extent)
          position += 1
          return
        }
        extent.hasDoubledQuotes = true
        position += 2
      case UInt8(ascii: "\n"):
        line += 1
        position += 1
      default: position += 1
      }
    }
  }

  /// Steps over what ends a field; whether another one follows in the row.
  private mutating func endField() throws(Failure) -> Bool {
    guard position < bytes.count else { return false }
    switch bytes[position] {
    case dialect.separator:
      position += 1
      return true
    case UInt8(ascii: "\n"):
      position += 1
      line += 1
      return false
    case UInt8(ascii: "\r"):
      guard position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "\n") else {
        throw failure(
          at: position,
          "byte 0x0D at offset \(position) is a carriage return alone; a line ends with LF or CRLF")
      }
      position += 2
      line += 1
      return false
    default:
      let opening = row.last.map { Int($0.line) } ?? line
      throw failure(
        at: position,
        """
        text follows the quote that closes the field begun on line \(opening); a quote inside a quoted field \
        is doubled
        """)
    }
  }

  private mutating func endRow() throws(Failure) {
    guard let last = row.lastIndex(where: { !isBlank($0) }) else { return }
    guard let header else {
      header = Array(row[...last])
      try refuseOtherSeparators()
      return
    }
    if last >= header.count {
      let field = CSVField(row[last], in: bytes, of: file)
      diagnostics.append(
        field.diagnostic(
          """
          this row has \(last + 1) fields, the header \(header.count); a field with a comma in it stands in quotes
          """))
    }
    guard extents.count < limits.rows * header.count else {
      throw failure(at: rowStart, "the file has more than \(limits.rows) rows. Is it the right file?")
    }
    for (position, extent) in row.prefix(header.count).enumerated()
    where header[position].length == 0 && !isBlank(extent) {
      diagnostics.append(
        CSVField(extent, in: bytes, of: file)
          .diagnostic("this field stands in column \(position + 1), which has no name in the header"))
    }
    extents.append(contentsOf: row.prefix(header.count))
    // Excel leaves out the separators behind the last field with content in some rows.
    if row.count < header.count {
      let rest = CSVTable.Extent(start: UInt32(endOfRow), length: 0, line: row[row.count - 1].line)
      extents.append(contentsOf: repeatElement(rest, count: header.count - row.count))
    }
  }

  /// The position behind the last field of the row.
  private var endOfRow: Int {
    row.last.map { Int($0.start + $0.length) + ($0.isQuoted ? 1 : 0) } ?? position
  }

  private func isBlank(_ extent: CSVTable.Extent) -> Bool {
    extent.length == 0 || extent.trimmed(in: bytes).isEmpty
  }

  /// A spreadsheet set to another country separates with semicolons.
  private func refuseOtherSeparators() throws(Failure) {
    guard dialect == .commas, let header, header.count == 1 else { return }
    let name = CSVField(header[0], in: bytes, of: file).utf8
    for (separator, what) in [(UInt8(ascii: ";"), "semicolons"), (UInt8(ascii: "\t"), "tabs")]
    where name.contains(separator) {
      throw failure(at: rowStart, "the columns are separated by \(what); save the file with commas between them")
    }
  }

  private func failure(at offset: Int, _ message: String) -> Failure {
    let place = UTF8Bytes.place(of: offset, in: bytes)
    return Failure(
      diagnostic: Diagnostic(file: file, line: place.line, column: place.column, message: message))
  }
}
