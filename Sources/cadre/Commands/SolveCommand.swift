internal import ArgumentParser
internal import Benchmarking
internal import Intake
internal import Solving

/// `cadre solve`.
struct SolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solve",
    abstract: "Solve a published instance.",
    discussion: """
      Prints one line of JSON: cost, bound, status, seconds, seed and threads, and what the family counts besides. \
      Exit status 1 where there is no solution.
      """)

  @Argument(help: ArgumentHelp("The instance's file.", valueName: "file"))
  var file: String

  @Option(
    help: """
      gap, generalised assignment as in OR-Library: agents and jobs, costs, loads, capacities; assign, linear \
      assignment as in OR-Library, dense or sparse; ctt, curriculum-based course timetabling as in the \
      competition ITC-2007. (default: ctt for a file named .ctt)
      """)
  var format: InstanceFormat?

  @Flag(help: "Look for the greatest cost instead of the least; for gap and assign.")
  var maximize = false

  @OptionGroup var search: SearchOptions

  @Option(
    help: ArgumentHelp(
      "Where the solution goes, in the family's own format: the agent of each job, or the column of each row, "
        + "counted from 0, one a line; for ctt a line `course room day period` for each lecture. (default: nowhere)",
      valueName: "path"))
  var solution: String?

  func validate() throws {
    guard format != nil || file.hasSuffix(".ctt") else {
      throw ValidationError("--format is missing: the name \(file) does not say what is in it.")
    }
    if maximize, (format ?? .ctt) == .ctt { throw ValidationError("--maximize is for gap and assign.") }
  }

  func run() throws {
    let start = ContinuousClock.now
    let interrupt = Interrupt()
    let progress = ProgressPrinter()
    defer { progress.finish() }
    if let solution, ResolvedPath(solution) == ResolvedPath(file) {
      throw UsageError(message: "--solution \(solution) would replace the instance.")
    }

    let instance = try Instance(reading: file, as: format ?? .ctt)
    let threads = search.threadsInUse
    let settings = SearchSettings(
      effort: search.effort ?? search.timeLimit.map { instance.effort(seconds: $0, threads: threads) } ?? .standard,
      seed: search.seed ?? 1, threads: threads, stop: interrupt.stop(at: search.limit.map { start + $0 }),
      progress: progress.handler)
    let run = instance.solved(settings, maximize: maximize)
    progress.finish()

    if let solution, let text = run.solution { try WholeFile.write(text, to: solution) }
    try StandardStream.output.write(run.json + "\n")
    if interrupt.hasCome { throw ExitStatus.interrupted.exit }
    if run.isDefect { throw ExitStatus.defect.exit }
    if run.solution == nil { throw ExitStatus.no.exit }
  }
}
