internal import ArgumentParser
internal import Intake
internal import Planning
internal import Reporting

/// `cadre report`.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Print a plan: calendars, agendas, tables, maps.",
    discussion: """
      Without --output it goes to standard output. The workspace must be as it was when the plan was made.
      """)

  @Argument(help: ArgumentHelp("The plan's file.", valueName: "plan.json"))
  var plan: String

  @Option(help: "As what.")
  var format = ReportFormat.text

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "For whom: everyone, leader:<key>, school:<key>, district:<key> or venue:<key>, with the key that the "
        + "workspace's files use.", valueName: "whom"))
  var audience = Audience.everyone

  @Option(
    help: ArgumentHelp(
      "A file, or a folder (one that exists, or a path that ends in /): it gets a file named after the format; "
        + "for ics and everyone, one a person besides one of all. (default: standard output)", valueName: "path"))
  var output: String?

  func run() throws {
    let planned = try PlannedWorkspace(reading: plan)
    if let problem = audience.problem(in: planned.workspace.scenario) {
      throw UsageError(message: "--for \(audience): \(problem)")
    }
    let report = Report(plan: planned.plan, scenario: planned.workspace.scenario)
    guard let output else {
      let stream = StandardStream.output
      return try stream.write(report.contents(as: format, for: audience, color: stream.takesColor))
    }
    let files = files(of: report, at: output)
    let inputs = ProtectedInputs(of: planned.workspace, and: plan)
    for file in files { try inputs.check(file.path) }
    for file in files { try WholeFile.write(file.contents, to: file.path) }
    StandardStream.error.tell(
      files.count == 1 ? "Wrote \(files[0].path)." : "Wrote \(files.count) files to \(output).")
  }

  private func files(of report: Report, at output: String) -> [(path: String, contents: String)] {
    guard output.hasSuffix("/") || Folder.exists(output) else {
      return [(output, report.contents(as: format, for: audience, color: false))]
    }
    if format == .ics, audience == .everyone {
      return report.calendarFiles().map { (Path.join(output, $0.name), $0.contents) }
    }
    let name = "report.\(format.fileExtension)"
    return [(Path.join(output, name), report.contents(as: format, for: audience, color: false))]
  }
}

extension Report {
  fileprivate func contents(as format: ReportFormat, for audience: Audience, color: Bool) -> String {
    switch format {
    case .text: text(for: audience, color: color)
    case .html: html(for: audience)
    case .ics: ics(for: audience)
    case .csv: csv(for: audience)
    case .svg: svg(for: audience)
    case .json: json(for: audience)
    }
  }
}

extension ReportFormat {
  fileprivate var fileExtension: String { self == .text ? "txt" : rawValue }
}
