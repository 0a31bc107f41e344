package import Foundation

/// The project that these tests are of, and the public data that may lie beside it.
package enum Project {
  /// The project's own folder, found from this file.
  package static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The folder of data that is not part of the project, where there is one: `CADRE_SHARED`, or a folder
  /// `shared` with data in it beside one of those that the project lies in.
  package static let shared: URL? = {
    if let given = ProcessInfo.processInfo.environment["CADRE_SHARED"] { return URL(filePath: given) }
    var folder = root
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let candidate = folder.appending(path: "shared")
      if FileManager.default.fileExists(atPath: candidate.appending(path: "data").path) { return candidate }
    }
    return nil
  }()

  /// A file of the shared folder, where it is at hand; tests that need one that is not are skipped, and say so.
  package static func shared(_ name: String) -> String? {
    guard let path = shared?.appending(path: name).path, FileManager.default.fileExists(atPath: path) else {
      return nil
    }
    return path
  }
}
