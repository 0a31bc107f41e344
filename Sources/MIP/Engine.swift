internal import CGLPK

/// A problem of the C layer, owned. Indices are not checked here.
///
/// Not copyable and not sendable, so that it stays on the thread it was made on.
struct Engine: ~Copyable {
  private let problem: OpaquePointer

  init(_ sense: Program.Sense) throws(MIPError) {
    var made: OpaquePointer?
    let code = cadre_problem_create(sense == .maximize, &made)
    do {
      try Self.check(code)
    } catch {
      if let made { cadre_problem_delete(made) }
      throw error
    }
    guard let made else { throw .engineFailed("out of memory") }
    problem = made
  }

  deinit { cadre_problem_delete(problem) }

  static func check(_ code: cadre_code) throws(MIPError) {
    switch code {
    case CADRE_OK: return
    case CADRE_ABORTED: throw .engineAborted(String(cString: cadre_message()))
    case CADRE_STALE: throw .stale
    case CADRE_WRONG_THREAD: throw .engineFailed("a problem of another thread")
    case CADRE_BUSY: throw .engineFailed("a call from inside an interrupt")
    case CADRE_NOT_FINITE: throw .engineFailed("a number that is not finite")
    case CADRE_OUT_OF_MEMORY: throw .engineFailed("out of memory")
    default: throw .engineFailed("a bad argument")
    }
  }
}

// MARK: Building

extension Engine {
  /// A valid program.
  static func loaded(with program: Program) throws(MIPError) -> Engine {
    let engine = try Engine(program.sense)
    try engine.set(objectiveConstant: program.objectiveConstant)
    try engine.add(columns: program.columns)
    try engine.add(rows: program.rows)
    try engine.load(matrixOf: program.rows)
    try engine.scale()
    return engine
  }

  func add(columns: [Program.Column]) throws(MIPError) {
    let bounds = columns.map(\.bounds.raw)
    try Self.check(
      cadre_add_columns(
        problem, Int32(columns.count), bounds.map(\.lower), bounds.map(\.upper), columns.map(\.isInteger),
        columns.map(\.objective)))
  }

  func add(rows: [Program.Row]) throws(MIPError) {
    let bounds = rows.map(\.bounds.raw)
    try Self.check(cadre_add_rows(problem, Int32(rows.count), bounds.map(\.lower), bounds.map(\.upper)))
  }

  func load(matrixOf rows: [Program.Row]) throws(MIPError) {
    let count = rows.reduce(0) { $0 + $1.terms.count }
    var rowIndices: [Int32] = []
    var columnIndices: [Int32] = []
    var values: [Double] = []
    rowIndices.reserveCapacity(count)
    columnIndices.reserveCapacity(count)
    values.reserveCapacity(count)
    for (index, row) in rows.enumerated() {
      for term in row.terms {
        rowIndices.append(Int32(index))
        columnIndices.append(Int32(term.variable.index))
        values.append(term.coefficient)
      }
    }
    try Self.check(cadre_load_matrix(problem, Int64(count), rowIndices, columnIndices, values))
  }

  func set(row: Int, terms: [Term]) throws(MIPError) {
    try Self.check(
      cadre_set_row(
        problem, Int32(row), Int32(terms.count), terms.map { Int32($0.variable.index) },
        terms.map(\.coefficient)))
  }

  func set(column: Int, entries: [(row: Int, value: Double)]) throws(MIPError) {
    try Self.check(
      cadre_set_column(
        problem, Int32(column), Int32(entries.count), entries.map { Int32($0.row) }, entries.map(\.value)))
  }

  func set(boundsOfRow row: Int, _ bounds: Bounds) throws(MIPError) {
    try Self.check(cadre_set_row_bounds(problem, Int32(row), bounds.raw.lower, bounds.raw.upper))
  }

  func set(boundsOfColumn column: Int, _ bounds: Bounds) throws(MIPError) {
    try Self.check(cadre_set_column_bounds(problem, Int32(column), bounds.raw.lower, bounds.raw.upper))
  }

