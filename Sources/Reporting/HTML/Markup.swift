/// Markup that is well-formed by construction: what is interpolated is escaped, literals stand as they are.
///
/// ```swift
/// page += "<h1>\(title)</h1>"
/// ```
struct Markup: ExpressibleByStringInterpolation, Sendable {
  private(set) var text: String

  init() { text = "" }
  init(stringLiteral value: String) { text = value }
  init(stringInterpolation: Interpolation) { text = stringInterpolation.text }

  /// Markup that was written elsewhere and is known to be well-formed.
  init(wellFormed text: String) { self.text = text }

  static func += (left: inout Markup, right: Markup) { left.text += right.text }

  struct Interpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    mutating func appendLiteral(_ literal: String) { text += literal }
    mutating func appendInterpolation(_ value: String) { value.appendEscaped(to: &text) }
    mutating func appendInterpolation(_ value: Substring) { String(value).appendEscaped(to: &text) }
    mutating func appendInterpolation(_ value: Int) { text += String(value) }
    mutating func appendInterpolation(_ value: Markup) { text += value.text }
  }
}

extension [Markup] {
  /// All of them, one after the other.
  func joined(separator: Markup = "") -> Markup {
    Markup(wellFormed: map(\.text).joined(separator: separator.text))
  }
}

extension String {
  /// Appends it as character data or as the value of an attribute in double quotes. What XML does not allow at
  /// all becomes a replacement character.
  fileprivate func appendEscaped(to text: inout String) {
    let isPlain = utf8.allSatisfy { byte in
      byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "&") && byte != UInt8(ascii: "<")
        && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "'")
    }
    if isPlain {
      text += self
      return
    }
    for scalar in unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "'": text += "&#39;"
      case "\t", "\n", "\r": text += " "
      case _
      where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        || scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value):
        text += "\u{FFFD}"
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}
