internal import ArgumentParser
internal import Intake

/// `cadre import`, with one subcommand a source.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Bring public data into a workspace.", subcommands: [Schools.self])

  /// `cadre import cde`.
  struct Schools: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "cde",
      abstract: "Bring schools and districts of the California Department of Education into a workspace.",
      discussion: """
        Reads the department's directory in its layouts of 2018 and 2026. What schools.csv and districts.csv \
        already say stays; blank fields are filled and new rows come at the end.
        """)

    @Argument(help: ArgumentHelp("The directory's file.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("The workspace's folder, which may be new.", valueName: "dir"))
    var into: String

    @OptionGroup var selection: SchoolSelection

    func run() throws {
      let schools = try selection.schools(of: file)
      let into = try DirectoryImport(of: schools, into: into)
      try into.write()
      try StandardStream.output.write(into.summary + "\n")
    }
  }
}
