/// A linear or mixed-integer program: variables, constraints and an objective.
///
/// A value: building it calls no solver and cannot fail. What is wrong with it is reported when it is solved
/// or exported, with names and values.
///
/// ```swift
/// var program = Program(.maximize)
/// let x = program.add(.integer, in: .between(0, 4), objective: 3, named: "x")
/// let y = program.add(.continuous, objective: 2, named: "y")
/// program.require(x + 2 * y <= 7, named: "capacity")
/// let outcome = try program.solve()
/// ```
public struct Program: Sendable {
  /// Which way the objective goes.
  public enum Sense: Hashable, Sendable {
    /// The least objective is the best.
    case minimize
    /// The largest objective is the best.
    case maximize
  }

  struct Column: Sendable {
    var name: String
    var isInteger: Bool
    var bounds: Bounds
    var objective: Double
  }

  struct Row: Sendable {
    var name: String
    /// Merged, by ascending variable.
    var terms: [Term]
    var bounds: Bounds
  }

  /// Which way the objective goes.
  public var sense: Sense
  /// The part of the objective without a variable.
  public var objectiveConstant: Double
  private(set) var columns: [Column] = []
  private(set) var rows: [Row] = []

  /// An empty program.
  /// - Parameter sense: Which way the objective goes.
  public init(_ sense: Sense = .minimize) {
    self.sense = sense
    objectiveConstant = 0
  }
}

// MARK: Variables

extension Program {
  /// Adds a variable. O(1).
  /// - Parameters:
  ///   - kind: The values it may take. An integer variable needs whole bounds.
  ///   - bounds: By default 0 and more, or 0 and 1 for a binary one.
  ///   - objective: Its coefficient in the objective.
  ///   - name: For messages and export; need not be unique. By default `x` and the index.
  /// - Precondition: A binary variable takes no bounds.
  public mutating func add(
    _ kind: Variable.Kind, in bounds: Bounds? = nil, objective: Double = 0, named name: String? = nil
  ) -> Variable {
    precondition(kind != .binary || bounds == nil, "a binary variable has the bounds 0 and 1")
    let variable = Variable(index: columns.count)
    columns.append(
      Column(
        name: name ?? "x\(variable.index)", isInteger: kind != .continuous,
        bounds: bounds ?? (kind == .binary ? .between(0, 1) : .nonnegative), objective: objective))
    return variable
  }

  /// All variables, in the order of adding.
  public var variables: [Variable] { columns.indices.map(Variable.init(index:)) }

  /// Are some variables integer or binary?
  public var hasIntegers: Bool { columns.contains(where: \.isInteger) }

  /// - Precondition: The variable is of this program.
  public func name(of variable: Variable) -> String { columns[variable.index].name }

  /// The bounds of a variable.
  /// - Precondition: The variable is of this program.
  public subscript(boundsOf variable: Variable) -> Bounds {
    get { columns[variable.index].bounds }
    set { columns[variable.index].bounds = newValue }
  }

  /// The coefficient of a variable in the objective.
  /// - Precondition: The variable is of this program.
  public subscript(objectiveOf variable: Variable) -> Double {
    get { columns[variable.index].objective }
    set { columns[variable.index].objective = newValue }
  }
}

// MARK: Constraints

extension Program {
  /// Adds a constraint; terms of the same variable are added up. O(t log t) for t terms.
  /// - Parameters:
  ///   - constraint: From a comparison: `x + y <= 3`.
  ///   - name: For messages and export; need not be unique. By default `r` and the index.
  @discardableResult
  public mutating func require(_ constraint: Constraint, named name: String? = nil) -> Constraint.Index {
    let index = Constraint.Index(index: rows.count)
    let normalized = constraint.normalized
    rows.append(
      Row(name: name ?? "r\(index.index)", terms: normalized.expression.terms, bounds: normalized.bounds))
    return index
  }

  /// All constraints, in the order of adding.
  public var constraints: [Constraint.Index] { rows.indices.map(Constraint.Index.init(index:)) }

  /// - Precondition: The constraint is of this program.
  public func name(of constraint: Constraint.Index) -> String { rows[constraint.index].name }

  /// A constraint with merged terms on the left and all constants in its bounds.
  /// - Precondition: The constraint is of this program.
  public subscript(constraint: Constraint.Index) -> Constraint {
    let row = rows[constraint.index]
    return Constraint(Expression(row.terms), in: row.bounds)
  }
}

// MARK: Objective

extension Program {
  /// Replaces the sense and the whole objective.
  public mutating func setObjective(_ sense: Sense, _ objective: some Linear) {
    self.sense = sense
    for index in columns.indices { columns[index].objective = 0 }
    let merged = objective.expression.merged()
    objectiveConstant = merged.constant
    for term in merged.terms { columns[term.variable.index].objective = term.coefficient }
  }
}
