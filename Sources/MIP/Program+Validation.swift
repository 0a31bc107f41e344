// Everything is checked before it reaches the engine: a NaN cost makes GLPK answer "optimal".

extension Program {
  /// - Throws: The first thing that is wrong, variables before constraints, each in the order of adding.
  public func validate() throws(MIPError) {
    guard objectiveConstant.isFinite else {
      throw .notFinite(what: "the constant of the objective", value: objectiveConstant)
    }
    for column in columns { try column.validate() }
    for row in rows { try row.validate(variables: columns.count) }
  }
}

extension Program.Column {
  func validate() throws(MIPError) {
    guard objective.isFinite else {
      throw .notFinite(what: "the objective coefficient of \(name)", value: objective)
    }
    try bounds.validate(of: name)
    if isInteger { try bounds.validateIntegral(of: name) }
  }
}

extension Program.Row {
  func validate(variables: Int) throws(MIPError) {
    // Terms first: a coefficient that is not finite spoils the bounds too.
    for term in terms {
      guard 0..<variables ~= term.variable.index else {
        throw .unknownVariable(index: term.variable.index, count: variables, constraint: name)
      }
      guard term.coefficient.isFinite else {
        throw .notFinite(
          what: "the coefficient of variable \(term.variable.index) in \(name)", value: term.coefficient)
      }
    }
    try bounds.validate(of: name)
  }
}
