import Synchronization

/// Is over after it was looked at so many times.
final class Countdown: Sendable {
  private let left: Atomic<Int>

  init(_ looks: Int) { left = Atomic(looks) }

  var isOver: Bool { left.wrappingSubtract(1, ordering: .relaxed).oldValue <= 0 }
}
