/// A program inside the solver, to be changed and solved again from where the last solve ended.
///
/// It lives in the closure of ``Program/withLiveProblem(_:)``. It is neither copyable nor sendable and its
/// methods are synchronous: the solver's state belongs to one thread, and no suspension point can come
/// between. Variables and constraints keep the indices of the program; added ones follow, and deletion moves
/// later ones up.
public struct LiveProblem: ~Copyable {
  struct Entity {
    var name: String
    var isInteger = false
  }

  let engine: Engine
  let sense: Program.Sense
  private(set) var columns: [Entity]
  private(set) var rows: [Entity]
  /// Is the basis dual feasible, so that duals mean something? Any change makes it unknown.
  var isDualFeasible = false

  init(_ program: Program) throws(MIPError) {
    try program.validate()
    engine = try Engine.loaded(with: program)
    sense = program.sense
    columns = program.columns.map { Entity(name: $0.name, isInteger: $0.isInteger) }
    rows = program.rows.map { Entity(name: $0.name) }
  }

  /// Variables now in the problem.
  public var variableCount: Int { columns.count }
  /// Constraints now in the problem.
  public var constraintCount: Int { rows.count }
}

extension Program {
  /// Runs `body` with this program loaded into the solver; what it holds is freed when `body` is left.
  ///
  /// ```swift
  /// try program.withLiveProblem { (live) throws(MIPError) in
  ///   while let cut = violated(by: try live.solveRelaxation(simplex: .dual)) { try live.require(cut) }
  /// }
  /// ```
  /// - Returns: What `body` returns. Results of its own kind of failure go this way too.
  /// - Throws: What is wrong with the program, or what `body` throws.
  public func withLiveProblem<Result>(
    _ body: (inout LiveProblem) throws(MIPError) -> Result
  ) throws(MIPError) -> Result {
    var live = try LiveProblem(self)
    return try body(&live)
  }
}

// MARK: Growing

extension LiveProblem {
  /// Adds a constraint. The basis stays dual feasible: solve with the dual simplex method.
  @discardableResult
  public mutating func require(
    _ constraint: Constraint, named name: String? = nil
  ) throws(MIPError) -> Constraint.Index {
    let index = Constraint.Index(index: rows.count)
    let normalized = constraint.normalized
    let row = Program.Row(
      name: name ?? "r\(index.index)", terms: normalized.expression.terms, bounds: normalized.bounds)
    try row.validate(variables: columns.count)
    isDualFeasible = false
    try engine.add(rows: [row])
    try engine.set(row: index.index, terms: row.terms)
    rows.append(Entity(name: row.name))
    return index
  }

  /// Adds a variable with its coefficients in the constraints. The basis stays primal feasible where 0 is in
  /// its bounds: solve with the primal simplex method.
  /// - Parameters:
  ///   - kind: The values it may take.
  ///   - bounds: By default 0 and more, or 0 and 1 for a binary one.
  ///   - objective: Its coefficient in the objective.
  ///   - column: Its coefficients; those of the same constraint are added up.
  ///   - name: For messages.
  public mutating func add(
    _ kind: Variable.Kind, in bounds: Bounds? = nil, objective: Double,
    column entries: [(constraint: Constraint.Index, coefficient: Double)], named name: String? = nil
  ) throws(MIPError) -> Variable {
    let variable = Variable(index: columns.count)
    let column = Program.Column(
      name: name ?? "x\(variable.index)", isInteger: kind != .continuous,
      bounds: bounds ?? (kind == .binary ? .between(0, 1) : .nonnegative), objective: objective)
    try column.validate()
    let merged = try merge(entries, of: column.name)
    isDualFeasible = false
    try engine.add(columns: [column])
    try engine.set(column: variable.index, entries: merged)
    columns.append(Entity(name: column.name, isInteger: column.isInteger))
    return variable
  }

  private func merge(
    _ entries: [(constraint: Constraint.Index, coefficient: Double)], of name: String
  ) throws(MIPError) -> [(row: Int, value: Double)] {
    // The same merge as for a row, with constraints in the place of variables.
    let terms = entries.map { Term($0.coefficient, Variable(index: $0.constraint.index)) }
    let merged = Expression(terms).merged()
    for term in merged.terms {
      try check(Constraint.Index(index: term.variable.index))
      guard term.coefficient.isFinite else {
        throw .notFinite(
          what: "the coefficient of \(name) in \(rows[term.variable.index].name)", value: term.coefficient)
      }
    }
    return merged.terms.map { ($0.variable.index, $0.coefficient) }
  }
}

// MARK: Changing

extension LiveProblem {
  /// Replaces the bounds of a variable.
  public mutating func setBounds(_ bounds: Bounds, of variable: Variable) throws(MIPError) {
    try check(variable)
    let column = columns[variable.index]
    try bounds.validate(of: column.name)
    if column.isInteger { try bounds.validateIntegral(of: column.name) }
    isDualFeasible = false
    try engine.set(boundsOfColumn: variable.index, bounds)
  }

  /// Replaces the bounds of a constraint's left-hand side.
  public mutating func setBounds(_ bounds: Bounds, of constraint: Constraint.Index) throws(MIPError) {
    try check(constraint)
    try bounds.validate(of: rows[constraint.index].name)
    isDualFeasible = false
    try engine.set(boundsOfRow: constraint.index, bounds)
  }

  /// Replaces the objective coefficient of a variable.
  public mutating func setObjective(_ coefficient: Double, of variable: Variable) throws(MIPError) {
    try check(variable)
    guard coefficient.isFinite else {
      throw .notFinite(
        what: "the objective coefficient of \(columns[variable.index].name)", value: coefficient)
    }
    isDualFeasible = false
    try engine.set(objectiveOfColumn: variable.index, coefficient)
  }

  /// Deletes constraints; later ones move up. Deleting one that binds costs the warm start.
  public mutating func delete(_ constraints: Set<Constraint.Index>) throws(MIPError) {
    let sorted = constraints.sorted()
    for constraint in sorted { try check(constraint) }
    isDualFeasible = false
    try engine.delete(rows: sorted.map(\.index))
    rows = rows.indices.filter { !constraints.contains(Constraint.Index(index: $0)) }.map { rows[$0] }
  }

  /// Deletes variables; later ones move up. Deleting one that is basic costs the warm start.
  public mutating func delete(_ variables: Set<Variable>) throws(MIPError) {
    let sorted = variables.sorted()
    for variable in sorted { try check(variable) }
    isDualFeasible = false
    try engine.delete(columns: sorted.map(\.index))
    columns = columns.indices.filter { !variables.contains(Variable(index: $0)) }.map { columns[$0] }
  }
}

// MARK: Checks

extension LiveProblem {
  private func check(_ variable: Variable) throws(MIPError) {
    guard columns.indices ~= variable.index else {
      throw .unknownVariable(index: variable.index, count: columns.count, constraint: "the live problem")
    }
  }

  private func check(_ constraint: Constraint.Index) throws(MIPError) {
    guard rows.indices ~= constraint.index else {
      throw .unknownConstraint(index: constraint.index, count: rows.count)
    }
  }
}
