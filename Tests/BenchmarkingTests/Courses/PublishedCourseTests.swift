import Benchmarking
import Solving
import Testing

/// The instances of the competition, where they lie beside the project.
struct PublishedCourseTests {
  private static func text(_ name: String) throws -> String {
    String(decoding: try PublishedInstance.bytes("cbctt/\(name)"), as: UTF8.self)
  }

  /// The least costs known.
  private static func bestKnown() throws -> [(name: String, cost: Int)] {
    try text("best_known.csv").split(whereSeparator: \.isNewline).dropFirst().map {
      let fields = $0.split(separator: ",")
      return (String(fields[0]), try #require(Int(fields[1])))
    }
  }

  @Test(.enabled(if: PublishedInstance.areThere, "the published instances are not beside the project"))
  func everyInstanceIsSolvedWithinItsRules() throws {
    let known = try Self.bestKnown()
    #expect(known.count == 21)
    for (name, cost) in known {
      let instance = try CourseInstance(ctt: Self.text("\(name).ctt"))
      let run = instance.solved(settings: SearchSettings(effort: Effort(1), seed: 1))
      let solution = try CourseSolution(#require(run.solution), of: instance)
      #expect(solution.violations(in: instance) == [], "\(name)")
      #expect(solution.costs(in: instance).total == run.cost, "\(name)")
      // Nothing found is better than what the field has found, and no bound is above it.
      #expect(try #require(run.cost) >= cost, "\(name)")
      #expect(try #require(run.bound) <= cost, "\(name)")
    }
  }

  @Test(
    .enabled(if: PublishedInstance.areThere, "the published instances are not beside the project"),
    arguments: [("comp01", 5), ("comp11", 0)])
  func provesTheOptimum(name: String, cost: Int) throws {
    let run = try CourseInstance(ctt: Self.text("\(name).ctt"))
      .solved(settings: SearchSettings(effort: Effort(40), seed: 1, threads: 2))
    #expect(run.cost == cost)
    #expect(run.status == .optimal)
  }
}
