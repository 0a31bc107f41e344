#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// Writes files whole or not at all.
public enum WholeFile {
  /// Writes a file so that a reader, a full disk or a killed process sees the old content or the new one.
  ///
  /// The bytes go to a temporary file in the same folder, are synchronised, and take the old file's name and
  /// permissions; then the folder is synchronised. Missing folders on the way are made. A link is followed.
  /// What is no regular file, for example a terminal, is written to directly.
  ///
  /// - Throws: What the system said. The old file is as it was and the temporary one is gone.
  public static func write(_ bytes: some Collection<UInt8>, to path: String) throws(FileError) {
    let target = resolved(path)
    var status = stat()
    let exists = stat(target, &status) == 0
    if exists, status.st_mode & S_IFMT == S_IFDIR {
      throw FileError(path: path, action: "write", reason: String(cString: strerror(EISDIR)))
    }
    if exists, status.st_mode & S_IFMT != S_IFREG {
      let file = open(target, O_WRONLY | O_CLOEXEC)
      guard file >= 0 else { throw .system(path, "write") }
      defer { close(file) }
      try put(bytes, into: file, path: path)
      return
    }

    let folder = Path.folder(of: target)
    try Folder.make(folder)
    let (file, temporary) = try create(in: folder, for: Path.name(of: target), path: path)
    var isOpen = true
    do throws(FileError) {
      if exists, fchmod(file, status.st_mode & 0o7777) != 0 { throw FileError.system(path, "write") }
      try put(bytes, into: file, path: path)
      guard fsync(file) == 0 else { throw FileError.system(path, "write") }
      isOpen = false
      // On some file systems only closing tells that the disk is full.
      guard close(file) == 0 else { throw FileError.system(path, "write") }
      guard rename(temporary, target) == 0 else { throw FileError.system(path, "write") }
    } catch {
      if isOpen { close(file) }
      unlink(temporary)
      throw error
    }
    Folder.synchronise(folder)
  }

  /// Writes text as UTF-8; see ``write(_:to:)``.
  public static func write(_ text: String, to path: String) throws(FileError) {
    try write(Array(text.utf8), to: path)
  }

  /// The file that a path leads to, links followed; the path itself where there is none.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// Opens a temporary file that did not exist.
  static func create(
    in folder: String, for name: String, path: String
  ) throws(FileError) -> (file: Int32, path: String) {
    for attempt in 0..<100 {
      let temporary = Path.join(folder, ".\(name).\(getpid()).\(attempt).partial")
      let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if file >= 0 { return (file, temporary) }
      guard errno == EEXIST else { break }
    }
    throw .system(path, "write")
  }

  private static func put(_ bytes: some Collection<UInt8>, into file: Int32, path: String) throws(FileError) {
    let buffer = Array(bytes)
    var written = 0
    while written < buffer.count {
      let count = buffer.withUnsafeBytes { (all: UnsafeRawBufferPointer) in
        let rest = UnsafeRawBufferPointer(rebasing: all[written...])
        return systemWrite(file, rest)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw .system(path, "write")
      }
      written += count
    }
  }

  private static func systemWrite(_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    // The name is that of the C function, which the methods of this type hide.
    #if canImport(Darwin)
      Darwin.write(file, bytes.baseAddress, bytes.count)
    #elseif canImport(Musl)
      Musl.write(file, bytes.baseAddress, bytes.count)
    #else
      Glibc.write(file, bytes.baseAddress, bytes.count)
    #endif
  }
}

extension FileError {
  /// What the system said last.
  static func system(_ path: String, _ action: String) -> FileError {
    FileError(path: path, action: action, reason: String(cString: strerror(errno)))
  }
}
