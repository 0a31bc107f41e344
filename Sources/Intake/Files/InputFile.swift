#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// Reads files that people give.
package enum InputFile {
  /// Why a file cannot be read.
  package enum Failure: Error, Hashable, Sendable {
    /// There is no such file.
    case missing
    /// It is a folder, a device or a pipe.
    case notAFile
    /// It has more bytes than the limit.
    case tooLarge(bytes: Int, limit: Int)
    /// What the system said: `Permission denied`.
    case refused(String)
  }

  /// The bytes of a regular file. The size is looked at first, so that a file that is too large costs nothing.
  package static func read(_ path: String, limit: Int) throws(Failure) -> [UInt8] {
    // Without O_NONBLOCK, opening a pipe would wait for a writer.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      throw errno == ENOENT || errno == ENOTDIR ? .missing : .refused(String(cString: strerror(errno)))
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .refused(String(cString: strerror(errno))) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
    let size = Int(status.st_size)
    guard size <= limit else { throw .tooLarge(bytes: size, limit: limit) }

    var bytes = [UInt8](repeating: 0, count: size)
    var length = 0
    while length < size {
      let count = bytes.withUnsafeMutableBytes { buffer in
        systemRead(file, UnsafeMutableRawBufferPointer(rebasing: buffer[length...]))
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw .refused(String(cString: strerror(errno)))
      }
      // The file became shorter meanwhile.
      if count == 0 { break }
      length += count
    }
    if length < size { bytes.removeLast(size - length) }
    return bytes
  }

  private static func systemRead(_ file: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    // The name is that of the C function, which the methods of this type hide.
    #if canImport(Darwin)
      Darwin.read(file, buffer.baseAddress, buffer.count)
    #elseif canImport(Musl)
      Musl.read(file, buffer.baseAddress, buffer.count)
    #else
      Glibc.read(file, buffer.baseAddress, buffer.count)
    #endif
  }
}

extension InputFile.Failure {
  /// As a diagnostic about a file.
  package func diagnostic(file: String) -> Diagnostic {
    switch self {
    case .missing: Diagnostic(file: file, message: "there is no such file")
    case .notAFile: Diagnostic(file: file, message: "this is a folder, a device or a pipe; a file is needed")
    case .tooLarge(let bytes, let limit): .tooLarge(file: file, bytes: bytes, limit: limit)
    case .refused(let reason): Diagnostic(file: file, message: "the file cannot be read: \(reason)")
    }
  }
}
