/// A published instance of linear assignment (OR-Library, `assign` and `assignp`): each row gets a column of
/// its own.
public struct AssignmentInstance: Hashable, Sendable {
  /// What is given of the costs.
  public enum Costs: Hashable, Sendable {
    /// All, row after row.
    case dense([Int])
    /// Some, sorted by row, then column; the other pairs are forbidden.
    case sparse([Entry])
  }

  /// One cost.
  public struct Entry: Hashable, Sendable {
    /// From 0.
    public var row: Int32
    /// From 0.
    public var column: Int32
    /// What the pair costs.
    public var cost: Int

    /// See the properties.
    public init(row: Int32, column: Int32, cost: Int) {
      self.row = row
      self.column = column
      self.cost = cost
    }
  }

  /// The number of rows, and of columns.
  public let size: Int
  /// What is given of the costs.
  public let costs: Costs

  /// See the properties.
  public init(size: Int, costs: Costs) {
    self.size = size
    self.costs = costs
  }
}
