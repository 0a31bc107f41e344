import Foundation
import TestSupport

/// The published instances, which are not part of the project.
enum PublishedInstance {
  static let areThere = Project.shared("bench") != nil

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: Project.shared("bench/\(name)") ?? name)))
  }
}
