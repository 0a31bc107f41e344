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

  @Flag(
    help: ArgumentHelp(
      "Change the published match (region.yaml: published) as little as possible: first the fewest requests whose "
        + "coach changes, then the least cost. What was not served before is not served now."))
  var fewestChanges = false

  func validate() throws {
    guard fewestChanges, objective != .fit else { return }
    throw ValidationError("--fewest-changes goes with --objective fit only; leave one of the two out.")
  }

  /// - Throws: Where nobody has the preferences that the objective is about, or no match is published.
  func check(against workspace: Workspace) throws(UsageError) {
    if fewestChanges, !(workspace.scenario.published?.parts.contains(.match) ?? false) {
      let what =
        workspace.scenario.published == nil ? "names no published plan" : "names a published plan without a match"
      throw UsageError(
        message: """
          --fewest-changes: region.yaml in \(workspace.path) \(what); give the one that was handed out there \
          (published: plans/plan.json), or leave --fewest-changes out.
          """)
    }
    guard objective == .stable, !workspace.scenario.hasMatchPreferences else { return }
    let isThere = workspace.digest.files.contains { $0.name == "preferences.csv" }
    throw UsageError(
      message: """
        --objective stable: \(isThere ? "preferences.csv has no rank between a leader and a coaching request" : "\(workspace.path) has no preferences.csv"), so \
        every match is stable; give ranks there (who,whom,rank), or leave --objective out.
        """)
  }
}
