internal import ArgumentParser
internal import Intake
internal import Planning

/// What a match is told on the command line.
struct MatchOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What the match is to be best at: fit (the least cost), stable (no coach and request who would both rather "
        + "have one another) or fair (as few requests as possible at the worst choice that any has). The plan says "
        + "what stable or fair costs against the best fit; stable needs preferences.csv."))
  var objective = MatchObjective.fit

  /// - Throws: Where nobody has the preferences that the objective is about.
  func check(against workspace: Workspace) throws(UsageError) {
    guard objective == .stable, !workspace.scenario.hasMatchPreferences else { return }
    let isThere = workspace.digest.files.contains { $0.name == "preferences.csv" }
    throw UsageError(
      message: """
        --objective stable: \(isThere ? "preferences.csv has no rank between a leader and a coaching request" : "\(workspace.path) has no preferences.csv"), so \
        every match is stable; give ranks there (who,whom,rank), or leave --objective out.
        """)
  }
}
