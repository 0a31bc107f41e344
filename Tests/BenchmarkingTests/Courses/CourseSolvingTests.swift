import Benchmarking
import Solving
import Testing

struct CourseSolvingTests {
  @Test func provesTheSmallInstance() throws {
    let instance = try CourseInstance(ctt: Small.text)
    let run = instance.solved(settings: SearchSettings(effort: Effort(1), seed: 1))
    let solution = try CourseSolution(#require(run.solution), of: instance)
    #expect(solution.violations(in: instance) == [])
    #expect(solution.costs(in: instance).total == 12)
    #expect(run.cost == 12)
    #expect(run.reason == nil)
    #expect(
      run.figures.prefix(4) == [
        .init("room_capacity", 10), .init("minimum_working_days", 0), .init("curriculum_compactness", 2),
        .init("room_stability", 0),
      ])
    #expect(run.json.hasPrefix(#"{"cost":12,"bound":"#))
    #expect(run.json.contains(#""room_capacity":10,"minimum_working_days":0,"curriculum_compactness":2,"#))
    #expect(!run.json.contains("\n"))
  }

  @Test func saysWhyThereIsNone() throws {
    let text = Small.text.replacing("botany ben 1 1 20", with: "botany ben 3 1 20")
    let run = try CourseInstance(ctt: text).solved(settings: SearchSettings(effort: Effort(1)))
    #expect(run.status == .infeasible)
    #expect(run.solution == nil)
    #expect(run.bound == nil)
    let reason = try #require(run.reason)
    #expect(reason.contains("algebra, botany can never be held at the same time"))
    #expect(run.json.contains(#""status":"infeasible""#))
  }

  @Test func refusesFarTooManyLecturesAtOnce() throws {
    let text = Small.text.replacing("botany ben 1 1 20", with: "botany ben 1000000 1 20")
    let run = try CourseInstance(ctt: text).solved(settings: SearchSettings(effort: Effort(1)))
    #expect(run.status == .infeasible)
    #expect(run.reason == "botany has 1000000 lectures and can be in 4 periods only.")
  }

  @Test func effortGrowsWithTimeAndThreads() throws {
    let instance = try CourseInstance(ctt: Small.text)
    let one = instance.effort(seconds: 10, threads: 1).units
    #expect(instance.effort(seconds: 10, threads: 2).units >= 2 * one - 1)
    #expect(instance.effort(seconds: 60, threads: 1).units >= 5 * one)
    #expect(instance.effort(seconds: 1e-9, threads: 1).units == 1)
    #expect(instance.effort(seconds: 1e300, threads: 64).units > one)
  }
}
