/// Lines of iCalendar (RFC 5545, section 3.1): ended by CRLF and folded so that none is longer than 75 octets,
/// never inside a character.
struct ContentLines {
  private(set) var text = ""

  /// Writes `NAME:VALUE` as it is; parameters belong to the name.
  mutating func add(_ name: String, _ value: String) {
    var octets = 0
    for scalar in (name + ":" + value).unicodeScalars {
      let size = UTF8.width(scalar)
      if octets + size > 75 {
        text += "\r\n "
        octets = 1
      }
      text.unicodeScalars.append(scalar)
      octets += size
    }
    text += "\r\n"
  }

  /// Writes a value of type TEXT, escaped (section 3.3.11).
  mutating func add(_ name: String, text value: String) { add(name, Self.escaped(value)) }

  /// Backslash, semicolon, comma and line break are escaped; other control characters, which the grammar does
  /// not allow, are left out.
  static func escaped(_ value: String) -> String {
    var escaped = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\\", ";", ",":
        escaped += "\\"
        escaped.unicodeScalars.append(scalar)
      case "\n": escaped += "\\n"
      case "\t": escaped += " "
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: break
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
