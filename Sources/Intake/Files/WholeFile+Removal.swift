#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

extension WholeFile {
  /// Removes a file that was just written, where what it belongs to could not be written whole. A file that
  /// cannot be removed stays: the error that led here is the one to tell.
  static func remove(_ path: String) { unlink(path) }
}
