extension AssignmentInstance {
  /// Reads either layout of OR-Library.
  ///
  /// - Parameter file: `n`, then n x n costs, row after row and broken into lines anyhow; or `n`, then lines
  ///   `row column cost` counted from 1, in any order. A file that could be both is dense, but where n is not
  ///   3 and every line has three numbers it is sparse.
  /// - Throws: ``NumberFileError``, at the first line that is wrong.
  public init(reading file: [UInt8]) throws(NumberFileError) {
    let (numbers, lines) = try NumberScanner.all(in: file)
    var hasThreeALine = true
    guard let size = numbers.first else {
      throw NumberFileError(line: nil, message: "the file is empty; it begins with the number of rows")
    }
    guard (0...Self.largestSize).contains(size) else {
      throw NumberFileError(
        line: Int(lines[0]), message: "the number of rows is \(size), outside 0...\(Self.largestSize)")
    }
    let given = numbers.count - 1
    if given.isMultiple(of: 3) {
      for first in stride(from: 1, to: numbers.count, by: 3) {
        let isAlone = first + 3 == numbers.count || lines[first + 3] != lines[first]
        if lines[first] != lines[first + 2] || !isAlone || lines[first] == lines[first - 1] {
          hasThreeALine = false
          break
        }
      }
    } else {
      hasThreeALine = false
    }
    if given == size * size, !hasThreeALine || size == 3 {
      self.init(size: size, costs: .dense(Array(numbers[1...])))
    } else if hasThreeALine {
      self.init(size: size, costs: .sparse(try Self.entries(numbers, lines, size: size)))
    } else {
      throw NumberFileError(
        line: nil,
        message: """
          \(given) numbers follow the number of rows, \(size); a dense file has \(size * size), a sparse one has \
          lines of three: row, column, cost
          """)
    }
  }

  /// Beyond any instance that has been published, and small enough for positions in 32 bits.
  static let largestSize = 1_000_000

  private static func entries(
    _ numbers: [Int], _ lines: [Int32], size: Int
  ) throws(NumberFileError) -> [Entry] {
    var entries: [Entry] = []
    entries.reserveCapacity(numbers.count / 3)
    var isSorted = true
    for first in stride(from: 1, to: numbers.count, by: 3) {
      let (row, column, cost) = (numbers[first], numbers[first + 1], numbers[first + 2])
      for (what, number) in [("row", row), ("column", column)] where !(1...size).contains(number) {
        throw NumberFileError(line: Int(lines[first]), message: "\(what) \(number) is outside 1...\(size)")
      }
      let entry = Entry(row: Int32(row - 1), column: Int32(column - 1), cost: cost)
      if let last = entries.last, !(last.isBefore(entry)) { isSorted = false }
      entries.append(entry)
    }
    guard !isSorted else { return entries }
    let order = entries.indices.sorted { one, other in
      entries[one].isBefore(entries[other]) || !entries[other].isBefore(entries[one]) && one < other
    }
    for (one, other) in zip(order, order.dropFirst()) where !entries[one].isBefore(entries[other]) {
      let entry = entries[other]
      throw NumberFileError(
        line: Int(lines[1 + 3 * other]),
        message: "row \(entry.row + 1), column \(entry.column + 1) stands in line \(lines[1 + 3 * one]) already")
    }
    return order.map { entries[$0] }
  }
}

extension AssignmentInstance.Entry {
  fileprivate func isBefore(_ other: Self) -> Bool {
    row < other.row || row == other.row && column < other.column
  }
}
