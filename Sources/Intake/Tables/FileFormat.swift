/// What planners are told of one file of a workspace; the reader goes by the same list.
package struct FileFormat: Sendable {
  /// A column of a table, or a key of region.yaml.
  package struct Column: Sendable {
    /// Its name in the header.
    package let name: String
    /// What stands in it, with the range of values.
    package let about: String
    /// What an empty cell, or a missing column, means; `nil` where every row needs a value.
    package let whenEmpty: String?

    /// A column in which every row needs a value.
    static func required(_ name: String, _ about: String) -> Column {
      Column(name: name, about: about, whenEmpty: nil)
    }

    /// A column that may be missing, and in which cells may be empty.
    static func optional(_ name: String, _ about: String, whenEmpty: String) -> Column {
      Column(name: name, about: about, whenEmpty: whenEmpty)
    }
  }

  /// Its name in the workspace.
  package let name: String
  /// What its rows are.
  package let about: String
  /// Whether every workspace has it.
  package let isRequired: Bool
  /// Its columns, in the order in which they are usually written.
  package let columns: [Column]
}

/// The columns of one table, in the order in which they are usually written.
protocol TableColumn: CaseIterable, RawRepresentable<Int>, Sendable {
  /// The file's name in the workspace.
  static var file: String { get }
  /// What the file's rows are.
  static var about: String { get }
  /// Whether every workspace has the file.
  static var isRequired: Bool { get }
  /// What planners are told of the column.
  var column: FileFormat.Column { get }
}

extension TableColumn {
  static var isRequired: Bool { false }

  /// What planners are told of the file.
  static var format: FileFormat {
    FileFormat(name: file, about: about, isRequired: isRequired, columns: allCases.map(\.column))
  }

  /// Its name in the header.
  var name: String { column.name }
}
