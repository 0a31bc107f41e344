import Foundation

/// Data that are not part of the project: a folder `shared` beside one of the folders above this file, or where
/// the environment variable `CADRE_SHARED` says.
enum SharedFolder {
  static let path: String? = {
    if let path = ProcessInfo.processInfo.environment["CADRE_SHARED"] { return path }
    var folder = URL(filePath: #filePath).deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appending(path: "shared").path
      if FileManager.default.fileExists(atPath: candidate + "/data") { return candidate }
      folder.deleteLastPathComponent()
    }
    return nil
  }()

  static var isPresent: Bool { path != nil }

  /// The directory of 2025-26, comma-separated.
  static var newDirectory: String { "\(path ?? "")/data/ca-schools-2025-26.csv" }
  /// The directory of 2018, tab-separated.
  static var oldDirectory: String { "\(path ?? "")/data/cde-pubschls-2018-06.txt" }
}
