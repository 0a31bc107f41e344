internal import Foundation

/// A program outside this package.
package enum ExternalProgram {
  /// It ended with an error.
  package struct Failed: Error {
    /// What it printed.
    package let output: String
  }

  /// What a program prints on either stream.
  ///
  /// - Parameter command: Its name, looked up on PATH, and its arguments.
  /// - Throws: ``Failed``, or why it could not be started.
  package static func output(of command: [String]) throws -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let output = String(decoding: data, as: UTF8.self)
    guard process.terminationStatus == 0 else { throw Failed(output: output) }
    return output
  }
}
