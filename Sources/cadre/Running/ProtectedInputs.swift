internal import Intake
internal import Planning

/// The files that a result was made from, which no output may replace.
struct ProtectedInputs {
  private let files: Set<ResolvedPath>

  /// - Parameters:
  ///   - workspace: Every file that was read with it is one.
  ///   - others: More files.
  init(of workspace: Workspace, and others: String...) {
    let own = workspace.digest.files.map { Path.join(workspace.path, $0.name) }
    files = Set((own + others).map(ResolvedPath.init))
  }

  /// - Throws: Where a file to write is one of them.
  func check(_ path: String) throws(UsageError) {
    guard files.contains(ResolvedPath(path)) else { return }
    throw UsageError(message: "\(path) is an input of what would be written to it; give --output another path.")
  }
}
