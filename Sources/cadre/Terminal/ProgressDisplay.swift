internal import Solving
internal import Synchronization

/// What is shown of a search's progress, and when.
///
/// On a terminal it is one line that is refreshed and leaves no trace; elsewhere a plain line now and then,
/// where something has changed. Reports only leave their values here, so a search is never held up.
final class ProgressDisplay: Sendable {
  private struct State {
    var latest: Progress?
    var printed: Progress?
    var nextLine: Duration = patience
    var lineIsOpen = false
  }

  /// Nothing is shown before.
  private static let patience = Duration.seconds(1)
  /// Plain lines are at least this far apart.
  private static let between = Duration.seconds(5)

  private let state = Mutex(State())
  private let columns: Int?
  private let print: @Sendable (String) -> Void

  /// - Parameters:
  ///   - columns: The width of the terminal; `nil` where it is none.
  ///   - print: Where text goes.
  init(columns: Int?, print: @escaping @Sendable (String) -> Void) {
    self.columns = columns
    self.print = print
  }

  /// Takes a report, from any thread.
  func take(_ progress: Progress) { state.withLock { $0.latest = progress } }

  /// Shows the latest report if it is time to.
  func show(after elapsed: Duration) {
    state.withLock { state in
      guard let latest = state.latest, elapsed >= Self.patience else { return }
      let line = ProgressLine(progress: latest, elapsed: elapsed).description
      if let columns {
        print("\r" + line.prefix(max(columns - 1, 0)) + "\u{1B}[K")
        state.lineIsOpen = true
      } else if latest != state.printed, elapsed >= state.nextLine {
        print(line + "\n")
        state.printed = latest
        state.nextLine = elapsed + Self.between
      }
    }
  }

  /// Ends it: a terminal's line is wiped away.
  func clear() {
    state.withLock { state in
      if state.lineIsOpen { print("\r\u{1B}[K") }
      state.lineIsOpen = false
      state.latest = nil
    }
  }
}
