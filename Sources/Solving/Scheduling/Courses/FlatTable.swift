/// Words in memory that the table alone owns, for the inner loops of a search: reading and writing touch no
/// reference count and check no bounds.
struct FlatTable<Word: BitwiseCopyable>: ~Copyable {
  private let words: UnsafeMutablePointer<Word>

  /// These words. O(count).
  init(_ values: [Word]) {
    words = .allocate(capacity: max(1, values.count))
    for (position, value) in values.enumerated() { (words + position).initialize(to: value) }
  }

  /// The same word everywhere. O(count).
  init(repeating value: Word, count: Int) {
    words = .allocate(capacity: max(1, count))
    words.initialize(repeating: value, count: count)
  }

  deinit { words.deallocate() }

  /// - Precondition: The position is in the table; it is not checked.
  subscript(position: Int) -> Word {
    @inline(__always) get { words[position] }
    @inline(__always) set { words[position] = newValue }
  }

  /// The first words as a value. O(count).
  ///
  /// - Precondition: The table has as many.
  func prefix(_ count: Int) -> [Word] { Array(UnsafeBufferPointer(start: words, count: count)) }
}

extension FlatTable where Word == Int32 {
  /// Where each of these runs begins if they stand one after the other, and where the last ends.
  init(offsetsOf counts: [Int]) {
    self.init(counts.reduce(into: [0]) { $0.append($0[$0.count - 1] + Int32($1)) })
  }
}
