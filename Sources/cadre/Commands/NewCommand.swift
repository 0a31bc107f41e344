internal import ArgumentParser
internal import Intake

/// `cadre new`.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Lay out a workspace after a pattern, to try and to learn from.",
    discussion: """
      People, requests and series are invented, and schools too unless real ones are given; the workspace and \
      everything printed of it say so. The same options give the same files.
      """)

  @Argument(help: ArgumentHelp("The folder to lay it out in. No workspace may be in it.", valueName: "dir"))
  var folder: String

  @Option(
    help: ArgumentHelp(
      "What sort of programme: " + Pattern.allCases.map { "\($0.rawValue), \($0.text)" }.joined(separator: "; ")
        + "."))
  var pattern: Pattern

  @Option(help: ArgumentHelp("The seed of every random choice.", valueName: "n"))
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      "Real schools: a directory of the California Department of Education, in its layout of 2018 or 2026. "
        + "(default: schools are invented)", valueName: "file"))
  var schools: String?

  @OptionGroup var selection: SchoolSelection

  @Option(help: ArgumentHelp("How many leaders. (default: by pattern and number of schools)", valueName: "n"))
  var leaders: Int?

  @Option(help: ArgumentHelp("How many series. (default: by pattern and number of schools)", valueName: "n"))
  var series: Int?

  @Option(
    help: ArgumentHelp(
      "How many coaching requests, or new teachers. (default: by pattern and number of schools)", valueName: "n"))
  var coaching: Int?

  @Option(
    help: ArgumentHelp(
      "What is asked for over what the leaders can give; above 1, not everything can be served.", valueName: "ratio"
    ))
  var pressure = WorkspaceSizes().pressure

  func validate() throws {
    if schools == nil, !selection.isEmpty {
      throw ValidationError("--district and --county choose among the schools of --schools; give that file too.")
    }
  }

  func run() throws {
    let directory = try schools.map { file in try selection.schools(of: file) }
    let new = try NewWorkspace(
      pattern: pattern, seed: seed,
      sizes: WorkspaceSizes(leaders: leaders, series: series, coaching: coaching, pressure: pressure),
      schools: directory)
    try new.write(to: folder)
    try StandardStream.output.write("\(new.summary)\nThe workspace is in \(folder). Try: cadre check \(folder)\n")
  }
}
