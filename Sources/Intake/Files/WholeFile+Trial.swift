#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

extension WholeFile {
  /// Finds out whether a file could be written, by making and removing an empty one in its folder, or in the
  /// nearest that there is: the system's own answer, since permissions do not tell of every file system.
  ///
  /// - Throws: What the system said.
  package static func requireWritable(_ path: String) throws(FileError) {
    if Folder.exists(path) { throw FileError(path: path, action: "write", reason: "it is a folder") }
    var folder = Path.folder(of: path)
    while access(folder, F_OK) != 0, Path.folder(of: folder) != folder { folder = Path.folder(of: folder) }
    let trial = try create(in: folder, for: Path.name(of: path), path: path)
    close(trial.file)
    unlink(trial.path)
  }
}
