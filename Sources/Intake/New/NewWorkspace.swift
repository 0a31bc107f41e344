internal import Planning

/// A workspace laid out for a pattern: real or invented schools, and invented leaders, series and requests
/// that ask for more than the leaders can give, so that choosing matters.
///
/// The same pattern, seed, sizes and schools give the same bytes on every machine.
public struct NewWorkspace: Sendable {
  /// The files: names, and what is in them.
  public let files: [(name: String, text: String)]
  /// What was made, a line a fact.
  public let summary: String

  /// - Parameters:
  ///   - pattern: What sort of programme.
  ///   - seed: What every random choice follows from; also written to region.yaml.
  ///   - sizes: How large; what is not said follows from the pattern and the number of schools.
  ///   - directory: The real schools to use; `nil` invents some.
  /// - Throws: What cannot be asked for.
  /// - Complexity: O(series · leaders + schools · log schools) at worst; a state in seconds.
  public init(
    pattern: Pattern, seed: UInt64 = 1, sizes: WorkspaceSizes = WorkspaceSizes(),
    schools directory: SchoolDirectory? = nil
  ) throws(NewWorkspaceError) {
    let invention = try WorkspaceInvention(pattern: pattern, seed: seed, sizes: sizes, directory: directory)
    files = DraftText(of: invention.draft).files
    summary = invention.summary
  }

  /// Writes the files into a folder, which is made where it is missing.
  ///
  /// - Throws: ``NewWorkspaceError/folderInUse(folder:file:)`` where a file of a workspace is there already;
  ///   ``FileError`` where the system refuses, after which nothing that was written is left.
  public func write(to folder: String) throws {
    let present = Folder.exists(folder) ? try Folder.names(in: folder) : []
    if let file = (["region.yaml"] + files.map(\.name)).first(where: present.contains) {
      throw NewWorkspaceError.folderInUse(folder: folder, file: file)
    }
    var written: [String] = []
    do {
      for (name, text) in files {
        let path = Path.join(folder, name)
        try WholeFile.write(text, to: path)
        written.append(path)
      }
    } catch {
      for path in written { WholeFile.remove(path) }
      throw error
    }
  }
}
