import Testing

@testable import Solving

@Suite struct RandomnessTests {
  @Test func isTheSameEverywhere() {
    var randomness = Randomness(seed: 1, task: 2)
    var again = Randomness(seed: 1, task: 2)
    #expect((0..<100).allSatisfy { _ in randomness.next() == again.next() })
  }

  @Test func tasksDiffer() {
    var words: Set<UInt64> = []
    for task in 0..<1000 as Range<UInt64> {
      var randomness = Randomness(seed: 7, task: task)
      words.insert(randomness.next())
    }
    #expect(words.count == 1000)
  }

  @Test func staysBelow() {
    var randomness = Randomness(seed: 3)
    var seen = Array(repeating: 0, count: 7)
    for _ in 0..<7000 { seen[randomness.below(7)] += 1 }
    #expect(seen.allSatisfy { (850...1150).contains($0) })
  }
}

@Suite struct TasksTests {
  @Test(arguments: [1, 2, 5]) func keepTheirOrder(threads: Int) {
    #expect(runTasks(100, threads: threads) { $0 * $0 } == (0..<100).map { $0 * $0 })
  }
}
