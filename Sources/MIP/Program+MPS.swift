extension Program {
  /// The program in free MPS format, as GLPK, HiGHS and CBC read it.
  ///
  /// The format has no sense that all three read: a program to maximise is written as the minimisation of
  /// the negated objective. A bound on one side of a two-sided constraint may change in its last digit,
  /// because the format has the width of the interval in its place. O(coefficients).
  /// - Throws: What is wrong with the program.
  public func mps() throws(MIPError) -> String {
    try validate()
    let names = ExportNames(self)
    var text = sense == .maximize ? "* to maximise: the objective is negated\n" : ""
    text += "NAME program\nROWS\n N \(ExportNames.objective)\n"
    for (row, name) in zip(rows, names.rows) { text += " \(row.mpsKind) \(name)\n" }
    text += "COLUMNS\n"
    writeColumns(names, to: &text)
    text += "RHS\n"
    for (row, name) in zip(rows, names.rows) {
      if let side = row.mpsSide, side != 0 { text += " RHS \(name) \(side)\n" }
    }
    text += "RANGES\n"
    for (row, name) in zip(rows, names.rows) {
      let (lower, upper) = row.bounds.raw
      if row.mpsKind == "L", lower.isFinite { text += " RANGE \(name) \(upper - lower)\n" }
    }
    text += "BOUNDS\n"
    for (column, name) in zip(columns, names.columns) { text += column.mpsBounds(name) }
    return text + " FX BOUND \(ExportNames.one) 1\nENDATA\n"
  }

  private func writeColumns(_ names: ExportNames, to text: inout String) {
    let sign: Double = sense == .maximize ? -1 : 1
    var entries = [[(row: Int, value: Double)]](repeating: [], count: columns.count)
    for (index, row) in rows.enumerated() {
      for term in row.terms { entries[term.variable.index].append((index, term.coefficient)) }
    }
    text += " \(ExportNames.one) \(ExportNames.objective) \(sign * objectiveConstant)\n"
    for (index, column) in columns.enumerated() {
      // Integer columns stand between markers.
      if column.isInteger { text += " MARKER\(index) 'MARKER' 'INTORG'\n" }
      let name = names.columns[index]
      text += " \(name) \(ExportNames.objective) \(sign * column.objective)\n"
      for entry in entries[index] { text += " \(name) \(names.rows[entry.row]) \(entry.value)\n" }
      if column.isInteger { text += " MARKER\(index)E 'MARKER' 'INTEND'\n" }
    }
  }
}

extension Program.Row {
  fileprivate var mpsKind: String {
    let (lower, upper) = bounds.raw
    if upper.isFinite { return lower == upper ? "E" : "L" }
    return lower.isFinite ? "G" : "N"
  }

  fileprivate var mpsSide: Double? {
    let (lower, upper) = bounds.raw
    if upper.isFinite { return upper }
    return lower.isFinite ? lower : nil
  }
}

extension Program.Column {
  /// All bounds, also those that are the default: readers do not agree on the defaults of integer columns.
  fileprivate func mpsBounds(_ name: String) -> String {
    let (lower, upper) = bounds.raw
    if lower == upper { return " FX BOUND \(name) \(lower)\n" }
    return (lower.isFinite ? " LO BOUND \(name) \(lower)\n" : " MI BOUND \(name)\n")
      + (upper.isFinite ? " UP BOUND \(name) \(upper)\n" : " PL BOUND \(name)\n")
  }
}
