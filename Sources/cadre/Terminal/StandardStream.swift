internal import Intake

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// Standard output, for results, and standard error, for progress and diagnostics.
enum StandardStream: Int32, Sendable {
  case output = 1
  case error = 2

  /// Whether somebody sees it as it is written.
  var isTerminal: Bool { isatty(rawValue) == 1 }

  /// How many columns a terminal has, where it says so.
  var columns: Int? {
    var size = winsize()
    guard ioctl(rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Whether to use colour: on a terminal, unless NO_COLOR (no-color.org) or the terminal's kind forbids it.
  var takesColor: Bool {
    func variable(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
    return isTerminal && variable("NO_COLOR").isEmpty && variable("TERM") != "dumb"
  }

  /// Writes all of it.
  ///
  /// - Throws: What the system said where it did not take all, on a full disk for one.
  func write(_ text: String) throws(FileError) {
    var text = text
    let failure: Int32? = text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)[...]
      while !rest.isEmpty {
        let written = systemWrite(rawValue, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if written >= 0 {
          rest = rest.dropFirst(written)
        } else if errno != EINTR {
          return errno
        }
      }
      return nil
    }
    if let failure {
      throw FileError(
        path: self == .output ? "standard output" : "standard error", action: "write",
        reason: String(cString: strerror(failure)))
    }
  }

  /// Writes a line, and goes on where it cannot: nobody is left to be told.
  func tell(_ line: String) { try? write(line + "\n") }
}

/// `write(2)`, which the method of the same name hides.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
