/// What bytes are as UTF-8 text.
enum UTF8Bytes {
  /// The byte order mark that spreadsheets put in front.
  static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The position of the first byte that is no part of UTF-8 text, or is a control character other than
  /// tab, line feed and carriage return. O(bytes).
  ///
  /// Well-formed sequences are those of the Unicode Standard, table 3-7.
  static func firstFault(in bytes: [UInt8]) -> Int? {
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte < 0x80 {
        if byte < 0x20 ? byte != 0x09 && byte != 0x0A && byte != 0x0D : byte == 0x7F { return position }
        position += 1
        continue
      }
      guard let next = wellFormed(after: byte) else { return position }
      guard position + next.count < bytes.count else { return position }
      guard next.second.contains(bytes[position + 1]) else { return position }
      for offset in 1..<(next.count + 1) where bytes[position + offset] & 0xC0 != 0x80 { return position }
      position += next.count + 1
    }
    return nil
  }

  /// How many bytes follow a first byte, and which the second may be.
  private static func wellFormed(after first: UInt8) -> (count: Int, second: ClosedRange<UInt8>)? {
    switch first {
    case 0xC2...0xDF: (1, 0x80...0xBF)
    case 0xE0: (2, 0xA0...0xBF)
    case 0xE1...0xEC, 0xEE...0xEF: (2, 0x80...0xBF)
    case 0xED: (2, 0x80...0x9F)
    case 0xF0: (3, 0x90...0xBF)
    case 0xF1...0xF3: (3, 0x80...0xBF)
    case 0xF4: (3, 0x80...0x8F)
    default: nil
    }
  }

  /// What is wrong with the encoding of a file, if anything.
  static func diagnostic(of bytes: [UInt8], file: String) -> Diagnostic? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return Diagnostic(
        file: file,
        message: "the file is UTF-16, as its first bytes say; save it as UTF-8 (in Excel: `CSV UTF-8`)")
    }
    guard let fault = firstFault(in: bytes) else { return nil }
    let (line, column) = place(of: fault, in: bytes)
    let digits = String(bytes[fault], radix: 16, uppercase: true)
    let byte = "byte 0x\(digits.count < 2 ? "0" : "")\(digits) at offset \(fault)"
    return Diagnostic(
      file: file, line: line, column: column,
      message: bytes[fault] < 0x80
        ? "\(byte) is a control character; a text file has none"
        : "\(byte) is not UTF-8; save the file as UTF-8 (in Excel: `CSV UTF-8`)")
  }

  /// Line and column, from 1, of a byte; the column in Unicode scalars. O(offset).
  static func place(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
    var line = 1
    var column = 1
    let start = bytes.starts(with: mark) && offset >= mark.count ? mark.count : 0
    for byte in bytes[start..<offset] {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }
}
