internal import ArgumentParser
internal import Intake
internal import Reporting

/// `cadre check`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find everything wrong with a workspace, then show what can be known without solving.",
    discussion: """
      All input errors come in one pass, each with file, line and column. Then: demand against what leaders can \
      give, by standard and by month, and every request that nobody can serve, with the reason.
      """)

  @Argument(help: ArgumentHelp("The workspace's folder.", valueName: "dir"))
  var workspace: String

  @Flag(help: "Print the report as JSON.")
  var json = false

  func run() throws {
    let workspace = try Workspace(reading: workspace)
    let report = CheckReport(of: workspace.scenario)
    let output = StandardStream.output
    try output.write(json ? report.json : report.text(color: output.takesColor))
  }
}
