#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// Makes and lists folders.
package enum Folder {
  /// Makes a folder and those that it lies in, where they are missing.
  package static func make(_ path: String) throws(FileError) {
    if mkdir(path, 0o777) == 0 || exists(path) { return }
    let parent = Path.folder(of: path)
    guard errno == ENOENT, parent != path else { throw .system(path, "make the folder") }
    try make(parent)
    guard mkdir(path, 0o777) == 0 || exists(path) else { throw .system(path, "make the folder") }
  }

  /// Whether there is a folder at a path.
  package static func exists(_ path: String) -> Bool {
    let error = errno
    defer { errno = error }
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The names in a folder, sorted; without those that begin with a dot.
  ///
  /// - Throws: What the system said.
  package static func names(in path: String) throws(FileError) -> [String] {
    guard let folder = opendir(path) else { throw .system(path, "list") }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: entry.pointee.d_name)) {
          String(cString: $0)
        }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// Asks the system to keep what was renamed in a folder. File systems that cannot are left alone.
  static func synchronise(_ path: String) {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }
}
