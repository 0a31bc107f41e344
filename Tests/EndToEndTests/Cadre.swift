import Foundation

/// The built command, run as a user runs it.
struct Cadre {
  /// What one run gave.
  struct Run {
    let status: Int32
    let output: String
    let diagnostics: String
  }

  /// Where the command was built: beside the bundle of these tests.
  static let path: String = {
    let arguments = ProcessInfo.processInfo.arguments
    let bundle =
      arguments.firstIndex(of: "--test-bundle-path").map { arguments[$0 + 1] }
      ?? arguments.first { $0.contains(".xctest") } ?? arguments[0]
    var folder = URL(filePath: bundle).deletingLastPathComponent()
    while folder.path() != "/" {
      let candidate = folder.appending(path: "cadre")
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: candidate.path(), isDirectory: &isFolder), !isFolder.boolValue {
        return candidate.path()
      }
      folder.deleteLastPathComponent()
    }
    fatalError("no built cadre beside \(bundle)")
  }()

  /// The folder it runs in.
  var folder: URL
  /// Laid over this process's environment.
  var environment: [String: String] = [:]

  /// Runs it to its end.
  @discardableResult
  func callAsFunction(_ arguments: String...) throws -> Run { try run(Self.path, arguments) }

  /// See ``callAsFunction(_:)``.
  @discardableResult
  func callAsFunction(_ arguments: [String]) throws -> Run { try run(Self.path, arguments) }

  /// Runs a shell command in which `$CADRE` is the built command.
  func shell(_ command: String) throws -> Run { try run("/bin/bash", ["-c", command]) }

  /// Starts it and lets it go on; its output goes to files of the folder.
  func start(_ arguments: String...) throws -> Running {
    try Running(process(Self.path, arguments), in: folder)
  }

  private func process(_ executable: String, _ arguments: [String]) -> Process {
    let process = Process()
    process.executableURL = URL(filePath: executable)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(["CADRE": Self.path]) { $1 }
      .merging(environment) { $1 }
    return process
  }

  private func run(_ executable: String, _ arguments: [String]) throws -> Run {
    try Running(process(executable, arguments), in: folder).end()
  }

  /// A run that goes on. Output goes through files: a pipe that nobody empties would hold the command up.
  final class Running {
    let process: Process
    private let output: URL
    private let diagnostics: URL

    fileprivate init(_ process: Process, in folder: URL) throws {
      self.process = process
      let name = UUID().uuidString
      let temporary = FileManager.default.temporaryDirectory
      output = temporary.appending(path: "cadre-\(name).out")
      diagnostics = temporary.appending(path: "cadre-\(name).err")
      for file in [output, diagnostics] { try Data().write(to: file) }
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = try FileHandle(forWritingTo: output)
      process.standardError = try FileHandle(forWritingTo: diagnostics)
      try process.run()
    }

    deinit {
      if process.isRunning { process.terminate() }
      for file in [output, diagnostics] { try? FileManager.default.removeItem(at: file) }
    }

    /// What it has said so far on standard error.
    var diagnosticsSoFar: String { (try? String(contentsOf: diagnostics, encoding: .utf8)) ?? "" }

    func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

    /// Waits for its end.
    func end() throws -> Run {
      process.waitUntilExit()
      let status =
        process.terminationReason == .uncaughtSignal ? 128 + process.terminationStatus : process.terminationStatus
      return Run(
        status: status, output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
        diagnostics: String(decoding: try Data(contentsOf: diagnostics), as: UTF8.self))
    }
  }
}
