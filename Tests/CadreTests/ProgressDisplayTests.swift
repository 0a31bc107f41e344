import Solving
import Synchronization
import Testing

@testable import cadre

@Suite struct ProgressDisplayTests {
  private final class Screen: Sendable {
    private let kept = Mutex("")
    var text: String { kept.withLock { $0 } }
    func add(_ text: String) { kept.withLock { $0 += text } }
  }

  @Test func aLineSaysHowFarItIs() {
    let progress = Progress(phase: "timetable: search", incumbent: 81_200, bound: 80_000)
    let line = ProgressLine(progress: progress, elapsed: .milliseconds(12_900))
    #expect(line.description == "12 s · timetable: search · gap 1.47 % · incumbent 81,200 · bound 80,000")
  }

  @Test func whatIsNotKnownIsLeftOut() {
    let line = ProgressLine(progress: Progress(phase: "reading"), elapsed: .seconds(2))
    #expect(line.description == "2 s · reading")
  }

  @Test func nothingIsSaidInTheFirstSecond() {
    let screen = Screen()
    let display = ProgressDisplay(columns: 80) { screen.add($0) }
    display.take(Progress(phase: "matching"))
    display.show(after: .milliseconds(999))
    #expect(screen.text == "")
    display.clear()
    #expect(screen.text == "")
  }

  @Test func aTerminalHasOneLineThatGoesAway() {
    let screen = Screen()
    let display = ProgressDisplay(columns: 12) { screen.add($0) }
    display.take(Progress(phase: "matching", incumbent: 5))
    display.show(after: .seconds(3))
    display.clear()
    #expect(screen.text == "\r3 s · match\u{1B}[K\r\u{1B}[K")
  }

  @Test func elsewhereAPlainLineComesWhereSomethingChanged() {
    let screen = Screen()
    let display = ProgressDisplay(columns: nil) { screen.add($0) }
    display.take(Progress(phase: "matching", incumbent: 9))
    display.show(after: .seconds(2))
    display.take(Progress(phase: "matching", incumbent: 8))
    display.show(after: .seconds(3))
    display.show(after: .seconds(8))
    display.show(after: .seconds(20))
    display.clear()
    #expect(screen.text == "2 s · matching · incumbent 9\n8 s · matching · incumbent 8\n")
  }
}
