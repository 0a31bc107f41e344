extension LinearAssignment {
  /// An assignment of least cost, with its proof.
  ///
  /// Jonker and Volgenant, A shortest augmenting path algorithm for dense and sparse linear assignment problems,
  /// 1987: column reduction, reduction transfer, two rounds of augmenting row reduction, then shortest
  /// augmenting paths for the rows that are left. O(size³); most rows are assigned in O(size²).
  package func solved() -> Solution {
    guard size > 0 else { return Solution(columnOfRow: [], rowPotentials: [], columnPotentials: [], cost: 0) }
    let assigned = AssignedColumns(size: size)
    costs.withUnsafeBufferPointer { costs in
      let matrix = CostMatrix(size: size, first: costs.baseAddress!)
      var free = assigned.reduceColumns(of: matrix)
      for _ in 0..<2 where size > 1 { free = assigned.reduceRows(free, of: matrix) }
      assigned.augment(free, of: matrix)
    }
    let columns = assigned.columnOfRow.array
    let potentials = assigned.potential.array
    let own = columns.indices.map { costs[$0 * size + columns[$0]] }
    return Solution(
      columnOfRow: columns, rowPotentials: zip(own, columns).map { $0 - potentials[$1] },
      columnPotentials: potentials, cost: own.reduce(0, +))
  }
}

/// The costs without bounds checks.
private struct CostMatrix {
  let size: Int
  let first: UnsafePointer<Int>

  @inline(__always)
  func row(_ row: Int) -> UnsafePointer<Int> { first + row * size }
}

/// Which rows have columns so far, and the columns' potentials. The columns of assigned rows are the rows'
/// cheapest ones by reduced cost: that is what makes every step's assignment optimal for the rows it has.
private struct AssignedColumns: ~Copyable {
  static let none = -1

  let size: Int
  let columnOfRow: FixedArray<Int>
  let rowOfColumn: FixedArray<Int>
  let potential: FixedArray<Int>

  init(size: Int) {
    self.size = size
    columnOfRow = FixedArray(repeating: Self.none, count: size)
    rowOfColumn = FixedArray(repeating: Self.none, count: size)
    potential = FixedArray(repeating: 0, count: size)
  }

  private func assign(_ row: Int, _ column: Int) {
    columnOfRow[row] = column
    rowOfColumn[column] = row
  }

  /// Column reduction and reduction transfer.
  ///
  /// - Returns: The rows without a column.
  func reduceColumns(of matrix: CostMatrix) -> [Int] {
    let cheapest = FixedArray(repeating: 0, count: size)
    for column in 0..<size { potential[column] = matrix.first[column] }
    for row in 1..<max(1, size) {
      let costs = matrix.row(row)
      for column in 0..<size {
        let isCheaper = costs[column] < potential[column]
        potential[column] = isCheaper ? costs[column] : potential[column]
        cheapest[column] = isCheaper ? row : cheapest[column]
      }
    }
    let columnsOfRow = FixedArray(repeating: 0, count: size)
    for column in (0..<size).reversed() {
      let row = cheapest[column]
      columnsOfRow[row] += 1
      if columnOfRow[row] == Self.none { assign(row, column) }
    }
    for row in 0..<size where columnsOfRow[row] == 1 && size > 1 {
      // The column's price falls until the row's second choice is as good.
      let (costs, own) = (matrix.row(row), columnOfRow[row])
      var second = Int.max
      for column in 0..<size where column != own { second = min(second, costs[column] - potential[column]) }
      potential[own] -= second - (costs[own] - potential[own])
    }
    return (0..<size).filter { columnsOfRow[$0] == 0 }
  }

  /// Augmenting row reduction: a free row takes its first choice and lowers that column's potential until the
  /// second choice is as good; the row that had the column looks for another.
  ///
  /// - Returns: The rows without a column. Rows give up after ties, and after as many tries as the size
  ///   allows: what is left goes to the shortest paths.
  func reduceRows(_ free: [Int], of matrix: CostMatrix) -> [Int] {
    var left: [Int] = []
    var allowance = 4 * size
    for first in free {
      var row = first
      while true {
        allowance -= 1
        let choice = twoCheapest(matrix.row(row))
        var column = choice.column
        let rise = choice.secondValue - choice.value
        if rise > 0 {
          potential[column] -= rise
        } else if rowOfColumn[column] != Self.none {
          column = choice.secondColumn
        }
        let owner = rowOfColumn[column]
        assign(row, column)
        if owner == Self.none { break }
        columnOfRow[owner] = Self.none
        guard rise > 0, allowance > 0 else {
          left.append(owner)
          break
        }
        row = owner
      }
    }
    return left
  }

  private func twoCheapest(
    _ costs: UnsafePointer<Int>
  ) -> (column: Int, value: Int, secondColumn: Int, secondValue: Int) {
    var (column, value, secondColumn, secondValue) = (0, Int.max, 0, Int.max)
    for other in 0..<size {
      let reduced = costs[other] - potential[other]
      if reduced < secondValue {
        if reduced < value {
          (secondColumn, secondValue) = (column, value)
          (column, value) = (other, reduced)
        } else {
          (secondColumn, secondValue) = (other, reduced)
        }
      }
    }
    return (column, value, secondColumn, secondValue)
  }

  /// Gives each free row a column along a shortest path, by Dijkstra's algorithm on reduced costs.
  func augment(_ free: [Int], of matrix: CostMatrix) {
    let distance = FixedArray(repeating: 0, count: size)
    let parent = FixedArray(repeating: 0, count: size)
    // Columns that have been scanned, then those at the least distance, then the others.
    let order = FixedArray(Array(0..<size))
    for source in free {
      let (end, settled, length) = findPath(from: source, matrix, distance, parent, order)
      for position in 0..<settled {
        let column = order[position]
        potential[column] += distance[column] - length
      }
      var column = end
      while true {
        let row = parent[column]
        let next = columnOfRow[row]
        assign(row, column)
        if row == source { break }
        column = next
      }
    }
  }

  private func findPath(
    from source: Int, _ matrix: CostMatrix, _ distance: borrowing FixedArray<Int>,
    _ parent: borrowing FixedArray<Int>, _ order: borrowing FixedArray<Int>
  ) -> (end: Int, settled: Int, length: Int) {
    let costs = matrix.row(source)
    for column in 0..<size {
      distance[column] = costs[column] - potential[column]
      parent[column] = source
    }
    var (scanned, level, settled, length) = (0, 0, 0, 0)
    while true {
      if scanned == level {
        settled = scanned
        length = .max
        for position in level..<size {
          let column = order[position]
          guard distance[column] <= length else { continue }
          if distance[column] < length {
            length = distance[column]
            level = scanned
          }
          swap(position, level, in: order)
          level += 1
        }
        for position in scanned..<level where rowOfColumn[order[position]] == Self.none {
          return (order[position], settled, length)
        }
      }
      let column = order[scanned]
      scanned += 1
      let row = rowOfColumn[column]
      let costs = matrix.row(row)
      let base = length - (costs[column] - potential[column])
      for position in level..<size {
        let other = order[position]
        let label = base + costs[other] - potential[other]
        guard label < distance[other] else { continue }
        distance[other] = label
        parent[other] = row
        guard label == length else { continue }
        if rowOfColumn[other] == Self.none { return (other, settled, length) }
        swap(position, level, in: order)
        level += 1
      }
    }
  }

  private func swap(_ one: Int, _ other: Int, in order: borrowing FixedArray<Int>) {
    (order[one], order[other]) = (order[other], order[one])
  }
}
