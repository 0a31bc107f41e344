/// Anchors and aliases of YAML. A few lines of them can stand for more nodes than memory holds, and a region
/// needs none, so that they are refused before the file is parsed.
enum YAMLAliases {
  /// The position of the first `&name` or `*name` that begins a node. O(bytes).
  static func first(in bytes: [UInt8]) -> Int? {
    var isNodeStart = true
    var flowDepth = 0
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      let next = position + 1 < bytes.count ? bytes[position + 1] : UInt8(ascii: "\n")
      let isFollowedBySpace = next <= 0x20
      switch byte {
      case UInt8(ascii: "\n"): isNodeStart = true
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
        if next == UInt8(ascii: "#") { position = end(of: position, in: bytes) - 1 }
      case UInt8(ascii: "&"), UInt8(ascii: "*"):
        if isNodeStart, !isFollowedBySpace { return position }
        isNodeStart = false
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if isNodeStart { position = closing(byte, from: position, in: bytes) }
        isNodeStart = false
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        if isNodeStart { flowDepth += 1 }
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        flowDepth = max(0, flowDepth - 1)
        isNodeStart = false
      case UInt8(ascii: ","): isNodeStart = flowDepth > 0
      case UInt8(ascii: ":"), UInt8(ascii: "?"), UInt8(ascii: "-"):
        isNodeStart = isFollowedBySpace && (byte == UInt8(ascii: ":") || isNodeStart)
      default: isNodeStart = false
      }
      position += 1
    }
    return nil
  }

  /// The position of the line's end.
  private static func end(of position: Int, in bytes: [UInt8]) -> Int {
    bytes[position...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
  }

  /// The position of the quote that closes one; the last byte where none does. In double quotes a backslash
  /// takes the next character with it; two single quotes in a row are read as two scalars, which does not matter here.
  private static func closing(_ quote: UInt8, from opening: Int, in bytes: [UInt8]) -> Int {
    var position = opening + 1
    while position < bytes.count, bytes[position] != quote {
      position += quote == UInt8(ascii: "\"") && bytes[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(position, bytes.count - 1)
  }
}
