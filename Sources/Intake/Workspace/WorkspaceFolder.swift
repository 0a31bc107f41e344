/// What stands in the folder besides what is read.
extension WorkspaceReader {
  /// Whether the folder can be read. A file that looks like a misspelt one of a workspace is a diagnostic, so
  /// that it is not passed over in silence; others are the planner's own.
  func checkFolder() -> Bool {
    let names: [String]
    do {
      names = try Folder.names(in: folder)
    } catch {
      log.add(Diagnostic(file: folder, message: "the workspace cannot be read: \(error.reason)"))
      return false
    }
    let known = WorkspaceFormat.files.map(\.name)
    for name in names where !known.contains(name) {
      guard let dot = name.lastIndex(of: "."),
        ["csv", "yaml", "yml"].contains(name[dot...].dropFirst().lowercased())
      else { continue }
      // Files that are there are not what a misspelt one was meant to be.
      let stem = name == "region.yml" ? "region.yaml" : name
      guard let meant = Suggestion.closest(to: stem, among: known.filter { !names.contains($0) }),
        Suggestion.slips(from: Array(stem.lowercased().utf8), to: Array(meant.utf8), atMost: 2) != nil
      else { continue }
      log.add(Diagnostic(file: name, message: "this is no file of a workspace; did you mean `\(meant)`?"))
    }
    if !names.contains("coaching.csv"), !names.contains("series.csv") {
      log.add(
        Diagnostic(
          file: folder, message: "there is neither coaching.csv nor series.csv; a workspace has one of them"))
    }
    return true
  }
}
