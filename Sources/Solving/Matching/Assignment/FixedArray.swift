/// An array of fixed length for the innermost loops: no bounds checks in release builds, no copies, no
/// reference counts. Owned by one place and freed with it.
struct FixedArray<Element: BitwiseCopyable>: ~Copyable {
  /// How many elements it has.
  let count: Int
  private let elements: UnsafeMutablePointer<Element>

  /// - Parameters:
  ///   - value: What every element is at first.
  ///   - count: How many elements.
  init(repeating value: Element, count: Int) {
    self.count = count
    elements = .allocate(capacity: max(1, count))
    elements.initialize(repeating: value, count: count)
  }

  /// The elements of an array.
  init(_ array: [Element]) {
    count = array.count
    elements = .allocate(capacity: max(1, count))
    array.withUnsafeBufferPointer { source in
      if let base = source.baseAddress { elements.initialize(from: base, count: count) }
    }
  }

  deinit { elements.deallocate() }

  subscript(position: Int) -> Element {
    @inline(__always) unsafeAddress {
      assert(position >= 0 && position < count)
      return UnsafePointer(elements + position)
    }
    @inline(__always) nonmutating unsafeMutableAddress {
      assert(position >= 0 && position < count)
      return elements + position
    }
  }

  /// A copy that lives on.
  var array: [Element] { Array(UnsafeBufferPointer(start: elements, count: count)) }
}
