internal import Dispatch
internal import Solving
internal import Synchronization

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// Ctrl-C, and the system's request to end: the first asks the search to end with the best it has, the
/// second ends the process at once.
struct Interrupt {
  private final class Count: Sendable {
    let signals = Atomic(0)
  }

  private let count: Count
  private let sources: [any DispatchSourceSignal]

  /// Listens from now on, as long as the process lives.
  init() {
    let count = Count()
    self.count = count
    // A queue of its own has a thread of its own, however busy the search keeps all the others.
    let queue = DispatchQueue(label: "interrupt")
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        guard count.signals.wrappingAdd(1, ordering: .relaxed).oldValue == 0 else {
          signal(number, SIG_DFL)
          kill(getpid(), number)
          return
        }
        StandardStream.error.tell("Interrupted: ending with the best plan so far. Once more ends at once.")
      }
      source.resume()
      return source
    }
  }

  /// Whether one has come.
  var hasCome: Bool { count.signals.load(ordering: .relaxed) > 0 }

  /// Raised by an interrupt or, where one is given, by a deadline.
  func stop(at deadline: ContinuousClock.Instant? = nil) -> StopSignal {
    StopSignal(deadline: deadline) { [count] in count.signals.load(ordering: .relaxed) > 0 }
  }
}
