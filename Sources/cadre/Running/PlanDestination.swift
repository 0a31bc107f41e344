internal import Intake
internal import Planning

/// Where a plan goes, looked at before the work begins, so that an hour of it is not lost to a slip.
struct PlanDestination {
  /// The file.
  let path: String
  /// The workspace as it is reached from the file's folder.
  let workspace: String

  /// - Parameters:
  ///   - path: The file asked for; `plans/plan.json` in the workspace where none is.
  ///   - workspace: What is planned.
  /// - Throws: ``UsageError`` where the file is an input; `FileError` where nothing can be written there.
  init(_ path: String?, for workspace: Workspace) throws {
    let path = path ?? Path.join(workspace.path, "plans/plan.json")
    try ProtectedInputs(of: workspace).check(path)
    try WholeFile.requireWritable(ResolvedPath(path).text)
    self.path = path
    self.workspace = ResolvedPath(workspace.path).seen(from: ResolvedPath(Path.folder(of: ResolvedPath(path).text)))
  }
}
