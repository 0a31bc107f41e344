/// What a search is told besides its problem.
public struct SearchSettings: Sendable {
  /// How much work to spend.
  public var effort: Effort
  /// The seed of every random choice.
  public var seed: UInt64
  /// How many threads share the work; the result does not depend on it.
  public var threads: Int
  /// When to stop before the effort is spent.
  public var stop: StopSignal
  /// Who is told how far it is.
  public var progress: Progress.Handler

  /// See the properties.
  public init(
    effort: Effort = .standard, seed: UInt64 = 0, threads: Int = 1, stop: StopSignal = .never,
    progress: @escaping Progress.Handler = { _ in }
  ) {
    precondition(threads >= 1, "a search needs a thread")
    self.effort = effort
    self.seed = seed
    self.threads = threads
    self.stop = stop
    self.progress = progress
  }
}

/// Asks a search to end with the best it has: a clock, or somebody at the keyboard.
///
/// Once raised it stays raised. A search looks at it between steps of at most a few hundredths of a second
/// and says in its certificate that it was cut short.
public struct StopSignal: Sendable {
  private let raised: @Sendable () -> Bool
  /// When it is raised at the latest; `nil` for no such time. A search may lay out its work by it.
  let deadline: ContinuousClock.Instant?

  /// - Parameters:
  ///   - deadline: When it is raised at the latest; `nil` for no such time.
  ///   - raised: Called from any thread, often: it must be cheap.
  public init(deadline: ContinuousClock.Instant? = nil, _ raised: @escaping @Sendable () -> Bool) {
    self.deadline = deadline
    self.raised = raised
  }

  /// Whether to end now.
  public var isRaised: Bool { raised() || deadline.map { ContinuousClock.now >= $0 } ?? false }

  /// The same for a part of the work, which ends after a share of the time that is left; where there is no deadline, the
  /// signal itself.
  func forPart(_ share: Double) -> StopSignal {
    guard let time = timeLeft else { return self }
    return StopSignal(deadline: .now + time * share, raised)
  }

  /// The time until the deadline; `nil` where there is none.
  var timeLeft: Duration? { deadline.map { max(.zero, ContinuousClock.now.duration(to: $0)) } }

  /// Never raised.
  public static let never = StopSignal { false }
}
