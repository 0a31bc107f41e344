/// Why no new workspace can be made.
public enum NewWorkspaceError: Error, Hashable, Sendable {
  /// A number of leaders, series or coaching requests that cannot be asked for.
  case sizeOutOfRange(option: String, count: Int, range: ClosedRange<Int>)
  /// A pressure that cannot be asked for.
  case pressureOutOfRange(Double)
  /// No school is left to work with.
  case noSchools
  /// An alliance of a single district.
  case oneDistrict(name: String)
  /// The folder holds a workspace already, or one of the files that would be written.
  case folderInUse(folder: String, file: String)
}

extension NewWorkspaceError: CustomStringConvertible {
  /// The sentence that is shown.
  public var description: String {
    switch self {
    case .sizeOutOfRange(let option, let count, let range):
      "--\(option) is \(count); \(range.lowerBound) to \(range.upperBound) is possible."
    case .pressureOutOfRange(let pressure):
      "--pressure is \(pressure); \(WorkspaceSizes.pressures.lowerBound) to \(WorkspaceSizes.pressures.upperBound) is possible (1.3 asks for 1.3 times what leaders can give)."
    case .noSchools:
      "No school with grades and coordinates is left; name other districts or counties."
    case .oneDistrict(let name):
      "An alliance needs at least two districts; all schools are of \(name). Name a second district, or use the pattern `district`."
    case .folderInUse(let folder, let file):
      "`\(folder)` already holds `\(file)`; nothing was written. Name another folder, or remove the old workspace first."
    }
  }
}
