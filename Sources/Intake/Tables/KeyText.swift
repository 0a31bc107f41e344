/// Keys of schools, districts, leaders and all else: any text without white space, commas, semicolons and
/// colons, so that lists of keys can be written in one field.
enum KeyText {
  /// What is wrong with a key, and how to write it; `nil` where nothing is.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - isCDS: Whether it may be a county-district-school code, which has 14 digits.
  static func fault(of key: String, isCDS: Bool) -> String? {
    let bytes = key.utf8
    if let message = mangledCode(key, isCDS: isCDS) { return message }
    if bytes.count > 100 { return "a key has at most 100 bytes; this one has \(bytes.count)" }
    guard bytes.contains(where: isSeparator) else { return nil }
    let better = key.split(whereSeparator: { $0.utf8.allSatisfy(isSeparator) }).joined(separator: "-")
    return "`\(key)` is no key: a key has no spaces, commas, semicolons or colons; write for example `\(better)`"
  }

  static func isSeparator(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ":")
  }

  /// What a spreadsheet does to a code of 14 digits that it takes for a number.
  private static func mangledCode(_ key: String, isCDS: Bool) -> String? {
    let bytes = Array(key.utf8)
    let keep = "format the column as text before the file is opened or the code is typed"
    if isScientific(bytes) {
      return """
        `\(key)` is a number as a spreadsheet shortens it, not a code: its last digits are lost. Take the code from \
        its source again and \(keep)
        """
    }
    guard isCDS, bytes.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    switch bytes.count {
    case 13:
      return """
        `\(key)` has 13 digits, a CDS code has 14: a spreadsheet has dropped the leading zero. Write `0\(key)`, and \
        \(keep)
        """
    case 15...:
      return
        "`\(key)` has \(bytes.count) digits; a CDS code has 14: 2 for the county, 5 for the district, 7 for the school"
    default: return nil
    }
  }

  /// `1.1E+12`, `1,10017E+13`.
  private static func isScientific(_ bytes: [UInt8]) -> Bool {
    guard let exponent = bytes.firstIndex(where: { $0 == 0x45 || $0 == 0x65 }), exponent > 0,
      bytes.count > exponent + 2, bytes[exponent + 1] == UInt8(ascii: "+")
    else { return false }
    let mantissa = bytes[..<exponent]
    let digits = bytes[(exponent + 2)...]
    return mantissa.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2C }
      && digits.allSatisfy { (0x30...0x39).contains($0) }
  }
}
