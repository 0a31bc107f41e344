import Testing

@testable import Solving

struct PaceTests {
  @Test func whoIsOnTimeDoesAllOfIt() {
    #expect(Pace.share(of: 900, done: 100, spent: .seconds(1), remaining: .seconds(9)) == 1)
    var pace = Pace(work: 1000, until: nil)
    pace.add(planned: 100, done: 1, in: .seconds(1_000))
    #expect(pace.shortened(64) == 64)
  }

  @Test func whoIsSlowDoesWhatFits() {
    // Nine times a second's work in four and a half seconds: half, and a little less to be sure.
    let share = Pace.share(of: 900, done: 100, spent: .seconds(1), remaining: .milliseconds(4_500))
    #expect(0.45 < share && share < 0.5)
    // A tenth too much is no reason to hurry early on, and is one late.
    #expect(Pace.share(of: 900, done: 100, spent: .seconds(1), remaining: .milliseconds(8_200)) == 1)
    #expect(Pace.share(of: 100, done: 900, spent: .seconds(9), remaining: .milliseconds(900)) < 1)
  }

  @Test func theFirstStepsSayNothing() {
    #expect(Pace.share(of: 900, done: 0, spent: .zero, remaining: .seconds(1)) == 1)
    #expect(Pace.share(of: 900, done: 1, spent: .milliseconds(100), remaining: .seconds(10)) == 1)
  }

  @Test func somethingIsAlwaysDone() {
    var pace = Pace(work: 1 << 40, until: .now + .seconds(1))
    pace.add(planned: 1, done: 1, in: .seconds(1))
    #expect(pace.shortened(64) == 1)
    #expect(Pace.share(of: 1, done: 1, spent: .seconds(1), remaining: .seconds(-1)) == 0)
  }
}
