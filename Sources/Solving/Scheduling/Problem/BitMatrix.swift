/// Rows of bits, packed into words: who can be had in which slot.
package struct BitMatrix: Hashable, Sendable {
  /// How many rows.
  package let rows: Int
  /// How many bits a row has.
  package let columns: Int
  private let wordsPerRow: Int
  private var words: [UInt64]

  /// - Parameters:
  ///   - rows: How many rows.
  ///   - columns: How many bits a row has.
  ///   - value: What every bit is at first.
  package init(rows: Int, columns: Int, repeating value: Bool = false) {
    self.rows = rows
    self.columns = columns
    wordsPerRow = (columns + 63) / 64
    words = Array(repeating: value ? .max : 0, count: rows * wordsPerRow)
  }

  /// One bit. O(1).
  package subscript(row: Int, column: Int) -> Bool {
    get { words[row &* wordsPerRow &+ (column >> 6)] >> UInt64(column & 63) & 1 == 1 }
    set {
      let bit: UInt64 = 1 << UInt64(column & 63)
      if newValue {
        words[row * wordsPerRow + (column >> 6)] |= bit
      } else {
        words[row * wordsPerRow + (column >> 6)] &= ~bit
      }
    }
  }

  /// The words of a row, for comparing rows.
  package func words(ofRow row: Int) -> ArraySlice<UInt64> {
    words[row * wordsPerRow..<(row + 1) * wordsPerRow]
  }
}
