/// Why a file of numbers cannot be read.
public struct NumberFileError: Error, Hashable, CustomStringConvertible {
  /// The line, counted from 1; `nil` where the file as a whole is meant.
  public let line: Int?
  /// What is wrong and what would be right.
  public let message: String

  public var description: String { line.map { "line \($0): \(message)" } ?? message }
}

/// Reads whole numbers between blanks, tabs and line ends, and knows the line of each; a hundred megabytes a
/// second.
struct NumberScanner {
  /// Numbers beyond this are refused, so that sums of a solution's numbers cannot overflow.
  static let largest = 1 << 40

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  /// The line that is being read.
  private(set) var line = 1
  /// The line of the number that was read last.
  private(set) var lineOfLast = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The next number; `nil` at the end of the file.
  ///
  /// - Throws: ``NumberFileError`` where there is something else.
  mutating func next() throws(NumberFileError) -> Int? {
    skipBlanks()
    guard position < bytes.count else { return nil }
    let start = position
    lineOfLast = line
    let isNegative = bytes[position] == UInt8(ascii: "-")
    if isNegative || bytes[position] == UInt8(ascii: "+") { position += 1 }
    let digits = position
    var value = 0
    while position < bytes.count, case let digit = bytes[position] &- UInt8(ascii: "0"), digit < 10 {
      value = value &* 10 &+ Int(digit)
      position += 1
      // Nineteen digits could overflow; the limit is far below.
      guard value <= Self.largest else { throw refusal(from: start) }
    }
    guard position > digits, position == bytes.count || Self.isBlank(bytes[position]) else {
      throw refusal(from: start)
    }
    return isNegative ? -value : value
  }

  private mutating func skipBlanks() {
    while position < bytes.count, Self.isBlank(bytes[position]) {
      if bytes[position] == UInt8(ascii: "\n") { line += 1 }
      position += 1
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

  private func refusal(from start: Int) -> NumberFileError {
    var end = start
    while end < bytes.count, end < start + 24, !Self.isBlank(bytes[end]) { end += 1 }
    let word = String(decoding: bytes[start..<end], as: UTF8.self)
    return NumberFileError(
      line: line, message: "`\(word)` is not a whole number from -\(Self.largest) to \(Self.largest)")
  }
}

extension NumberScanner {
  /// All numbers of a file, and the line of each.
  ///
  /// - Throws: ``NumberFileError``, at the first word that is no number.
  static func all(in file: [UInt8]) throws(NumberFileError) -> (numbers: [Int], lines: [Int32]) {
    var numbers: [Int] = []
    var lines: [Int32] = []
    // A number of two digits and what parts it from the next.
    numbers.reserveCapacity(file.count / 3)
    lines.reserveCapacity(file.count / 3)
    var failure: NumberFileError?
    file.withUnsafeBufferPointer { bytes in
      var scanner = NumberScanner(bytes)
      do throws(NumberFileError) {
        while let number = try scanner.next() {
          numbers.append(number)
          lines.append(Int32(truncatingIfNeeded: scanner.lineOfLast))
        }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return (numbers, lines)
  }
}
