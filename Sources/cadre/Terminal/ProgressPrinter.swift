internal import Dispatch
internal import Solving

/// Shows on standard error how far a search is, once it takes more than a second.
struct ProgressPrinter {
  private let display: ProgressDisplay
  private let clock: any DispatchSourceTimer

  /// Begins now.
  init() {
    let stream = StandardStream.error
    let display = ProgressDisplay(columns: stream.isTerminal ? stream.columns ?? 80 : nil) {
      // Nobody is left to be told that it cannot be shown.
      try? stream.write($0)
    }
    let start = ContinuousClock.now
    // The clock has a queue, and so a thread, of its own, however busy the search keeps all the others.
    clock = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "progress"))
    clock.schedule(deadline: .now() + .milliseconds(200), repeating: .milliseconds(200))
    clock.setEventHandler { display.show(after: ContinuousClock.now - start) }
    clock.resume()
    self.display = display
  }

  /// What a search reports to.
  var handler: Progress.Handler { { [display] in display.take($0) } }

  /// Ends it.
  func finish() {
    clock.cancel()
    display.clear()
  }
}
