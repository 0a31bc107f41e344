internal import ArgumentParser

/// The command. What it does is in its subcommands, one file each.
@main
struct Cadre: ParsableCommand {
  /// The version that certificates name.
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "cadre",
    abstract: "Plans professional learning that teachers lead themselves.",
    discussion: """
      A workspace is a folder of CSV files and region.yaml: who can teach what, which schools ask for what, \
      when and where people can meet. Cadre decides who coaches whom and which team leads which workshop \
      where and when, prints the calendars, and proves how good the plan is.

      Results go to standard output, progress and diagnostics to standard error. Exit status: 0 done; 1 the \
      answer is no; 64 usage; 65 bad input; 70 a defect of Cadre; 74 input or output failed; 130 interrupted, \
      with the best plan so far saved.
      """,
    version: version,
    subcommands: [
      NewCommand.self, ImportCommand.self, CheckCommand.self, MatchCommand.self, ScheduleCommand.self,
      PlanCommand.self,
      VerifyCommand.self, ReportCommand.self, SolveCommand.self,
    ])

  /// Parses, runs, and ends the process with the status that fits.
  static func main() {
    var command: any ParsableCommand
    do { command = try parseAsRoot() } catch { exit(withError: error) }
    do { try command.run() } catch { ExitStatus.exit(for: error) }
  }
}
