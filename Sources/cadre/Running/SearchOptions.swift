internal import ArgumentParser
internal import Solving

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// What a search is told on the command line.
struct SearchOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How much work to spend, in units of about a tenth of a second on two cores. Work is counted, not timed: "
        + "the same effort and seed give the same result on any machine.",
      valueName: "units"))
  var effort = Effort.standard.units

  @Option(
    help: ArgumentHelp(
      "End after so many seconds with the best so far. (default: no limit; where it cuts the search short, the "
        + "certificate says so)",
      valueName: "seconds"))
  var timeLimit: Double?

  @Option(
    help: ArgumentHelp("The seed of every random choice. (default: that of the input, else 1)", valueName: "n"))
  var seed: UInt64?

  @Option(
    help: ArgumentHelp(
      "How many threads share the work; the result does not depend on it. (default: one a core)", valueName: "n"))
  var threads: Int?

  /// About two years of work on two cores.
  private static let mostEffort = 1_000_000_000
  private static let mostThreads = 1024

  func validate() throws {
    guard (1...Self.mostEffort).contains(effort) else {
      throw ValidationError("--effort is \(effort); it is from 1 to \(Self.mostEffort).")
    }
    if let timeLimit, !(timeLimit > 0 && timeLimit.isFinite) {
      throw ValidationError("--time-limit is \(timeLimit); it is a number of seconds above 0.")
    }
    if let threads, !(1...Self.mostThreads).contains(threads) {
      throw ValidationError("--threads is \(threads); it is from 1 to \(Self.mostThreads).")
    }
  }

  /// The threads to use.
  var threadsInUse: Int { threads ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// When the time limit ends the search, seen from now.
  var deadline: ContinuousClock.Instant? {
    timeLimit.map { ContinuousClock.now + .seconds($0) }
  }
}