  func set(objectiveOfColumn column: Int, _ coefficient: Double) throws(MIPError) {
    try Self.check(cadre_set_objective(problem, Int32(column), coefficient))
  }

  func set(objectiveConstant: Double) throws(MIPError) {
    try Self.check(cadre_set_objective(problem, -1, objectiveConstant))
  }

  func delete(rows: [Int]) throws(MIPError) {
    try Self.check(cadre_delete_rows(problem, Int32(rows.count), rows.map(Int32.init)))
  }

  func delete(columns: [Int]) throws(MIPError) {
    try Self.check(cadre_delete_columns(problem, Int32(columns.count), columns.map(Int32.init)))
  }

  func scale() throws(MIPError) { try Self.check(cadre_scale(problem)) }
}

// MARK: Solving

extension Engine {
  func simplex(_ method: Tactics.Simplex, _ limits: Limits) throws(MIPError) -> cadre_outcome {
    var outcome = cadre_outcome()
    let code = limits.withRaw { cadre_simplex(problem, method == .dual, false, $0, &outcome) }
    try Self.check(code)
    return outcome
  }

  func branchAndBound(_ tactics: Tactics, _ limits: Limits) throws(MIPError) -> cadre_outcome {
    var outcome = cadre_outcome()
    let code = limits.withRaw {
      cadre_branch_and_bound(problem, tactics.presolve, tactics.cuts, $0, &outcome)
    }
    try Self.check(code)
    return outcome
  }
}

extension Limits {
  /// The limits as C has them. The interrupt is a plain call back into Swift that returns to the solver; the
  /// solver never jumps over it.
  fileprivate func withRaw(_ body: (cadre_limits) -> cadre_code) -> cadre_code {
    var raw = cadre_limits()
    raw.iterations = Int64(iterations ?? -1)
    raw.nodes = Int64(nodes ?? -1)
    // Up, so that a little time is not none. About 35 years is enough for anyone.
    raw.milliseconds = seconds.map { Int64(min($0 * 1000, 1e12).rounded(.up)) } ?? -1
    raw.gap = gap
    guard let interrupt else { return body(raw) }
    return withUnsafePointer(to: interrupt) { pointer in
      raw.context = UnsafeMutableRawPointer(mutating: pointer)
      raw.interrupt = { context in
        context?.assumingMemoryBound(to: (@Sendable () -> Bool).self).pointee() ?? false
      }
      return body(raw)
    }
  }
}

// MARK: Answers

extension Engine {
  func readColumns(_ count: Int) throws(MIPError) -> (values: [Double], reducedCosts: [Double]) {
    var values = [Double](repeating: 0, count: count)
    var reducedCosts = values
    try Self.check(cadre_read_columns(problem, &values, &reducedCosts, nil))
    return (values, reducedCosts)
  }

  func readRows(_ count: Int) throws(MIPError) -> (activities: [Double], duals: [Double]) {
    var activities = [Double](repeating: 0, count: count)
    var duals = activities
    try Self.check(cadre_read_rows(problem, &activities, &duals, nil))
    return (activities, duals)
  }

  func readIntegerColumns(_ count: Int) throws(MIPError) -> [Double] {
    var values = [Double](repeating: 0, count: count)
    try Self.check(cadre_read_integer_columns(problem, &values))
    return values
  }

  func readBasis(rows: Int, columns: Int) throws(MIPError) -> (rows: [cadre_basis], columns: [cadre_basis]) {
    var ofRows = [cadre_basis](repeating: CADRE_BASIC, count: rows)
    var ofColumns = [cadre_basis](repeating: CADRE_BASIC, count: columns)
    try Self.check(cadre_read_rows(problem, nil, nil, &ofRows))
    try Self.check(cadre_read_columns(problem, nil, nil, &ofColumns))
    return (ofRows, ofColumns)
  }

  /// A bad index makes GLPK abort: the tests of the guard start here.
  func readColumn(_ column: Int) throws(MIPError) -> Double {
    var value = 0.0
    try Self.check(cadre_read_column(problem, Int32(column), &value))
    return value
  }
}
