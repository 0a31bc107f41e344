import Foundation
import Solving
import Testing

@testable import Benchmarking

@Suite struct GeneralisedAssignmentInstanceTests {
  private static let tiny = "2 3\n 1 2 3\n 3 2 1\n 2 2 2\n 2 2 2\n 4 4\n"

  @Test func solvesAndWritesTheAgentOfEachJob() throws {
    let run = try GeneralisedAssignmentInstance(reading: Array(Self.tiny.utf8)).solved(settings: SearchSettings())
    #expect(run.status == .optimal)
    #expect(run.cost == 4)
    #expect(run.bound == 4)
    let agents = try #require(run.solution).split(separator: "\n")
    #expect(agents.count == 3)
    #expect(agents[0] == "0")
    #expect(agents[2] == "1")
  }

  @Test func maximizesWhereAsked() throws {
    let run = try GeneralisedAssignmentInstance(reading: Array(Self.tiny.utf8))
      .solved(settings: SearchSettings(), maximize: true)
    #expect(run.status == .optimal)
    #expect(run.cost == 8)
    #expect(run.solution?.split(separator: "\n").first == "1")
  }

  @Test func tooMuchForTheCapacitiesIsInfeasible() throws {
    let text = Self.tiny.replacingOccurrences(of: "4 4", with: "2 2")
    let run = try GeneralisedAssignmentInstance(reading: Array(text.utf8)).solved(settings: SearchSettings())
    #expect(run.status == .infeasible)
    #expect(run.reason != nil)
    #expect(run.cost == nil)
  }

  @Test(arguments: [
    ("", "the file begins with the number of agents and of jobs"),
    ("2", "the file begins with the number of agents and of jobs"),
    ("1 1 5 5", "2 numbers follow `1 1`; costs, loads and capacities are 3"),
    ("1 1\n5\n-5\n9", "line 3: the load -5 is outside 0...2147483647"),
    ("1 1\n5\n5\n-9", "line 4: the capacity -9 is outside 0...2147483647"),
    ("1 -1", "line 1: the number of jobs is -1, outside 0...1000000"),
    ("1 1\n5\nx\n9", "line 3: `x` is not a whole number from -1099511627776 to 1099511627776"),
  ])
  func saysWhatIsWrong(text: String, message: String) {
    let error = #expect(throws: NumberFileError.self) {
      try GeneralisedAssignmentInstance(reading: Array(text.utf8))
    }
    #expect(error?.description == message)
  }

  @Test(
    .enabled(
      if: PublishedInstance.areThere, "needs the published instances in a folder `shared` beside the package"),
    arguments: [
      ("cattrysse1994/gap1-0", 261), ("cattrysse1994/gap12-3", 954), ("chu1997/a20100", 1158),
      ("chu1997/b10100", 1407), ("chu1997/c20100", 1243), ("chu1997/d05100", 6353),
    ])
  func provesThePublishedOptimum(name: String, optimum: Int) throws {
    let run = try GeneralisedAssignmentInstance(reading: PublishedInstance.bytes("gap/\(name)")).solved(
      settings: SearchSettings())
    #expect(run.status == .optimal)
    #expect(run.cost == optimum)
  }
}
