internal import ArgumentParser
internal import Intake
internal import Planning
internal import Reporting
internal import Solving

/// What `match`, `schedule` and `plan` have in common: all of it but the problems that are answered.
struct PlanRun: ParsableArguments {
  @Argument(help: ArgumentHelp("The workspace's folder.", valueName: "dir"))
  var workspace: String

  @OptionGroup var search: SearchOptions

  @Option(
    help: ArgumentHelp(
      "Where the plan goes. It knows its workspace. (default: <dir>/plans/plan.json)", valueName: "plan.json"))
  var output: String?

  @Flag(help: "Print the summary as JSON.")
  var json = false

  /// Reads, solves, verifies, writes, and says what came of it.
  ///
  /// - Parameter matching: What the match is told, where one is made.
  func run(_ parts: Set<Score.Part>, matching: MatchOptions? = nil) throws {
    let start = ContinuousClock.now
    let interrupt = Interrupt()
    let progress = ProgressPrinter()
    defer { progress.finish() }

    progress.handler(Progress(phase: "reading"))
    let workspace = try Workspace(reading: workspace)
    try matching?.check(against: workspace)
    let destination = try PlanDestination(output, for: workspace)
    let planner = Planner(
      workspace: workspace, parts: parts, objective: matching?.objective ?? .fit,
      changesLeast: matching?.fewestChanges ?? false, search: search, start: start, interrupt: interrupt,
      progress: progress.handler)
    let plan = try planner.plan(seenFrom: destination.workspace)
    try PlanFile.write(plan, to: destination.path)
    progress.finish()

    if json {
      try StandardStream.output.write(PlanOutcome(of: plan, and: workspace.scenario, in: destination.path).json)
    } else {
      let summary = PlanSummary(plan: plan, scenario: workspace.scenario)
      try StandardStream.output.write("\(summary.text)\nThe plan is in \(destination.path).\n")
    }
    if interrupt.hasCome { throw ExitStatus.interrupted.exit }
  }
}
