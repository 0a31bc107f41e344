import Foundation
import TestSupport

/// A validator of JSON Schema outside this package: Python's jsonschema.
enum JSONSchemaPeer {
  static let isInstalled = (try? ExternalProgram.output(of: ["python3", "-c", "import jsonschema"])) != nil

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
    let output = try ExternalProgram.output(of: ["python3", "-c", script, schema.path, file.path])
    return output.split(separator: "\n").map(String.init)
  }
}
