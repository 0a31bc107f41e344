import Foundation

/// A validator of JSON Schema outside this package: Python's jsonschema.
enum JSONSchemaPeer {
  static let isInstalled = (try? run(["python3", "-c", "import jsonschema"])) != nil

  /// What is wrong with a document after a schema, a line each.
  static func faults(of document: String, schema: URL) throws -> [String] {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).json")
    try document.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    let script = """
      import json, jsonschema, sys
      schema = json.load(open(sys.argv[1]))
      jsonschema.Draft202012Validator.check_schema(schema)
      for error in jsonschema.Draft202012Validator(schema).iter_errors(json.load(open(sys.argv[2]))):
          print(error.json_path, error.message)
      """
    let output = try run(["python3", "-c", script, schema.path, file.path])
    return output.split(separator: "\n").map(String.init)
  }

  private struct Failed: Error {
    let output: String
  }

  private static func run(_ command: [String]) throws -> String {
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
