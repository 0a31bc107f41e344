internal import ArgumentParser
internal import Intake
internal import Planning
internal import Reporting
internal import Solving

/// `cadre verify`.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Derive rules, score and certificate of a plan again, without GLPK.",
    discussion: """
      Reads the plan and the workspace that it names. Exit status 1 where the plan breaks a rule or claims what \
      is not so, each named; 65 where the workspace has changed since, with what has changed.
      """)

  @Argument(help: ArgumentHelp("The plan's file.", valueName: "plan.json"))
  var plan: String

  @Flag(help: "Print the report as JSON.")
  var json = false

  func run() throws {
    let planned = try PlannedWorkspace(reading: plan)
    let plan = planned.plan
    let scenario = planned.workspace.scenario
    let priced = plan.certificate.timetable?.prices.map {
      timetableBound(of: scenario, match: plan.match, at: $0, threads: SearchOptions.cores)
    }
    let verification = Verification(of: plan, in: scenario, timetable: priced)
    let report = VerificationReport(verification, of: plan)
    let output = StandardStream.output
    try output.write(json ? report.json : report.text(color: output.takesColor))
    if !verification.isValid { throw ExitStatus.no.exit }
  }
}
