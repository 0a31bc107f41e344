import Testing

@testable import MIP

/// GLPK ends the process on a bad argument. These tests give it some.
@Suite struct GuardTests {
  private let program = TinyProgram.random(seed: 4).program

  @Test func anAbortIsAnErrorWithItsText() throws {
    let error = #expect(throws: MIPError.self) {
      try program.withLiveProblem { (live) throws(MIPError) in _ = try live.engine.readColumn(999) }
    }
    let text = try #require(error).description
    #expect(text.contains("GLPK aborted: glp_get_col_prim: j = 1000; column number out of range"))
  }

  @Test func theThreadSolvesOnAfterAnAbort() throws {
    let before = try program.solve()
    for _ in 0..<20 {
      #expect(throws: MIPError.self) {
        try program.withLiveProblem { (live) throws(MIPError) in _ = try live.engine.readColumn(-7) }
      }
      let after = try program.solve()
      #expect(after.solution == before.solution)
    }
  }

  @Test func everyProblemOfTheThreadIsStaleAfterAnAbort() throws {
    try program.withLiveProblem { (outer) throws(MIPError) in
      try program.withLiveProblem { (inner) throws(MIPError) in
        #expect(throws: MIPError.self) { try inner.engine.readColumn(999) }
        #expect(throws: MIPError.stale) { try inner.engine.readColumn(0) }
      }
      do throws(MIPError) {
        _ = try outer.solve()
        Issue.record("a stale problem was solved")
      } catch {
        #expect(error == .stale)
      }
      // A fresh one on the same thread, while the stale one still waits to be deleted.
      #expect(try program.solve().termination != .numericalDifficulty)
    }
  }

  @Test func problemsNest() throws {
    let alone = try program.solve()
    try program.withLiveProblem { (outer) throws(MIPError) in
      #expect(try program.solve().solution == alone.solution)
      #expect(try outer.solve().solution == alone.solution)
    }
  }

  @Test func anInterruptThatSolvesIsRefused() throws {
    let inner = program
    let outcome = try program.solve(Limits(interrupt: { (try? inner.solve()) != nil }))
    #expect(outcome.termination != .interrupted)
  }

  @Test func twoHundredAtOnce() async throws {
    let answers = try await withThrowingTaskGroup(of: (UInt64, Double?).self) { group in
      for seed in 0..<200 as Range<UInt64> {
        group.addTask {
          // Some of them abort next to the others.
          if seed.isMultiple(of: 5) {
            let tiny = TinyProgram.random(seed: seed)
            _ = try? tiny.program.withLiveProblem { (live) throws(MIPError) in
              try live.engine.readColumn(999)
            }
          }
          return (seed, try TinyProgram.random(seed: seed).program.solve().solution?.objective)
        }
      }
      return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    for seed in 0..<200 as Range<UInt64> {
      #expect(isClose(answers[seed] ?? nil, TinyProgram.random(seed: seed).bruteForce()))
    }
  }
}
