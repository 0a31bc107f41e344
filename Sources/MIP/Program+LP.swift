extension Program {
  /// The program in CPLEX LP format, as GLPK, HiGHS and CBC read it.
  ///
  /// A two-sided constraint is written as two, `name_low` and `name_high`, and a constraint without bounds
  /// is left out: not every reader takes them. O(coefficients).
  /// - Throws: What is wrong with the program.
  public func lp() throws(MIPError) -> String {
    try validate()
    let names = ExportNames(self)
    var text = sense == .minimize ? "Minimize\n" : "Maximize\n"
    text += " \(ExportNames.objective):\n"
    text += line(objectiveConstant, ExportNames.one)
    for (column, name) in zip(columns, names.columns) where column.objective != 0 {
      text += line(column.objective, name)
    }
    text += "Subject To\n"
    for (row, name) in zip(rows, names.rows) { write(row, name, names, to: &text) }
    // So that the section is not empty: not every reader takes that.
    text += " constant_row:\n\(line(1, ExportNames.one)) = 1\n"
    text += "Bounds\n \(ExportNames.one) = 1\n"
    for (column, name) in zip(columns, names.columns) { text += column.lpBounds(name) }
    let integers = zip(columns, names.columns).filter { $0.0.isInteger }.map { " \($0.1)\n" }
    if !integers.isEmpty { text += "Generals\n" + integers.joined() }
    return text + "End\n"
  }

  private func write(_ row: Row, _ name: String, _ names: ExportNames, to text: inout String) {
    var left = row.terms.map { line($0.coefficient, names.columns[$0.variable.index]) }.joined()
    if left.isEmpty { left = line(0, ExportNames.one) }
    let (lower, upper) = row.bounds.raw
    if lower == upper {
      text += " \(name):\n\(left) = \(lower)\n"
      return
    }
    let isTwoSided = lower.isFinite && upper.isFinite
    if lower.isFinite { text += " \(isTwoSided ? ExportNames.low(name) : name):\n\(left) >= \(lower)\n" }
    if upper.isFinite { text += " \(isTwoSided ? ExportNames.high(name) : name):\n\(left) <= \(upper)\n" }
  }

  /// A term a line: readers end lines at 255 or 510 characters.
  private func line(_ coefficient: Double, _ name: String) -> String {
    " \(coefficient < 0 ? "-" : "+") \(abs(coefficient)) \(name)\n"
  }
}

extension Program.Column {
  fileprivate func lpBounds(_ name: String) -> String {
    let (lower, upper) = bounds.raw
    switch (lower.isFinite, upper.isFinite) {
    case (false, false): return " \(name) free\n"
    case (true, false): return " \(name) >= \(lower)\n"
    case (false, true): return " -inf <= \(name) <= \(upper)\n"
    case (true, true): return lower == upper ? " \(name) = \(lower)\n" : " \(lower) <= \(name) <= \(upper)\n"
    }
  }
}
