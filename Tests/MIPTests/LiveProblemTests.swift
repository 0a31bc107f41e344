import MIP
import TestSupport
import Testing

@Suite struct LiveProblemTests {
  @Test(arguments: 0..<60 as Range<UInt64>)
  func warmEqualsColdAfterNewConstraints(seed: UInt64) throws {
    let full = TinyProgram.random(seed: seed, constraints: 6).program
    let start = full.prefix(3)
    try start.withLiveProblem { (live) throws(MIPError) in
      _ = try live.solveRelaxation()
      for constraint in full.constraints.dropFirst(3) { try live.require(full[constraint]) }
      let warm = try live.solveRelaxation(simplex: .dual)
      let cold = try full.withLiveProblem { (live) throws(MIPError) in try live.solveRelaxation() }
      #expect(warm.termination == cold.termination)
      #expect(isClose(warm.solution?.objective, cold.solution?.objective))
      let warmInteger = try live.solve()
      #expect(isClose(warmInteger.solution?.objective, try full.solve().solution?.objective))
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func warmEqualsColdAfterNewVariables(seed: UInt64) throws {
    let base = TinyProgram.random(seed: seed).program
    var random = SplitMix(seed: seed ^ 0xC01)
    let entries = base.constraints.map { (constraint: $0, coefficient: Double(random.int(-3...3))) }
    let cost = Double(random.int(-5...5))

    var full = Program(base.sense)
    full.objectiveConstant = base.objectiveConstant
    for variable in base.variables {
      _ = full.add(.integer, in: base[boundsOf: variable], objective: base[objectiveOf: variable])
    }
    let extra = full.add(.integer, in: .between(0, 2), objective: cost)
    for entry in entries {
      var constraint = base[entry.constraint]
      constraint.expression += entry.coefficient * extra
      full.require(constraint)
    }

    try base.withLiveProblem { (live) throws(MIPError) in
      _ = try live.solveRelaxation()
      _ = try live.add(.integer, in: .between(0, 2), objective: cost, column: entries)
      let warm = try live.solveRelaxation()
      let cold = try full.withLiveProblem { (live) throws(MIPError) in try live.solveRelaxation() }
      #expect(warm.termination == cold.termination)
      #expect(isClose(warm.solution?.objective, cold.solution?.objective))
      #expect(isClose(try live.solve().solution?.objective, try full.solve().solution?.objective))
    }
  }

  @Test func aWarmSolveIsShort() throws {
    let program = Program.knapsack(items: 200, rows: 30, seed: 3)
    try program.withLiveProblem { (live) throws(MIPError) in
      let cold = try live.solveRelaxation()
      #expect(try live.solveRelaxation().iterations == 0)
      try live.require(program.variables.prefix(20).sum() <= 3)
      #expect(try live.solveRelaxation(simplex: .dual).iterations < cold.iterations)
    }
  }

  @Test func duplicateEntriesOfAColumnAddUp() throws {
    var program = Program(.maximize)
    let row = program.require(Expression() <= 6)
    try program.withLiveProblem { (live) throws(MIPError) in
      _ = try live.add(.continuous, objective: 1, column: [(row, 1), (row, 2)])
      #expect(isClose(try live.solve().solution?.objective, 2))
    }
  }

  @Test func boundsAndObjectiveChange() throws {
    var program = Program(.maximize)
    let x = program.add(.continuous, in: .between(0, 10), objective: 1)
    let row = program.require(x <= 8)
    try program.withLiveProblem { (live) throws(MIPError) in
      #expect(isClose(try live.solve().solution?.objective, 8))
      try live.setBounds(.atMost(5), of: row)
      #expect(isClose(try live.solve().solution?.objective, 5))
      try live.setBounds(.fixed(2), of: x)
      #expect(isClose(try live.solve().solution?.objective, 2))
      try live.setObjective(-3, of: x)
      #expect(isClose(try live.solve().solution?.objective, -6))
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func deletionEqualsNeverHavingBeen(seed: UInt64) throws {
    let full = TinyProgram.random(seed: seed, constraints: 6).program
    let short = full.prefix(4)
    try full.withLiveProblem { (live) throws(MIPError) in
      _ = try live.solveRelaxation()
      try live.delete(Set(full.constraints.dropFirst(4)))
      #expect(live.constraintCount == 4)
      #expect(isClose(try live.solve().solution?.objective, try short.solve().solution?.objective))
    }
  }

  @Test func deletedVariablesMoveLaterOnesUp() throws {
    var program = Program(.maximize)
    let variables = (0..<4).map { program.add(.continuous, in: .between(0, 1), objective: Double($0)) }
    program.require(variables.sum() <= 2)
    try program.withLiveProblem { (live) throws(MIPError) in
      _ = try live.solve()
      try live.delete([variables[0], variables[2]])
      #expect(live.variableCount == 2)
      let solution = try live.solve().solution
      #expect(solution?.values == [1, 1])
      #expect(isClose(solution?.objective, 4))
    }
  }

  @Test func dualsAreForTheLastSolveOnly() throws {
    var program = Program(.maximize)
    let x = program.add(.continuous, objective: 3)
    let row = program.require(2 * x <= 8)
    try program.withLiveProblem { (live) throws(MIPError) in
      #expect(try live.duals() == nil)
      _ = try live.solveRelaxation()
      #expect(try live.duals() == [1.5])
      #expect(try live.reducedCosts() == [0])
      let basis = try live.basis()
      #expect(basis.constraints == [.atUpper])
      #expect(basis.variables == [.basic])
      try live.setBounds(.atMost(4), of: row)
      #expect(try live.duals() == nil)
    }
  }
}

extension Program {
  /// With the first constraints only.
  fileprivate func prefix(_ count: Int) -> Program {
    var short = Program(sense)
    short.objectiveConstant = objectiveConstant
    for variable in variables {
      _ = short.add(.integer, in: self[boundsOf: variable], objective: self[objectiveOf: variable])
    }
    for constraint in constraints.prefix(count) { short.require(self[constraint]) }
    return short
  }
}
