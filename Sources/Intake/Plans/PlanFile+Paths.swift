public import Planning

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// A plan names its workspace as it is seen from the plan's own folder, so that both can be moved together.
extension PlanFile {
  /// The path of the workspace of a plan that was read from a path.
  public static func workspace(of plan: Plan, readFrom path: String) -> String {
    Path.join(Path.folder(of: path), plan.workspace)
  }

  /// What a plan that is written to a path calls a workspace: `..` for `w/plans/p.json` and `w`.
  public static func name(ofWorkspace workspace: String, forPlanAt path: String) -> String {
    let folder = absolute(Path.folder(of: path))
    return Path.relative(absolute(workspace), from: folder)
  }

  /// A folder without links; of one that is not there yet, the part that is.
  private static func absolute(_ path: String) -> String {
    if let real = realpath(path, nil) {
      defer { free(real) }
      return String(cString: real)
    }
    let parent = Path.folder(of: path)
    guard parent != path else { return path }
    return Path.join(absolute(parent), Path.name(of: path))
  }
}
