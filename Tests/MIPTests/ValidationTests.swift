import MIP
import Testing

@Suite struct ValidationTests {
  private func failure(_ build: (inout Program) -> Void) -> MIPError? {
    var program = Program()
    build(&program)
    do {
      _ = try program.solve()
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func objectiveIsFinite(value: Double) {
    let error = failure { _ = $0.add(.continuous, objective: value, named: "cost") }
    #expect(error?.description == "the objective coefficient of cost is \(value); a finite number is needed.")
    #expect(failure { $0.objectiveConstant = value } != nil)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func coefficientsAreFinite(value: Double) {
    let error = failure {
      let x = $0.add(.continuous)
      $0.require(value * x <= 1, named: "row")
    }
    #expect(
      error?.description == "the coefficient of variable 0 in row is \(value); a finite number is needed.")
  }

  @Test func boundsAreInfiniteInTheirOwnDirectionOnly() {
    for bounds in [Bounds.atLeast(.infinity), .atMost(-.infinity), .atLeast(.nan), .atMost(.nan)] {
      #expect(failure { _ = $0.add(.continuous, in: bounds) } != nil)
      #expect(
        failure {
          let x = $0.add(.continuous)
          $0.require(Constraint(x, in: bounds))
        } != nil)
    }
  }

  @Test func integerBoundsAreWhole() {
    #expect(
      failure { _ = $0.add(.integer, in: .between(0.5, 3), named: "n") }
        == .fractionalBound(of: "n", value: 0.5))
    #expect(failure { _ = $0.add(.continuous, in: .between(0.5, 3)) } == nil)
  }

  @Test func boundsDoNotContradict() {
    #expect(
      failure { _ = $0.add(.continuous, in: .between(2, 1), named: "x") }
        == .contradictingBounds(of: "x", lower: 2, upper: 1))
  }

  @Test func variablesAreKnown() {
    let error = failure { $0.require(Variable(index: 3) <= 1, named: "row") }
    #expect(error == .unknownVariable(index: 3, count: 0, constraint: "row"))
    #expect(failure { $0.require(Variable(index: -1) <= 1) } != nil)
  }

  @Test func limitsAreNotNegative() {
    let bad = [
      Limits(iterations: -1), Limits(nodes: -1), Limits(seconds: -0.5), Limits(seconds: .nan),
      Limits(gap: -1), Limits(gap: .nan), Limits(gap: .infinity),
    ]
    for limits in bad {
      #expect(throws: MIPError.self) { try Program().solve(limits) }
    }
    #expect(throws: MIPError.badLimit(what: "seconds", value: -0.5)) {
      try Program().solve(Limits(seconds: -0.5))
    }
    #expect(throws: Never.self) { try Program().solve(Limits(seconds: .infinity)) }
  }

  @Test func liveChangesAreChecked() throws {
    let x = Variable(index: 0)
    let unknown = Variable(index: 9)
    let row = Constraint.Index(index: 0)
    #expect(
      try refusal { (live) throws(MIPError) in try live.setBounds(.atLeast(0.5), of: x) }
        == .fractionalBound(of: "x", value: 0.5))
    #expect(
      try refusal { (live) throws(MIPError) in try live.setBounds(.between(2, 1), of: x) }
        == .contradictingBounds(of: "x", lower: 2, upper: 1))
    #expect(
      try refusal { (live) throws(MIPError) in try live.setBounds(.atLeast(.infinity), of: row) }
        == .notFinite(what: "the lower bound of row", value: .infinity))
    #expect(
      try refusal { (live) throws(MIPError) in try live.setObjective(.infinity, of: x) }
        == .notFinite(what: "the objective coefficient of x", value: .infinity))
    #expect(
      try refusal { (live) throws(MIPError) in try live.require(unknown <= 1, named: "new") }
        == .unknownVariable(index: 9, count: 1, constraint: "new"))
    #expect(
      try refusal { (live) throws(MIPError) in
        _ = try live.add(.continuous, objective: 0, column: [(Constraint.Index(index: 9), 1)])
      } == .unknownConstraint(index: 9, count: 1))
    #expect(try refusal { (live) throws(MIPError) in try live.delete([unknown]) } != nil)
  }

  /// The error of a change to a live problem, which goes on living.
  private func refusal(
    _ change: (inout LiveProblem) throws(MIPError) -> Void
  ) throws(MIPError) -> MIPError? {
    var program = Program()
    let x = program.add(.integer, named: "x")
    program.require(x <= 4, named: "row")
    return try program.withLiveProblem { (live) throws(MIPError) in
      var refusal: MIPError?
      do throws(MIPError) { try change(&live) } catch { refusal = error }
      return try live.solve().termination == .optimal ? refusal : nil
    }
  }
}
