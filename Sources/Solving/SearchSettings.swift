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

  /// - Parameter raised: Called from any thread, often: it must be cheap.
  public init(_ raised: @escaping @Sendable () -> Bool) { self.raised = raised }

  /// Whether to end now.
  public var isRaised: Bool { raised() }

  /// Never raised.
  public static let never = StopSignal { false }
}
