import TestSupport

/// The school directories of the California Department of Education, which are not part of the project.
enum SharedFolder {
  /// That of 2025-26, comma-separated.
  static let newDirectory = Project.shared("data/ca-schools-2025-26.csv") ?? ""
  /// That of 2018, tab-separated.
  static let oldDirectory = Project.shared("data/cde-pubschls-2018-06.txt") ?? ""
  static let isPresent = !newDirectory.isEmpty && !oldDirectory.isEmpty
}
