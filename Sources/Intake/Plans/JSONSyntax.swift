/// Finds where a text stops being JSON (RFC 8259) with whole numbers. The decoder says that it does, not where.
enum JSONSyntax {
  /// What is wrong, and where.
  enum Fault: Hashable {
    /// A byte that cannot be there.
    case unexpected(Int)
    /// The text ends too early.
    case end
    /// A number that is not whole, or has more than 64 bits.
    case notAnInteger(Range<Int>)
  }

  /// Deeper nesting is a fault; a plan needs six levels.
  private static let deepest = 500

  /// The first fault; `nil` where there is none. O(bytes).
  static func firstFault(in bytes: [UInt8]) -> Fault? {
    var scanner = Scanner(bytes: bytes)
    let isValue = scanner.value(depth: 0)
    if let number = scanner.firstFraction { return .notAnInteger(number) }
    if isValue {
      scanner.skipSpace()
      if scanner.position == bytes.count { return nil }
    }
    return scanner.position < bytes.count ? .unexpected(scanner.position) : .end
  }

  private struct Scanner {
    let bytes: [UInt8]
    var position = 0
    /// The first number that is no integer of 64 bits.
    var firstFraction: Range<Int>?

    var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func skipSpace() {
      while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { position += 1 }
    }

    mutating func take(_ byte: UInt8) -> Bool {
      guard next == byte else { return false }
      position += 1
      return true
    }

    mutating func value(depth: Int) -> Bool {
      skipSpace()
      guard depth < JSONSyntax.deepest else { return false }
      switch next {
      case UInt8(ascii: "{"): return members(depth: depth)
      case UInt8(ascii: "["): return elements(depth: depth)
      case UInt8(ascii: "\""): return string()
      case UInt8(ascii: "t"): return word("true")
      case UInt8(ascii: "f"): return word("false")
      case UInt8(ascii: "n"): return word("null")
      default: return number()
      }
    }

    mutating func members(depth: Int) -> Bool {
      position += 1
      skipSpace()
      if take(UInt8(ascii: "}")) { return true }
      repeat {
        skipSpace()
        guard string() else { return false }
        skipSpace()
        guard take(UInt8(ascii: ":")), value(depth: depth + 1) else { return false }
        skipSpace()
      } while take(UInt8(ascii: ","))
      return take(UInt8(ascii: "}"))
    }

    mutating func elements(depth: Int) -> Bool {
      position += 1
      skipSpace()
      if take(UInt8(ascii: "]")) { return true }
      repeat {
        guard value(depth: depth + 1) else { return false }
        skipSpace()
      } while take(UInt8(ascii: ","))
      return take(UInt8(ascii: "]"))
    }

    mutating func string() -> Bool {
      guard take(UInt8(ascii: "\"")) else { return false }
      while let byte = next {
        if byte < 0x20 { return false }
        position += 1
        if byte == UInt8(ascii: "\"") { return true }
        if byte == UInt8(ascii: "\\"), !escape() { return false }
      }
      return false
    }

    mutating func escape() -> Bool {
      guard let byte = next, "\"\\/bfnrtu".utf8.contains(byte) else { return false }
      position += 1
      guard byte == UInt8(ascii: "u") else { return true }
      for _ in 0..<4 {
        guard let digit = next, "0123456789abcdefABCDEF".utf8.contains(digit) else { return false }
        position += 1
      }
      return true
    }

    mutating func word(_ word: String) -> Bool {
      for byte in word.utf8 where !take(byte) { return false }
      return true
    }

    mutating func number() -> Bool {
      let start = position
      _ = take(UInt8(ascii: "-"))
      guard take(UInt8(ascii: "0")) || digits() else { return false }
      if take(UInt8(ascii: ".")), !digits() { return false }
      if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
        _ = take(UInt8(ascii: "+")) || take(UInt8(ascii: "-"))
        guard digits() else { return false }
      }
      let text = String(decoding: bytes[start..<position], as: UTF8.self)
      if firstFraction == nil, Int(text) == nil, UInt64(text) == nil { firstFraction = start..<position }
      return true
    }

    mutating func digits() -> Bool {
      let start = position
      while let byte = next, (0x30...0x39).contains(byte) { position += 1 }
      return position > start
    }
  }
}
