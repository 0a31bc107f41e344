import Foundation

/// Published instances and data that are not part of the project: a folder `shared` beside one of the folders
/// above this file, or where the environment variable `CADRE_SHARED` says.
enum SharedFolder {
  static let path: String? = {
    if let path = ProcessInfo.processInfo.environment["CADRE_SHARED"] { return path }
    var folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appendingPathComponent("shared").path
      if FileManager.default.fileExists(atPath: candidate + "/bench") { return candidate }
      folder.deleteLastPathComponent()
    }
    return nil
  }()

  static var isPresent: Bool { path != nil }

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: (path ?? "") + "/" + name)))
  }
}
