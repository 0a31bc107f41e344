/// One field of a table, and where it stands.
package struct CSVField: Sendable {
  private let extent: CSVTable.Extent
  private let bytes: [UInt8]
  /// The file's name, for messages.
  package let file: String

  init(_ extent: CSVTable.Extent, in bytes: [UInt8], of file: String) {
    self.extent = extent
    self.bytes = bytes
    self.file = file
  }

  /// The content without white space around it, quotes resolved. O(length).
  package var text: String {
    let content = trimmed
    guard extent.hasDoubledQuotes else { return String(decoding: bytes[content], as: UTF8.self) }
    var resolved: [UInt8] = []
    resolved.reserveCapacity(content.count)
    var position = content.lowerBound
    while position < content.upperBound {
      resolved.append(bytes[position])
      // Inside a quoted field a quote is always one of two.
      position += bytes[position] == UInt8(ascii: "\"") ? 2 : 1
    }
    return String(decoding: resolved, as: UTF8.self)
  }

  /// The content as it is in the file, white space included, quotes resolved. O(length).
  package var verbatim: String {
    let content = Int(extent.start)..<Int(extent.start + extent.length)
    let text = String(decoding: bytes[content], as: UTF8.self)
    guard extent.hasDoubledQuotes else { return text }
    var resolved = ""
    var isSecond = false
    for scalar in text.unicodeScalars {
      if scalar == "\"", !isSecond {
        isSecond = true
        continue
      }
      isSecond = false
      resolved.unicodeScalars.append(scalar)
    }
    return resolved
  }

  /// Whether there is nothing but white space in it.
  package var isEmpty: Bool { trimmed.isEmpty }

  /// The bytes of ``text`` where no quote has to be resolved, in place.
  var utf8: ArraySlice<UInt8> { bytes[trimmed] }

  /// The line on which it begins, from 1.
  package var line: Int { Int(extent.line) }

  /// The column of its first character, or of the quote before it, from 1, in Unicode scalars.
  /// O(length of the line before it).
  package var column: Int {
    var position = Int(extent.start) - (extent.isQuoted ? 1 : 0)
    var column = 1
    while position > 0, bytes[position - 1] != UInt8(ascii: "\n") {
      position -= 1
      if bytes[position] & 0xC0 != 0x80 { column += 1 }
    }
    return position == 0 && bytes.starts(with: UTF8Bytes.mark) ? column - 1 : column
  }

  /// The parts of it between bytes that separate, as fields with places of their own; without empty ones.
  func parts(separatedBy isSeparator: (UInt8) -> Bool) -> [CSVField] {
    let content = trimmed
    var found: [CSVField] = []
    var line = extent.line
    for position in extent.start..<UInt32(content.lowerBound) where bytes[Int(position)] == 0x0A { line += 1 }
    var start = content.lowerBound
    for position in content.lowerBound...content.upperBound {
      guard position == content.upperBound || isSeparator(bytes[position]) else { continue }
      if position > start {
        var part = extent
        part.isQuoted = false
        (part.start, part.length, part.line) = (UInt32(start), UInt32(position - start), line)
        found.append(CSVField(part, in: bytes, of: file))
      }
      if position < content.upperBound, bytes[position] == 0x0A { line += 1 }
      start = position + 1
    }
    return found
  }

  /// A diagnostic about it.
  package func diagnostic(_ message: String) -> Diagnostic {
    Diagnostic(file: file, line: line, column: column, message: message)
  }

  private var trimmed: Range<Int> { extent.trimmed(in: bytes) }
}

extension CSVTable.Extent {
  /// The positions of the content without white space around it.
  func trimmed(in bytes: [UInt8]) -> Range<Int> {
    var first = Int(start)
    var end = first + Int(length)
    while first < end, Self.isWhiteSpace(bytes[first]) { first += 1 }
    while first < end, Self.isWhiteSpace(bytes[end - 1]) { end -= 1 }
    return first..<end
  }

  private static func isWhiteSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
