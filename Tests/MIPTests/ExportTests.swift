import MIP
import Testing

@Suite struct ExportTests {
  @Test(
    .enabled(if: Peer.missing.isEmpty, "solvers that are not installed: \(Peer.missing)"),
    arguments: [Peer.glpk, .cbc, .highs])
  func everyPeerIsInstalled(peer: Peer) {
    #expect(Peer.installed.contains(peer))
  }

  @Test(
    .enabled(if: !Peer.installed.isEmpty, "no other solver is installed"),
    arguments: Peer.installed, 0..<6 as Range<UInt64>)
  func peersReadBackTheSameOptimum(peer: Peer, seed: UInt64) throws {
    let tiny = TinyProgram.random(seed: seed)
    let best = tiny.bruteForce()
    #expect(isClose(try peer.optimum(of: tiny.program.lp(), format: "lp"), best))
    let sign: Double = tiny.program.sense == .maximize ? -1 : 1
    #expect(isClose(try peer.optimum(of: tiny.program.mps(), format: "mps"), best.map { sign * $0 }))
  }

  @Test(.enabled(if: !Peer.installed.isEmpty, "no other solver is installed"), arguments: Peer.installed)
  func peersReadOddPrograms(peer: Peer) throws {
    for (name, program) in Self.odd {
      let best = try #require(try program.solve().solution).objective
      let sign: Double = program.sense == .maximize ? -1 : 1
      #expect(isClose(try peer.optimum(of: program.lp(), format: "lp"), best), "\(name), LP")
      #expect(isClose(try peer.optimum(of: program.mps(), format: "mps"), sign * best), "\(name), MPS")
    }
  }

  /// Everything that a reader may stumble over.
  static var odd: [(String, Program)] {
    var names = Program(.maximize)
    let awkward = [
      "free", "e5", "E", "2x", "", "ünï çode", "a b", "a_20b", "x", "x", "x_2", "st", "-", "inf",
      "objective_row", "constant_one", "x_low", String(repeating: "long", count: 60),
    ]
    for name in awkward {
      let variable = names.add(.continuous, in: .free, objective: 1, named: name)
      names.require(variable <= 1, named: name)
    }
    names.require(Constraint(names.variables.sum(), in: .between(-5, 30)), named: "x")

    var bounds = Program()
    for variable in [
      bounds.add(.continuous, in: .between(-3, -1), objective: 1),
      bounds.add(.continuous, in: .atMost(-2), objective: -1),
      bounds.add(.integer, in: .free, objective: 2), bounds.add(.integer, objective: 0.1),
      bounds.add(.integer, in: .fixed(7), objective: 1), bounds.add(.binary, objective: -1e-5),
      bounds.add(.continuous, in: .free, objective: 1e6),
    ] {
      bounds.require(Constraint(1.0 * variable, in: .between(-5.5, 50)))
    }
    bounds.require(Constraint(bounds.variables.sum(), in: .free), named: "no bounds")

    var empty = Program(.maximize)
    empty.objectiveConstant = -2.5
    var noObjective = Program()
    let x = noObjective.add(.integer)
    noObjective.require(3 * x >= 7)
    noObjective.require(Expression() <= 1)
    return [("names", names), ("bounds", bounds), ("empty", empty), ("no objective", noObjective)]
  }

  @Test func theSameProgramGivesTheSameText() throws {
    for (_, program) in Self.odd {
      #expect(try program.lp() == program.lp())
      #expect(try program.mps() == program.mps())
    }
  }

  @Test func goodNamesStay() throws {
    var program = Program()
    let x = program.add(.continuous, named: "serve_L12")
    program.require(x >= 1.5, named: "need_7")
    let lp = """
      Minimize
       objective_row:
       + 0.0 constant_one
      Subject To
       need_7:
       + 1.0 serve_L12
       >= 1.5
       constant_row:
       + 1.0 constant_one
       = 1
      Bounds
       constant_one = 1
       serve_L12 >= 0.0
      End

      """
    #expect(try program.lp() == lp)
  }

  @Test func wrongProgramsAreNotWritten() {
    var program = Program()
    _ = program.add(.continuous, objective: .nan)
    #expect(throws: MIPError.self) { try program.lp() }
    #expect(throws: MIPError.self) { try program.mps() }
  }
}
