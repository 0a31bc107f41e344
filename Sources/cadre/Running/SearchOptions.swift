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
    name: .customLong("effort"),
    help: ArgumentHelp(
      "How much work to spend, in units of about a tenth of a second on two cores. Work is counted, not timed: "
        + "the same effort and seed give the same result on any machine. (default: \(Effort.standard.units); "
        + "where a match or a published instance is solved with --time-limit alone, what fits it)",
      valueName: "units"))
  var units: Int?

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
  /// About three years.
  private static let longest = 1e8

  func validate() throws {
    if let units, !(1...Self.mostEffort).contains(units) {
      throw ValidationError("--effort is \(units); it is from 1 to \(Self.mostEffort).")
    }
    if let timeLimit, !(timeLimit > 0 && timeLimit <= Self.longest) {
      throw ValidationError("--time-limit is \(timeLimit); it is above 0 and at most \(Int(Self.longest)) seconds.")
    }
    if let threads, !(1...Self.mostThreads).contains(threads) {
      throw ValidationError("--threads is \(threads); it is from 1 to \(Self.mostThreads).")
    }
  }

  /// The effort that was asked for.
  var effort: Effort? { units.map { Effort($0) } }

  /// The threads to use.
  var threadsInUse: Int { threads ?? Self.cores }

  /// How many cores there are.
  static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// How long the command may take.
  var limit: Duration? { timeLimit.map { .seconds($0) } }
}
