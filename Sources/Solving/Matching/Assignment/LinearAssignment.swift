/// Linear assignment with every cost given: each row gets a column of its own so that the sum is least.
///
///     min  Σ cost x      (rows)  Σ of a row's x = 1      (columns)  Σ of a column's x = 1
///
/// Its dual has a potential for each row and column with `row + column ≤ cost` everywhere; where an assignment
/// costs the sum of all potentials, both are optimal.
package struct LinearAssignment: Sendable {
  /// The number of rows, and of columns.
  package let size: Int
  /// Row after row.
  package let costs: [Int]

  /// - Parameters:
  ///   - size: The number of rows, and of columns.
  ///   - costs: Row after row; `size` times the largest magnitude is below 2^60.
  package init(size: Int, costs: [Int]) {
    precondition(costs.count == size * size, "a cost for each row and column")
    self.size = size
    self.costs = costs
  }

  /// An assignment and the potentials that prove it optimal.
  package struct Solution: Hashable, Sendable {
    /// By row: its column.
    package var columnOfRow: [Int]
    /// By row.
    package var rowPotentials: [Int]
    /// By column.
    package var columnPotentials: [Int]
    /// The sum of the costs.
    package var cost: Int
  }

  /// What keeps a solution from being a proven optimum, or `nil`, from the definition and exactly. O(size²).
  package func flaw(in solution: Solution) -> String? {
    guard solution.columnOfRow.count == size, Set(solution.columnOfRow) == Set(0..<size) else {
      return "not every row has a column of its own"
    }
    var cost = 0
    for row in 0..<size {
      for column in 0..<size {
        let reduced =
          costs[row * size + column] - solution.rowPotentials[row] - solution.columnPotentials[column]
        if reduced < 0 { return "row \(row), column \(column) has the reduced cost \(reduced)" }
      }
      cost += costs[row * size + solution.columnOfRow[row]]
    }
    let dual = solution.rowPotentials.reduce(0, +) + solution.columnPotentials.reduce(0, +)
    guard cost == solution.cost, cost == dual else {
      return "the cost is \(cost), given as \(solution.cost), and the potentials add up to \(dual)"
    }
    return nil
  }
}
