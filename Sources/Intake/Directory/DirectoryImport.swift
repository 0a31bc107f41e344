internal import Planning

/// Schools of a directory brought into schools.csv and districts.csv of a workspace, which may be new.
///
/// What the planner wrote stays, the order too; blank fields are filled and new rows come at the end.
public struct DirectoryImport: Sendable {
  /// The files that are to be written: names, and what is in them. None where nothing is new.
  public let files: [(name: String, text: String)]
  /// What was added, changed and left alone.
  public let summary: String

  private let folder: String

  /// Reads the workspace's two files and works out what they become; writes nothing.
  ///
  /// - Parameters:
  ///   - directory: The schools.
  ///   - folder: The workspace; it need not exist.
  /// - Throws: What is wrong with the files that are there, as far as rows could be lost or doubled by it.
  public init(of directory: SchoolDirectory, into folder: String) throws(InputError) {
    self.folder = folder
    var schools = try TableMerge(
      Self.table("schools.csv", in: folder), file: "schools.csv", columns: SchoolRow.columns)
    var districts = try TableMerge(
      Self.table("districts.csv", in: folder), file: "districts.csv", columns: DistrictRow.columns)
    for school in directory.schools { schools.bring(SchoolRow.fields(of: school)) }
    for district in directory.districts { districts.bring(DistrictRow.fields(of: district)) }
    // Where there is a districts.csv it has every district that schools.csv names.
    for district in schools.values(of: "district") where !district.isEmpty && !districts.contains(district) {
      districts.bring([district, "", "", ""])
    }
    files = [districts, schools].filter(\.isChanged).map { ($0.file, $0.text) }
    var lines = schools.summary + districts.summary
    if directory.closed > 0 {
      lines.append("\(directory.closed.grouped) lines of closed, merged or pending schools were passed over.")
    }
    for school in directory.leftOut { lines.append("Left out: \(school.name), \(school.reason).") }
    summary = lines.joined(separator: "\n")
  }

  /// Writes the files, each whole or not at all; districts.csv first, so that schools.csv never names a
  /// district that is not there.
  public func write() throws(FileError) {
    for (name, text) in files { try WholeFile.write(text, to: Path.join(folder, name)) }
  }

  private static func table(_ name: String, in folder: String) throws(InputError) -> CSVTable? {
    let path = Path.join(folder, name)
    let bytes: [UInt8]
    do throws(InputFile.Failure) {
      bytes = try InputFile.read(path, limit: CSVLimits().fileBytes)
    } catch .missing {
      return nil
    } catch {
      throw InputError([error.diagnostic(file: path)])
    }
    return try CSVTable(bytes, file: path)
  }
}
