internal import Intake
internal import Planning

/// A plan and the workspace that it was made from, unchanged since.
struct PlannedWorkspace {
  /// The plan's file.
  let path: String
  /// The plan.
  let plan: Plan
  /// What it was made from.
  let workspace: Workspace

  /// - Throws: What is wrong with the plan's file or the workspace, or each file that has changed since the
  ///   plan was made.
  init(reading path: String) throws(InputError) {
    self.path = path
    plan = try PlanFile.read(path)
    let folder = Path.join(Path.folder(of: ResolvedPath(path).text), plan.workspace)
    workspace = try Workspace(reading: ResolvedPath(folder).seen(from: ResolvedPath(".")))
    let now = workspace.digest
    guard plan.input != now else { return }
    let changes = plan.input.changes(to: now)
    let facts =
      changes.isEmpty
      ? ["its input is given as \(plan.input.sha256); the same files give \(now.sha256)"]
      : changes.map { "\($0) in \(workspace.path) since this plan was made" }
    throw InputError(
      facts.map { Diagnostic(file: path, message: $0) } + [
        Diagnostic(
          file: path,
          message: "a plan is only good for the input that it was made from; put the files back or plan again")
      ])
  }
}
