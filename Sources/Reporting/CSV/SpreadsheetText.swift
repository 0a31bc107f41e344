/// A table as spreadsheets read it: RFC 4180 with CRLF, UTF-8 with a byte order mark (without which Excel takes
/// accents for something else).
///
/// A field that a spreadsheet would take for a formula is defused: where it begins with `=`, `+`, `-`, `@`, a
/// tab or a carriage return, an apostrophe is put before it, which spreadsheets show as text. Keys carry their
/// kind (`school:01611190130229`), so that no spreadsheet takes a CDS code for a number.
struct SpreadsheetText {
  private(set) var text = "\u{FEFF}"
  private let width: Int

  /// - Parameter header: The columns' titles.
  init(header: [String]) {
    width = header.count
    row(header)
  }

  /// - Precondition: As many fields as the header has.
  mutating func row(_ fields: [String]) {
    precondition(fields.count == width, "a row has a field for every column")
    var isFirst = true
    for field in fields {
      if !isFirst { text += "," }
      isFirst = false
      append(Self.isFormula(field) ? "'" + field : field)
    }
    text += "\r\n"
  }

  static func isFormula(_ field: String) -> Bool {
    switch field.utf8.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 9, 13: true
    default: false
    }
  }

  private mutating func append(_ field: String) {
    let needsQuotes = field.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 10 || byte == 13
    }
    guard needsQuotes else {
      text += field
      return
    }
    text += "\""
    for scalar in field.unicodeScalars {
      if scalar == "\"" { text += "\"" }
      text.unicodeScalars.append(scalar)
    }
    text += "\""
  }
}
