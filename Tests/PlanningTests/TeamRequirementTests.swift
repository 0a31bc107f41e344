import Planning
import Testing

@Suite struct TeamRequirementTests {
  @Test func theDocumentedExample() throws {
    let team = try TeamRequirement(parsing: "teacher>=2 site|admin>=1 highered<=1 size<=4")
    #expect(team.leastSize == 3)
    #expect(team.size == 1...4)
    #expect(team.description == "teacher>=2 site|admin>=1 highered<=1 size<=4")
    #expect(team.isMet(byRoleCounts: [2, 0, 1, 0]))
    #expect(!team.isMet(byRoleCounts: [2, 0, 0, 1]))
    #expect(!team.isMet(byRoleCounts: [2, 1, 0, 2]))
    #expect(team.asks(for: .admin) && !team.asks(for: .highered))
  }

  @Test(arguments: [
    ("teacher>2", TeamRequirement.Problem.unreadable("teacher>2")), ("three", .unreadable("three")),
    ("techer>=2", .unknownRole("techer")), ("teacher>=3 size<=2", .impossible("teacher>=3 size<=2")),
    ("size=3 size=2", .impossible("size at least 3 and at most 2")),
    ("site>=2 site<=1", .impossible("site at least 2 and at most 1")),
  ])
  func whatCannotBeReadOrMet(text: String, problem: TeamRequirement.Problem) {
    #expect(throws: problem) { try TeamRequirement(parsing: text) }
  }
}

@Suite struct StandardTests {
  @Test(arguments: [
    ("CCSS-M", "CCSS-M/3-5/NF", true), ("CCSS-M/3-5", "CCSS-M/3-5/NF", true),
    ("CCSS-M/K-12", "CCSS-M/3-5/NF", true),
    ("CCSS-M/K-12/NF", "CCSS-M/3-5/NF", true), ("CCSS-M/3-5/NF", "CCSS-M/3-5", false),
    ("CCSS-M/4-5/NF", "CCSS-M/3-5/NF", false), ("CCSS-M/3-5/OA", "CCSS-M/3-5/NF", false),
    ("NGSS/3-5", "CCSS-M/3-5/NF", false), ("CA-ELD/K-2", "CA-ELD/TK-2", true), ("NGSS/6-8", "NGSS", false),
  ])
  func covering(one: String, other: String, expected: Bool) throws {
    #expect(try #require(Standard(one)).covers(#require(Standard(other))) == expected)
  }

  @Test(arguments: ["CCSS-M/9-13", "CCSS-M//NF", "", "A/3-5/B/C", "A/5-3", "A/x"])
  func unreadable(text: String) { #expect(Standard(text) == nil) }
}
