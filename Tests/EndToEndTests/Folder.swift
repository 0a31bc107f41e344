import Foundation
import TestSupport

/// A folder for one test, removed with it.
final class Folder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "cadre-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The command, run in this folder.
  var cadre: Cadre { Cadre(folder: url) }

  /// Where a file or folder of it is.
  subscript(_ path: String) -> URL { url.appending(path: path) }

  /// Copies one of the project's sample workspaces into it.
  func copySample(_ name: String, as copy: String = "W") throws {
    try FileManager.default.copyItem(at: Project.root.appending(path: "samples/\(name)"), to: self[copy])
    // A plan that somebody made in the project's own folder is none of this test's.
    try? FileManager.default.removeItem(at: self["\(copy)/plans"])
  }

  /// A file's bytes.
  func data(_ path: String) throws -> Data { try Data(contentsOf: self[path]) }

  /// A file's text.
  func text(_ path: String) throws -> String { String(decoding: try data(path), as: UTF8.self) }

  /// Writes a file.
  func write(_ text: String, to path: String) throws { try Data(text.utf8).write(to: self[path]) }

  /// Every file below it, with its bytes.
  func contents(of path: String) throws -> [String: Data] {
    var found: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: self[path].path()) {
      var isFolder: ObjCBool = false
      let file = self["\(path)/\(name)"]
      guard FileManager.default.fileExists(atPath: file.path(), isDirectory: &isFolder), !isFolder.boolValue
      else { continue }
      found[name] = try Data(contentsOf: file)
    }
    return found
  }
}
