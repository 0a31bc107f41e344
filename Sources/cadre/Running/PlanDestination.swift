internal import Intake
internal import Planning

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

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
    try Self.requireWritable(path)
    self.path = path
    self.workspace = ResolvedPath(workspace.path).seen(from: ResolvedPath(Path.folder(of: ResolvedPath(path).text)))
  }

  /// Asks the system about the file's folder, or the nearest that there is: the others will be made.
  private static func requireWritable(_ path: String) throws(FileError) {
    if Folder.exists(path) { throw FileError(path: path, action: "write", reason: "it is a folder") }
    var folder = Path.folder(of: ResolvedPath(path).text)
    while access(folder, F_OK) != 0, Path.folder(of: folder) != folder { folder = Path.folder(of: folder) }
    guard access(folder, W_OK | X_OK) == 0 else {
      throw FileError(path: path, action: "write", reason: String(cString: strerror(errno)))
    }
  }
}
