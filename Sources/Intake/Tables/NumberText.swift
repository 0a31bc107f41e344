/// Numbers as planners and spreadsheets write them.
enum NumberText {
  /// A whole number; `nil` for anything but digits with a sign in front.
  static func integer(_ text: String) -> Int? {
    let bytes = text.utf8
    guard let last = bytes.last, (0x30...0x39).contains(last) else { return nil }
    let digits = bytes.first.map { $0 == 0x2B || $0 == 0x2D } ?? false ? bytes.dropFirst() : bytes[...]
    guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text)
  }

  /// A decimal number as so many 10^-places, exactly; `nil` where it is none or has more places.
  static func decimal(_ text: String, places: Int) -> Int? {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, !whole.isEmpty else { return nil }
    let fraction = parts.count > 1 ? Array(parts[1]) : []
    guard parts.count == 1 || !fraction.isEmpty, fraction.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    let significant = fraction.reversed().drop { $0 == 0x30 }.count
    guard significant <= places else { return nil }
    let digits = fraction.prefix(significant) + Array(repeating: 0x30, count: places - significant)
    return integer(String(decoding: Array(whole) + digits, as: UTF8.self))
  }

  /// A coordinate in degrees: digits, a sign, a point.
  static func degrees(_ text: String) -> Double? {
    guard text.utf8.count <= 40,
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E].contains($0) })
    else { return nil }
    return Double(text)
  }

  /// How a number could be written that is written otherwise, for example with commas; `nil` where it is none.
  static func plain(_ text: String) -> Int? {
    var text = text
    if text.hasPrefix("$") { text.removeFirst() }
    if text.hasSuffix("%") { text.removeLast() }
    text.removeAll { $0 == "," || $0 == " " || $0 == "_" }
    return decimal(text, places: 0)
  }
}
