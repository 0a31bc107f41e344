import Foundation
import Testing

/// Published families on instances small enough to solve by hand.
@Suite(.serialized) struct SolveTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  private func fields(_ run: Cadre.Run) throws -> [String: Any] {
    #expect(run.output.split(separator: "\n").count == 1, "one line")
    return try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }

  /// Two agents and three jobs; each agent can carry two.
  private static let gap = """
    2 3
    1 5 4
    6 2 3
    1 1 1
    1 1 1
    2 2

    """

  @Test(arguments: [([String](), 6, "0\n1\n1\n"), (["--maximize"], 15, "1\n0\n0\n")])
  func generalisedAssignment(options: [String], cost: Int, solution: String) throws {
    try folder.write(Self.gap, to: "small.txt")
    let run = try folder.cadre(["solve", "small.txt", "--format", "gap", "--solution", "s.txt"] + options)
    #expect(run.status == 0, "\(run.diagnostics)")
    let result = try fields(run)
    #expect(result["cost"] as? Int == cost)
    #expect(result["bound"] as? Int == cost)
    #expect(result["status"] as? String == "optimal")
    #expect(try folder.text("s.txt") == solution)
  }

  @Test func whatCannotBeAssignedHasNoSolution() throws {
    try folder.write(Self.gap.replacing("2 2\n", with: "1 1\n"), to: "small.txt")
    let run = try folder.cadre("solve", "small.txt", "--format", "gap", "--solution", "s.txt")
    #expect(run.status == 1)
    let result = try fields(run)
    #expect(result["status"] as? String == "infeasible")
    #expect(result["cost"] is NSNull)
    #expect(!FileManager.default.fileExists(atPath: folder["s.txt"].path()))
  }

  @Test func linearAssignment() throws {
    try folder.write("2\n1 2\n4 3\n", to: "small.txt")
    let run = try folder.cadre("solve", "small.txt", "--format", "assign", "--solution", "s.txt")
    #expect(run.status == 0, "\(run.diagnostics)")
    #expect(try fields(run)["cost"] as? Int == 4)
    #expect(try folder.text("s.txt") == "0\n1\n")
  }

  @Test func courseTimetabling() throws {
    try folder.write(
      """
      Name: Small
      Courses: 2
      Rooms: 1
      Days: 2
      Periods_per_day: 2
      Curricula: 1
      Constraints: 0

      COURSES:
      c1 t1 2 2 10
      c2 t2 2 2 10

      ROOMS:
      r1 20

      CURRICULA:
      q1 2 c1 c2

      UNAVAILABILITY_CONSTRAINTS:

      END.

      """, to: "small.ctt")
    let run = try folder.cadre("solve", "small.ctt", "--solution", "s.txt", "--effort", "1")
    #expect(run.status == 0, "\(run.diagnostics)")
    #expect(try fields(run)["cost"] as? Int == 0)
    let lines = try folder.text("s.txt").split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines.allSatisfy { $0.contains(#/^c[12] r1 [01] [01]$/#) })
  }

  @Test(arguments: ["gap", "assign", "ctt"])
  func aFileThatIsNoInstanceIsRefusedAtItsLine(format: String) throws {
    try folder.write("2 x\n", to: "bad.txt")
    let run = try folder.cadre("solve", "bad.txt", "--format", format)
    #expect(run.status == 65)
    #expect(run.output == "")
    #expect(run.diagnostics.hasPrefix("bad.txt:"))
  }

  @Test func theInstanceIsNotReplaced() throws {
    try folder.write(Self.gap, to: "small.txt")
    let run = try folder.cadre("solve", "small.txt", "--format", "gap", "--solution", "./small.txt")
    #expect(run.status == 64)
    #expect(try folder.text("small.txt") == Self.gap)
  }
}
