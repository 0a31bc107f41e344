import Testing

@testable import MIP

@Suite struct InfeasibleSubsetTests {
  @Test(arguments: 0..<120 as Range<UInt64>)
  func subsetsAreInfeasibleAndIrreducible(seed: UInt64) throws {
    let tiny = TinyProgram.random(seed: seed, constraints: 6)
    switch try tiny.program.diagnose() {
    case .feasible:
      #expect(tiny.bruteForce() != nil)
    case .infeasible(let subset):
      #expect(subset.isIrreducible)
      #expect(tiny.bruteForce(keeping: subset.constraints) == nil)
      for constraint in subset.constraints {
        #expect(tiny.bruteForce(keeping: subset.constraints.filter { $0 != constraint }) != nil)
      }
    case .undetermined(let termination):
      Issue.record("\(termination)")
    }
  }

  @Test func namesTheClash() throws {
    var program = Program(.maximize)
    let x = program.add(.continuous, in: .free, objective: 1)
    program.require(x <= 100, named: "generous")
    let least = program.require(x >= 3, named: "at least three")
    let most = program.require(x <= 2, named: "at most two")
    #expect(
      try program.diagnose()
        == .infeasible(InfeasibleSubset(constraints: [least, most], isIrreducible: true)))
  }

  @Test func anUnboundedProgramIsFeasible() throws {
    var program = Program(.maximize)
    _ = program.add(.continuous, objective: 1)
    #expect(try program.diagnose() == .feasible)
  }

  @Test func limitsLeaveItOpen() throws {
    var program = Program.knapsack(items: 20, rows: 3, seed: 2)
    program.require(program.variables.sum() >= 9)
    #expect(try program.diagnose(Limits(iterations: 0)) == .undetermined(.iterationLimit))
  }
}

@Suite struct ElasticRelaxationTests {
  @Test(arguments: 0..<120 as Range<UInt64>)
  func agreesWithBruteForce(seed: UInt64) throws {
    let tiny = TinyProgram.random(seed: seed, constraints: 5)
    let program = tiny.program
    func weight(_ constraint: Constraint.Index) -> Double { Double(1 + constraint.index % 3) }
    func total(_ point: [Double]) -> Double {
      program.constraints.reduce(0) { $0 + weight($1) * program[$1].violation(at: point) }
    }
    let relaxation = try program.elasticRelaxation(weight: weight)
    #expect(isClose(relaxation.outcome.solution?.objective, tiny.points.map(total).min()))
    let values = try #require(relaxation.outcome.solution).values
    #expect(values.count == program.variables.count)
    #expect(isClose(total(values), relaxation.outcome.solution?.objective))
    let priced = relaxation.violations.reduce(0) { $0 + weight($1.constraint) * abs($1.amount) }
    #expect(isClose(priced, relaxation.outcome.solution?.objective))
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func constraintsWithoutAWeightAreKept(seed: UInt64) throws {
    let tiny = TinyProgram.random(seed: seed, constraints: 5)
    let hard = Array(tiny.program.constraints.prefix(2))
    let relaxation = try tiny.program.elasticRelaxation { hard.contains($0) ? nil : 1 }
    if tiny.bruteForce(keeping: hard) == nil {
      #expect(relaxation.outcome.termination == .infeasible)
      #expect(relaxation.violations.isEmpty)
    } else {
      #expect(relaxation.outcome.termination == .optimal)
      #expect(!relaxation.violations.contains { hard.contains($0.constraint) })
    }
  }

  @Test func saysHowMuchAndWhichWay() throws {
    var program = Program()
    let x = program.add(.continuous, in: .between(0, 4))
    program.require(x >= 7, named: "seven")
    program.require(x <= 4, named: "four")
    let violations = try program.elasticRelaxation().violations
    #expect(violations.map(\.name) == ["seven"])
    #expect(violations.map(\.amount) == [-3])
  }

  @Test func weightsArePositive() {
    var program = Program()
    program.require(Expression() <= 1)
    #expect(throws: MIPError.self) { try program.elasticRelaxation { _ in 0 } }
    #expect(throws: MIPError.self) { try program.elasticRelaxation { _ in .nan } }
  }
}
