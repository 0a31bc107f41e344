import MIP
import Synchronization
import Testing

@Suite struct SolveTests {
  static let tactics = [Tactics.Simplex.primal, .dual].flatMap { simplex in
    [(true, true), (true, false), (false, true), (false, false)].map {
      Tactics(simplex: simplex, presolve: $0, cuts: $1)
    }
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func integerProgramsAgreeWithBruteForce(seed: UInt64) throws {
    let tiny = TinyProgram.random(seed: seed)
    for tactics in Self.tactics {
      let outcome = try tiny.program.solve(tactics: tactics)
      let best = tiny.bruteForce()
      #expect(outcome.termination == (best == nil ? .infeasible : .optimal))
      #expect(isClose(outcome.solution?.objective, best))
      if let solution = outcome.solution { #expect(tiny.program.isFeasible(solution)) }
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func dualsPriceTheColumns(seed: UInt64) throws {
    let program = TinyProgram.random(seed: seed).program
    let (outcome, duals, reduced) = try program.withLiveProblem { (live) throws(MIPError) in
      (try live.solveRelaxation(), try live.duals(), try live.reducedCosts())
    }
    guard outcome.termination == .optimal else { return }
    let prices = try zip(#require(duals), program.constraints)
    // Each reduced cost is the objective coefficient less the duals times the column.
    for variable in program.variables {
      var expected = program[objectiveOf: variable]
      for (dual, constraint) in prices {
        for term in program[constraint].expression.terms where term.variable == variable {
          expected -= dual * term.coefficient
        }
      }
      #expect(isClose(try #require(reduced)[variable.index], expected))
    }
    // Complementary slackness: what is priced is at a bound.
    for (dual, constraint) in prices where abs(dual) > 1e-6 {
      let value = try #require(outcome.solution).value(of: program[constraint].expression)
      let bounds = program[constraint].bounds
      #expect(isClose(value, bounds.lower) || isClose(value, bounds.upper))
    }
  }

  @Test func emptyProgram() throws {
    for sense in [Program.Sense.minimize, .maximize] {
      var program = Program(sense)
      program.objectiveConstant = 7
      let outcome = try program.solve()
      #expect(outcome.termination == .optimal)
      #expect(outcome.solution == Solution(values: [], objective: 7))
    }
  }

  @Test func emptyConstraint() throws {
    var program = Program()
    program.require(Expression() <= 1)
    #expect(try program.solve().termination == .optimal)
    program.require(Expression() >= 1)
    #expect(try program.solve().termination == .infeasible)
  }

  @Test func variablesWithoutConstraints() throws {
    var program = Program(.maximize)
    _ = program.add(.integer, in: .between(0, 4), objective: 2)
    _ = program.add(.continuous, in: .atMost(1.5), objective: 1)
    #expect(isClose(try program.solve().solution?.objective, 9.5))
  }

  @Test func infeasible() throws {
    for kind in [Variable.Kind.continuous, .integer] {
      var program = Program()
      let x = program.add(kind)
      program.require(x >= 2)
      program.require(x <= 1)
      let outcome = try program.solve()
      #expect(outcome.termination == .infeasible)
      #expect(outcome.solution == nil)
      #expect(outcome.bound == nil)
    }
  }

  @Test func infeasibleOnlyForIntegers() throws {
    var program = Program()
    let x = program.add(.integer, in: .between(0, 5))
    program.require(2 * x == 3)
    #expect(try program.solve().termination == .infeasible)
  }

  @Test func unbounded() throws {
    var program = Program(.maximize)
    let x = program.add(.continuous, objective: 1)
    let y = program.add(.continuous)
    program.require(x - y <= 1)
    let outcome = try program.solve()
    #expect(outcome.termination == .unbounded)
    #expect(outcome.bound == nil)
  }

  @Test func unboundedRelaxationOfIntegers() throws {
    var program = Program(.maximize)
    let x = program.add(.integer, objective: 1)
    let y = program.add(.integer)
    program.require(x - y <= 1)
    #expect(try program.solve().termination == .infeasibleOrUnbounded)
  }

  @Test func rightHandInfinitiesAreNoBounds() throws {
    var program = Program()
    let x = program.add(.continuous, in: .between(-.infinity, .infinity), objective: 1)
    program.require(x <= .infinity)
    program.require(x >= -5)
    #expect(isClose(try program.solve().solution?.objective, -5))
  }
}

@Suite struct LimitTests {
  let knapsack = Program.knapsack(items: 30, rows: 5, seed: 1)

  @Test(arguments: [0, 1, 2, 5, 20, 100])
  func nodeLimitLeavesAValidBound(nodes: Int) throws {
    let best = try #require(try knapsack.solve().solution).objective
    for tactics in [Tactics(), Tactics(presolve: false, cuts: false)] {
      let outcome = try knapsack.solve(Limits(nodes: nodes), tactics: tactics)
      #expect(outcome.termination == .nodeLimit)
      #expect(outcome.nodes <= nodes)
      let bound = try #require(outcome.bound)
      #expect(bound >= best - 1e-6)
      if let solution = outcome.solution { #expect(solution.objective <= best + 1e-6) }
    }
  }

  @Test func countedLimitsRepeat() throws {
    let first = try knapsack.solve(Limits(nodes: 50))
    let second = try knapsack.solve(Limits(nodes: 50, interrupt: { false }))
    #expect(first.solution == second.solution)
    #expect(first.bound == second.bound)
    #expect(first.iterations == second.iterations)
  }

  @Test(arguments: 0..<30)
  func iterationLimitLeavesAValidBound(iterations: Int) throws {
    var relaxed = knapsack
    relaxed.require(relaxed.variables.sum() >= 3)
    let best = try relaxed.withLiveProblem { (live) throws(MIPError) in try live.solveRelaxation() }.bound
    for simplex in [Tactics.Simplex.primal, .dual] {
      let outcome = try relaxed.withLiveProblem { (live) throws(MIPError) in
        try live.solveRelaxation(Limits(iterations: iterations), simplex: simplex)
      }
      #expect(outcome.iterations <= iterations)
      let best = try #require(best)
      if let bound = outcome.bound { #expect(bound >= best - 1e-6) }
      if let solution = outcome.solution { #expect(solution.objective <= best + 1e-6) }
    }
  }

  @Test func iterationLimitInsideTheTree() throws {
    let outcome = try knapsack.solve(Limits(iterations: 40))
    #expect(outcome.termination == .iterationLimit)
    #expect(outcome.bound != nil)
  }

  @Test func noTimeAtAll() throws {
    let outcome = try knapsack.solve(Limits(seconds: 0))
    #expect(outcome.termination == .timeLimit)
  }

  @Test func interruptBeforeTheStart() throws {
    let outcome = try knapsack.solve(Limits(interrupt: { true }))
    #expect(outcome.termination == .interrupted)
    #expect(outcome.solution == nil)
  }

  @Test func interruptInsideTheTree() throws {
    let polls = Mutex(0)
    let outcome = try knapsack.solve(
      Limits(interrupt: {
        polls.withLock {
          $0 += 1
          return $0 > 30
        }
      }))
    #expect(outcome.termination == .interrupted)
    #expect(outcome.bound != nil)
  }

  @Test func gapIsKept() throws {
    let best = try #require(try knapsack.solve().solution).objective
    let outcome = try knapsack.solve(Limits(gap: 0.05))
    #expect(outcome.termination == .withinGap || outcome.termination == .optimal)
    let solution = try #require(outcome.solution)
    let bound = try #require(outcome.bound)
    #expect(try #require(outcome.gap) <= 0.05 + 1e-9)
    #expect(bound >= best - 1e-6 && solution.objective <= best + 1e-6)
  }
}
